import { scaleLinear } from "@visx/scale";
import { type Day, daysBetween } from "@/i18n/days";
import styles from "./ThreeDots.module.css";

type Props = {
  /** The span that all rows share, so that they can be compared. */
  from: Day;
  to: Day;
  due: Day | null;
  done: Day | null;
  verified: Day | null;
  /** The same in words, for those who do not see the dots. */
  words: string;
};

/** Due, done, verified as three dots on one time axis. */
export function ThreeDots({ from, to, due, done, verified, words }: Props) {
  const span = Math.max(1, daysBetween(from, to));
  const x = scaleLinear<number>({ domain: [0, span], range: [5, 155], clamp: true });
  const at = (day: Day) => x(daysBetween(from, day));
  return (
    <svg className={styles.axis} viewBox="0 0 160 18" role="img" aria-label={words}>
      <line x1={5} x2={155} y1={9} y2={9} className={styles.line} />
      {due && done && (
        <line
          x1={at(due)}
          x2={at(done)}
          y1={9}
          y2={9}
          className={styles.span}
          data-tone={done > due ? "late" : "good"}
        />
      )}
      {due && (
        <path
          className={styles.due}
          d={`M${at(due)} 3 l5.5 6 -5.5 6 -5.5 -6Z`}
          data-missed={!done || undefined}
        />
      )}
      {done && <circle className={styles.done} cx={at(done)} cy={9} r={4.5} />}
      {verified && <circle className={styles.verified} cx={at(verified)} cy={9} r={4.5} />}
    </svg>
  );
}
