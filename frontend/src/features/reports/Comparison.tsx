import { useTranslation } from "react-i18next";
import { formatDay, formatNumber } from "@/i18n/format";
import { Icon } from "@/ui/Icon";
import { Loaded } from "@/ui/Loaded";
import { Panel } from "@/ui/Panel";
import { cellOf } from "./cells";
import { LaterFacts } from "./LaterFacts";
import { type Comparison as Compared, type ReportDetail, useComparison } from "./queries";
import styles from "./reports.module.css";

/** "Số liệu hôm nay khác ở … vì các việc ghi sau: …" */
export function Comparison({ report }: { report: ReportDetail }) {
  const { t } = useTranslation();
  const compared = useComparison(report.id);
  return (
    <Panel title={t("report.compare")}>
      <Loaded query={compared} lines={4} height={120}>
        {(data) => <Told compared={data} />}
      </Loaded>
    </Panel>
  );
}

function Told({ compared }: { compared: Compared }) {
  const { t } = useTranslation();
  const day = formatDay(compared.day);
  const { differences, facts, more_facts: more } = compared;
  const n = formatNumber(facts.length + more);
  return (
    <div className={styles.compared} data-same={compared.same}>
      <p className={compared.intact ? styles.good : styles.late}>
        <Icon name={compared.intact ? "check" : "alert"} size={14} />{" "}
        {t(compared.intact ? "report.intact" : "report.broken")}
      </p>
      {compared.same ? (
        <p className={styles.good}>
          <Icon name="check" size={14} /> {t("report.compareSame", { day })}
        </p>
      ) : (
        <>
          <p className={styles.due}>
            <Icon name="alert" size={14} />{" "}
            {t("report.compareDiffers", { day, n: formatNumber(differences.length) })}
          </p>
          <Differences differences={differences} />
          <p>{facts.length ? t("report.compareBecause", { n }) : t("report.compareNoFacts")}</p>
        </>
      )}
      {facts.length > 0 && compared.same && (
        <p className={styles.quiet}>{t("report.compareLater", { n })}</p>
      )}
      <LaterFacts facts={facts} more={more} />
    </div>
  );
}

function Differences({ differences }: Pick<Compared, "differences">) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.box} aria-label={t("report.compare")} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("report.compareFigure")}</th>
            <th scope="col">{t("report.comparePrinted")}</th>
            <th scope="col">{t("report.compareNow")}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ figure, label, printed, now }) => (
            <tr key={figure}>
              <th scope="row">{label}</th>
              <td>{cellOf("count", printed)}</td>
              <td>
                <strong>{cellOf("count", now)}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
