import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCatalogues, useLabel } from "@/api/catalogues";
import type { RowOf } from "@/api/types";
import type { Columns } from "@/ui/DataTable";
import type { Control } from "@/ui/FilterBar";
import { FlagTag } from "@/ui/FlagTag";
import { ListView } from "@/ui/ListView";
import { Tag, ToneTag } from "@/ui/Tag";
import { agencyColumn, dayColumn, sourceColumn, textColumn } from "./columns";
import styles from "./columns.module.css";

const PATH = "/api/v1/documents";
type Row = RowOf<typeof PATH>;
/** States the server's filter knows. */
const states = ["drafted", "reviewed", "approved", "issued", "in_force", "withdrawn"];

/** Documents on the agencies' own lists. */
export function DocumentList() {
  const { t } = useTranslation();
  const label = useLabel();
  const { data } = useCatalogues();
  const columns: Columns<Row> = [
    agencyColumn(t("col.agency"), "documents"),
    textColumn(
      "code",
      t("col.code"),
      (row) => row.code && <span className={styles.code}>{row.code}</span>,
      "code",
    ),
    textColumn(
      "title",
      t("col.title"),
      (row) => (
        <span className={styles.tags}>
          {row.title || (row.placeholder ? "" : "–")}
          {row.placeholder && <FlagTag flag="missing_list" />}
          {row.needs_review && <ToneTag tone="due" text={t("procedure.review")} />}
        </span>
      ),
      "title",
    ),
    textColumn("kind", t("col.kind"), (row) => label("document_kinds", row.kind), "kind"),
    textColumn("unit", t("col.unit"), (row) => row.unit, "unit"),
    {
      id: "state",
      header: t("col.state"),
      meta: { ordering: "state" },
      cell: ({ row }) => <Tag kind="document_states" code={row.original.state} />,
    },
    dayColumn(
      "listed",
      t("col.listed"),
      (row) => row.listed_on,
      "listed_on",
      (row) => row.listed_on_precision,
    ),
    dayColumn("effective", t("col.effective"), (row) => row.effective_on, "effective_on"),
    dayColumn("withdrawn", t("col.withdrawn"), (row) => row.withdrawn_on, "withdrawn_on"),
    sourceColumn(t("list.source")),
  ];
  const controls: Control[] = [
    { name: "search", kind: "words", label: t("filter.searchDocuments") },
    { name: "agency", kind: "agency", label: t("filter.agency") },
    {
      name: "kind",
      kind: "many",
      label: t("filter.documentKind"),
      options: (data?.document_kinds ?? []).map(({ code }) => ({
        value: code,
        label: label("document_kinds", code),
      })),
    },
    {
      name: "state",
      kind: "many",
      label: t("filter.state"),
      options: states.map((code) => ({ value: code, label: label("document_states", code) })),
    },
    {
      name: "flag",
      kind: "many",
      label: t("filter.flag"),
      options: [
        { value: "needs_review", label: t("procedure.review") },
        ...["missing_list", "missing_date", "unconfirmed"].map((code) => ({
          value: code,
          label: label("flags", code),
        })),
      ],
    },
  ];
  return (
    <ListView
      path={PATH}
      list="documents"
      title={t("documentList.title")}
      columns={columns}
      controls={controls}
      none={t("documentList.none")}
      scope={t("documentList.scope")}
      actions={<Link to="/model-lists">{t("model.title")}</Link>}
    />
  );
}
