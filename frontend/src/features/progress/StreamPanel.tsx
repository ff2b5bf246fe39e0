import { useTranslation } from "react-i18next";
import { useLabel, useStages } from "@/api/catalogues";
import type { Summary } from "@/api/types";
import { StageBar } from "@/charts/StageBar";
import { formatNumber } from "@/i18n/format";
import { agenciesIn } from "@/ui/behind";
import { Panel } from "@/ui/Panel";
import { RowsLink } from "@/ui/RowsLink";
import { bandsOf } from "./bands";
import { EditionBars } from "./EditionBars";
import { KindHeat } from "./KindHeat";
import styles from "./StreamPanel.module.css";

/** The picture to be remembered: where all agencies stand, the same by kind and by edition. */
export function StreamPanel({ summary }: { summary: Summary }) {
  const { t } = useTranslation();
  const label = useLabel();
  const stages = useStages();
  const bands = bandsOf(summary.by_kind_stage, stages, (code) => label("stages", code), t);
  return (
    <Panel
      title={t("stream.title", { n: formatNumber(summary.agencies.in_scope) })}
      aside={<span className="screen-only">{t("stream.aside")}</span>}
    >
      <StageBar
        bands={bands}
        total={summary.agencies.in_scope}
        caption={t("stream.name")}
        link={({ segment, label: name, ...parts }) => (
          <RowsLink
            list={agenciesIn(segment.cells, undefined, segment.maintained)}
            count={segment.count}
            label={name}
            {...parts}
          />
        )}
      />
      <div className={styles.part}>
        <KindHeat summary={summary} />
      </div>
      <div className={styles.part}>
        <EditionBars summary={summary} />
      </div>
    </Panel>
  );
}
