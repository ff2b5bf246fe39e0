import { api, body } from "@/api/client";
import type { components } from "@/api/schema";
import type { LineField } from "./spec";
import { blank, filled, type Values } from "./values";

type Read = components["schemas"]["PastedShape"];
/** Which part of the catalogue of columns names the headings of a pasted table. */
export type PasteKind = components["schemas"]["PastedInKindEnum"];

/** Beside a value that was not understood stands what the cell said, under this name. */
export const unreadOf = (name: string) => `?${name}`;

/** What the cell said, as long as nothing stands in its place. */
export function unreadIn(row: Values, name: string): string | undefined {
  const text = row[unreadOf(name)] as string | undefined;
  return text && (row[name] === "" || row[name] === null) ? text : undefined;
}

export type Understood = {
  rows: Values[];
  /** Headings of columns for which there is no place. */
  left: string[];
};

/** The lines as the server read them; what it could not read is kept beside, to be mended. */
export function linesOf(read: Read, fields: readonly LineField[]): Understood {
  const rows = read.rows.map((told) => ({ ...blank(fields), ...filled(fields, told) }) as Values);
  for (const { row, field, value } of read.errors) {
    const line = rows[read.row_numbers.indexOf(row)];
    if (line && field && value) line[unreadOf(field)] = value;
  }
  const left = read.columns.filter(({ field }) => !field).map(({ heading }) => heading);
  return { rows, left: left.filter(Boolean) };
}

/** What a pasted table says: the server reads it as it reads a workbook, and keeps nothing. */
export async function understood(
  text: string,
  kind: PasteKind,
  fields: readonly LineField[],
): Promise<Understood> {
  const columns = fields.map(({ name }) => name);
  const read = await body(api.POST("/api/v1/imports/pasted", { body: { kind, columns, text } }));
  return linesOf(read, fields);
}
