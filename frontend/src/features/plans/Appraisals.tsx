import { useTranslation } from "react-i18next";
import { type Records, useRecords } from "@/api/records";
import type { Query } from "@/api/types";
import { formatDay } from "@/i18n/format";
import { Fact, FactList } from "@/ui/Fact";
import { useFactDay } from "@/ui/factDay";
import { Loaded } from "@/ui/Loaded";
import { Tag, ToneTag } from "@/ui/Tag";
import { appraisalRecord } from "./forms";
import { Opinions } from "./Opinions";

/** What the appraisal council said, round by round, and what the agency did about it. */
export function Appraisals({ query }: { query: Query }) {
  const { t } = useTranslation();
  const appraisals = useRecords("appraisals", query);
  const sent = useRecords("submissions", query).data?.results ?? [];
  return (
    <Loaded query={appraisals}>
      {({ results }) => (
        <FactList title={t("appraisal.title")} none={t("appraisal.none")}>
          {results.map((each) => (
            <Appraisal
              key={each.id}
              appraisal={each}
              round={sent.find(({ id }) => id === each.submission)?.round}
            />
          ))}
        </FactList>
      )}
    </Loaded>
  );
}

type Props = { appraisal: Records["appraisals"]; round: number | undefined };

function Appraisal({ appraisal, round }: Props) {
  const { t } = useTranslation();
  const day = useFactDay();
  const { opinions, opinions_open: open } = appraisal;
  const council = appraisal.council || t("appraisal.one");
  return (
    <Fact
      day={day(appraisal, "met_on")}
      name={t("appraisal.title")}
      title={round ? t("appraisal.round", { n: round, council }) : council}
      tags={
        <>
          <Tag kind="appraisal_results" code={appraisal.result} />
          {open > 0 && (
            <ToneTag tone="due" text={t("opinion.open", { n: open, of: opinions.length })} />
          )}
        </>
      }
      record={appraisal}
      spec={appraisalRecord}
    >
      {appraisal.minutes_number && (
        <span>{t("appraisal.minutes", { number: appraisal.minutes_number })}</span>
      )}
      {appraisal.resubmit_due_on && (
        <span>{t("appraisal.resubmit", { day: formatDay(appraisal.resubmit_due_on) })}</span>
      )}
      {opinions.length > 0 && <Opinions appraisal={appraisal} />}
    </Fact>
  );
}
