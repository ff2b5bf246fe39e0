import { Tabs } from "@mantine/core";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Lineage } from "@/features/agencies/Lineage";
import { useAgency } from "@/features/agencies/queries";
import { JourneyPanel } from "@/features/progress/JourneyPanel";
import { useRollouts } from "@/features/progress/queries";
import { formatDay } from "@/i18n/format";
import { useAsOf } from "@/ui/address";
import { Empty } from "@/ui/Empty";
import { FlagTag } from "@/ui/FlagTag";
import { Loading } from "@/ui/Loading";
import { PageHeader } from "@/ui/PageHeader";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { StageTag } from "@/ui/StageTag";

const tabs = ["plan", "documents", "audits", "proofs", "history"] as const;

export function AgencyPage() {
  const { t } = useTranslation();
  const { code } = useParams({ from: "/shell/agencies/$code" });
  const { tab = "plan" } = useSearch({ from: "/shell/agencies/$code" });
  const navigate = useNavigate({ from: "/agencies/$code" });
  const asOf = useAsOf();
  const agency = useAgency(code, asOf);
  const rollouts = useRollouts(code, asOf);

  if (agency.isPending) return <Loading lines={10} height={480} />;
  if (agency.error) return <ProblemNotice problem={agency.error} onRetry={agency.refetch} />;
  const current = rollouts.data?.results[0];
  const { valid_to: ended, as_of: day } = agency.data;

  return (
    <>
      <PageHeader
        title={agency.data.name}
        above={<Lineage code={code} />}
        beside={
          current && (
            <>
              <StageTag stage={current.stage} noData={current.flags.includes("no_data")} />
              <span>
                {current.stage_since && t("agency.since", { day: formatDay(current.stage_since) })}
              </span>
              {current.flags.map((flag) => (
                <FlagTag key={flag} flag={flag} />
              ))}
            </>
          )
        }
      />
      {ended && ended <= day && <p>{t("agency.ended", { day: formatDay(ended) })}</p>}
      {rollouts.isPending ? (
        <Loading lines={4} height={150} />
      ) : rollouts.error ? (
        <ProblemNotice problem={rollouts.error} onRetry={rollouts.refetch} />
      ) : (
        <JourneyPanel rollouts={rollouts.data.results} asOf={asOf} />
      )}
      <Tabs
        value={tab}
        onChange={(next) =>
          void navigate({
            search: (old) => ({ ...old, tab: next ?? undefined }),
            resetScroll: false,
          })
        }
        keepMounted={false}
      >
        <Tabs.List aria-label={t("agency.tabs")}>
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`tab.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((each) => (
          <Tabs.Panel key={each} value={each} pt="md">
            <Empty text={t(`tab.${each}Empty`)} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}
