import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { components } from "@/api/schema";
import type { AnyKey } from "@/i18n";
import type { Precision } from "@/i18n/days";
import { formatDay } from "@/i18n/format";
import { ProvenanceHint } from "@/ui/ProvenanceHint";
import styles from "./FindingsSheet.module.css";

export type Step = {
  id: number;
  kind: string;
  on: string | null;
  on_precision: Precision;
  effective: boolean | null;
  verified_by: string;
  disposition: string;
  explanation: string;
  due_on: string | null;
  approved_by: string;
  reopened_on: string | null;
  reopen_reason: string;
  note: string;
  provenance: components["schemas"]["ProvenanceShape"];
};

/** What happened to a finding, in its order: reported, verified, checked, extended, reopened. */
export function FindingSteps({ steps }: { steps: Step[] }) {
  const { t } = useTranslation();
  const label = useLabel();
  const parts = (step: Step) =>
    [
      step.effective !== null && t(step.effective ? "effect.yes" : "effect.no"),
      step.disposition && label("dispositions", step.disposition),
      step.due_on && t("finding.newDue", { day: formatDay(step.due_on) }),
      step.verified_by,
      step.approved_by && t("finding.approvedBy", { who: step.approved_by }),
      step.explanation,
      step.note,
      step.reopened_on &&
        t("finding.reopened", { day: formatDay(step.reopened_on), why: step.reopen_reason }),
    ].filter(Boolean);
  return (
    <ul className={styles.steps} aria-label={t("finding.steps")}>
      {steps.map((step) => (
        <li key={step.id} data-reopened={step.reopened_on ? true : undefined}>
          <span>
            {step.on ? formatDay(step.on, step.on_precision) : t("journey.noDay")}
            {" · "}
            {t(`step.${step.kind}` as AnyKey)}
            {parts(step).map((part) => ` · ${part}`)}
          </span>
          <ProvenanceHint provenance={step.provenance} />
        </li>
      ))}
    </ul>
  );
}
