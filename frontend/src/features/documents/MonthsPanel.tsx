import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { read } from "@/api/client";
import { keys } from "@/api/keys";
import { PlannedActual } from "@/charts/PlannedActual";
import type { Day } from "@/i18n/days";
import { formatDay } from "@/i18n/format";
import { Panel } from "@/ui/Panel";

type Props = { rollout: number; asOf: Day | undefined };

/** Documents planned against actual, month by month; nothing where there is no list, or only one month of it. */
export function MonthsPanel({ rollout, asOf }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: keys.documentMonths(rollout, asOf),
    queryFn: () =>
      read("/api/v1/rollouts/{id}/document-months", {
        path: { id: rollout },
        query: { as_of: asOf },
      }),
  });
  if (!data || data.months.length < 2) return null;
  const due = [
    data.documented_by && t("months.documentedBy", { day: formatDay(data.documented_by) }),
    data.operating_by && t("months.operatingBy", { day: formatDay(data.operating_by) }),
  ].filter(Boolean);
  return (
    <Panel title={t("months.title")} aside={t("months.aside")}>
      <PlannedActual months={data.months} caption={t("months.caption")} />
      <p>{due.length > 0 ? due.join(" · ") : t("months.noMilestone")}</p>
    </Panel>
  );
}
