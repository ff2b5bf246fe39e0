import { useTranslation } from "react-i18next";
import { useCatalogues, useLabel } from "@/api/catalogues";
import type { RowOf } from "@/api/types";
import type { Columns } from "@/ui/DataTable";
import type { Control } from "@/ui/FilterBar";
import { ListView } from "@/ui/ListView";
import { Tag } from "@/ui/Tag";
import { agencyColumn, DueDay, dayColumn, textColumn } from "./columns";

const PATH = "/api/v1/tasks";
type Row = RowOf<typeof PATH>;
/** What directives asked of the agencies. */
export function TaskList() {
  const { t } = useTranslation();
  const label = useLabel();
  const { data: catalogues } = useCatalogues();
  const columns: Columns<Row> = [
    { ...agencyColumn<Row>(t("col.agency"), "directives"), meta: {} },
    textColumn("number", t("col.number"), (row) => row.document_number),
    textColumn("what", t("col.what"), (row) => row.what),
    {
      id: "due",
      header: t("col.due"),
      meta: { ordering: "due_on" },
      cell: ({ row: { original: row } }) => (
        <DueDay on={row.due_on} open={["open", "overdue"].includes(row.state)} />
      ),
    },
    dayColumn("answered", t("col.answered"), (row) => row.answered_on),
    dayColumn("done", t("col.done"), (row) => row.done_on),
    textColumn("delay", t("col.delay"), (row) => row.delay_reason),
    {
      id: "state",
      header: t("col.state"),
      meta: { ordering: "state" },
      cell: ({ row }) => <Tag kind="task_states" code={row.original.state} />,
    },
  ];
  const controls: Control[] = [
    { name: "agency", kind: "agency", label: t("filter.agency") },
    {
      name: "state",
      kind: "many",
      label: t("filter.state"),
      options: (catalogues?.task_states ?? []).map(({ code }) => ({
        value: code,
        label: label("task_states", code),
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
