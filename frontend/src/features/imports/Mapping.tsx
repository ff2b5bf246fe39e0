import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import styles from "./Imports.module.css";
import type { Outcome, Workbook } from "./useWorkbook";

const LEFT_OUT = "-";

/** Which column of the sheet is which of ours; opens by itself when one was not recognised. */
export function Mapping({ outcome, book }: { outcome: Outcome; book: Workbook }) {
  const { t } = useTranslation();
  const columns = outcome.columns ?? [];
  const fields = outcome.fields ?? [];
  const missing = fields.filter(({ required, found }) => required && !found);
  const strange = columns.filter(({ field }) => field === null);
  const options = [
    { value: LEFT_OUT, label: t("import.leaveOut") },
    ...fields.map(({ field, label }) => ({ value: field, label })),
  ];
  return (
    <details className={styles.more} open={missing.length > 0 || undefined}>
      <summary>
        {t("import.columns", { n: columns.length - strange.length, of: columns.length })}
        {missing.length > 0 && (
          <strong>
            {" "}
            {t("import.missing", { names: missing.map(({ label }) => label).join(", ") })}
          </strong>
        )}
      </summary>
      <div className={styles.box}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("import.column")}</th>
              <th scope="col">{t("import.heading")}</th>
              <th scope="col">{t("import.takenFor")}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((each) => (
              <tr key={each.letter} data-strange={each.field === null || undefined}>
                <td>{each.letter}</td>
                <th scope="row">{each.heading || "–"}</th>
                <td>
                  <Select
                    size="xs"
                    searchable
                    aria-label={t("import.takenForOf", { heading: each.heading || each.letter })}
                    data={options}
                    value={each.field ?? LEFT_OUT}
                    allowDeselect={false}
                    onChange={(field) =>
                      book.change({
                        mapping: {
                          ...book.told.mapping,
                          [each.letter]: field === LEFT_OUT ? null : field,
                        },
                      })
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
