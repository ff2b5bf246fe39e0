import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { useRecords } from "@/api/records";
import { Empty } from "@/ui/Empty";
import { Fact, FactList } from "@/ui/Fact";
import { useFactDay } from "@/ui/factDay";
import type { FileProps } from "@/ui/file";
import { Acts } from "@/ui/forms/Acts";
import { RecordActs } from "@/ui/forms/RecordActs";
import { Loaded } from "@/ui/Loaded";
import { Panel } from "@/ui/Panel";
import { Tag } from "@/ui/Tag";
import {
  applicationForm,
  applicationRecord,
  certificateForm,
  declarationForm,
  eventRecord,
  pauseForm,
} from "./forms";
import { Certificates, Declarations } from "./Proofs";

/** Application, certificates, declarations, and what happened to them; a declaration is no certificate. */
export function ProofsTab({ agency, rollout, acts, asOf }: FileProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t("tab.proofs")}>
      <Acts
        acts={acts}
        forms={[applicationForm, certificateForm, declarationForm, pauseForm]}
        parents={{ rollout, agency }}
      />
      {rollout === undefined ? (
        <Empty text={t("tab.proofsEmpty")} />
      ) : (
        <Proofs query={{ rollout, as_of: asOf }} />
      )}
    </Panel>
  );
}

function Proofs({ query }: Props) {
  return (
    <>
      <Certificates query={query} />
      <Declarations query={query} />
      <Applications query={query} />
      <Events query={query} />
    </>
  );
}

type Props = { query: { rollout: number; as_of: string | undefined } };

function Applications({ query }: Props) {
  const { t } = useTranslation();
  const day = useFactDay();
  const applications = useRecords("applications", query);
  return (
    <Loaded query={applications}>
      {({ results }) => (
        <FactList title={t("application.title")} none={t("application.none")}>
          {results.map((each) => (
            <Fact
              key={each.id}
              day={each.state === "being_prepared" ? "–" : day(each, "sent_on")}
              name={t("application.title")}
              title={each.number || t("application.one")}
              tags={
                <>
                  <Tag kind="application_states" code={each.state} />
                  {each.state !== "sent" && <RecordActs id={each.id} spec={applicationRecord} />}
                </>
              }
              record={each}
              spec={applicationRecord}
            >
              {each.addressee && <span>{t("application.to", { who: each.addressee })}</span>}
            </Fact>
          ))}
        </FactList>
      )}
    </Loaded>
  );
}

function Events({ query }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const day = useFactDay();
  const events = useRecords("status-events", query);
  if (!events.data?.results.length) return null;
  return (
    <FactList title={t("event.title")} none="">
      {events.data.results.map((each) => (
        <Fact
          key={each.id}
          day={day(each, "on")}
          name={label("status_event_kinds", each.kind)}
          title={<Tag kind="status_event_kinds" code={each.kind} />}
          record={each}
          spec={eventRecord}
        >
          {[each.cause, each.document_number].filter(Boolean).join(" · ")}
        </Fact>
      ))}
    </FactList>
  );
}
