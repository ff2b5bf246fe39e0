import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import styles from "./HeatTable.module.css";

export type HeatColumn = { code: string; label: string; band: string };
export type HeatRow = {
  code: string;
  label: string;
  total: number;
  counts: Record<string, number>;
};

type Props = {
  columns: HeatColumn[];
  rows: HeatRow[];
  caption: string;
  link: (props: {
    row: string;
    column: string;
    className: string;
    label: string;
    children: ReactNode;
  }) => ReactNode;
};

/** Kind of agency × stage; a cell wears the tint of its stage, an empty one a dash. */
export function HeatTable({ columns, rows, caption, link }: Props) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.box} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.kind}>
              {t("heat.kind")}
            </th>
            <th scope="col" className={styles.total}>
              {t("heat.total")}
            </th>
            {columns.map((column) => (
              <th key={column.code} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row" className={styles.kind}>
                {row.label}
              </th>
              <td className={styles.total}>{formatNumber(row.total)}</td>
              {columns.map((column) => {
                const count = row.counts[column.code] ?? 0;
                if (count === 0) {
                  return (
                    <td key={column.code} className={styles.none}>
                      –
                    </td>
                  );
                }
                return (
                  <td key={column.code} className={styles.cell} data-stage={column.code}>
                    {link({
                      row: row.code,
                      column: column.code,
                      className: styles.link ?? "",
                      label: `${row.label}, ${column.label}: ${formatNumber(count)}`,
                      children: formatNumber(count),
                    })}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
