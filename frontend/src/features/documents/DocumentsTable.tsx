import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { formatDay, formatNumber } from "@/i18n/format";
import { RecordMenu } from "@/ui/forms/RecordMenu";
import { Icon } from "@/ui/Icon";
import { ProvenanceHint } from "@/ui/ProvenanceHint";
import styles from "./DocumentsTable.module.css";
import { documentRecord } from "./forms";
import { type Document, type Group, STEPS, stepsTaken, type Version } from "./groups";

type Props = { groups: Group[]; latest: Map<number, Version> };

/** The list by kind; a kind that a source only counted stands as one line until somebody opens it. */
export function DocumentsTable({ groups, latest }: Props) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.box} aria-label={t("tab.documents")} tabIndex={0}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t("tab.documents")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("document.document")}</th>
            <th scope="col">{t("document.progress")}</th>
            <th scope="col">{t("document.version")}</th>
            <th scope="col">{t("field.issued_on")}</th>
            <th scope="col">{t("field.effective_on")}</th>
            <th scope="col">
              <span className="visually-hidden">{t("form.acts")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Kind key={group.kind} group={group} latest={latest} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Kind({ group, latest }: { group: Group; latest: Map<number, Version> }) {
  const { t } = useTranslation();
  const label = useLabel();
  const counted = group.placeholders === group.rows.length;
  const [open, setOpen] = useState(!counted);
  return (
    <Fragment>
      <tr className={styles.kind}>
        <th scope="rowgroup" colSpan={6}>
          <button type="button" aria-expanded={open} onClick={() => setOpen((was) => !was)}>
            <Icon name={open ? "down" : "right"} size={12} />
            {label("document_kinds", group.kind)}
            <span className={styles.count}>
              {t("document.count", {
                a: formatNumber(group.inForce),
                b: formatNumber(group.rows.length),
              })}
            </span>
            {group.placeholders > 0 && (
              <span className={styles.placeholder}>
                {t("document.placeholders", { n: group.placeholders })}
              </span>
            )}
          </button>
        </th>
      </tr>
      {open && group.rows.map((row) => <Row key={row.id} row={row} version={latest.get(row.id)} />)}
    </Fragment>
  );
}

function Row({ row, version }: { row: Document; version: Version | undefined }) {
  const { t } = useTranslation();
  return (
    <tr data-state={row.state}>
      <th scope="row">
        <span className={styles.code}>{row.code}</span> {row.title}
        {row.unit && <span className={styles.unit}> · {row.unit}</span>}
        {row.placeholder && (
          <span className={styles.placeholder}> {t("document.placeholder")}</span>
        )}
      </th>
      <td>
        <Steps state={row.state} />
      </td>
      <td>
        {version ? t("document.issue", { a: version.issue_no, b: version.revision_no }) : "–"}
      </td>
      <td>{formatDay(version?.issued_on)}</td>
      <td>
        {row.withdrawn_on && row.state === "withdrawn"
          ? t("document.withdrawn", { day: formatDay(row.withdrawn_on) })
          : formatDay(row.effective_on)}
      </td>
      <td className={styles.controls}>
        <ProvenanceHint provenance={row.provenance} />
        <RecordMenu id={row.id} spec={documentRecord} name={row.code} />
      </td>
    </tr>
  );
}

/** Listed, drafted, reviewed, approved, issued, in force: as many segments as are done. */
function Steps({ state }: { state: string }) {
  const label = useLabel();
  const word = label("document_states", state === "planned" ? "listed" : state);
  const done = stepsTaken(state);
  return (
    <span className={styles.steps}>
      <span className={styles.bars} aria-hidden="true">
        {STEPS.map((step, i) => (
          <span key={step} data-done={i < done || undefined} />
        ))}
      </span>
      {word}
    </span>
  );
}
