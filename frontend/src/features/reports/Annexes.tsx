import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import { Panel } from "@/ui/Panel";
import { type Column, cellOf, isNumber } from "./cells";
import type { ReportDetail } from "./queries";
import styles from "./reports.module.css";

type Annex = NonNullable<ReportDetail["figures"]["annexes"]>[number];

/** The annexes as they were printed, each opened when it is wanted. */
export function Annexes({ annexes }: { annexes: Annex[] }) {
  const { t } = useTranslation();
  if (annexes.length === 0) return null;
  return (
    <Panel title={t("report.annexes")}>
      <div className={styles.annexes}>
        {annexes.map((annex) => (
          <details key={annex.code}>
            <summary>
              {t("report.annex", { code: annex.code, title: annex.title })}{" "}
              <span className={styles.quiet}>
                {t("report.rows", { n: formatNumber(annex.rows.length) })}
              </span>
            </summary>
            {annex.rows.length === 0 ? (
              <p className={styles.quiet}>{t("report.noRows")}</p>
            ) : (
              <Rows annex={annex} />
            )}
          </details>
        ))}
      </div>
    </Panel>
  );
}

function Rows({ annex }: { annex: Annex }) {
  const columns = annex.columns as Column[];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.box} aria-label={annex.title} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{annex.title}</caption>
        <thead>
          <tr>
            {columns.map(({ name, label, form }) => (
              <th key={name} scope="col" data-number={isNumber(form) || undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {annex.rows.map((row, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of one fixed table, in their order
            <tr key={n}>
              {columns.map(({ name, form }) => (
                <td key={name} data-number={isNumber(form) || undefined}>
                  {cellOf(form, row[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
