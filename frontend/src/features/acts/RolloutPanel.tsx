import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { NextAct, Rollout } from "@/api/types";
import { JourneyStrip } from "@/charts/JourneyStrip";
import type { Day } from "@/i18n/days";
import { RecordMenu } from "@/ui/forms/RecordMenu";
import { Loaded } from "@/ui/Loaded";
import { Panel } from "@/ui/Panel";
import { FactsLine } from "./FactsLine";
import { rolloutRecord } from "./forms";
import { NextStepLink } from "./NextStepLink";
import { useRoad } from "./queries";
import styles from "./RolloutPanel.module.css";

type Props = {
  rollout: Rollout;
  acts: readonly NextAct[];
  asOf: Day | undefined;
  children?: ReactNode;
};

export function useRolloutTitle() {
  const { t } = useTranslation();
  const label = useLabel();
  return (rollout: Rollout) =>
    t("agency.journey", {
      track: label("tracks", rollout.track),
      edition: rollout.edition,
      cycle: rollout.cycle,
    });
}

/** The road of the rollout that is open: its stations, the next step, its facts on one line. */
export function RolloutPanel({ rollout, acts, asOf, children }: Props) {
  const title = useRolloutTitle();
  const road = useRoad(rollout.id, asOf);
  const ended = rollout.stage === "closed";
  return (
    <Panel
      title={title(rollout)}
      aside={
        !ended &&
        road.data && (
          <>
            <NextStepLink stations={road.data} acts={acts} />
            <RecordMenu id={rollout.id} spec={rolloutRecord} name={title(rollout)} />
          </>
        )
      }
    >
      <Loaded query={road} lines={4} height={110}>
        {(stations) => <JourneyStrip stations={stations} label={title(rollout)} ended={ended} />}
      </Loaded>
      <FactsLine rollout={rollout} asOf={asOf} />
      <div className={styles.below}>{children}</div>
    </Panel>
  );
}

/** Earlier cycles, folded: their roads, and the way into their file. */
export function EarlierRollouts({
  rollouts,
  asOf,
}: {
  rollouts: Rollout[];
  asOf: Day | undefined;
}) {
  const { t } = useTranslation();
  if (rollouts.length === 0) return null;
  return (
    <details className={styles.earlier}>
      <summary>{t("agency.earlier", { n: rollouts.length })}</summary>
      {rollouts.map((rollout) => (
        <Earlier key={rollout.id} rollout={rollout} asOf={asOf} />
      ))}
    </details>
  );
}

function Earlier({ rollout, asOf }: { rollout: Rollout; asOf: Day | undefined }) {
  const { t } = useTranslation();
  const title = useRolloutTitle();
  const road = useRoad(rollout.id, asOf);
  return (
    <div className={styles.cycle}>
      <div className={styles.head}>
        <h3>{title(rollout)}</h3>
        <Link to="." search={(old) => ({ ...old, rollout: rollout.id })}>
          {t("agency.openFile")}
        </Link>
      </div>
      <Loaded query={road} height={110}>
        {(stations) => <JourneyStrip stations={stations} label={title(rollout)} ended />}
      </Loaded>
    </div>
  );
}
