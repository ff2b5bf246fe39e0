import { useTranslation } from "react-i18next";
import type { Summary } from "@/api/types";
import { formatNumber, formatShare } from "@/i18n/format";
import styles from "./BoardFoot.module.css";

/** How far the figures can be trusted. */
export function BoardFoot({ summary }: { summary: Summary }) {
  const { t } = useTranslation();
  const { agencies, data_quality: quality } = summary;
  return (
    <footer className={styles.foot}>
      {quality && (
        <>
          <span>{t("foot.quality", { n: formatNumber(quality.flags) })}</span>
          <span>
            {t("foot.fresh", {
              n: quality.fresh_90_days,
              of: agencies.in_scope,
              share: formatShare(quality.fresh_90_days, agencies.in_scope),
            })}
          </span>
        </>
      )}
      <span>{t("foot.noData", { n: agencies.no_data, of: agencies.in_scope })}</span>
      {summary.illustration && <strong>{t("illustration.banner")}</strong>}
    </footer>
  );
}
