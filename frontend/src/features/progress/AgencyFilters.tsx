import { Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCatalogues, useLabel, useStages } from "@/api/catalogues";
import { type Control, FilterBar } from "@/ui/FilterBar";
import type { ListSearch } from "@/ui/listSearch";
import styles from "./AgencyFilters.module.css";

type Props = {
  search: ListSearch;
  onChange: (change: ListSearch) => void;
  dense: boolean;
  onDense: (dense: boolean) => void;
};

/** Filters of the agencies, and whether they are seen as a table or along the stages. */
export function AgencyFilters({ search, onChange, dense, onDense }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const stages = useStages();
  const { data } = useCatalogues();
  const choices = (rows: { code: string }[] | undefined, kind: Parameters<typeof label>[0]) =>
    (rows ?? []).map((row) => ({ value: row.code, label: label(kind, row.code) }));
  const controls: Control[] = [
    { name: "search", kind: "words", label: t("filter.search") },
    {
      name: "kind",
      kind: "many",
      label: t("filter.kind"),
      options: choices(data?.agency_kinds, "agency_kinds"),
    },
    {
      name: "cell",
      kind: "many",
      label: t("filter.stage"),
      options: [{ value: "no_data", label: t("band.no_data") }, ...choices(stages, "stages")],
    },
    {
      name: "maintained",
      kind: "many",
      label: t("filter.maintained"),
      options: choices(data?.maintained, "maintained"),
    },
    {
      name: "flag",
      kind: "many",
      label: t("filter.flag"),
      options: choices(data?.flags, "flags"),
    },
    {
      name: "edition",
      kind: "many",
      label: t("filter.edition"),
      options: choices(data?.editions, "editions"),
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
    <FilterBar label={t("filter.label")} controls={controls} search={search} onChange={onChange}>
      <nav className={styles.views} aria-label={t("view.label")}>
        {(["table", "matrix"] as const).map((view) => (
          <Link
            key={view}
            to="."
            search={(old) => ({
              ...old,
              offset: undefined,
              view: view === "table" ? undefined : view,
            })}
            className={styles.view}
            data-here={(search.view ?? "table") === view || undefined}
            activeOptions={{ exact: true, explicitUndefined: true }}
          >
            {t(`view.${view}`)}
          </Link>
        ))}
      </nav>
      <Checkbox
        label={t("filter.dense")}
        checked={dense}
        onChange={(event) => onDense(event.currentTarget.checked)}
      />
    </FilterBar>
  );
}
