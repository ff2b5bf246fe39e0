import { Button, Textarea } from "@mantine/core";
import { type ClipboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./forms.module.css";
import { textOfHtml } from "./table";

type Props = { columns: string; busy: boolean; onTable: (text: string) => void };

/** Where a table from Word or Excel is pasted: what the clipboard holds as a table is taken at once. */
export function PasteBox({ columns, busy, onTable }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const pasted = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const data = event.clipboardData;
    const html = data.getData("text/html");
    const words = data.getData("text/plain");
    const table = (html && textOfHtml(html)) || (words.includes("\t") ? words : null);
    if (!table || text.trim()) return;
    event.preventDefault();
    setText(table);
    onTable(table);
  };
  return (
    <div className={styles.paste}>
      <Textarea
        label={t("form.pasteLabel")}
        description={t("form.pasteHint", { columns })}
        // What is still being read must not be left out silently.
        data-unread={busy || undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={pasted}
        autosize
        minRows={4}
        maxRows={14}
      />
      <div className={styles.buttons}>
        <Button size="xs" disabled={!text.trim()} loading={busy} onClick={() => onTable(text)}>
          {t("form.pasteTake")}
        </Button>
      </div>
    </div>
  );
}
