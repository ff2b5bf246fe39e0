import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { todayHere } from "@/i18n/days";
import { formatDay } from "@/i18n/format";
import { useAsOf } from "./address";
import { DayControl } from "./DayControl";
import styles from "./PageHeader.module.css";
import { usePageTitle } from "./usePageTitle";

type Props = {
  title: string;
  above?: ReactNode;
  beside?: ReactNode;
  actions?: ReactNode;
  withDay?: boolean;
};

/** The line every page begins with: its name at the left, the day it speaks of at the right. */
export function PageHeader({ title, above, beside, actions, withDay = true }: Props) {
  const { t } = useTranslation();
  const day = useAsOf() ?? todayHere();
  usePageTitle(title);
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {above && <div className={styles.above}>{above}</div>}
        <div className={styles.line}>
          <h1>{title}</h1>
          {beside}
          {withDay && <span className="paper-only">{t("asOf.day", { day: formatDay(day) })}</span>}
        </div>
      </div>
      <div className={`${styles.actions} screen-only`}>
        {actions}
        {withDay && <DayControl />}
      </div>
    </header>
  );
}
