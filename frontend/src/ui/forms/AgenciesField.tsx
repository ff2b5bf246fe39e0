import { MultiSelect, type MultiSelectProps } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { get } from "@/api/records";
import type { AgencyRef, Page } from "@/api/types";
import styles from "./forms.module.css";

type Props = Omit<MultiSelectProps, "value" | "onChange"> & {
  value: string[];
  onChange: (codes: string[]) => void;
};

/** Many agencies: one by one, or all of a kind with one click. */
export function AgenciesField({ value, onChange, ...rest }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const { data } = useQuery({
    queryKey: ["agencies", "all"],
    queryFn: () => get<Page<AgencyRef>>("agencies", { limit: 500, in_scope: true }),
  });
  const rows = data?.results ?? [];
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const add = (codes: string[]) => onChange([...new Set([...value, ...codes])]);
  return (
    <div>
      <MultiSelect
        searchable
        clearable
        limit={60}
        {...rest}
        value={value}
        onChange={onChange}
        data={rows.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <p className={styles.pickKinds}>
        {t("agencies.byKind")}
        {kinds.map((kind) => {
          const codes = rows.filter((row) => row.kind === kind).map(({ code }) => code);
          return (
            <button key={kind} type="button" className={styles.link} onClick={() => add(codes)}>
              {label("agency_kinds", kind)} ({codes.length})
            </button>
          );
        })}
      </p>
    </div>
  );
}
