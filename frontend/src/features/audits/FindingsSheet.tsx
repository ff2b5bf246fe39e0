import { useTranslation } from "react-i18next";
import type { Records } from "@/api/records";
import { addDays } from "@/i18n/days";
import { FindingRow } from "./FindingRow";
import styles from "./FindingsSheet.module.css";

type Finding = Records["findings"];

/** The days that the axis of a sheet must hold. */
export function spanOf(findings: Finding[]): { from: string; to: string } | null {
  const days = findings
    .flatMap((f) => [f.raised_on, f.audit_held_on, f.due_on, f.completed_on, f.verified_on])
    .filter((day): day is string => Boolean(day))
    .sort();
  const [first] = days;
  const last = days.at(-1);
  return first && last ? { from: first, to: last > first ? last : addDays(first, 30) } : null;
}

/** Findings of one audit: what, where, and due, done, verified on one time axis. */
export function FindingsSheet({ findings }: { findings: Finding[] }) {
  const { t } = useTranslation();
  const span = spanOf(findings);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.box} aria-label={t("finding.sheet")} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t("finding.sheet")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("field.grade")}</th>
            <th scope="col">{t("field.code")}</th>
            <th scope="col">{t("field.clause")}</th>
            <th scope="col">{t("field.unit")}</th>
            <th scope="col">{t("finding.axis")}</th>
            <th scope="col">{t("finding.early")}</th>
            <th scope="col">{t("finding.state")}</th>
            <th scope="col">
              <span className="visually-hidden">{t("form.acts")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {findings.map((each, i) => (
            <FindingRow key={each.id} finding={each} n={i + 1} span={span} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
