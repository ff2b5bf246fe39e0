import { useTranslation } from "react-i18next";
import { formatDay, formatMoment } from "@/i18n/format";
import type { Comparison } from "./queries";
import { RecordLink } from "./RecordLink";
import styles from "./reports.module.css";

type Props = { facts: Comparison["facts"]; more: number };

/** What was recorded, changed or taken out since the report was made: whose, what, when, why. */
export function LaterFacts({ facts, more }: Props) {
  const { t } = useTranslation();
  if (facts.length === 0) return null;
  return (
    <ul className={styles.later}>
      {facts.map((fact) => {
        const name = (fact.agency as { name?: string } | null)?.name;
        const about = [fact.label, name].filter(Boolean).join(", ");
        return (
          <li key={`${fact.object}${fact.at}${fact.operation}`}>
            <span>
              <strong>{about}</strong>: {t(`report.operation.${fact.operation}`)}
              {fact.counts_on && `, ${t("report.factOn", { day: formatDay(fact.counts_on) })}`}{" "}
              <RecordLink object={fact.operation === "delete" ? null : fact.object} about={about} />
            </span>
            <span className={styles.quiet}>
              {t("report.factBy", { who: fact.by ?? "–", at: formatMoment(fact.at) })}
              {fact.reason && ` · ${fact.reason}`}
            </span>
          </li>
        );
      })}
      {more > 0 && <li className={styles.quiet}>{t("report.compareMore", { n: more })}</li>}
    </ul>
  );
}
