import { useTranslation } from "react-i18next";
import { BoardFoot } from "@/features/progress/BoardFoot";
import { BoardTimeline } from "@/features/progress/BoardTimeline";
import { ChangesPanel } from "@/features/progress/ChangesPanel";
import { LatePanel } from "@/features/progress/LatePanel";
import { useSummary, useTrend } from "@/features/progress/queries";
import { Sentence } from "@/features/progress/Sentence";
import { StreamPanel } from "@/features/progress/StreamPanel";
import { Tiles } from "@/features/progress/Tiles";
import { TrendPanel } from "@/features/progress/TrendPanel";
import { useAsOf } from "@/ui/address";
import { Loading } from "@/ui/Loading";
import { PageHeader } from "@/ui/PageHeader";
import { ProblemNotice } from "@/ui/ProblemNotice";
import styles from "./DashboardPage.module.css";

export function DashboardPage() {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const summary = useSummary(asOf);
  const trend = useTrend(asOf);
  return (
    <>
      <PageHeader title={t("board.title")} />
      <BoardTimeline />
      {summary.isPending ? (
        <Loading lines={12} height={640} />
      ) : summary.error ? (
        <ProblemNotice problem={summary.error} onRetry={summary.refetch} />
      ) : (
        <div className={styles.board} aria-busy={summary.isPlaceholderData}>
          <Sentence summary={summary.data} />
          <Tiles summary={summary.data} points={trend.data?.points ?? []} />
          <div className={styles.columns}>
            <div className={styles.stack}>
              <StreamPanel summary={summary.data} />
              <TrendPanel asOf={asOf} />
            </div>
            <div className={styles.stack}>
              <LatePanel asOf={asOf} />
              <ChangesPanel day={summary.data.as_of} />
            </div>
          </div>
          <BoardFoot summary={summary.data} />
        </div>
      )}
    </>
  );
}
