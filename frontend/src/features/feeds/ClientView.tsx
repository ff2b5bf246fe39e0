import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { get, useRecord } from "@/api/records";
import type { components } from "@/api/schema";
import { formatMoment } from "@/i18n/format";
import { RecordActs } from "@/ui/forms/RecordActs";
import { Loaded } from "@/ui/Loaded";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import styles from "./feeds.module.css";
import { clientRecord } from "./forms";
import { DayTable, RequestTable } from "./Usage";
import { lastDay, StateOfClient } from "./words";

type Usage = components["schemas"]["UsageShape"];

/** One reader of the feeds: what its token opens, and what it asked for. */
export function ClientView({ id }: { id: number }) {
  const { t } = useTranslation();
  const client = useRecord("feed-clients", id);
  const usage = useQuery({
    queryKey: ["records", "feed-clients", id, "usage"],
    queryFn: () => get<Usage>(`feed-clients/${id}/usage`),
  });
  return (
    <div className={styles.page}>
      <Loaded query={client} lines={6} height={200}>
        {(data) => (
          <>
            <PageHeader
              title={data.name}
              withDay={false}
              above={<Link to="/feed-clients">{t("feed.back")}</Link>}
              beside={<StateOfClient state={data.state} />}
            />
            <RecordActs id={id} spec={clientRecord} />
            <Panel title={t("feed.title")}>
              <dl className={styles.facts}>
                <Fact term={t("feed.hint")} words={`${data.hint}…`} />
                <Fact
                  term={t("feed.scopes")}
                  words={data.scopes.map((scope) => t(`feed.scope.${scope}`)).join(", ")}
                />
                <Fact term={t("feed.expires")} words={lastDay(data.expires_at)} />
                <Fact
                  term={t("feed.addresses")}
                  words={data.addresses.join(", ") || t("feed.anyAddress")}
                />
                <Fact term={t("feed.perMinute")} words={String(data.per_minute)} />
                <Fact term={t("feed.contact")} words={data.contact || "–"} />
                <Fact term={t("feed.issuedOn")} words={formatMoment(data.issued_at)} />
                {data.revoked_at && (
                  <Fact term={t("feed.revokedOn")} words={formatMoment(data.revoked_at)} />
                )}
              </dl>
            </Panel>
          </>
        )}
      </Loaded>
      <Loaded query={usage} lines={8} height={300}>
        {({ days, requests }) => (
          <div className={styles.columns}>
            <Panel
              title={t("feed.log")}
              note={requests.length > 0 && t("feed.logHint", { n: requests.length })}
            >
              <RequestTable requests={requests} />
            </Panel>
            <Panel title={t("feed.days")}>
              <DayTable days={days} />
            </Panel>
          </div>
        )}
      </Loaded>
    </div>
  );
}

function Fact({ term, words }: { term: string; words: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{words}</dd>
    </div>
  );
}
