import { Button, Textarea } from "@mantine/core";
import { type ClipboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./forms.module.css";
import { type Table, tableOfHtml, tableOfText } from "./table";

type Props = { columns: string; onTable: (table: Table) => void };

/** Where a table from Word or Excel is pasted: what the clipboard holds as a table is taken at once. */
export function PasteBox({ columns, onTable }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const pasted = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const data = event.clipboardData;
    const html = data.getData("text/html");
    const words = data.getData("text/plain");
    const table = (html && tableOfHtml(html)) || (words.includes("\t") ? tableOfText(words) : null);
    if (!table?.length || text.trim()) return;
    event.preventDefault();
    onTable(table);
  };
  return (
    <div className={styles.paste}>
      <Textarea
        label={t("form.pasteLabel")}
        description={t("form.pasteHint", { columns })}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onPaste={pasted}
        autosize
        minRows={4}
        maxRows={14}
      />
      <div className={styles.buttons}>
        <Button size="xs" disabled={!text.trim()} onClick={() => onTable(tableOfText(text))}>
          {t("form.pasteTake")}
        </Button>
      </div>
    </div>
  );
}
