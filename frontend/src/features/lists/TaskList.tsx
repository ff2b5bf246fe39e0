import { useTranslation } from "react-i18next";
import type { RowOf } from "@/api/types";
import { type Day, todayHere } from "@/i18n/days";
import { useAsOf } from "@/ui/address";
import type { Columns } from "@/ui/DataTable";
import type { Control } from "@/ui/FilterBar";
import { ListView } from "@/ui/ListView";
import { ToneTag } from "@/ui/Tag";
import { agencyColumn, DueDay, dayColumn, textColumn } from "./columns";

const PATH = "/api/v1/tasks";
type Row = RowOf<typeof PATH>;
const tones = { open: "due", overdue: "late", answered: "good", done: "good" } as const;

/** How a task stood on the day. */
export function stateOf(task: Row, day: Day): keyof typeof tones {
  if (task.done_on && task.done_on <= day) return "done";
  if (task.answered_on && task.answered_on <= day) return "answered";
  return task.due_on && task.due_on < day ? "overdue" : "open";
}

/** What directives asked of the agencies. */
export function TaskList() {
  const { t } = useTranslation();
  const day = useAsOf() ?? todayHere();
  const columns: Columns<Row> = [
    { ...agencyColumn<Row>(t("col.agency"), "directives"), meta: {} },
    textColumn("number", t("col.number"), (row) => row.document_number),
    textColumn("what", t("col.what"), (row) => row.what),
    {
      id: "due",
      header: t("col.due"),
      meta: { ordering: "due_on" },
      cell: ({ row: { original: row } }) => (
        <DueDay on={row.due_on} open={["open", "overdue"].includes(stateOf(row, day))} />
      ),
    },
    dayColumn("answered", t("col.answered"), (row) => row.answered_on),
    dayColumn("done", t("col.done"), (row) => row.done_on),
    textColumn("delay", t("col.delay"), (row) => row.delay_reason),
    {
      id: "state",
      header: t("col.state"),
      cell: ({ row }) => {
        const state = stateOf(row.original, day);
        return <ToneTag tone={tones[state]} text={t(`taskState.${state}`)} />;
      },
    },
  ];
  const controls: Control[] = [
    { name: "agency", kind: "agency", label: t("filter.agency") },
    {
      name: "state",
      kind: "many",
      label: t("filter.state"),
      options: (["open", "overdue"] as const).map((value) => ({
        value,
        label: t(`taskState.${value}`),
      })),
    },
    {
      name: "in_scope",
      kind: "one",
      label: t("filter.inScope"),
      options: [
        { value: "true", label: t("filter.inScopeYes") },
        { value: "false", label: t("filter.inScopeNo") },
      ],
    },
  ];
  return (
    <ListView
      path={PATH}
      list="tasks"
      title={t("taskList.title")}
      columns={columns}
      controls={controls}
      none={t("taskList.none")}
    />
  );
}
