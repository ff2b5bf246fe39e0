import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDay, formatMoment } from "@/i18n/format";
import { Icon } from "@/ui/Icon";
import { Panel } from "@/ui/Panel";
import type { ReportDetail } from "./queries";
import styles from "./reports.module.css";

/** Of which day and period, by whom and when; and the fingerprint of its figures. */
export function Facts({ report }: { report: ReportDetail }) {
  const { t } = useTranslation();
  const { period, sha256 } = report;
  const rows: [string, ReactNode][] = [
    [t("report.day"), formatDay(report.day)],
    ...(period
      ? ([
          [
            t("report.period"),
            `${period.label} (${t("report.periodSpan", {
              from: formatDay(period.from),
              to: formatDay(period.to),
            })})`,
          ],
        ] as [string, ReactNode][])
      : []),
    [t("report.madeBy"), report.made_by_name],
    [t("report.madeAt"), formatMoment(report.made_at ?? report.asked_at)],
    ...(report.printed
      ? ([
          [t("field.number"), report.number || "–"],
          [t("report.paperSigned"), formatDay(report.signed_on)],
        ] as [string, ReactNode][])
      : []),
  ];
  return (
    <Panel title={t("report.kind")}>
      <dl className={styles.facts}>
        {rows.map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {report.illustration && (
        <p className={styles.due}>
          <Icon name="alert" size={14} /> {t("report.illustration")}
        </p>
      )}
      {sha256 && <Fingerprint sha256={sha256} />}
    </Panel>
  );
}

function Fingerprint({ sha256 }: { sha256: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <div className={styles.fingerprint}>
      <span className={styles.quiet}>{t("report.fingerprint")}</span>
      <code data-sha256>{sha256}</code>
      <Button
        className="screen-only"
        size="compact-xs"
        variant="default"
        aria-label={t("report.copyFingerprint")}
        leftSection={<Icon name={copied ? "check" : "copy"} size={12} />}
        onClick={() => navigator.clipboard?.writeText(sha256).then(() => setCopied(true))}
      >
        {t(copied ? "sentence.copied" : "report.copy")}
      </Button>
      <p className={styles.quiet}>{t("report.fingerprintHint")}</p>
    </div>
  );
}
