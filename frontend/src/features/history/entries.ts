import type { components } from "@/api/schema";

export type Row = components["schemas"]["HistoryRow"];
/** Versions that one act wrote at one moment. */
export type Entry = {
  key: string;
  at: string;
  verb: string;
  actor: Row["actor"];
  reason: string;
  outside: boolean;
  rows: Row[];
};

/** One act is one entry, however many records it touched. */
export function entriesOf(rows: Row[]): Entry[] {
  const entries: Entry[] = [];
  for (const row of rows) {
    const { at, verb, actor, reason, outside } = row;
    const key = [at, verb, actor?.username ?? "", reason, outside].join("|");
    const last = entries.at(-1);
    if (last?.key === key) last.rows.push(row);
    else entries.push({ key, at, verb, actor, reason, outside, rows: [row] });
  }
  return entries;
}

const silent = new Set([
  "source",
  "source_url",
  "real",
  "reported_by",
  "recorded_by_id",
  "agency_id",
  "rollout_id",
  "search_text",
  "number_key",
  "opened_on_given",
  "previous_id",
  "issuer_agency_id",
  "maintenance_year_id",
  "appraisal_id",
  "about",
  "about_id",
  "author_id",
]);
const empty = (value: unknown) =>
  value === null ||
  value === undefined ||
  value === "" ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

/** Fields of a version that say something: what is new and filled, or what became different. */
export function changesIn(row: Row): { field: string; before: unknown; after: unknown }[] {
  const names = [...new Set([...Object.keys(row.before), ...Object.keys(row.after)])];
  return names
    .filter((name) => !silent.has(name) && !name.endsWith("_precision"))
    .map((field) => ({ field, before: row.before[field], after: row.after[field] }))
    .filter(({ before, after }) => !(empty(before) && empty(after)));
}
