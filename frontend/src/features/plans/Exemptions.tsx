import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { type Records, useRecords } from "@/api/records";
import type { Query } from "@/api/types";
import { formatDay } from "@/i18n/format";
import { Fact, FactList } from "@/ui/Fact";
import { RecordActs } from "@/ui/forms/RecordActs";
import { Loaded } from "@/ui/Loaded";
import { ToneTag } from "@/ui/Tag";
import { exemptionRecord } from "./rounds";

const states = {
  running: { tone: "soon", text: "exemption.running" },
  coming: { tone: "plain", text: "exemption.coming" },
  over: { tone: "plain", text: "exemption.over" },
} as const;

/** Leave from a deadline or from the programme, by a decision, until a day. */
export function Exemptions({ query }: { query: Query }) {
  const { t } = useTranslation();
  const exemptions = useRecords("exemptions", query);
  return (
    <Loaded query={exemptions}>
      {({ results }) => (
        <FactList title={t("exemption.title")} none={t("exemption.none")}>
          {results.map((each) => (
            <Exemption key={each.id} exemption={each} />
          ))}
        </FactList>
      )}
    </Loaded>
  );
}

function Exemption({ exemption }: { exemption: Records["exemptions"] }) {
  const { t } = useTranslation();
  const label = useLabel();
  const kind = label("exemption_kinds", exemption.what);
  const { tone, text } = states[exemption.state as keyof typeof states] ?? states.over;
  return (
    <Fact
      day={formatDay(exemption.from_on)}
      name={kind}
      title={`${kind} ${t("exemption.until", { day: formatDay(exemption.to_on) })}`}
      tags={
        <>
          <ToneTag tone={tone} text={t(text)} />
          {exemption.state !== "over" && <RecordActs id={exemption.id} spec={exemptionRecord} />}
        </>
      }
      record={exemption}
      spec={exemptionRecord}
    >
      {exemption.number && <span>{t("exemption.by", { number: exemption.number })}</span>}
      <span>{exemption.reason}</span>
      {exemption.rollout !== null && <span>{t("exemption.oneRollout")}</span>}
      {exemption.ended_on && (
        <span>{t("exemption.ended", { day: formatDay(exemption.ended_on) })}</span>
      )}
    </Fact>
  );
}
