import { Button, Select, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import { Icon } from "@/ui/Icon";
import { Panel } from "@/ui/Panel";
import { Conflicts } from "./Conflicts";
import { Counts } from "./Counts";
import { Faults } from "./Faults";
import styles from "./Imports.module.css";
import { Mapping } from "./Mapping";
import { Questions } from "./Questions";
import { Understood } from "./Understood";
import type { Outcome as Found, Workbook } from "./useWorkbook";

/** What the server made of a workbook before anything is loaded: all faults, all choices. */
export function Outcome({ book, outcome }: { book: Workbook; outcome: Found }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const errors = outcome.errors ?? [];
  const stopped = (outcome.conflicts ?? []).filter(({ choice }) => choice === "stop");
  const good = errors.length === 0 && stopped.length === 0;
  return (
    <Panel
      title={t("import.result", { name: outcome.file_name ?? "" })}
      aside={t("import.rows", { n: formatNumber(outcome.rows ?? 0) })}
    >
      <div className={styles.outcome} aria-busy={book.busy !== null}>
        <p role="status" className={good ? styles.good : styles.bad}>
          <Icon name={good ? "check" : "alert"} />
          {good
            ? t(outcome.rows ? "import.ready" : "import.noRows")
            : t("import.notYet", { errors: errors.length, conflicts: stopped.length })}{" "}
          <Counts counts={outcome.counts} />
        </p>
        {(outcome.sheets?.length ?? 0) > 1 && (
          <Select
            label={t("import.sheet")}
            data={outcome.sheets}
            value={outcome.sheet}
            allowDeselect={false}
            onChange={(sheet) => sheet && book.change({ sheet, mapping: {} })}
          />
        )}
        <Mapping outcome={outcome} book={book} />
        <Questions outcome={outcome} book={book} />
        {errors.length > 0 && <Faults errors={errors} book={book} />}
        <Conflicts outcome={outcome} book={book} />
        <Understood outcome={outcome} />
        {good && (
          <form
            className={styles.load}
            onSubmit={(event) => {
              event.preventDefault();
              void book.load(reason);
            }}
          >
            {outcome.needs_reason && (
              <Textarea
                required
                autosize
                label={t("field.reason")}
                description={t("form.reasonHint")}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            )}
            <Button type="submit" loading={book.busy !== null} disabled={!outcome.rows}>
              {t("import.load", { n: formatNumber(outcome.rows ?? 0) })}
            </Button>
          </form>
        )}
      </div>
    </Panel>
  );
}
