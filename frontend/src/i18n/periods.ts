import i18next from "i18next";
import { addDays, addMonths, type Day, todayHere } from "./days";

/** A reporting period: 2026, 2026-H1 or 2026-Q3, as the API names it. */
export type PeriodCode = string;

/** First and last day of a period. */
export function spanOf(code: PeriodCode): { from: Day; to: Day } {
  const [year = "", part = ""] = code.split("-");
  const n = Number(part.slice(1));
  const months = part.startsWith("H") ? 6 : part.startsWith("Q") ? 3 : 12;
  const from = addMonths(`${year}-01-01`, part ? (n - 1) * months : 0);
  return { from, to: addDays(addMonths(from, months), -1) };
}

/** "6 tháng đầu năm 2026"; `vi` for what is printed in a report, whatever the screens speak. */
export function periodName(code: PeriodCode, language?: "vi"): string {
  const t = language ? i18next.getFixedT(language) : i18next.t;
  const [year = "", part = ""] = code.split("-");
  if (!part) return t("period.year", { year });
  if (part.startsWith("Q")) return t("period.quarter", { n: part.slice(1), year });
  return t(part === "H1" ? "period.half1" : "period.half2", { year });
}

/** The running half-year and year first, then those before, as far back as `years`. */
export function recentPeriods(today: Day = todayHere(), years = 3, quarters = false) {
  const [year = 0] = today.split("-").map(Number);
  const codes = Array.from({ length: years }, (_, back) => {
    const of = year - back;
    return [
      `${of}-H2`,
      `${of}-H1`,
      `${of}`,
      ...(quarters ? [4, 3, 2, 1].map((n) => `${of}-Q${n}`) : []),
    ];
  }).flat();
  return codes
    .filter((code) => spanOf(code).from <= today)
    .map((value) => ({ value, label: periodName(value) }));
}

/** The half-year that the day lies in. */
export function halfOf(day: Day): PeriodCode {
  return `${day.slice(0, 4)}-H${day.slice(5, 7) <= "06" ? 1 : 2}`;
}
