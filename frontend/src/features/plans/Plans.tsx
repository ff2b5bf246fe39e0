import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { useRecords } from "@/api/records";
import type { Query } from "@/api/types";
import { formatDay, formatNumber } from "@/i18n/format";
import { Fact, FactList } from "@/ui/Fact";
import { useFactDay } from "@/ui/factDay";
import { RecordActs } from "@/ui/forms/RecordActs";
import { Loaded } from "@/ui/Loaded";
import { planRecord, submissionRecord } from "./rounds";

/** The plan and every time it was sent for appraisal. */
export function Plans({ query }: { query: Query }) {
  const { t } = useTranslation();
  const label = useLabel();
  const day = useFactDay();
  const plans = useRecords("plans", query);
  const sent = useRecords("submissions", query);
  return (
    <Loaded query={plans}>
      {({ results }) => {
        const last = results.at(-1)?.id;
        const rounds = Math.max(0, ...(sent.data?.results ?? []).map(({ round = 0 }) => round));
        return (
          <FactList title={t("plan.title")} none={t("plan.none")}>
            {results.map((plan) => (
              <Fact
                key={`p${plan.id}`}
                day={
                  plan.started_on && !plan.completed_on
                    ? t("plan.since", {
                        day: formatDay(plan.started_on, plan.started_on_precision),
                      })
                    : day(plan, "completed_on")
                }
                tags={plan.id === last && <RecordActs id={plan.id} spec={planRecord} />}
                name={t("plan.one")}
                title={`${label("plan_kinds", plan.kind)}${plan.title ? ` «${plan.title}»` : ""}`}
                record={plan}
                spec={planRecord}
              >
                {(plan.owner_position || plan.owner_name) && (
                  <span>
                    {t("plan.owner")}
                    {[plan.owner_position, plan.owner_name].filter(Boolean).join(" ")}
                  </span>
                )}
                {plan.started_on && plan.completed_on && (
                  <span>
                    {t("plan.started")}
                    {formatDay(plan.started_on, plan.started_on_precision)}
                  </span>
                )}
                {plan.budget_vnd !== null && (
                  <span>{t("plan.budget", { n: formatNumber(plan.budget_vnd) })}</span>
                )}
              </Fact>
            ))}
            {(sent.data?.results ?? []).map((each) => (
              <Fact
                key={`s${each.id}`}
                day={day(each, "sent_on")}
                name={t("submission.one", { n: each.round })}
                title={`${t("submission.one", { n: each.round })}${each.number ? ` · ${each.number}` : ""}`}
                tags={
                  !each.received_on &&
                  each.round === rounds && <RecordActs id={each.id} spec={submissionRecord} />
                }
                record={each}
                spec={submissionRecord}
              >
                {each.signed_original && (
                  <span>
                    {t("submission.paper", {
                      number: each.signed_original.number,
                      day: formatDay(each.signed_original.day),
                      who: each.signed_original.signer,
                    })}
                  </span>
                )}
                {each.received_on && (
                  <span>{t("submission.received", { day: formatDay(each.received_on) })}</span>
                )}
              </Fact>
            ))}
          </FactList>
        );
      }}
    </Loaded>
  );
}
