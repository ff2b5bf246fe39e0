import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { Summary } from "@/api/types";
import { formatNumber } from "@/i18n/format";
import { Bars } from "@/ui/Bars";
import { RowsLink } from "./RowsLink";
import styles from "./panels.module.css";

/** How many agencies work by which edition of the standard. */
export function EditionBars({ summary }: { summary: Summary }) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <>
      <h3 className={styles.title}>{t("edition.title")}</h3>
      {summary.by_edition.length === 0 ? (
        <p className={styles.none}>{t("edition.none")}</p>
      ) : (
        <Bars
          caption={t("edition.title")}
          bars={summary.by_edition.map((row, i) => ({
            code: row.edition,
            label: label("editions", row.edition),
            part: row.count,
            whole: summary.agencies.in_scope,
            figure: (
              <RowsLink list={summary.lists[`/by_edition/${i}/count`]} count={row.count}>
                {t("edition.count", { n: formatNumber(row.count) })}
              </RowsLink>
            ),
          }))}
        />
      )}
    </>
  );
}
