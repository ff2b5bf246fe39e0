import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import { useFieldWords } from "@/ui/forms/words";
import styles from "./Imports.module.css";
import type { Outcome } from "./useWorkbook";

/** What was read into cells, which lines were left out, and how the first rows would stand. */
export function Understood({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const guesses = outcome.guesses ?? [];
  const skipped = outcome.skipped ?? [];
  const preview = outcome.preview ?? [];
  const fields = (outcome.fields ?? []).filter(({ found }) => found);
  return (
    <>
      {(guesses.length > 0 || skipped.length > 0) && (
        <details className={styles.more}>
          <summary>
            {t("import.guesses", {
              n: formatNumber(outcome.guess_count ?? guesses.length),
              skipped: formatNumber(skipped.length),
            })}
          </summary>
          <ul className={styles.lines}>
            {guesses.map((each) => (
              <li key={`${each.cell}${each.code}`}>
                <strong>{each.cell}</strong> «{each.value}»: {each.message}
              </li>
            ))}
            {skipped.map((each) => (
              <li key={`s${each.row}`}>
                <strong>{t("form.line", { n: each.row })}</strong> {each.message}
              </li>
            ))}
          </ul>
        </details>
      )}
      {preview.length > 0 && (
        <details className={styles.more}>
          <summary>{t("import.preview", { n: preview.length })}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
          <div className={styles.box} tabIndex={0}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t("import.row")}</th>
                  {fields.map(({ field, label }) => (
                    <th key={field} scope="col">
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {preview.map(({ row, faulty, told }) => (
                  <tr key={row} data-strange={faulty || undefined}>
                    <th scope="row">{row}</th>
                    {fields.map(({ field }) => (
                      <td key={field}>{words.show(field, told[field])}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </>
  );
}
