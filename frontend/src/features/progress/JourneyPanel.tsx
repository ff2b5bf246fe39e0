import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { Rollout } from "@/api/types";
import { JourneyStrip } from "@/charts/JourneyStrip";
import type { Day } from "@/i18n/days";
import { Empty } from "@/ui/Empty";
import { Loading } from "@/ui/Loading";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import styles from "./JourneyPanel.module.css";
import { useJourney } from "./queries";

/** The running journey open, earlier cycles folded above it. */
export function JourneyPanel({ rollouts, asOf }: { rollouts: Rollout[]; asOf: Day | undefined }) {
  const { t } = useTranslation();
  const title = useTitle();
  const [current, ...earlier] = rollouts;
  if (!current) return <Empty text={t("agency.noRollout")} />;
  return (
    <>
      {earlier.length > 0 && (
        <details className={styles.earlier}>
          <summary>{t("agency.earlier", { n: earlier.length })}</summary>
          {earlier.map((rollout) => (
            <div key={rollout.id} className={styles.cycle}>
              <h3>{title(rollout)}</h3>
              <Journey rollout={rollout} asOf={asOf} />
            </div>
          ))}
        </details>
      )}
      <Panel title={title(current)}>
        <Journey rollout={current} asOf={asOf} />
      </Panel>
    </>
  );
}

function useTitle() {
  const { t } = useTranslation();
  const label = useLabel();
  return (rollout: Rollout) =>
    t("agency.journey", {
      track: label("tracks", rollout.track),
      edition: rollout.edition,
      cycle: rollout.cycle,
    });
}

function Journey({ rollout, asOf }: { rollout: Rollout; asOf: Day | undefined }) {
  const title = useTitle();
  const journey = useJourney(rollout.id, asOf);
  if (journey.isPending) return <Loading lines={4} height={110} />;
  if (journey.error) return <ProblemNotice problem={journey.error} onRetry={journey.refetch} />;
  return <JourneyStrip stations={journey.data} current={rollout.stage} label={title(rollout)} />;
}
