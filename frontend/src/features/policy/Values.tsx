import { useTranslation } from "react-i18next";
import { useCatalogues } from "@/api/catalogues";
import { useRecords } from "@/api/records";
import { formatNumber } from "@/i18n/format";
import { useAsOf } from "@/ui/address";
import { Empty } from "@/ui/Empty";
import { ExportLinks } from "@/ui/ExportLinks";
import { type Control, FilterBar } from "@/ui/FilterBar";
import { NewRecord } from "@/ui/forms/NewRecord";
import { Loading } from "@/ui/Loading";
import { useListSearch } from "@/ui/listSearch";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { valueForm } from "./forms";
import { bySubject, withCertainty } from "./groups";
import styles from "./policy.module.css";
import { ValueTable } from "./ValueTable";

/** The numbers of the law on the day, by subject, with what they were and will be. */
export function Values() {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const { search, change } = useListSearch();
  const { data: catalogues } = useCatalogues();
  const query = { as_of: asOf, search: search.search };
  const values = useRecords("policy-values", query);
  const wanted = search.confirmed?.[0];
  const controls: Control[] = [
    { name: "search", kind: "words", label: t("policy.search") },
    {
      name: "confirmed",
      kind: "one",
      label: t("policy.certainty"),
      options: [
        { value: "false", label: t("policy.isUnsure") },
        { value: "true", label: t("policy.isSure") },
      ],
    },
  ];
  const all = values.data && catalogues && bySubject(values.data.results, catalogues);
  const shown = all && withCertainty(all, wanted);
  const numbers = shown?.flatMap((subject) => subject.numbers) ?? [];
  const open = numbers.filter(({ current }) => !current?.confirmed).length;
  return (
    <>
      <p className={styles.intro}>{t("policy.intro")}</p>
      <FilterBar label={t("filter.label")} controls={controls} search={search} onChange={change} />
      <div className={styles.line}>
        <p data-rows={numbers.length}>
          {shown &&
            t("policy.count", { n: formatNumber(numbers.length), open: formatNumber(open) })}
        </p>
        <NewRecord spec={valueForm()} />
        <span className={styles.end}>
          <ExportLinks
            path="/api/v1/policy-values"
            query={{ ...query, confirmed: search.confirmed }}
          />
        </span>
      </div>
      {values.error ? (
        <ProblemNotice problem={values.error} onRetry={values.refetch} />
      ) : !shown ? (
        <Loading lines={14} height={560} />
      ) : shown.length === 0 ? (
        <Empty text={t("policy.none")} />
      ) : (
        <ValueTable subjects={shown} />
      )}
    </>
  );
}
