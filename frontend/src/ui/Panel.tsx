import { type ReactNode, useId } from "react";
import styles from "./Panel.module.css";

type Props = {
  title: string;
  /** A word at the right of the title: a count, a unit, a link. */
  aside?: ReactNode;
  note?: ReactNode;
  children: ReactNode;
  className?: string;
};

/** A card with a heading: white paper, a hairline, nothing else. */
export function Panel({ title, aside, note, children, className = "" }: Props) {
  const id = useId();
  return (
    <section className={`${styles.panel} ${className}`} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </header>
      {children}
      {note && <p className={styles.note}>{note}</p>}
    </section>
  );
}
