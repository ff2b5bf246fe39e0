import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { useRecords } from "@/api/records";
import type { Query } from "@/api/types";
import { formatDay, formatNumber } from "@/i18n/format";
import { Fact, FactList } from "@/ui/Fact";
import { useFactDay } from "@/ui/factDay";
import { RecordActs } from "@/ui/forms/RecordActs";
import { Loaded } from "@/ui/Loaded";
import { Tag } from "@/ui/Tag";
import { appraisalRecord, planRecord, submissionRecord } from "./forms";

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
                record={each}
                spec={submissionRecord}
              >
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

/** What the appraisal council said. */
export function Appraisals({ query }: { query: Query }) {
  const { t } = useTranslation();
  const day = useFactDay();
  const appraisals = useRecords("appraisals", query);
  return (
    <Loaded query={appraisals}>
      {({ results }) => (
        <FactList title={t("appraisal.title")} none={t("appraisal.none")}>
          {results.map((each) => (
            <Fact
              key={each.id}
              day={day(each, "met_on")}
              name={t("appraisal.title")}
              title={each.council || t("appraisal.one")}
              tags={<Tag kind="appraisal_results" code={each.result} />}
              record={each}
              spec={appraisalRecord}
            >
              {each.minutes_number && (
                <span>{t("appraisal.minutes", { number: each.minutes_number })}</span>
              )}
              {each.opinions.map((opinion, i) => (
                <span key={opinion.id}>
                  {t("appraisal.opinion", { n: i + 1, text: opinion.text })}
                </span>
              ))}
            </Fact>
          ))}
        </FactList>
      )}
    </Loaded>
  );
}
