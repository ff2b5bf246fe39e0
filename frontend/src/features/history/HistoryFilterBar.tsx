import { Button, Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCatalogues, useLabel } from "@/api/catalogues";
import { DayField } from "@/ui/DayField";
import styles from "./HistoryTab.module.css";
import type { HistoryFilters, Person } from "./queries";

type Props = {
  people: readonly Person[];
  filters: HistoryFilters;
  onChange: (filters: HistoryFilters) => void;
};

/** By person, by act, by day: the server looks for them in the whole trail. */
export function HistoryFilterBar({ people, filters, onChange }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const acts = useCatalogues().data?.acts ?? [];
  const set = (part: HistoryFilters) => onChange({ ...filters, ...part });
  const day = (name: "from" | "to") => (
    <DayField
      label={t(`history.${name}`)}
      value={filters[name] ? { date: filters[name], precision: "day" } : null}
      onChange={(value) => set({ [name]: value?.date })}
    />
  );
  return (
    <search className={`${styles.filters} screen-only`} aria-label={t("filter.label")}>
      <Select
        label={t("history.verb")}
        placeholder={t("filter.any")}
        clearable
        searchable
        value={filters.verb ?? null}
        onChange={(verb) => set({ verb: verb ?? undefined })}
        data={acts.map(({ code }) => ({ value: code, label: label("acts", code) }))}
      />
      <Select
        label={t("history.person")}
        placeholder={t("filter.any")}
        clearable
        searchable
        value={filters.actor ?? null}
        onChange={(actor) => set({ actor: actor ?? undefined })}
        data={people.map(({ username, name }) => ({ value: username, label: name || username }))}
      />
      {day("from")}
      {day("to")}
      {Object.values(filters).some(Boolean) && (
        <Button variant="default" size="xs" onClick={() => onChange({})}>
          {t("ui.clear")}
        </Button>
      )}
    </search>
  );
}
