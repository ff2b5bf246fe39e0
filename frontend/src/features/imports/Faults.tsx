import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import styles from "./Imports.module.css";
import type { Outcome, Workbook } from "./useWorkbook";

type Fault = NonNullable<Outcome["errors"]>[number];

/** Every cell at fault: where it is, what stands there, why, and what to do. */
export function Faults({ errors, book }: { errors: Fault[]; book: Workbook }) {
  const { t } = useTranslation();
  return (
    <section className={styles.part} aria-label={t("import.errors")}>
      <h3>
        {t("import.errors")} ({formatNumber(errors.length)})
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <div className={styles.box} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("import.cell")}</th>
              <th scope="col">{t("import.heading")}</th>
              <th scope="col">{t("import.value")}</th>
              <th scope="col">{t("import.why")}</th>
              <th scope="col">{t("import.cure")}</th>
            </tr>
          </thead>
          <tbody>
            {errors.map((each) => (
              <tr key={`${each.sheet}${each.cell}${each.field}${each.code}${each.message}`}>
                <th scope="row">
                  {each.sheet}!{each.cell}
                </th>
                <td>{each.heading || "–"}</td>
                <td className={styles.value}>{each.value || t("import.blank")}</td>
                <td>{each.message}</td>
                <td>
                  {each.cure}
                  {(each.candidates ?? []).map((candidate) => (
                    <button
                      key={candidate.code}
                      type="button"
                      className={styles.candidate}
                      onClick={() =>
                        book.change({
                          choices: { ...book.told.choices, [each.value]: candidate.code },
                        })
                      }
                    >
                      {t("import.meant", { name: candidate.name })}
                    </button>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
