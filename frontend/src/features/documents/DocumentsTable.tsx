import { useSearch } from "@tanstack/react-router";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { formatDay, formatNumber } from "@/i18n/format";
import { RecordMenu } from "@/ui/forms/RecordMenu";
import { Icon } from "@/ui/Icon";
import { ProvenanceHint } from "@/ui/ProvenanceHint";
import { useWanted } from "@/ui/records";
import { ToneTag } from "@/ui/Tag";
import styles from "./DocumentsTable.module.css";
import { documentRecord } from "./forms";
import type { Document, Group, Version } from "./groups";
import { Steps } from "./Steps";

export type Chosen = {
  ids: ReadonlySet<number>;
  onChange: (ids: readonly number[], chosen: boolean) => void;
};
type Props = { groups: Group[]; latest: Map<number, Version>; chosen: Chosen };

/** The list by kind; a kind that a source only counted stands as one line until somebody opens it. */
export function DocumentsTable({ groups, latest, chosen }: Props) {
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
            <Kind key={group.kind} group={group} latest={latest} chosen={chosen} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type KindProps = { group: Group; latest: Map<number, Version>; chosen: Chosen };

function Kind({ group, latest, chosen }: KindProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const counted = group.placeholders === group.rows.length;
  const { record } = useSearch({ strict: false }) as { record?: string };
  const wanted = group.rows.some(({ id }) => record === `document:${id}`);
  const [open, setOpen] = useState(!counted || wanted);
  return (
    <Fragment>
      <tr className={styles.kind}>
        <th scope="rowgroup" colSpan={6}>
          <Choose
            name={t("bulk.all", { kind: label("document_kinds", group.kind) })}
            ids={group.rows.map(({ id }) => id)}
            chosen={chosen}
          />
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
      {open &&
        group.rows.map((row) => (
          <Row key={row.id} row={row} version={latest.get(row.id)} chosen={chosen} />
        ))}
    </Fragment>
  );
}

/** A box that takes one document, or all of a kind, into the choice. */
function Choose({ name, ids, chosen }: { name: string; ids: number[]; chosen: Chosen }) {
  const n = ids.filter((id) => chosen.ids.has(id)).length;
  return (
    <input
      type="checkbox"
      className={`${styles.choose} screen-only`}
      aria-label={name}
      checked={n > 0 && n === ids.length}
      ref={(box) => {
        if (box) box.indeterminate = n > 0 && n < ids.length;
      }}
      onChange={(event) => chosen.onChange(ids, event.currentTarget.checked)}
    />
  );
}

type RowProps = { row: Document; version: Version | undefined; chosen: Chosen };

function Row({ row, version, chosen }: RowProps) {
  const { t } = useTranslation();
  const { mark } = useWanted("documents", row.id);
  return (
    <tr data-state={row.state} {...mark}>
      <th scope="row">
        <Choose name={t("bulk.one", { code: row.code })} ids={[row.id]} chosen={chosen} />
        <span className={styles.code}>{row.code}</span> {row.title}
        {row.unit && <span className={styles.unit}> · {row.unit}</span>}
        {row.placeholder && (
          <span className={styles.placeholder}> {t("document.placeholder")}</span>
        )}
        {row.needs_review && <ToneTag tone="due" text={t("procedure.review")} />}
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
