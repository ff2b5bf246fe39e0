import type { Records } from "@/api/records";

export type Document = Records["documents"];
export type Version = Records["document-versions"];
export type Group = {
  kind: string;
  rows: Document[];
  inForce: number;
  /** Lines that a source counted without naming them. */
  placeholders: number;
};

/** The six steps of a document, as the server orders them. */
export const STEPS = ["planned", "drafted", "reviewed", "approved", "issued", "in_force"] as const;

export const stepsTaken = (state: string) => STEPS.indexOf(state as (typeof STEPS)[number]) + 1;

/** Documents under their kinds, in the catalogue's order. */
export function groupsOf(documents: Document[], kinds: string[]): Group[] {
  const order = (kind: string) => (kinds.indexOf(kind) + 1 || kinds.length + 1) - 1;
  const found = new Map<string, Document[]>();
  for (const each of documents) found.set(each.kind, [...(found.get(each.kind) ?? []), each]);
  return [...found]
    .sort(([a], [b]) => order(a) - order(b))
    .map(([kind, rows]) => ({
      kind,
      rows,
      inForce: rows.filter((row) => row.state === "in_force").length,
      placeholders: rows.filter((row) => row.placeholder).length,
    }));
}

/** The latest version of each document. */
export function latestOf(versions: Version[]): Map<number, Version> {
  const latest = new Map<number, Version>();
  for (const each of versions) {
    const before = latest.get(each.document);
    const rank = (v: Version) => (v.issue_no ?? 0) * 1000 + (v.revision_no ?? 0);
    if (!before || rank(each) >= rank(before)) latest.set(each.document, each);
  }
  return latest;
}
