import { useTranslation } from "react-i18next";
import { Panel } from "@/ui/Panel";
import type { ReportDetail } from "./queries";
import styles from "./reports.module.css";

/** What people wrote beside the figures, part by part. */
export function TextParts({ parts }: Pick<ReportDetail, "parts">) {
  const { t } = useTranslation();
  if (parts.length === 0) return null;
  return (
    <Panel title={t("report.parts")} note={t("report.partsHint")}>
      <dl className={styles.parts}>
        {parts.map(({ code, label, text }) => (
          <div key={code}>
            <dt>{label}</dt>
            <dd data-empty={!text || undefined}>{text || t("report.partEmpty")}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
