import { useTranslation } from "react-i18next";
import { useRecords } from "@/api/records";
import type { Rollout, RolloutDetail } from "@/api/types";
import type { Day } from "@/i18n/days";
import { formatNumber } from "@/i18n/format";
import { useRolloutDetail } from "./queries";
import styles from "./RolloutPanel.module.css";

type Props = { rollout: Rollout; asOf: Day | undefined };
type Early = { days_early: number | null };

/** "sớm 10 ngày", "sớm 3–10 ngày", "trễ 2 – sớm 5 ngày"; nothing while nobody said. */
export function earlySpan(findings: readonly Early[]): { low: number; high: number } | null {
  const known = findings.map((each) => each.days_early).filter((n): n is number => n !== null);
  return known.length ? { low: Math.min(...known), high: Math.max(...known) } : null;
}

function useEarlyWords() {
  const { t } = useTranslation();
  return (span: { low: number; high: number } | null): string | null => {
    if (!span) return null;
    const { low, high } = span;
    if (low === high)
      return low >= 0 ? t("finding.daysEarly", { n: low }) : t("finding.daysLate", { n: -low });
    if (low >= 0) return t("facts.earlySpan", { low, high });
    if (high <= 0) return t("facts.lateSpan", { low: -high, high: -low });
    return t("facts.mixedSpan", { late: -low, early: high });
  };
}

function useDocumentWords() {
  const { t } = useTranslation();
  return (detail: RolloutDetail) => {
    const { planned, in_force: inForce } = detail.documents;
    if (planned === null) return t("facts.noDocuments");
    const words = t("facts.documents", {
      n: formatNumber(planned),
      procedures: formatNumber(detail.procedures),
    });
    return inForce === planned
      ? words
      : `${words}, ${t("facts.inForce", { n: formatNumber(inForce) })}`;
  };
}

/** Lead times, documents, findings: three facts on one line under the road. */
export function FactsLine({ rollout, asOf }: Props) {
  const { t } = useTranslation();
  const { data: detail } = useRolloutDetail(rollout.id, asOf);
  const findings = useRecords("findings", {
    rollout: rollout.id,
    source: "external",
    as_of: asOf,
  });
  const early = useEarlyWords()(earlySpan(findings.data?.results ?? []));
  const documents = useDocumentWords();
  const { plan_to_decision: toDecision, decision_to_audit: toAudit } = rollout.lead_times;
  const { major, minor, observation, open, unverified, overdue } = rollout.findings;
  const raised = major + minor + observation > 0;
  const findingWords = [
    t("facts.findings", { major, minor, observation }),
    open > 0 && t("facts.open", { n: open }),
    overdue > 0 && t("facts.overdue", { n: overdue }),
    unverified > 0 && t("facts.unverified", { n: unverified }),
    early,
  ].filter(Boolean);
  const facts: [string, string][] = [
    [
      t("facts.time"),
      [
        toDecision !== null && t("facts.toDecision", { n: formatNumber(toDecision) }),
        toAudit !== null && t("facts.toAudit", { n: formatNumber(toAudit) }),
      ]
        .filter(Boolean)
        .join(", ") || t("facts.noTime"),
    ],
    [t("tab.documents"), detail ? documents(detail) : "…"],
    [t("facts.findingsTitle"), raised ? findingWords.join("; ") : t("facts.noFindings")],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
