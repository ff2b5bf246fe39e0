import type { components } from "@/api/schema";
import { todayHere } from "@/i18n/days";
import type { Document } from "./groups";

/** What may be written into many documents at once; what is not named stays as it is. */
export const bulkFields = [
  "unit",
  "field",
  "drafted_on",
  "reviewed_on",
  "approved_on",
  "issued_on",
  "effective_on",
] as const;
export type BulkField = (typeof bulkFields)[number];
export type Changes = Partial<Record<BulkField, string>>;

const quoted = (value: string | number) => `"${String(value).replaceAll('"', '""')}"`;

const csvOf = (lines: readonly (string | number)[][]) =>
  lines.map((line) => line.map(quoted).join(",")).join("\r\n");

/** The chosen rows as a small workbook: each names its record, its version and what changes. */
export function sheetOf(rows: readonly Document[], changes: Changes): string {
  const names = bulkFields.filter((name) => changes[name]);
  const head = ["id", "row_version", "code", "kind", ...names];
  const lines = rows.map((row) => [
    row.id,
    row.row_version,
    row.code,
    row.kind,
    ...names.map((name) => changes[name] ?? ""),
  ]);
  return csvOf([head, ...lines]);
}

type Form = { name: string; csv: string; source: string; onConflict: "update" | "skip" };

/** Loaded like any other workbook: all or nothing, in one act that can be undone. */
function formOf({ name, csv, source, onConflict }: Form): FormData {
  const form = new FormData();
  form.append("kind", "documents");
  form.append("source", source);
  form.append("on_conflict", onConflict);
  form.append("file", new File([`\ufeff${csv}`], name, { type: "text/csv" }));
  return form;
}

export const formOfBulk = (rows: readonly Document[], changes: Changes, source: string) =>
  formOf({
    name: `sua-${rows.length}-tai-lieu_${todayHere()}.csv`,
    csv: sheetOf(rows, changes),
    source,
    onConflict: "update",
  });

export type Line = components["schemas"]["LineShape"];
const copied = ["code", "title", "kind", "unit", "field"] as const;

/** Lines of another list for a rollout; what got its code meanwhile is left out. */
export function formOfCopy(
  lines: readonly Line[],
  rollout: number,
  listedOn: string | undefined,
  source: string,
): FormData {
  const head = ["rollout", ...copied, ...(listedOn ? ["listed_on"] : [])];
  const rows = lines.map((line) => [
    rollout,
    ...copied.map((name) => line[name]),
    ...(listedOn ? [listedOn] : []),
  ]);
  return formOf({
    name: `chep-${lines.length}-tai-lieu_${todayHere()}.csv`,
    csv: csvOf([head, ...rows]),
    source,
    onConflict: "skip",
  });
}
