import { Button, Checkbox, MultiSelect, Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCatalogues, useLabel, useStages } from "@/api/catalogues";
import type { AgencyFilters, Label } from "@/api/types";
import { Icon } from "@/ui/Icon";
import styles from "./AgencyFilterBar.module.css";

type Props = {
  filters: AgencyFilters;
  onChange: (change: Partial<AgencyFilters>) => void;
  dense: boolean;
  onDense: (dense: boolean) => void;
};

/** Plain controls on top of the list; their state is the address. */
export function AgencyFilterBar({ filters, onChange, dense, onDense }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const stages = useStages();
  const { data } = useCatalogues();
  const choices = (rows: Label[] | undefined, kind: Parameters<typeof label>[0]) =>
    (rows ?? []).map((row) => ({ value: row.code, label: label(kind, row.code) }));
  const some = (values: string[]) => (values.length > 0 ? values : undefined);
  const any =
    filters.kind ||
    filters.stage ||
    filters.edition ||
    filters.flag ||
    filters.in_scope ||
    filters.search;

  return (
    <search className={`${styles.bar} screen-only`} aria-label={t("filter.label")}>
      <form
        className={styles.search}
        onSubmit={(event) => {
          event.preventDefault();
          const text = new FormData(event.currentTarget).get("search");
          onChange({ search: String(text ?? "").trim() || undefined });
        }}
      >
        <TextInput
          key={filters.search}
          name="search"
          type="search"
          label={t("filter.search")}
          defaultValue={filters.search ?? ""}
          leftSection={<Icon name="search" size={14} />}
        />
      </form>
      <MultiSelect
        label={t("filter.kind")}
        placeholder={filters.kind ? undefined : t("filter.any")}
        data={choices(data?.agency_kinds, "agency_kinds")}
        value={filters.kind ?? []}
        onChange={(kind) => onChange({ kind: some(kind) })}
        searchable
      />
      <MultiSelect
        label={t("filter.stage")}
        placeholder={filters.stage ? undefined : t("filter.any")}
        data={choices(stages, "stages")}
        value={filters.stage ?? []}
        onChange={(stage) => onChange({ stage: some(stage) })}
        searchable
      />
      <MultiSelect
        label={t("filter.flag")}
        placeholder={filters.flag ? undefined : t("filter.any")}
        data={choices(data?.flags, "flags")}
        value={filters.flag ?? []}
        onChange={(flag) => onChange({ flag: some(flag) })}
        searchable
      />
      <MultiSelect
        label={t("filter.edition")}
        placeholder={filters.edition ? undefined : t("filter.any")}
        data={choices(data?.editions, "editions")}
        value={filters.edition ?? []}
        onChange={(edition) => onChange({ edition: some(edition) })}
      />
      <Select
        label={t("filter.inScope")}
        placeholder={t("filter.any")}
        clearable
        data={[
          { value: "true", label: t("filter.inScopeYes") },
          { value: "false", label: t("filter.inScopeNo") },
        ]}
        value={filters.in_scope ?? null}
        onChange={(in_scope) => onChange({ in_scope: in_scope ?? undefined })}
      />
      <div className={styles.end}>
        {any && (
          <Button
            variant="default"
            onClick={() =>
              onChange({
                kind: undefined,
                stage: undefined,
                edition: undefined,
                flag: undefined,
                in_scope: undefined,
                search: undefined,
              })
            }
          >
            {t("ui.clear")}
          </Button>
        )}
        <Checkbox
          label={t("filter.dense")}
          checked={dense}
          onChange={(event) => onDense(event.currentTarget.checked)}
        />
      </div>
    </search>
  );
}
