import type { ReactNode } from "react";
import styles from "./Bars.module.css";

export type Bar = {
  code: string;
  label: string;
  /** Length of the filled part and of the whole, on one scale for all bars. */
  part: number;
  whole: number;
  figure: ReactNode;
  tone?: string;
};

/** A few named figures with a thin bar each; the figures are the text, the bars only help the eye. */
export function Bars({ bars, caption }: { bars: Bar[]; caption: string }) {
  const top = Math.max(1, ...bars.map((bar) => bar.whole));
  return (
    <ul className={styles.bars} aria-label={caption}>
      {bars.map((bar) => (
        <li key={bar.code}>
          <span className={styles.label}>{bar.label}</span>
          <span className={styles.track} aria-hidden="true">
            <span
              className={styles.whole}
              data-tone={bar.tone}
              style={{ width: `${(bar.whole / top) * 100}%` }}
            >
              <span
                className={styles.fill}
                style={{ width: `${bar.whole ? (bar.part / bar.whole) * 100 : 0}%` }}
              />
            </span>
          </span>
          <span className={styles.figure}>{bar.figure}</span>
        </li>
      ))}
    </ul>
  );
}
