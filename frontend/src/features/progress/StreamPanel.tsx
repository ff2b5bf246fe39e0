import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLabel, useStages } from "@/api/catalogues";
import type { Summary } from "@/api/types";
import { StageBar } from "@/charts/StageBar";
import { formatNumber } from "@/i18n/format";
import { Panel } from "@/ui/Panel";
import { bandsOf } from "./bands";
import { KindHeat } from "./KindHeat";
import styles from "./StreamPanel.module.css";

/** The picture to be remembered: where all agencies stand, and the same split by kind of agency. */
export function StreamPanel({ summary }: { summary: Summary }) {
  const { t } = useTranslation();
  const label = useLabel();
  const stages = useStages();
  const bands = bandsOf(summary, stages, (code) => label("stages", code), t);
  return (
    <Panel
      title={t("stream.title", { n: formatNumber(summary.agencies.in_scope) })}
      aside={<span className="screen-only">{t("stream.aside")}</span>}
    >
      <StageBar
        bands={bands}
        total={summary.agencies.in_scope}
        caption={t("stream.name")}
        link={({ stages: codes, segment, label: name, ...parts }) => (
          <Link
            to="/agencies"
            search={
              segment.code === "no_data"
                ? { flag: ["no_data"] }
                : {
                    stage: codes,
                    in_scope: "true",
                    flag: segment.maintained === "no" ? ["not_maintained"] : undefined,
                  }
            }
            aria-label={name}
            title={name}
            {...parts}
          />
        )}
      />
      {summary.by_kind_stage && (
        <div className={styles.heat}>
          <KindHeat rows={summary.by_kind_stage} byKind={summary.agencies.by_kind} />
        </div>
      )}
    </Panel>
  );
}
