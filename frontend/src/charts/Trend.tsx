import { useTranslation } from "react-i18next";
import { type Day, daysBetween } from "@/i18n/days";
import { formatDay, formatNumber } from "@/i18n/format";
import styles from "./Trend.module.css";
import { TrendTable } from "./TrendTable";

export type TrendSlice = {
  code: string;
  label: string;
  count: number;
  maintained?: "yes" | "no" | "unknown";
};
export type TrendColumn = { day: Day; total: number; slices: TrendSlice[] };

type Props = { columns: TrendColumn[]; caption: string };

const monthOf = (day: Day) => formatDay(day, "month").replace(/^0/, "");

/** Twelve month-ends as stacked columns, later stages below; a line stands where the scope changed. */
export function Trend({ columns, caption }: Props) {
  const { t } = useTranslation();
  const top = Math.max(1, ...columns.map((each) => each.total));
  return (
    <figure className={styles.figure}>
      <div className={styles.plot} aria-hidden="true">
        {columns.map((column, i) => {
          const before = columns[i - 1];
          const moved = before !== undefined && before.total !== column.total;
          return (
            <div key={column.day} className={styles.column} data-moved={moved || undefined}>
              {moved && (
                <span className={styles.mark}>
                  {t("trend.scope", {
                    from: formatNumber(before.total),
                    to: formatNumber(column.total),
                  })}
                </span>
              )}
              <div className={styles.stack} style={{ height: `${(column.total / top) * 100}%` }}>
                {column.slices
                  .filter((slice) => slice.count > 0)
                  .map((slice) => (
                    <div
                      key={slice.label}
                      className={styles.slice}
                      data-stage={slice.code}
                      data-maintained={slice.maintained}
                      style={{ flexGrow: slice.count }}
                      title={`${formatDay(column.day)} · ${slice.label}: ${formatNumber(slice.count)}`}
                    >
                      {slice.count / top > 0.09 && <span>{formatNumber(slice.count)}</span>}
                    </div>
                  ))}
              </div>
            </div>
          );
        })}
      </div>
      <div className={styles.days} aria-hidden="true">
        {columns.map((column, i) => (
          <span key={column.day} data-odd={i % 2 === columns.length % 2 ? true : undefined}>
            {i === columns.length - 1 && daysBetween(column.day, lastOfMonth(column.day)) > 0
              ? formatDay(column.day).slice(0, 5)
              : monthOf(column.day)}
          </span>
        ))}
      </div>
      <TrendTable columns={columns} caption={caption} />
    </figure>
  );
}

function lastOfMonth(day: Day): Day {
  const [y = 0, m = 1] = day.split("-").map(Number);
  return `${day.slice(0, 8)}${String(new Date(Date.UTC(y, m, 0)).getUTCDate()).padStart(2, "0")}`;
}
