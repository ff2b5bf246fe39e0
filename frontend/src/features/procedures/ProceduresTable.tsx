import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { Records } from "@/api/records";
import type { Precision } from "@/i18n/days";
import { formatDay } from "@/i18n/format";
import { RecordMenu } from "@/ui/forms/RecordMenu";
import { ProvenanceHint } from "@/ui/ProvenanceHint";
import { useWanted } from "@/ui/records";
import { Tag, ToneTag } from "@/ui/Tag";
import { procedureRecord } from "./forms";
import styles from "./procedures.module.css";

type Procedure = Records["admin-procedures"];

export function ProceduresTable({ rows }: { rows: Procedure[] }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.box} aria-label={t("procedure.title")} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t("procedure.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("procedure.name")}</th>
            <th scope="col">{t("field.field")}</th>
            <th scope="col">{t("procedure.limit")}</th>
            <th scope="col">{t("procedure.status")}</th>
            <th scope="col">{t("procedure.documents")}</th>
            <th scope="col">
              <span className="visually-hidden">{t("form.acts")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row }: { row: Procedure }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { mark } = useWanted("admin-procedures", row.id);
  return (
    <tr {...mark}>
      <th scope="row">
        <span className={styles.code}>{row.code}</span> {row.name}
      </th>
      <td>
        {[row.field, row.level && label("procedure_levels", row.level)]
          .filter(Boolean)
          .join(" · ") || "–"}
      </td>
      <td
        className={styles.number}
        data-unit={t("procedure.days")}
        data-unknown={row.time_limit_days === null || undefined}
      >
        {row.time_limit_days ?? "–"}
      </td>
      <td>
        <Tag kind="procedure_statuses" code={row.status} />
        <span className={styles.more}>
          {[
            row.decision_no,
            row.published_on &&
              formatDay(row.published_on, (row.published_on_precision || "day") as Precision),
            row.replaced_by && t("procedure.replacedBy", { code: row.replaced_by }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </td>
      <td>
        {row.documents.length === 0 && (
          <span className={styles.more}>{t("procedure.noDocument")}</span>
        )}
        {row.documents.map((each) => (
          <span key={each.id} className={styles.document}>
            <Link
              to="/records/$object"
              params={{ object: `document:${each.id}` }}
              title={each.title || undefined}
            >
              {each.code}
            </Link>
            {each.needs_review && <ToneTag tone="due" text={t("procedure.review")} />}
          </span>
        ))}
      </td>
      <td className={styles.controls}>
        <ProvenanceHint provenance={row.provenance} />
        <RecordMenu id={row.id} spec={procedureRecord} name={row.code} />
      </td>
    </tr>
  );
}
