import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { AnyKey } from "@/i18n";
import { formatMoment } from "@/i18n/format";
import { useFieldWords, useObjectName } from "@/ui/forms/words";
import { ToneTag } from "@/ui/Tag";
import { changesIn, type Entry, type Row } from "./entries";
import styles from "./HistoryTab.module.css";

/** One act: who, what, when, why; its versions with what was before and after. */
export function HistoryEntry({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const label = useLabel();
  const many = entry.rows.length > 1;
  const versions = entry.rows.map((row, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: one act may write a record twice at one moment
    <Version key={i} row={row} />
  ));
  return (
    <li className={styles.entry}>
      <span className={styles.at}>{formatMoment(entry.at)}</span>
      <div>
        <p className={styles.what}>
          <strong>
            {entry.outside ? t(`operation.${operation(entry)}`) : label("acts", entry.verb)}
          </strong>
          <span>{entry.actor?.name || entry.actor?.username || t("history.nobody")}</span>
          {entry.outside && <ToneTag tone="late" text={t("history.outside")} />}
        </p>
        {entry.reason && <p>{t("history.reason", { why: entry.reason })}</p>}
        {many ? (
          <details>
            <summary>{t("history.records", { n: entry.rows.length })}</summary>
            <ul>{versions}</ul>
          </details>
        ) : (
          <ul>{versions}</ul>
        )}
      </div>
    </li>
  );
}

const operation = (entry: Entry) => {
  const said = entry.rows[0]?.operation;
  return said === "insert" || said === "delete" ? said : "update";
};

function Version({ row }: { row: Row }) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const [model] = row.object.split(":");
  const objectName = useObjectName();
  const code = row.after.code ?? row.after.number ?? row.before.code ?? row.before.number;
  const changes = changesIn(row);
  return (
    <li className={styles.version}>
      <span className={styles.object}>
        {objectName(row.object, code)}
        {row.operation !== "insert" && ` · ${t(`operation.${row.operation}` as AnyKey)}`}
      </span>
      <dl className={styles.changes}>
        {changes.map(({ field, before, after }) => (
          <div key={field}>
            <dt>{words.name(field)}</dt>
            <dd>
              {row.operation === "insert" ? (
                words.show(field, after, model)
              ) : (
                <>
                  <del>{words.show(field, before, model)}</del> →{" "}
                  <ins>{words.show(field, after, model)}</ins>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
