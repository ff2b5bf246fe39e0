import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { useRecords } from "@/api/records";
import type { Query } from "@/api/types";
import { formatDay, formatNumber } from "@/i18n/format";
import { Fact, FactList } from "@/ui/Fact";
import { useFactDay } from "@/ui/factDay";
import { Loaded } from "@/ui/Loaded";
import { ToneTag } from "@/ui/Tag";
import { decisionRecord } from "./forms";

/** Decisions of approval; one paper may approve several rollouts. */
export function Decisions({ query }: { query: Query }) {
  const { t } = useTranslation();
  const label = useLabel();
  const day = useFactDay();
  const decisions = useRecords("decisions", query);
  return (
    <Loaded query={decisions}>
      {({ results }) => (
        <FactList title={t("decision.title")} none={t("decision.none")}>
          {results.map((each) => {
            const others = each.rollouts.filter(({ id }) => id !== query.rollout);
            return (
              <Fact
                key={each.id}
                day={day(each.document, "signed_on")}
                name={each.document.number}
                title={`${each.document.number} · ${each.document.issuer}`}
                tags={
                  each.original === "missing" && <ToneTag tone="due" text={t("evidence.waiting")} />
                }
                record={each}
                spec={decisionRecord}
              >
                <span>
                  {label("decision_kinds", each.kind)}
                  {each.document.abstract && `: ${each.document.abstract}`}
                </span>
                {each.document.signer && (
                  <span>
                    {t("decision.signer", {
                      who: [each.document.signer_position, each.document.signer]
                        .filter(Boolean)
                        .join(" "),
                    })}
                  </span>
                )}
                {each.approved_budget_vnd !== null && (
                  <span>{t("plan.budget", { n: formatNumber(each.approved_budget_vnd) })}</span>
                )}
                {each.deadline_on && (
                  <span>{t("decision.deadline", { day: formatDay(each.deadline_on) })}</span>
                )}
                {others.length > 0 && (
                  <span>
                    {t("decision.others", {
                      names: others.map(({ agency }) => agency?.name).join(", "),
                    })}
                  </span>
                )}
              </Fact>
            );
          })}
        </FactList>
      )}
    </Loaded>
  );
}
