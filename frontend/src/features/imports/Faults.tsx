import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import styles from "./Imports.module.css";
import type { Outcome, Told, Workbook } from "./useWorkbook";

type Fault = NonNullable<Outcome["errors"]>[number];

/** What choosing a candidate says: whom a name means, or in which rollout the sheet's rows belong. */
const meaningIn =
  (book: Workbook, oneAgency: boolean) =>
  ({ code, value }: Fault, chosen: string): Partial<Told> | null => {
    if (code !== "workbook.which_rollout")
      return { choices: { ...book.told.choices, [value]: chosen } };
    return oneAgency ? { defaults: { rollout: chosen } } : null;
  };

type CandidateProps = { name: string; told: Partial<Told> | null; book: Workbook };

/** One that may be meant: a button, or its name where it must be written into the sheet. */
function Candidate({ name, told, book }: CandidateProps) {
  const { t } = useTranslation();
  if (!told) return <span className={styles.named}>{name}</span>;
  return (
    <button type="button" className={styles.candidate} onClick={() => book.change(told)}>
      {t("import.meant", { name })}
    </button>
  );
}

/** Every cell at fault: where it is, what stands there, why, and what to do. */
export function Faults({ errors, book }: { errors: Fault[]; book: Workbook }) {
  const { t } = useTranslation();
  const columns = book.outcome?.columns ?? [];
  const meaning = meaningIn(book, !columns.some(({ field }) => field === "agency"));
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
                    <Candidate
                      key={candidate.code}
                      name={candidate.name}
                      told={meaning(each, candidate.code)}
                      book={book}
                    />
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
