import type { Records } from "@/api/records";
import type { Provenance } from "@/api/types";
import type { RecordSpec } from "@/ui/forms/spec";
import { auditRecord, boardRecord, reviewRecord, trainingRecord, yearRecord } from "./forms";

export type Kind = "year" | "audit" | "review" | "training" | "board";
export type Yearly = {
  year: Records["maintenance-years"][];
  audit: Records["audits"][];
  review: Records["management-reviews"][];
  training: Records["trainings"][];
  board: Records["boards"][];
};
export type Row = Yearly[Kind][number];
export type Entry = { kind: Kind; day: string | null; dayName: string; row: Row; spec: RecordSpec };

const days: Record<Kind, string> = {
  year: "report_sent_on",
  audit: "from",
  review: "held_on",
  training: "held_on",
  board: "decided_on",
};
const specs: Record<Kind, RecordSpec> = {
  year: yearRecord,
  audit: auditRecord,
  review: reviewRecord,
  training: trainingRecord,
  board: boardRecord,
};

/** Everything of the yearly loop, the latest year first; what has no day stands under "unknown". */
export function yearsOf(yearly: Yearly): { year: string; entries: Entry[] }[] {
  const byYear = new Map<string, Entry[]>();
  for (const kind of Object.keys(specs) as Kind[]) {
    for (const row of yearly[kind]) {
      const day = ((row as Record<string, unknown>)[days[kind]] as string | null) ?? null;
      const year = "year" in row ? String(row.year) : (day?.slice(0, 4) ?? "");
      const entry = { kind, day, dayName: days[kind], row, spec: specs[kind] };
      byYear.set(year, [...(byYear.get(year) ?? []), entry]);
    }
  }
  return [...byYear]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([year, entries]) => ({
      year,
      entries: entries.sort((a, b) => (a.day ?? "").localeCompare(b.day ?? "")),
    }));
}

export const provenanceOf = (row: Row) => row.provenance as Provenance;
