import { Button, CopyButton, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Records } from "@/api/records";
import type { Day } from "@/i18n/days";
import { formatDay } from "@/i18n/format";
import { useFactDay } from "@/ui/factDay";
import styles from "./Letters.module.css";

type Letter = Records["directives"];
type Task = Letter["tasks"][number];
type Props = { letter: Letter; silent: readonly Task[]; day: Day };

/** The text of a reminder, to be copied into a letter or a message. */
export function Reminder({ letter, silent, day }: Props) {
  const { t } = useTranslation();
  const factDay = useFactDay();
  if (silent.length === 0) return <p className={styles.note}>{t("letter.nobody")}</p>;
  const lines = silent.map((task, i) =>
    t("letter.line", {
      i: i + 1,
      agency: task.agency.name,
      due: formatDay(task.due_on),
      n: task.days_late ?? 0,
    }),
  );
  const text = [
    t("letter.text", {
      number: letter.document.number,
      signed: factDay(letter.document, "signed_on"),
      abstract: letter.document.abstract || "",
      day: formatDay(day),
    }),
    ...lines,
    t("letter.end"),
  ].join("\n");
  return (
    <section className={`${styles.reminder} screen-only`} aria-label={t("letter.reminder")}>
      <Textarea label={t("letter.reminder")} value={text} readOnly autosize maxRows={14} />
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" onClick={copy}>
            {t(copied ? "letter.copied" : "letter.copy")}
          </Button>
        )}
      </CopyButton>
    </section>
  );
}
