/** A calendar day as "YYYY-MM-DD". Never a Date: a day has no hour and no zone. */
export type Day = string;
export type Precision = "day" | "month" | "year";
/** A day known exactly, or only to its month or year (then the first day of the span). */
export type DayValue = { date: Day; precision: Precision };

const pad = (n: number, width = 2) => String(n).padStart(width, "0");
const utc = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const fromUtc = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);
const DAY_MS = 86_400_000;

export function isDay(text: string | undefined): text is Day {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utc(text))
    ? fromUtc(utc(text)) === text
    : false;
}

function makeDay(year: number, month: number, day: number): Day | null {
  const text = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  return isDay(text) && year >= 1900 && year <= 2100 ? text : null;
}

export function addDays(day: Day, n: number): Day {
  return fromUtc(utc(day) + n * DAY_MS);
}

export function addMonths(day: Day, n: number): Day {
  const [y = 0, m = 1, d = 1] = day.split("-").map(Number);
  const index = y * 12 + (m - 1) + n;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${pad(year, 4)}-${pad(month)}-${pad(Math.min(d, last))}`;
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

/** Today in the province; the server's own today decides, this one only places the marker. */
export function todayHere(): Day {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
}

/** Last day of the quarter before the one that holds the day. */
export function lastQuarterEnd(day: Day): Day {
  const [y = 0, m = 1] = day.split("-").map(Number);
  const first = Math.floor((m - 1) / 3) * 3 + 1;
  return addDays(`${pad(y, 4)}-${pad(first)}-01`, -1);
}

const FULL = /^(?:ngày )?(\d{1,2})(?:[/.\- ]| tháng )(\d{1,2})(?:[/.\- ]| năm )(\d{4})$/;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const MONTH = /^(?:tháng )?(\d{1,2})(?:[/.\- ]| năm )(\d{4})$/;
const ISO_MONTH = /^(\d{4})-(\d{1,2})$/;
const YEAR = /^(?:năm )?(\d{4})$/;

/** Reads 3/2/2010, 03/02/2010, 2010-02-03, "tháng 9/2009", 9/2009, 2009; null when it is no day. */
export function parseDayText(input: string): DayValue | null {
  const text = input.normalize("NFC").trim().toLowerCase().replace(/\s+/g, " ");
  const read = (m: RegExpMatchArray, y: number, mo?: number, d?: number): DayValue | null => {
    const date = makeDay(Number(m[y]), mo ? Number(m[mo]) : 1, d ? Number(m[d]) : 1);
    return date === null ? null : { date, precision: d ? "day" : mo ? "month" : "year" };
  };
  let m = text.match(FULL);
  if (m) return read(m, 3, 2, 1);
  m = text.match(ISO);
  if (m) return read(m, 1, 2, 3);
  m = text.match(MONTH);
  if (m) return read(m, 2, 1);
  m = text.match(ISO_MONTH);
  if (m) return read(m, 1, 2);
  m = text.match(YEAR);
  return m ? read(m, 1) : null;
}
