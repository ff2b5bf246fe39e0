import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { Records } from "@/api/records";
import { ThreeDots } from "@/charts/ThreeDots";
import type { Precision } from "@/i18n/days";
import { formatDay } from "@/i18n/format";
import { RecordMenu } from "@/ui/forms/RecordMenu";
import { Icon } from "@/ui/Icon";
import { ProvenanceHint } from "@/ui/ProvenanceHint";
import { useWanted } from "@/ui/records";
import { ToneTag } from "@/ui/Tag";
import { FindingDetail } from "./FindingDetail";
import styles from "./FindingsSheet.module.css";
import { findingRecord } from "./findingForms";

type Finding = Records["findings"];
type Props = { finding: Finding; n: number; span: { from: string; to: string } | null };

/** State of a finding in one word: a nonconformity is corrected and verified, an observation disposed of. */
function useStateWord(finding: Finding): { tone: string; text: string } {
  const { t } = useTranslation();
  const label = useLabel();
  const states = finding.states;
  if (states.includes("overdue")) return { tone: "late", text: t("finding.overdue") };
  if (states.includes("open")) return { tone: "due", text: t("finding.open") };
  if (states.includes("unverified")) return { tone: "soon", text: t("finding.unverified") };
  if (states.includes("undisposed")) return { tone: "due", text: t("finding.undisposed") };
  if (finding.grade === "observation")
    return { tone: "good", text: label("dispositions", finding.disposition) };
  return { tone: "good", text: t("finding.verified") };
}

export function FindingRow({ finding, n, span }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const { wanted, mark } = useWanted("findings", finding.id);
  const [asked, setAsked] = useState<boolean | null>(null);
  const open = asked ?? wanted;
  const state = useStateWord(finding);
  const early = useEarlyWords();
  const known = (day: string | null, precision: string | null) =>
    formatDay(day, (precision ?? "day") as Precision);
  const done = finding.states.includes("open")
    ? t("finding.notDone")
    : finding.completed_on
      ? t("finding.done", { day: known(finding.completed_on, finding.completed_on_precision) })
      : t("finding.doneNoDay");
  const observation = finding.grade === "observation";
  const words = [
    finding.due_on && t("finding.due", { day: formatDay(finding.due_on) }),
    done,
    finding.verified_on
      ? t("finding.verifiedOn", { day: known(finding.verified_on, finding.verified_on_precision) })
      : finding.states.includes("unverified") && t("finding.unverified"),
  ]
    .filter(Boolean)
    .join(" · ");
  const name = finding.code || `${label("grades", finding.grade)} ${n}`;
  return (
    <>
      <tr {...mark}>
        <th scope="row">
          <button type="button" aria-expanded={open} onClick={() => setAsked(!open)}>
            <Icon name={open ? "down" : "right"} size={12} />
            {label("grades", finding.grade)}
          </button>
        </th>
        <Cell text={finding.code} />
        <Cell text={finding.clause} />
        <Cell text={finding.unit} />
        <td data-empty={observation || undefined}>
          {observation ? (
            "–"
          ) : (
            <>
              {span && (finding.due_on || finding.completed_on || finding.verified_on) && (
                <ThreeDots
                  {...span}
                  due={finding.due_on}
                  done={finding.completed_on}
                  verified={finding.verified_on}
                  words={words}
                />
              )}
              <span className={styles.words}>{words}</span>
            </>
          )}
        </td>
        <Cell text={early(finding.days_early)} />
        <td>
          <ToneTag {...state} />
        </td>
        <td className={styles.controls}>
          <ProvenanceHint provenance={finding.provenance} />
          <RecordMenu id={finding.id} spec={findingRecord} name={name} />
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={8}>
            <FindingDetail id={finding.id} />
          </td>
        </tr>
      )}
    </>
  );
}

/** A dash where nothing is known; a phone leaves it out. */
function Cell({ text }: { text: string | null | undefined }) {
  return <td data-empty={!text || undefined}>{text || "–"}</td>;
}

function useEarlyWords() {
  const { t } = useTranslation();
  return (days: number | null): string => {
    if (days === null) return "";
    if (days === 0) return t("finding.onTime");
    return days > 0 ? t("finding.daysEarly", { n: days }) : t("finding.daysLate", { n: -days });
  };
}
