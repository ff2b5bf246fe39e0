import { useTranslation } from "react-i18next";
import { useLabel } from "@/api/catalogues";
import type { Summary } from "@/api/types";
import { formatNumber } from "@/i18n/format";
import { type Bar, Bars } from "@/ui/Bars";

import type { RowsPage } from "@/ui/behind";
import { RowsLink } from "@/ui/RowsLink";
import styles from "./panels.module.css";

/** How many agencies work by which edition of the standard. */
export function EditionBars({ summary }: { summary: Summary }) {
  const { t } = useTranslation();
  const label = useLabel();
  const figure = (list: string | RowsPage | undefined, n: number) => (
    <RowsLink list={list} count={n}>
      {t("edition.count", { n: formatNumber(n) })}
    </RowsLink>
  );
  const whole = summary.agencies.in_scope;
  const without = whole - summary.by_edition.reduce((sum, row) => sum + row.count, 0);
  const bars: Bar[] = summary.by_edition.map((row, i) => ({
    code: row.edition,
    label: label("editions", row.edition),
    part: row.count,
    whole,
    figure: figure(summary.lists[`/by_edition/${i}/count`], row.count),
  }));
  if (without > 0) {
    bars.push({
      code: "without",
      label: t("edition.without"),
      part: without,
      whole,
      tone: "plain",
      figure: figure({ to: "/agencies", search: { with_rollout: ["false"] } }, without),
    });
  }
  return (
    <>
      <h3 className={styles.title}>{t("edition.title")}</h3>
      {summary.by_edition.length === 0 ? (
        <p className={styles.none}>{t("edition.none")}</p>
      ) : (
        <Bars caption={t("edition.title")} bars={bars} />
      )}
    </>
  );
}
