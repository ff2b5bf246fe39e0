import { useTranslation } from "react-i18next";
import { useStages } from "@/api/catalogues";
import { Trend } from "@/charts/Trend";
import type { Day } from "@/i18n/days";
import { Loading } from "@/ui/Loading";
import { Panel } from "@/ui/Panel";
import { ProblemNotice } from "@/ui/ProblemNotice";
import { columnsOf } from "./bands";
import { useTrend } from "./queries";

export function TrendPanel({ asOf }: { asOf: Day | undefined }) {
  const { t } = useTranslation();
  const stages = useStages();
  const trend = useTrend(asOf);
  return (
    <Panel title={t("trend.title")} aside={t("trend.aside")}>
      {trend.isPending ? (
        <Loading lines={6} height={190} />
      ) : trend.error ? (
        <ProblemNotice problem={trend.error} onRetry={trend.refetch} />
      ) : (
        <Trend columns={columnsOf(trend.data.points, stages, t)} caption={t("trend.caption")} />
      )}
    </Panel>
  );
}
