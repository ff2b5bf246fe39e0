import { useTranslation } from "react-i18next";
import { formatDay } from "@/i18n/format";
import { RecordActs } from "@/ui/forms/RecordActs";
import { JobBar } from "@/ui/JobBar";
import { Loaded } from "@/ui/Loaded";
import { PageHeader } from "@/ui/PageHeader";
import { ToneTag } from "@/ui/Tag";
import { Annexes } from "./Annexes";
import { Comparison } from "./Comparison";
import { Facts } from "./Facts";
import { Files } from "./Files";
import { reportRecord } from "./forms";
import { Gaps } from "./Gaps";
import { Groups } from "./Groups";
import { isRunning, type ReportDetail, useReport } from "./queries";
import styles from "./reports.module.css";
import { TextParts } from "./TextParts";
import { TextPrinted } from "./TextPrinted";
import { StateOfReport, useReportName } from "./words";

/** One report: what was printed, what is missing, how it compares with today, who stands behind it. */
export function ReportView({ id }: { id: number }) {
  const report = useReport(id);
  return (
    <Loaded query={report} lines={12} height={480}>
      {(data) => <Whole report={data} />}
    </Loaded>
  );
}

function Whole({ report }: { report: ReportDetail }) {
  const { t } = useTranslation();
  const nameOf = useReportName();
  const { figures } = report;
  return (
    <div className={styles.page}>
      <PageHeader
        title={nameOf(report)}
        withDay={false}
        beside={
          <>
            <StateOfReport report={report} />
            {report.signed_off_on && (
              <ToneTag
                tone="good"
                text={t("report.signedOffOn", { day: formatDay(report.signed_off_on) })}
              />
            )}
          </>
        }
        actions={report.files.length > 0 && <Files files={report.files} large />}
      />
      <RecordActs id={report.id} spec={reportRecord(report)} />
      {isRunning(report) && (
        <JobBar
          job={report.state === "making" ? (report.job ?? null) : null}
          waiting={t("report.waiting")}
          progress={(a, b) => t("report.progress", { a, b })}
        />
      )}
      {report.state === "failed" && (
        <div role="alert" className={styles.failed}>
          {report.failure === "interrupted" ? (
            <p>{t("report.interrupted")}</p>
          ) : (
            <>
              <p>{t("report.failed")}</p>
              <code>{report.failure}</code>
            </>
          )}
        </div>
      )}
      <div className={styles.columns}>
        <div className={styles.stack}>
          <TextPrinted figures={figures} />
          <TextParts parts={report.parts} />
          {report.printed && <Groups groups={figures.groups ?? []} />}
          <Annexes annexes={figures.annexes ?? []} />
        </div>
        <div className={styles.stack}>
          <Facts report={report} />
          {report.state === "ready" && <Comparison report={report} />}
          <Gaps gaps={figures.gaps ?? []} />
        </div>
      </div>
    </div>
  );
}
