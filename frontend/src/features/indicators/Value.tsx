import { useTranslation } from "react-i18next";
import { formatNumber, formatShare } from "@/i18n/format";
import { RowsLink } from "@/ui/RowsLink";
import styles from "./indicators.module.css";
import type { Measured } from "./queries";

type Props = {
  measured: Measured;
  /** What is measured, of whom: for who hears the page. */
  name: string;
  /** Lists of their own day, not of the page's. */
  dated: boolean;
  small?: boolean;
};

/** "12/33 · 36,4 %" with the bar; each number is the way to its rows. */
export function Value({ measured, name, dated, small = false }: Props) {
  const { t } = useTranslation();
  const { numerator, denominator, confirmed, lists } = measured;
  const share = formatShare(numerator, denominator);
  const part = (n: number) => (denominator ? `${(n / denominator) * 100}%` : "0%");
  return (
    <span className={styles.value} data-small={small || undefined}>
      <span className={styles.figure}>
        <RowsLink
          list={lists.numerator}
          count={numerator}
          dated={dated}
          label={t("indicator.numeratorOf", { name, n: formatNumber(numerator) })}
        >
          {formatNumber(numerator)}
        </RowsLink>
        /
        <RowsLink
          list={lists.denominator}
          count={denominator}
          dated={dated}
          label={t("indicator.denominatorOf", { name, n: formatNumber(denominator) })}
        >
          {formatNumber(denominator)}
        </RowsLink>
        {denominator > 0 && (
          <>
            {" · "}
            <strong>{share}</strong>
          </>
        )}
      </span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.fill} style={{ width: part(numerator) }} />
        <span className={styles.sure} style={{ width: part(confirmed) }} />
      </span>
      {!small && denominator === 0 && (
        <span className={styles.quiet}>{t("indicator.nothing")}</span>
      )}
    </span>
  );
}
