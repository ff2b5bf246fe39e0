import { useTranslation } from "react-i18next";
import { Panel } from "@/ui/Panel";
import type { ReportDetail } from "./queries";
import { RecordLink } from "./RecordLink";
import styles from "./reports.module.css";

type Props = { gaps: NonNullable<ReportDetail["figures"]["gaps"]> };

/** The facts that the report lacks, for the officer who can enter them. */
export function Gaps({ gaps }: Props) {
  const { t } = useTranslation();
  if (gaps.length === 0) return null;
  return (
    <Panel title={t("report.gaps", { n: gaps.length })} note={t("report.gapsHint")}>
      <ul className={styles.gaps}>
        {gaps.map(({ code, text, object }) => (
          <li key={`${code}${object}`}>
            {text}
            {"\u00a0"}
            <RecordLink object={object} about={text} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
