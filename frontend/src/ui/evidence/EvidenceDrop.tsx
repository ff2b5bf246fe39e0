import { ActionIcon, Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import { DropZone } from "../DropZone";
import { Icon } from "../Icon";
import styles from "./evidence.module.css";
import type { Sending, Uploads } from "./useUploads";

export const FILES = ".pdf,.docx,.xlsx,.png,.jpg,.jpeg";
export const megabytes = (size: number) =>
  size < 1_000_000
    ? `${formatNumber(Math.max(1, Math.round(size / 1000)))} kB`
    : `${formatNumber(Math.round(size / 100_000) / 10)} MB`;

/** Several files at once, dropped or chosen; each shows how far it is and can be sent again. */
export function EvidenceDrop({ uploads }: { uploads: Uploads }) {
  const { t } = useTranslation();
  return (
    <section className={styles.drop} aria-label={t("evidence.title")}>
      <DropZone
        multiple
        accept={FILES}
        label={t("evidence.drop")}
        hint={t("evidence.hint")}
        onFiles={uploads.add}
      />
      {uploads.rows.length > 0 && (
        <ul className={styles.files}>
          {uploads.rows.map((row) => (
            <OneFile key={row.key} row={row} uploads={uploads} />
          ))}
        </ul>
      )}
    </section>
  );
}

function OneFile({ row, uploads }: { row: Sending; uploads: Uploads }) {
  const { t } = useTranslation();
  const { file, problem, kept, share } = row;
  const reasons = problem
    ? [problem.message, ...[...problem.errors, ...problem.blockers].map((each) => each.message)]
    : [];
  return (
    <li className={styles.file} data-state={problem ? "failed" : kept ? "done" : "sending"}>
      <Icon name={problem ? "alert" : kept ? "check" : "clock"} size={14} />
      <span className={styles.name}>
        {file.name} <small>{megabytes(file.size)}</small>
        {problem ? (
          <span role="alert" className={styles.failed}>
            {[...new Set(reasons)].filter(Boolean).join(" ") || t("problem.network")}
          </span>
        ) : (
          !kept && (
            <progress
              value={share}
              max={1}
              aria-label={t("evidence.sending", { name: file.name })}
            />
          )
        )}
      </span>
      {problem && (
        <Button size="compact-xs" variant="default" onClick={() => uploads.retry(row.key)}>
          {t("evidence.retry")}
        </Button>
      )}
      <ActionIcon
        variant="subtle"
        size={24}
        aria-label={t("evidence.remove", { name: file.name })}
        onClick={() => uploads.remove(row.key)}
      >
        <Icon name="close" size={14} />
      </ActionIcon>
    </li>
  );
}
