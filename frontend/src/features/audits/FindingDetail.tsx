import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { type Records, useRecord } from "@/api/records";
import type { components } from "@/api/schema";
import type { AnyKey } from "@/i18n";
import type { Precision } from "@/i18n/days";
import { formatDay } from "@/i18n/format";
import { Fact, FactList } from "@/ui/Fact";
import { Loaded } from "@/ui/Loaded";
import styles from "./FindingsSheet.module.css";
import { actionRecord } from "./forms";

/** What the detail of a finding carries beside its row. */
type Step = {
  id: number;
  kind: string;
  on: string | null;
  on_precision: Precision;
  cause: string;
  verified_by: string;
  disposition: string;
  explanation: string;
  due_on: string | null;
  approved_by: string;
  reopened_on: string | null;
  reopen_reason: string;
  provenance: components["schemas"]["ProvenanceShape"];
};
type More = { steps: Step[]; actions: Records["corrective-actions"][]; repeats: number | null };

/** A finding opened: what was found, what became of it step by step, what is done about it. */
export function FindingDetail({ id }: { id: number }) {
  const { t } = useTranslation();
  const label = useLabel();
  const finding = useRecord("findings", id);
  return (
    <Loaded query={finding}>
      {(data) => {
        const { steps, actions, repeats } = data as unknown as More;
        return (
          <div className={styles.detail}>
            <p>{data.description || t("finding.noDescription")}</p>
            {data.cause && <p>{t("finding.cause", { cause: data.cause })}</p>}
            {repeats !== null && <p className={styles.repeats}>{t("finding.repeats")}</p>}
            {steps.length > 0 && (
              <ul className={styles.steps}>
                {steps.map((step) => (
                  <li key={step.id}>
                    {step.on ? formatDay(step.on, step.on_precision) : t("journey.noDay")}
                    {" · "}
                    {t(`step.${step.kind}` as AnyKey)}
                    {[
                      step.disposition && label("dispositions", step.disposition),
                      step.due_on && t("finding.newDue", { day: formatDay(step.due_on) }),
                      step.verified_by || step.approved_by,
                      step.explanation,
                      step.reopened_on &&
                        t("finding.reopened", {
                          day: formatDay(step.reopened_on),
                          why: step.reopen_reason,
                        }),
                    ]
                      .filter(Boolean)
                      .map((part) => ` · ${part}`)}
                  </li>
                ))}
              </ul>
            )}
            <FactList title={t("action.title")} none={t("action.none")}>
              {actions.map((each) => (
                <Fact
                  key={each.id}
                  day={each.due_on ? t("finding.due", { day: formatDay(each.due_on) }) : "–"}
                  name={t("action.title")}
                  title={each.what}
                  record={each}
                  spec={actionRecord}
                >
                  {[
                    each.responsible,
                    each.done_on && t("finding.done", { day: formatDay(each.done_on) }),
                    each.accepted_on && t("action.accepted", { day: formatDay(each.accepted_on) }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </Fact>
              ))}
            </FactList>
          </div>
        );
      }}
    </Loaded>
  );
}
