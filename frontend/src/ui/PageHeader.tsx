import { type ReactNode, useEffect } from "react";
import { DayControl } from "./DayControl";
import styles from "./PageHeader.module.css";

type Props = {
  title: string;
  above?: ReactNode;
  beside?: ReactNode;
  actions?: ReactNode;
  withDay?: boolean;
};

/** The line every page begins with: its name at the left, the day it speaks of at the right. */
export function PageHeader({ title, above, beside, actions, withDay = true }: Props) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {above && <div className={styles.above}>{above}</div>}
        <div className={styles.line}>
          <h1>{title}</h1>
          {beside}
        </div>
      </div>
      <div className={`${styles.actions} screen-only`}>
        {actions}
        {withDay && <DayControl />}
      </div>
    </header>
  );
}
