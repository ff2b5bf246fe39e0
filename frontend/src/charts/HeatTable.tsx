import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import styles from "./HeatTable.module.css";

export type HeatColumn = { code: string; label: string; band: string };
/** A cell, or its parts where proofs are kept apart by maintenance. */
export type HeatPart = { count: number; label: string; maintained?: "yes" | "no" | "unknown" };
export type HeatRow = {
  code: string;
  label: string;
  total: number;
  counts: Record<string, HeatPart[]>;
};

type Props = {
  columns: HeatColumn[];
  rows: HeatRow[];
  caption: string;
  /** The row's total, as a link to its rows. */
  total: (row: HeatRow) => ReactNode;
  link: (props: {
    row: string;
    column: string;
    part: HeatPart;
    className: string;
    label: string;
    children: ReactNode;
  }) => ReactNode;
};

/** Kind of agency × stage; a cell wears the tint of its stage, an empty one a dash. */
export function HeatTable({ columns, rows, caption, total, link }: Props) {
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
              <th key={column.code} scope="col" data-band={column.band}>
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
              <td className={styles.total}>{total(row)}</td>
              {columns.map((column) => {
                const parts = (row.counts[column.code] ?? []).filter((part) => part.count > 0);
                if (parts.length === 0) {
                  return (
                    <td key={column.code} className={styles.none}>
                      –
                    </td>
                  );
                }
                return (
                  <td key={column.code} className={styles.cell}>
                    <div className={styles.parts}>
                      {parts.map((part) => (
                        <div
                          key={part.label}
                          className={styles.part}
                          data-stage={column.code}
                          data-maintained={part.maintained}
                        >
                          {link({
                            row: row.code,
                            column: column.code,
                            part,
                            className: styles.link ?? "",
                            label: `${row.label}, ${part.label}: ${formatNumber(part.count)}`,
                            children: (
                              <span className={styles.number}>{formatNumber(part.count)}</span>
                            ),
                          })}
                        </div>
                      ))}
                    </div>
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
