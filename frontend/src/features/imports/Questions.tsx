import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./Imports.module.css";
import type { Outcome, Workbook } from "./useWorkbook";

/** Names that nobody bore on the day: whom they mean is asked once, and remembered. */
export function Questions({ outcome, book }: { outcome: Outcome; book: Workbook }) {
  const { t } = useTranslation();
  const questions = outcome.questions ?? [];
  if (questions.length === 0) return null;
  return (
    <section className={styles.part} aria-label={t("import.questions")}>
      <h3>{t("import.questions")}</h3>
      <div className={styles.fields}>
        {questions.map(({ value, candidates }) => (
          <Select
            key={value}
            searchable
            label={t("import.who", { name: value })}
            data={candidates.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
            value={book.told.choices[value] ?? null}
            onChange={(code) =>
              code && book.change({ choices: { ...book.told.choices, [value]: code } })
            }
          />
        ))}
      </div>
    </section>
  );
}
