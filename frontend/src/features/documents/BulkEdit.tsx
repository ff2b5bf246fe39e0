import { Button, Modal, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "@/ui/DayField";
import { useFieldWords } from "@/ui/forms/words";
import styles from "./BulkBar.module.css";
import { bulkFields, type Changes, formOfBulk } from "./bulk";
import type { Document } from "./groups";
import { SheetProblems, SheetReason } from "./SheetNotices";
import { useSheet } from "./useSheet";

type Props = { rows: Document[]; onClose: () => void; onDone: () => void };

/** One unit, one field, one set of days for many documents; looked at as a whole, then written. */
export function BulkEdit({ rows, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const [changes, setChanges] = useState<Changes>({});
  const source = t("bulk.source", { n: rows.length });
  const sheet = useSheet(() => formOfBulk(rows, changes, source), onDone);
  const change = (name: string, value: string | undefined) =>
    setChanges((old) => ({ ...old, [name]: value || undefined }));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("bulk.title", { n: rows.length })}
      closeButtonProps={{ "aria-label": t("ui.close") }}
    >
      <form className={styles.form} onSubmit={sheet.save}>
        <p className={styles.hint}>{t("bulk.hint")}</p>
        <SheetProblems sheet={sheet} codes={rows.map(({ code }) => code)} />
        {bulkFields.map((name) =>
          name.endsWith("_on") ? (
            <DayField
              key={name}
              label={words.name(name)}
              description={words.helpOf({ name })}
              value={changes[name] ? { date: changes[name], precision: "day" } : null}
              onChange={(day) => change(name, day?.date)}
            />
          ) : (
            <TextInput
              key={name}
              label={words.name(name)}
              description={words.helpOf({ name })}
              value={changes[name] ?? ""}
              onChange={(event) => change(name, event.currentTarget.value)}
            />
          ),
        )}
        <SheetReason sheet={sheet} />
        <Button type="submit" loading={sheet.busy} disabled={!Object.values(changes).some(Boolean)}>
          {t("form.save")}
        </Button>
      </form>
    </Modal>
  );
}
