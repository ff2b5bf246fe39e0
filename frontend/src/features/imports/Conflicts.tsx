import { SegmentedControl } from "@mantine/core";
import "@mantine/core/styles/FloatingIndicator.css";
import "@mantine/core/styles/SegmentedControl.css";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import styles from "./Imports.module.css";
import type { Outcome, Told, Workbook } from "./useWorkbook";

const choices = ["stop", "skip", "update"] as const;

/** Rows that meet a record: stop, leave them out or update the record, for all or one by one. */
export function Conflicts({ outcome, book }: { outcome: Outcome; book: Workbook }) {
  const { t } = useTranslation();
  const conflicts = outcome.conflicts ?? [];
  if (conflicts.length === 0) return null;
  return (
    <section className={styles.part} aria-label={t("import.conflicts")}>
      <h3>
        {t("import.conflicts")} ({formatNumber(conflicts.length)})
      </h3>
      <SegmentedControl
        size="xs"
        aria-label={t("import.conflicts")}
        data={choices.map((value) => ({ value, label: t(`import.conflict.${value}`) }))}
        value={book.told.on_conflict}
        onChange={(value) =>
          book.change({ on_conflict: value as Told["on_conflict"], conflicts: {} })
        }
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <div className={styles.box} tabIndex={0}>
        <table className={styles.table}>
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
                    onChange={(event) => {
                      const { [String(each.row)]: _, ...others } = book.told.conflicts;
                      const value = event.currentTarget.value;
                      book.change({
                        conflicts: value === "stop" ? others : { ...others, [each.row]: value },
                      });
                    }}
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
