import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { Records } from "@/api/records";
import { formatDay } from "@/i18n/format";
import { useFactDay } from "@/ui/factDay";
import { RecordMenu } from "@/ui/forms/RecordMenu";
import { ProvenanceHint } from "@/ui/ProvenanceHint";
import { useWanted } from "@/ui/records";
import { Tag } from "@/ui/Tag";
import styles from "./AuditsTab.module.css";
import { FindingsSheet } from "./FindingsSheet";
import { auditRecord } from "./forms";

type Audit = Records["audits"];
type Props = { audit: Audit; findings: Records["findings"][] };

/** One audit: when, by whom, to which edition, and the sheet of what it found. */
export function Audit({ audit, findings }: Props) {
  const { t } = useTranslation();
  const { mark } = useWanted("audits", audit.id);
  const label = useLabel();
  const day = useFactDay();
  const held = audit.from
    ? audit.to && audit.to !== audit.from
      ? `${day(audit, "from")}–${day(audit, "to")}`
      : day(audit, "from")
    : audit.planned_on
      ? t("audit.planned", { day: formatDay(audit.planned_on) })
      : t("journey.noDay");
  const { major, minor, observation, unverified, open } = audit.findings as Record<string, number>;
  const facts = [
    audit.body_name,
    audit.edition && `TCVN ISO 9001:${audit.edition}`,
    audit.lead && t("audit.lead", { who: audit.lead }),
    audit.report_number && t("audit.report", { number: audit.report_number }),
    audit.recommendation && label("audit_recommendations", audit.recommendation),
  ].filter(Boolean);
  const type = audit.type ? label("audit_types", audit.type) : t(`audit.${audit.kind}`);
  return (
    <article className={styles.audit} {...mark}>
      <div className={styles.head}>
        <h3>
          {held} · {type} <Tag kind="inspection_results" code={audit.result} />
        </h3>
        <span className={styles.controls}>
          <ProvenanceHint provenance={audit.provenance} />
          <RecordMenu
            id={audit.id}
            spec={auditRecord[audit.kind] ?? { collection: "audits" }}
            name={`${type} ${held}`}
          />
        </span>
      </div>
      {facts.length > 0 && <p className={styles.line}>{facts.join(" · ")}</p>}
      {audit.conclusions && <p className={styles.line}>{audit.conclusions}</p>}
      <p className={styles.counts}>
        {t("facts.findings", { major, minor, observation })}
        {Boolean(open) && `; ${t("facts.open", { n: open })}`}
        {Boolean(unverified) && `; ${t("facts.unverified", { n: unverified })}`}
      </p>
      {findings.length > 0 && <FindingsSheet findings={findings} />}
    </article>
  );
}
