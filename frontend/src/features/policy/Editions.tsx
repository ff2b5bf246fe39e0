import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import { type Records, useMay, useRecords } from "@/api/records";
import { formatDay } from "@/i18n/format";
import { Empty } from "@/ui/Empty";
import { NewRecord } from "@/ui/forms/NewRecord";
import { RecordMenu } from "@/ui/forms/RecordMenu";
import { Loaded } from "@/ui/Loaded";
import { editionDateForm, editionDateRecord } from "./forms";
import styles from "./policy.module.css";
import { Certainty } from "./words";

type Edition = Records["editions"];

/** Each edition with the dates of its life, the newest first. */
export function Editions() {
  const { t } = useTranslation();
  const may = useMay();
  const keeps = may("edition.correct_date");
  const editions = useRecords("editions", { ordering: "-code" });
  return (
    <>
      <div className={styles.line}>
        <p>{t("edition.note")}</p>
        <NewRecord spec={editionDateForm} />
      </div>
      <Loaded query={editions} lines={10} height={400}>
        {({ results }) =>
          results.length === 0 ? (
            <Empty text={t("edition.none")} />
          ) : (
            <div className={styles.card}>
              <table className={styles.table}>
                <caption className="visually-hidden">{t("edition.dates")}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t("edition.what")}</th>
                    <th scope="col">{t("edition.day")}</th>
                    <th scope="col">{t("edition.source")}</th>
                    <th scope="col">{t("policy.certainty")}</th>
                    {keeps && <th scope="col">{t("policy.acts")}</th>}
                  </tr>
                </thead>
                {results.map((edition) => (
                  <Dates key={edition.code} edition={edition} keeps={keeps} />
                ))}
              </table>
            </div>
          )
        }
      </Loaded>
    </>
  );
}

function Dates({ edition, keeps }: { edition: Edition; keeps: boolean }) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <tbody data-edition={edition.code}>
      <tr className={styles.subject}>
        <th scope="rowgroup" colSpan={keeps ? 5 : 4}>
          {edition.title}
        </th>
      </tr>
      {edition.dates.map((row) => {
        const what = label("edition_dates", row.what);
        const name = row.track
          ? t("edition.for", { what, track: label("tracks", row.track) })
          : what;
        return (
          <tr key={row.id}>
            <th scope="row">{name}</th>
            <td className={styles.value}>
              {row.on ? (
                formatDay(row.on)
              ) : (
                <span className={styles.quiet}>{t("edition.noDay")}</span>
              )}
            </td>
            <td className={styles.basis}>{row.source || "–"}</td>
            <td>
              <Certainty confirmed={row.confirmed} />
            </td>
            {keeps && (
              <td className={styles.act}>
                <RecordMenu
                  id={row.id}
                  spec={editionDateRecord}
                  name={`${edition.title}, ${name}`}
                  trail={false}
                />
              </td>
            )}
          </tr>
        );
      })}
    </tbody>
  );
}
