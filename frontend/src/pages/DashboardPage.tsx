import { useTranslation } from "react-i18next";
import { BoardFoot } from "@/features/progress/BoardFoot";
import { BoardSkeleton } from "@/features/progress/BoardSkeleton";
import { BoardTimeline } from "@/features/progress/BoardTimeline";
import { ChangesPanel } from "@/features/progress/ChangesPanel";
import { ConclusionPanel } from "@/features/progress/ConclusionPanel";
import { DeadlinesPanel } from "@/features/progress/DeadlinesPanel";
import { DocumentsPanel } from "@/features/progress/DocumentsPanel";
import { FindingsPanel } from "@/features/progress/FindingsPanel";
import { useSummary, useTrend } from "@/features/progress/queries";
import { Sentence } from "@/features/progress/Sentence";
import { StreamPanel } from "@/features/progress/StreamPanel";
import { Tiles } from "@/features/progress/Tiles";
import { TrendPanel } from "@/features/progress/TrendPanel";
import { MakeButton } from "@/features/reports/MakeButton";
import { useSession } from "@/features/session/queries";
import { useAsOf } from "@/ui/address";
import { PageHeader } from "@/ui/PageHeader";
import { ProblemNotice } from "@/ui/ProblemNotice";
import styles from "./DashboardPage.module.css";

export function DashboardPage() {
  const { t } = useTranslation();
  const asOf = useAsOf();
  const summary = useSummary(asOf);
  const trend = useTrend(asOf);
  const session = useSession();
  const same = trend.isPlaceholderData === summary.isPlaceholderData ? trend.data : undefined;
  return (
    <>
      <PageHeader title={t("board.title")} actions={<MakeButton of={{ kind: "brief" }} />} />
      <BoardTimeline />
      {summary.isPending ? (
        <BoardSkeleton />
      ) : summary.error ? (
        <ProblemNotice problem={summary.error} onRetry={summary.refetch} />
      ) : (
        <div className={styles.board} aria-busy={summary.isPlaceholderData}>
          <Sentence summary={summary.data} before={same?.quarter_end} />
          <Tiles summary={summary.data} trend={same} />
          <div className={styles.columns}>
            <div className={styles.stack}>
              <StreamPanel summary={summary.data} />
              <TrendPanel asOf={asOf} />
              <div className={styles.pair}>
                <DocumentsPanel summary={summary.data} />
                <FindingsPanel summary={summary.data} />
              </div>
              <ConclusionPanel asOf={asOf} />
            </div>
            <div className={styles.stack}>
              <ChangesPanel day={summary.data.as_of} />
              <DeadlinesPanel asOf={asOf} overdue />
              <DeadlinesPanel asOf={asOf} overdue={false} />
            </div>
          </div>
          <BoardFoot summary={summary.data} illustration={session.data?.illustration ?? false} />
        </div>
      )}
    </>
  );
}
