import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { NextAct } from "@/api/types";
import { rolloutForm } from "@/features/acts/forms";
import { useFileRollouts, useRolloutDetail, useStanding } from "@/features/acts/queries";
import { EarlierRollouts, RolloutPanel } from "@/features/acts/RolloutPanel";
import { Lineage } from "@/features/agencies/Lineage";
import { useAgency } from "@/features/agencies/queries";
import { Rename } from "@/features/agencies/Rename";
import { MakeButton } from "@/features/reports/MakeButton";
import { formatDay } from "@/i18n/format";
import { useAsOf } from "@/ui/address";
import { Empty } from "@/ui/Empty";
import { Acts } from "@/ui/forms/Acts";
import { Loaded } from "@/ui/Loaded";
import { Loading } from "@/ui/Loading";
import { PageHeader } from "@/ui/PageHeader";
import { ProblemNotice } from "@/ui/ProblemNotice";
import styles from "./AgencyPage.module.css";
import { Flags, Standing } from "./agency/Standing";
import { AgencyTabs } from "./agency/Tabs";

type FileSearch = { tab?: string; rollout?: number };

/** The file of one agency on a day: where it stands, the road it came, and everything on record. */
export function AgencyPage() {
  const { t } = useTranslation();
  const { code } = useParams({ from: "/shell/agencies/$code" });
  const { tab, rollout: asked } = useSearch({ from: "/shell/agencies/$code" });
  const navigate = useNavigate({ from: "/agencies/$code" });
  const asOf = useAsOf();
  const agency = useAgency(code, asOf);
  const stands = useStanding(code, agency.data?.name, asOf);
  const standing = stands.data;
  // Another rollout's file must not be shown, and written into, until it is known which one is current.
  const ready = asked !== undefined || !stands.isPending;
  const rollouts = useFileRollouts(code, asOf);
  const all = rollouts.data?.results ?? [];
  const held = useHeld(`${code} ${asOf}`, stands.isPlaceholderData ? undefined : standing?.rollout);
  const wanted = asked ?? held ?? standing?.rollout;
  const detail = useRolloutDetail(wanted ?? all[0]?.id, asOf);
  // A rollout just opened stands in no list before its first dated fact.
  const fresh = asked && detail.data?.agency.code === code ? detail.data : undefined;
  const current = all.find((each) => each.id === wanted) ?? fresh ?? all[0];

  if (agency.isPending || (agency.data && !ready)) return <Loading lines={10} height={480} />;
  if (agency.error) return <ProblemNotice problem={agency.error} onRetry={agency.refetch} />;
  const { valid_to: ended, as_of: day } = agency.data as typeof agency.data & { as_of: string };
  const begin = rollouts.data?.next_acts ?? [];
  const acts = [detail.data, agency.data, rollouts.data].flatMap(nextActsOf);

  const go = (search: FileSearch) =>
    void navigate({
      search: (old) => ({
        ...old,
        act: undefined,
        object: undefined,
        record: undefined,
        ...search,
      }),
      resetScroll: false,
    });
  const over = Boolean(ended && ended < day);
  const opening = !(over && current) && (
    <Acts
      acts={begin}
      forms={[rolloutForm]}
      parents={{ agency: code }}
      onTaken={(made) => go({ tab: "plan", rollout: (made as { id: number }).id })}
    />
  );

  return (
    <div className={styles.page}>
      <PageHeader
        title={agency.data.name}
        above={
          <>
            <Lineage code={code} />
            <Rename agency={agency.data} acts={nextActsOf(agency.data)} />
          </>
        }
        beside={<Standing row={standing} rollout={current} />}
        actions={<MakeButton of={{ kind: "agency", agency: code }} />}
      />
      <Flags row={standing} rollout={current} />
      {over && <p>{t("agency.ended", { day: formatDay(ended) })}</p>}
      <Loaded query={rollouts} lines={4} height={150}>
        {() =>
          current ? (
            <RolloutPanel rollout={current} acts={acts} asOf={asOf}>
              {opening}
            </RolloutPanel>
          ) : (
            <Empty text={t("agency.noRollout")}>{opening}</Empty>
          )
        }
      </Loaded>
      <EarlierRollouts rollouts={all.filter((each) => each.id !== current?.id)} asOf={asOf} />
      <AgencyTabs
        tab={tab}
        onTab={(next) => go({ tab: next })}
        file={{ agency: code, rollout: current?.id, acts, asOf }}
      />
    </div>
  );
}

/** The first that is told of a file stays: what is written here must not turn the page to another. */
function useHeld<T>(file: string, told: T | null | undefined): T | undefined {
  const [held, setHeld] = useState<{ file: string; value: T }>();
  if (held?.file === file) return held.value;
  if (told !== undefined && told !== null) setHeld({ file, value: told });
  return undefined;
}

const nextActsOf = (answer: object | undefined): NextAct[] =>
  (answer as { next_acts?: NextAct[] } | undefined)?.next_acts ?? [];
