import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { useRecords } from "@/api/records";
import type { AnyKey } from "@/i18n";
import { formatDay } from "@/i18n/format";
import { Fact, FactList } from "@/ui/Fact";
import { useFactDay } from "@/ui/factDay";
import { Loaded } from "@/ui/Loaded";
import { ToneTag } from "@/ui/Tag";
import { certificateRecord, declarationRecord } from "./forms";

type Props = { query: { rollout: number; as_of: string | undefined } };
const tones: Record<string, string> = {
  in_force: "good",
  suspended: "late",
  withdrawn: "late",
  lapsed: "late",
};

function State({ state, since }: { state: string; since: string | null }) {
  const { t } = useTranslation();
  const text = t(`proof.${state}` as AnyKey);
  return (
    <ToneTag
      tone={tones[state]}
      text={since ? t("proof.since", { state: text, day: formatDay(since) }) : text}
    />
  );
}

/** Certificates of a body, with the days between which they count. */
export function Certificates({ query }: Props) {
  const { t } = useTranslation();
  const day = useFactDay();
  const certificates = useRecords("certificates", query);
  return (
    <Loaded query={certificates}>
      {({ results }) => (
        <FactList title={t("certificate.title")} none={t("certificate.none")}>
          {results.map((each) => (
            <Fact
              key={each.id}
              day={day(each, "issued_on")}
              name={each.number}
              title={t("certificate.one", { number: each.number })}
              tags={<State state={each.state} since={each.suspended_since ?? each.ended_since} />}
              record={each}
              spec={certificateRecord}
            >
              <span>
                {each.issuer} · TCVN ISO 9001:{each.edition}
                {each.decision_number && ` · ${each.decision_number}`}
              </span>
              {!each.valid_from && each.valid_to && (
                <span>{t("certificate.validTo", { to: formatDay(each.valid_to) })}</span>
              )}
              {each.valid_from && (
                <span>
                  {t("certificate.valid", {
                    from: formatDay(each.valid_from, each.valid_from_precision ?? "day"),
                    to: formatDay(each.valid_to),
                  })}
                </span>
              )}
              {each.scope && <span>{t("proof.scope", { scope: each.scope })}</span>}
            </Fact>
          ))}
        </FactList>
      )}
    </Loaded>
  );
}

/** What the agency declared by itself; never called certified. */
export function Declarations({ query }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const day = useFactDay();
  const declarations = useRecords("declarations", query);
  return (
    <Loaded query={declarations}>
      {({ results }) => (
        <FactList title={t("declaration.title")} none={t("declaration.none")}>
          {results.map((each) => (
            <Fact
              key={each.id}
              day={day(each, "signed_on")}
              name={each.number || t("declaration.title")}
              title={`${label("declaration_kinds", each.kind)}${each.number ? ` · ${each.number}` : ""}`}
              tags={<State state={each.state} since={each.suspended_since ?? each.ended_since} />}
              record={each}
              spec={declarationRecord}
            >
              <span>
                TCVN ISO 9001:{each.edition}
                {each.signer && ` · ${each.signer}`}
                {each.why_again && ` · ${label("declaration_reasons", each.why_again)}`}
              </span>
              {each.posted_on && (
                <span>{t("declaration.posted", { day: formatDay(each.posted_on) })}</span>
              )}
              {each.notified_on && (
                <span>{t("declaration.notified", { day: formatDay(each.notified_on) })}</span>
              )}
              {each.scope && <span>{t("proof.scope", { scope: each.scope })}</span>}
            </Fact>
          ))}
        </FactList>
      )}
    </Loaded>
  );
}
