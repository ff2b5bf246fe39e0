import { formatChange, formatDay, formatNumber, formatShare } from "@/i18n/format";

/** A column of an annex: its name in the rows, its heading, how its values are written. */
export type Column = { name: string; label: string; form: string };

export const isNumber = (form: string) => ["count", "share", "change", "day"].includes(form);

/** A value as offices write it; a dash for none. */
export function cellOf(form: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "number") {
    if (form === "share") return formatShare(value, 1);
    return form === "change" ? formatChange(value) : formatNumber(value);
  }
  if (Array.isArray(value)) return value.join(", ") || "–";
  if (form === "day" || /^\d{4}-\d{2}-\d{2}$/.test(String(value))) return formatDay(String(value));
  return String(value);
}
