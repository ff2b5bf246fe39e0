import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCatalogues, useLabel } from "@/api/catalogues";
import type { Summary } from "@/api/types";
import { formatNumber, formatShare } from "@/i18n/format";
import { RowsLink } from "@/ui/RowsLink";
import styles from "./BoardFoot.module.css";

/** Flags that speak of the record, not of the work. */
const quality = [
  "irregular",
  "missing_original",
  "missing_date",
  "missing_list",
  "count_mismatch",
  "unconfirmed",
];

type Props = { summary: Summary; illustration: boolean };

/** How far the figures can be trusted: what is lacking, how fresh it is, what is only shown. */
export function BoardFoot({ summary, illustration }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const order = (useCatalogues().data?.flags ?? []).map((flag) => flag.code);
  const { agencies, flags, lists, fresh_90_days: fresh } = summary;
  const shown = order.filter((flag) => quality.includes(flag) && flags[flag]);
  return (
    <footer className={styles.foot}>
      <p>
        {t("foot.quality")}{" "}
        {shown.length === 0
          ? t("foot.none")
          : shown.map((flag, i) => (
              <span key={flag}>
                {i > 0 && " · "}
                <RowsLink list={lists[`/flags/${flag}`]} count={flags[flag] ?? 0}>
                  {t("foot.flag", {
                    flag: label("flags", flag),
                    n: formatNumber(flags[flag]),
                  })}
                </RowsLink>
              </span>
            ))}
        {" · "}
        <Link to="/data-quality">{t("foot.allChecks")}</Link>
      </p>
      <p>
        {t("foot.fresh")}{" "}
        <RowsLink list={lists["/fresh_90_days"]} count={fresh}>
          {t("foot.freshCount", {
            n: formatNumber(fresh),
            of: formatNumber(agencies.in_scope),
            share: formatShare(fresh, agencies.in_scope),
          })}
        </RowsLink>
      </p>
      {illustration && <strong>{t("illustration.banner")}</strong>}
    </footer>
  );
}
