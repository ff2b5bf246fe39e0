import type { AgencyRow } from "@/api/types";
import { type Day, daysBetween } from "@/i18n/days";

export type Step = {
  stage: string;
  /** Passed or reached; its day may be unknown. */
  passed: boolean;
  on: Day | null;
  /** Days until the next stage with a known day, or until the day asked for. */
  days: number | null;
  current: boolean;
};

/** Steps that not every way to a proof has: without a day they were not taken. */
const optional = ["correcting", "corrected", "applied", "declared"];

/** One agency along the ladder: which stages it has behind it, since when, for how long. */
export function stepsOf(row: AgencyRow, ladder: string[], day: Day): Step[] {
  const at = ladder.indexOf(row.stage);
  const known = ladder.map((stage) => row.reached[stage] ?? null);
  const last = Math.max(
    at,
    known.findLastIndex((on) => on !== null && at < 0),
  );
  return ladder.map((stage, i) => {
    const passed =
      i === at || (i <= last && (known[i] !== null || (at >= 0 && !optional.includes(stage))));
    const on = passed ? (known[i] ?? null) : null;
    const next = i < last ? known.slice(i + 1, last + 1).find((each) => each !== null) : day;
    const days = on && next && next >= on ? daysBetween(on, next) : null;
    return { stage, passed, on, days, current: i === at };
  });
}
