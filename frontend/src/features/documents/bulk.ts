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
  return [head, ...lines].map((line) => line.map(quoted).join(",")).join("\r\n");
}

/** Loaded like any other workbook: all or nothing, in one act that can be undone. */
export function formOfBulk(rows: readonly Document[], changes: Changes, source: string): FormData {
  const form = new FormData();
  const name = `sua-${rows.length}-tai-lieu_${todayHere()}.csv`;
  form.append("kind", "documents");
  form.append("source", source);
  form.append("on_conflict", "update");
  form.append("file", new File([`\ufeff${sheetOf(rows, changes)}`], name, { type: "text/csv" }));
  return form;
}
