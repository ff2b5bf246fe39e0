import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCatalogues, useLabel } from "@/api/catalogues";
import type { RowOf } from "@/api/types";
import { formatNumber } from "@/i18n/format";
import type { Columns } from "@/ui/DataTable";
import type { Control } from "@/ui/FilterBar";
import { ListView } from "@/ui/ListView";
import { useListSearch } from "@/ui/listSearch";
import { AgencyLink, dayColumn, sourceColumn, textColumn } from "./columns";
import styles from "./columns.module.css";
import { ListTabs } from "./ListTabs";

const PAPERS = "/api/v1/official-documents";
const DECISIONS = "/api/v1/decisions";
const DIRECTIVES = "/api/v1/directives";
type Paper = RowOf<typeof PAPERS>;
type Decision = RowOf<typeof DECISIONS>;
type Directive = RowOf<typeof DIRECTIVES>;
type Brief = Pick<Paper, "number" | "issuer" | "signed_on" | "signed_on_precision">;
const lists = ["official-documents", "decisions", "directives"] as const;

/** Official papers, and those of them that approved something or asked for something. */
export function PaperList() {
  const { t } = useTranslation();
  const { search } = useListSearch();
  const of = lists.find((name) => name === search.of) ?? "official-documents";
  const number: Control = { name: "number", kind: "words", label: t("filter.number") };
  const agency: Control = { name: "agency", kind: "agency", label: t("filter.agency") };
  const kinds = useKinds();
  const papers = usePaperColumns();
  const decisions = useDecisionColumns();
  const directives = useDirectiveColumns();
  const common = {
    title: t("paperList.title"),
    none: t("paperList.none"),
    above: (
      <>
        <ListTabs names={lists} current={of} text={(name) => t(`paperList.${name}`)} />
        <Link to="/letters" className="screen-only">
          {t("letter.follow")}
        </Link>
      </>
    ),
  };
  if (of === "decisions") {
    const controls = [number, agency, kinds("decision_kinds")];
    return (
      <ListView {...common} path={DECISIONS} list={of} columns={decisions} controls={controls} />
    );
  }
  if (of === "directives") {
    const controls = [agency, kinds("directive_kinds")];
    return (
      <ListView {...common} path={DIRECTIVES} list={of} columns={directives} controls={controls} />
    );
  }
  return <ListView {...common} path={PAPERS} list={of} columns={papers} controls={[number]} />;
}

function useKinds() {
  const { t } = useTranslation();
  const label = useLabel();
  const { data } = useCatalogues();
  return (group: "decision_kinds" | "directive_kinds"): Control => ({
    name: "kind",
    kind: "many",
    label: t("filter.paperKind"),
    options: (data?.[group] ?? []).map(({ code }) => ({ value: code, label: label(group, code) })),
  });
}

/** What every paper is known by. */
function useBriefColumns<Row>(of: (row: Row) => Brief): Columns<Row> {
  const { t } = useTranslation();
  return [
    textColumn("number", t("col.number"), (row) => of(row).number),
    textColumn("issuer", t("col.issuer"), (row) => of(row).issuer),
    dayColumn(
      "signed",
      t("col.signed"),
      (row) => of(row).signed_on,
      "signed_on",
      (row) => of(row).signed_on_precision,
    ),
  ];
}

function usePaperColumns(): Columns<Paper> {
  const { t } = useTranslation();
  return [
    ...useBriefColumns<Paper>((row) => row),
    dayColumn("effective", t("col.effective"), (row) => row.effective_on),
    textColumn("abstract", t("col.abstract"), (row) => row.abstract),
    textColumn("signer", t("col.signer"), (row) => row.signer),
    sourceColumn(t("list.source")),
  ];
}

function useDecisionColumns(): Columns<Decision> {
  const { t } = useTranslation();
  const label = useLabel();
  return [
    ...useBriefColumns<Decision>((row) => row.document),
    textColumn("kind", t("col.kind"), (row) => label("decision_kinds", row.kind)),
    textColumn("agencies", t("col.agency"), (row) => (
      <span className={styles.agencies}>
        {row.rollouts.map((each) => (
          <AgencyLink key={each.id} agency={each.agency} tab="plan" />
        ))}
      </span>
    )),
    textColumn("abstract", t("col.abstract"), (row) => row.document.abstract),
    dayColumn("deadline", t("col.due"), (row) => row.deadline_on),
    sourceColumn(t("list.source")),
  ];
}

function useDirectiveColumns(): Columns<Directive> {
  const { t } = useTranslation();
  const label = useLabel();
  const answered = ({ answers }: Directive) => answers.on_time + answers.late;
  return [
    ...useBriefColumns<Directive>((row) => row.document),
    textColumn("kind", t("col.kind"), (row) => label("directive_kinds", row.kind)),
    textColumn("transition", t("col.transition"), (row) =>
      row.orders_transition?.length === 2
        ? t("paper.transition", {
            from: row.orders_transition[0] ?? "",
            to: row.orders_transition[1] ?? "",
          })
        : "",
    ),
    textColumn("abstract", t("col.abstract"), (row) => row.document.abstract),
    textColumn("tasks", t("col.tasks"), (row) =>
      row.tasks.length
        ? t("tasks.progress", {
            done: formatNumber(answered(row)),
            n: formatNumber(row.tasks.length),
          })
        : "",
    ),
    sourceColumn(t("list.source")),
  ];
}
