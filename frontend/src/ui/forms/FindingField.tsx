import { Select, type SelectProps } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { type Records, useRecords } from "@/api/records";
import type { Precision } from "@/i18n/days";
import { formatDay } from "@/i18n/format";
import styles from "./forms.module.css";

type Props = Omit<SelectProps, "data" | "value" | "onChange"> & {
  agency: string | undefined;
  /** The finding that is being corrected: it does not repeat itself. */
  itself: number | undefined;
  /** The audit that found it: a repeat is of another one. */
  audit: number | undefined;
  clause: string;
  value: string | null;
  onChange: (id: string | null) => void;
};

/** "NC-01 · 8.4 · 12/03/2019 · Hồ sơ chưa lưu đủ" */
export function useFindingName() {
  const label = useLabel();
  return (finding: Records["findings"]): string =>
    [
      finding.code || label("grades", finding.grade),
      finding.clause,
      finding.raised_on &&
        formatDay(finding.raised_on, (finding.raised_on_precision || "day") as Precision),
      finding.description?.slice(0, 60),
    ]
      .filter(Boolean)
      .join(" · ");
}

/** The earlier finding that this one repeats; one of the same clause is suggested. */
export function FindingField({ agency, itself, audit, clause, value, onChange, ...rest }: Props) {
  const { t } = useTranslation();
  const name = useFindingName();
  const [touched, setTouched] = useState(false);
  const [wanted] = useDebouncedValue(clause.trim(), 300);
  const widely = { agency, source: "all", current: "all", ordering: "-raised_on" };
  const all = useRecords("findings", widely, agency !== undefined && (touched || value !== null));
  const same = useRecords(
    "findings",
    { ...widely, clause: wanted, limit: 3 },
    agency !== undefined && wanted !== "",
  );
  const others = (rows: Records["findings"][] | undefined) =>
    (rows ?? []).filter((row) => row.id !== itself && row.audit !== audit);
  const [suggested] = value || !wanted ? [] : others(same.data?.results);
  const rows = [...(suggested ? [suggested] : []), ...others(all.data?.results)];
  const options = [...new Map(rows.map((row) => [row.id, row])).values()];
  return (
    <div>
      <Select
        searchable
        clearable
        placeholder={t("repeat.placeholder")}
        nothingFoundMessage={all.isFetching ? t("ui.loading") : t("repeat.none")}
        {...rest}
        value={value}
        onChange={onChange}
        onFocus={() => setTouched(true)}
        data={options.map((row) => ({ value: String(row.id), label: name(row) }))}
      />
      {suggested && (
        <p className={styles.suggested}>
          {t("repeat.suggested", { clause: wanted, finding: name(suggested) })}{" "}
          <button
            type="button"
            className={styles.link}
            onClick={() => onChange(String(suggested.id))}
          >
            {t("repeat.take")}
          </button>
        </p>
      )}
    </div>
  );
}
