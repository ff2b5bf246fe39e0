import { MultiSelect, type MultiSelectProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { useRecords } from "@/api/records";
import styles from "./forms.module.css";

type Props = MultiSelectProps & { rollout?: number };

/** The rollouts that one decision approves; the one of the page is chosen already. */
export function RolloutsField(props: Props) {
  const label = useLabel();
  const { data } = useRecords("rollouts", {});
  const rows = data?.results ?? [];
  const { rollout: _, ...rest } = props;
  return (
    <MultiSelect
      searchable
      {...rest}
      data={rows.map((row) => ({
        value: String(row.id),
        label: `${row.agency.name} · ${label("tracks", row.track)} · ${row.edition} · ${row.cycle}`,
      }))}
    />
  );
}

const settled = ["in_force", "issued", "withdrawn"];
type DocumentsProps = Props & { agency?: string; whole?: boolean };

/** The documents of a rollout's list that are not issued yet, or the whole list of an agency. */
export function DocumentsField({ rollout, agency, whole, ...rest }: DocumentsProps) {
  const query = whole ? { agency } : { rollout };
  const { data } = useRecords("documents", query, Object.values(query)[0] !== undefined);
  const waiting = (data?.results ?? []).filter(
    (row) => (whole && row.state !== "withdrawn") || !settled.includes(row.state),
  );
  const { t } = useTranslation();
  const all = waiting.map((row) => String(row.id));
  return (
    <MultiSelect
      searchable
      clearable
      {...rest}
      description={
        <button type="button" className={styles.link} onClick={() => rest.onChange?.(all)}>
          {t("form.pickAll", { n: all.length })}
        </button>
      }
      data={waiting.map((row) => ({
        value: String(row.id),
        label: row.title ? `${row.code} · ${row.title}` : row.code,
      }))}
    />
  );
}
