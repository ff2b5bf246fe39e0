import { useTranslation } from "react-i18next";
import { useCatalogues, useLabel } from "@/api/catalogues";
import type { RowOf } from "@/api/types";
import type { Columns } from "@/ui/DataTable";
import type { Control } from "@/ui/FilterBar";
import { ListView } from "@/ui/ListView";
import { Tag, ToneTag } from "@/ui/Tag";
import { agencyColumn, DueDay, dayColumn, sourceColumn, textColumn } from "./columns";
import styles from "./columns.module.css";

const PATH = "/api/v1/findings";
type Row = RowOf<typeof PATH>;
const states = ["overdue", "open", "unverified", "undisposed"] as const;
const tones = { overdue: "late", open: "soon", unverified: "due", undisposed: "due" } as const;

/** What is overdue is not completed either, and what is not completed waits for its verification. */
const gravest = (held: string[]) => {
  const first = states.slice(0, 3).find((state) => held.includes(state));
  return [
    ...(first ? [first] : []),
    ...(held.includes("undisposed") ? ["undisposed" as const] : []),
  ];
};

/** Findings, as the board counts them unless the address says otherwise. */
export function FindingList() {
  const { t } = useTranslation();
  const label = useLabel();
  const { data } = useCatalogues();
  const columns: Columns<Row> = [
    agencyColumn(t("col.agency"), "audits"),
    {
      id: "grade",
      header: t("col.grade"),
      meta: { ordering: "grade" },
      cell: ({ row }) => <Tag kind="grades" code={row.original.grade} />,
    },
    textColumn(
      "code",
      t("col.code"),
      (row) => row.code && <span className={styles.code}>{row.code}</span>,
      "code",
    ),
    textColumn("clause", t("col.clause"), (row) => row.clause, "clause"),
    textColumn("description", t("col.description"), (row) => (
      <span className={styles.long}>{row.description || t("ui.unknown")}</span>
    )),
    dayColumn(
      "raised",
      t("col.raised"),
      (row) => row.raised_on,
      "raised_on",
      (row) => row.raised_on_precision,
    ),
    {
      id: "due",
      header: t("col.due"),
      meta: { ordering: "due_on" },
      cell: ({ row: { original: row } }) => (
        <DueDay on={row.due_on} open={row.states.includes("open")} />
      ),
    },
    dayColumn(
      "completed",
      t("col.completed"),
      (row) => row.completed_on,
      "completed_on",
      (row) => row.completed_on_precision,
    ),
    dayColumn(
      "verified",
      t("col.verified"),
      (row) => row.verified_on,
      "verified_on",
      (row) => row.verified_on_precision,
    ),
    {
      id: "state",
      header: t("col.state"),
      cell: ({ row: { original: row } }) => (
        <span className={styles.tags}>
          {gravest(row.states).map((state) => (
            <ToneTag key={state} tone={tones[state]} text={t(`findingState.${state}`)} />
          ))}
          {row.states.length === 0 && <ToneTag tone="good" text={t("findingState.done")} />}
        </span>
      ),
    },
    sourceColumn(t("list.source")),
  ];
  const controls: Control[] = [
    { name: "search", kind: "words", label: t("filter.searchFindings") },
    { name: "agency", kind: "agency", label: t("filter.agency") },
    {
      name: "grade",
      kind: "many",
      label: t("filter.grade"),
      options: (data?.grades ?? []).map(({ code }) => ({
        value: code,
        label: label("grades", code),
      })),
    },
    {
      name: "state",
      kind: "many",
      label: t("filter.state"),
      options: states.map((value) => ({ value, label: t(`findingState.${value}`) })),
    },
    {
      name: "source",
      kind: "many",
      label: t("filter.source"),
      options: [
        { value: "all", label: t("filter.sourceAll") },
        ...(data?.audit_kinds ?? []).map(({ code }) => ({
          value: code,
          label: label("audit_kinds", code),
        })),
      ],
    },
  ];
  return (
    <ListView
      path={PATH}
      list="findings"
      title={t("findingList.title")}
      columns={columns}
      controls={controls}
      none={t("findingList.none")}
      scope={t("findingList.scope")}
    />
  );
}
