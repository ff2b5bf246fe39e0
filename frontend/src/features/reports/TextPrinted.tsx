import { useTranslation } from "react-i18next";
import { Panel } from "@/ui/Panel";
import type { ReportDetail } from "./queries";
import { RecordLink } from "./RecordLink";
import styles from "./reports.module.css";

/** The sentences as printed, each with the record it was written from. */
export function TextPrinted({ figures }: { figures: ReportDetail["figures"] }) {
  const { t } = useTranslation();
  const told = (figures.sections ?? []).filter(({ heading, lines }) => heading || lines.length);
  if (told.length === 0) return null;
  return (
    <Panel title={figures.title ?? t("report.text")} note={t("report.textHint")}>
      <div className={styles.text}>
        {figures.subtitle && <p className={styles.quiet}>{figures.subtitle}</p>}
        {told.map(({ heading, lines }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sections of one fixed text, in their order
          <section key={`${heading}${i}`}>
            {heading && <h3>{heading}</h3>}
            {lines.map((line, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of one fixed text, in their order
              <p key={`${line.code}${n}`}>
                {line.text}
                {"\u00a0"}
                <RecordLink object={line.object} about={line.text} />
              </p>
            ))}
          </section>
        ))}
      </div>
    </Panel>
  );
}
