import { useTranslation } from "react-i18next";
import { useCatalogues, useLabel } from "@/api/catalogues";
import type { RowOf } from "@/api/types";
import type { Columns } from "@/ui/DataTable";
import type { Control } from "@/ui/FilterBar";
import { ListView } from "@/ui/ListView";
import { useListSearch } from "@/ui/listSearch";
import { Tag, ToneTag } from "@/ui/Tag";
import { agencyColumn, dayColumn, sourceColumn, textColumn } from "./columns";
import { COVERAGE, useCoverageColumns } from "./coverage";
import { ListTabs } from "./ListTabs";

const PROCEDURES = "/api/v1/admin-procedures";
type Procedure = RowOf<typeof PROCEDURES>;
const lists = ["admin-procedures", "coverage"] as const;

/** Thủ tục hành chính of the province: the list, and how many of each agency a document carries out. */
export function ProcedureList() {
  const { t } = useTranslation();
  const { search } = useListSearch();
  const of = search.of === "coverage" ? "coverage" : "admin-procedures";
  const controls = useControls();
  const procedures = useProcedureColumns();
  const coverage = useCoverageColumns();
  const common = {
    title: t("procedure.title"),
    none: t("procedure.none"),
    above: <ListTabs names={lists} current={of} text={(name) => t(`procedureList.${name}`)} />,
  };
  const agency = controls.slice(0, 1);
  return of === "coverage" ? (
    <ListView {...common} path={COVERAGE} list={of} columns={coverage} controls={agency} />
  ) : (
    <ListView {...common} path={PROCEDURES} list={of} columns={procedures} controls={controls} />
  );
}

function useControls(): Control[] {
  const { t } = useTranslation();
  const label = useLabel();
  const { data } = useCatalogues();
  const codes = (group: "procedure_statuses" | "procedure_levels") =>
    (data?.[group] ?? []).map(({ code }) => ({ value: code, label: label(group, code) }));
  return [
    { name: "agency", kind: "agency", label: t("filter.agency") },
    { name: "search", kind: "words", label: t("filter.searchProcedures") },
    {
      name: "status",
      kind: "many",
      label: t("procedure.status"),
      options: codes("procedure_statuses"),
    },
    {
      name: "level",
      kind: "many",
      label: t("procedure.level"),
      options: codes("procedure_levels"),
    },
    {
      name: "covered",
      kind: "one",
      label: t("procedure.documents"),
      options: [
        { value: "true", label: t("procedure.isCovered") },
        { value: "false", label: t("procedure.notCovered") },
      ],
    },
    {
      name: "flag",
      kind: "many",
      label: t("filter.flag"),
      options: [
        { value: "needs_review", label: t("procedure.review") },
        { value: "unconfirmed", label: label("flags", "unconfirmed") },
      ],
    },
  ];
}

function useProcedureColumns(): Columns<Procedure> {
  const { t } = useTranslation();
  const label = useLabel();
  return [
    agencyColumn(t("col.agency"), "procedures"),
    textColumn("code", t("procedure.code"), (row) => row.code, "code"),
    textColumn("name", t("procedure.name"), (row) => row.name, "name"),
    textColumn("field", t("field.field"), (row) => row.field, "field"),
    textColumn(
      "level",
      t("procedure.level"),
      (row) => row.level && label("procedure_levels", row.level),
      "level",
    ),
    {
      id: "status",
      header: t("procedure.status"),
      meta: { ordering: "status" },
      cell: ({ row }) => <Tag kind="procedure_statuses" code={row.original.status} />,
    },
    dayColumn(
      "published",
      t("procedure.published"),
      (row) => row.published_on,
      "published_on",
      (row) => row.published_on_precision,
    ),
    {
      id: "documents",
      header: t("procedure.documents"),
      cell: ({ row: { original: row } }) => (
        <>
          {row.documents.map(({ code }) => code).join(", ") || t("procedure.noDocument")}{" "}
          {row.needs_review && <ToneTag tone="due" text={t("procedure.review")} />}
        </>
      ),
    },
    sourceColumn(t("list.source")),
  ];
}
