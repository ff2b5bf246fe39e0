import { useTranslation } from "react-i18next";
import { formatNumber } from "@/i18n/format";
import { useAsOf } from "@/ui/address";
import { useWork } from "./queries";
import styles from "./WorkBadge.module.css";

/** How much is overdue or due this week: the first two parts of the reader's list. */
export function WorkBadge() {
  const { t } = useTranslation();
  const { data } = useWork(useAsOf());
  const urgent = data ? data.parts.overdue + data.parts.week : 0;
  if (!urgent) return null;
  return (
    <span className={styles.badge}>
      <span aria-hidden="true">{formatNumber(urgent)}</span>
      <span className="visually-hidden">{t("work.badge", { n: formatNumber(urgent) })}</span>
    </span>
  );
}
