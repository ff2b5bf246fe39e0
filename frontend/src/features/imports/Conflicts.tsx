import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import styles from "./Imports.module.css";
import type { Outcome, Workbook } from "./useWorkbook";

const choices = ["stop", "skip", "update"] as const;

/** Rows that meet a record: stop, leave them out or update the record, for all or one by one. */
export function Conflicts({ outcome, book }: { outcome: Outcome; book: Workbook }) {
  const { t } = useTranslation();
  const conflicts = outcome.conflicts ?? [];
  const [first, ...others] = new Set(conflicts.map(({ choice }) => choice));
  const same = others.length === 0 ? first : undefined;
  if (conflicts.length === 0) return null;
  return (
    <section className={styles.part} aria-label={t("import.conflicts")}>
      <h3>
        {t("import.conflicts")} ({formatNumber(conflicts.length)})
      </h3>
      <p className={styles.hint}>{t("import.conflictHint")}</p>
      <fieldset className={styles.all}>
        <legend>{t("import.conflictAll")}</legend>
        {choices.map((value) => (
          <Button
            key={value}
            size="compact-xs"
            variant={same === value ? "light" : "default"}
            aria-pressed={same === value}
            onClick={() => book.change({ on_conflict: value, conflicts: {} })}
          >
            {t(`import.conflict.${value}`)}
          </Button>
        ))}
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <div className={styles.box} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("import.cell")}</th>
              <th scope="col">{t("import.value")}</th>
              <th scope="col">{t("import.conflictWhat")}</th>
              <th scope="col">{t("import.conflictDo")}</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map((each) => (
              <tr key={`${each.row}${each.code}`}>
                <th scope="row">{each.cell}</th>
                <td className={styles.value}>{each.value}</td>
                <td>{each.message}</td>
                <td>
                  <select
                    aria-label={t("import.conflictOf", { cell: each.cell })}
                    className={styles.select}
                    value={each.choice}
                    onChange={(event) =>
                      book.change({
                        conflicts: {
                          ...book.told.conflicts,
                          [each.row]: event.currentTarget.value,
                        },
                      })
                    }
                  >
                    {choices.map((value) => (
                      <option key={value} value={value}>
                        {t(`import.conflict.${value}`)}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
