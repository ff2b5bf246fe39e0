import type { Day, Precision } from "./days";

const NBSP = "\u00a0";
const number = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 });

/** 03/02/2010; 09/2009 when only the month is known, 2009 when only the year. */
export function formatDay(day: Day | null | undefined, precision: Precision = "day"): string {
  if (!day) return "–";
  const [y = "", m = "", d = ""] = day.slice(0, 10).split("-");
  if (precision === "year") return y;
  return precision === "month" ? `${m}/${y}` : `${d}/${m}/${y}`;
}

/** 1.234,5 */
export function formatNumber(n: number | null | undefined): string {
  return n === null || n === undefined ? "–" : number.format(n);
}

/** 98,5 % of a whole; a dash when the whole is nothing. */
export function formatShare(part: number, whole: number): string {
  return whole > 0 ? `${percent.format((part / whole) * 100)}${NBSP}%` : "–";
}

/** +3, −2, 0 with a true minus sign. */
export function formatChange(n: number): string {
  if (n === 0) return "0";
  return n > 0 ? `+${number.format(n)}` : `−${number.format(-n)}`;
}

/** 22/11/2026 16:31 in the province's time, from RFC 3339. */
export function formatMoment(moment: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Ho_Chi_Minh",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(moment));
  return parts.replace(",", "");
}
