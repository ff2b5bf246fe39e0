import { useTranslation } from "react-i18next";
import type { Day } from "@/i18n/days";
import { formatDay, formatNumber } from "@/i18n/format";
import styles from "./PlannedActual.module.css";

export type PlannedMonth = {
  day: Day;
  planned: number;
  issued: number;
  in_effect: number;
  due_issued: number | null;
  due_in_effect: number | null;
};

type Props = { months: PlannedMonth[]; caption: string };
const LABELS = 12;

/** Month by month: the box is what was planned, its filling what was issued and in effect; a line stands at what the plan wanted by then. */
export function PlannedActual({ months, caption }: Props) {
  const top = Math.max(1, ...months.map((month) => month.planned));
  const share = (count: number) => `${(count / top) * 100}%`;
  const every = Math.ceil(months.length / LABELS);
  return (
    <figure className={styles.figure}>
      <div className={styles.plot} aria-hidden="true">
        {months.map((month) => (
          <div key={month.day} className={styles.column}>
            <span className={styles.planned} style={{ height: share(month.planned) }} />
            <span className={styles.issued} style={{ height: share(month.issued) }} />
            <span className={styles.inEffect} style={{ height: share(month.in_effect) }} />
            {month.due_issued !== null && month.due_issued > 0 && (
              <span className={styles.due} style={{ bottom: share(month.due_issued) }} />
            )}
            <span className={styles.number}>{`${month.in_effect}/${month.planned}`}</span>
          </div>
        ))}
      </div>
      <div className={styles.days} aria-hidden="true">
        {months.map((month, i) => (
          <span key={month.day}>
            {(months.length - 1 - i) % every === 0
              ? formatDay(month.day, "month").replace(/^0/, "")
              : ""}
          </span>
        ))}
      </div>
      <MonthsTable months={months} caption={caption} />
    </figure>
  );
}

function MonthsTable({ months, caption }: Props) {
  const { t } = useTranslation();
  const told = (count: number | null) => (count === null ? "–" : formatNumber(count));
  return (
    <div className="for-readers">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("trend.day")}</th>
            <th scope="col">{t("months.planned")}</th>
            <th scope="col">{t("months.issued")}</th>
            <th scope="col">{t("months.inEffect")}</th>
            <th scope="col">{t("months.dueIssued")}</th>
            <th scope="col">{t("months.dueInEffect")}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.day}>
              <th scope="row">{formatDay(month.day)}</th>
              <td>{formatNumber(month.planned)}</td>
              <td>{formatNumber(month.issued)}</td>
              <td>{formatNumber(month.in_effect)}</td>
              <td>{told(month.due_issued)}</td>
              <td>{told(month.due_in_effect)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
