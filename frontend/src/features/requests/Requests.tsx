import { useTranslation } from "react-i18next";
import { type Records, useRecords } from "@/api/records";
import { formatDay } from "@/i18n/format";
import { Fact, FactList } from "@/ui/Fact";
import type { FileProps } from "@/ui/file";
import { Acts } from "@/ui/forms/Acts";
import { RecordActs } from "@/ui/forms/RecordActs";
import { Loaded } from "@/ui/Loaded";
import { Panel } from "@/ui/Panel";
import { Tag } from "@/ui/Tag";
import { useDaysLeft } from "@/ui/words";
import { askForm, requestRecord } from "./forms";

type Request = Records["requests"];

/** What the coordinator asked of the agency, what it answered, and whether that was enough. */
export function Requests({ agency, acts, asOf }: FileProps) {
  const { t } = useTranslation();
  const requests = useRecords("requests", { agency, as_of: asOf, ordering: "-asked_on" });
  return (
    <Panel title={t("request.title")}>
      <Acts acts={acts} forms={[askForm]} parents={{ agency }} />
      <Loaded query={requests}>
        {({ results }) => (
          <FactList title="" none={t("request.none")}>
            {results.map((each) => (
              <One key={each.id} request={each} />
            ))}
          </FactList>
        )}
      </Loaded>
    </Panel>
  );
}

function One({ request }: { request: Request }) {
  const { t } = useTranslation();
  const daysLeft = useDaysLeft();
  const { state, due_on, days_left, answers, closing_note } = request;
  const waits = state === "open" || state === "overdue" || state === "answered";
  return (
    <Fact
      day={formatDay(request.asked_on)}
      name={request.what.slice(0, 60)}
      title={request.what}
      tags={
        <>
          <Tag kind="request_states" code={state} />
          {waits && <RecordActs id={request.id} spec={requestRecord} />}
        </>
      }
      record={request}
      spec={requestRecord}
    >
      <span>
        {[
          t("request.by", { who: request.asked_by }),
          due_on && t("request.due", { day: formatDay(due_on) }),
          days_left !== null && daysLeft(days_left),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
      {answers.map((each) => (
        <span key={each.id}>
          ↳ {formatDay(each.answered_on)}: {each.text || t("request.byFile")}
          {each.returned_on &&
            ` – ${t("request.returned", { day: formatDay(each.returned_on), why: each.return_reason ?? "" })}`}
        </span>
      ))}
      {closing_note && <span>{closing_note}</span>}
    </Fact>
  );
}
