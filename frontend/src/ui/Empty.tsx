import type { ReactNode } from "react";
import styles from "./Empty.module.css";

/** What would be here, and who can enter it. */
export function Empty({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{text}</p>
      {children}
    </div>
  );
}
