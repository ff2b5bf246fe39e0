import { type DayValue, parseDayText } from "@/i18n/days";
import { alsoCalled, numbering } from "./headings";
import type { LineField } from "./spec";
import { type Table, tableOfText } from "./table";
import type { Values } from "./values";

export type Option = { value: string; label: string };
export type Names = (field: LineField) => string;

/** Lower case without marks, so that "Loại 2" and "loai 2" are the same word. */
export const bare = (text: string) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/đ/gi, "d")
    .toLowerCase()
    .trim();

/** The choice that a pasted word means: its code, its label, or the one label that contains it. */
export function optionOf(text: string, options: readonly Option[]): string {
  const word = bare(text);
  if (!word) return "";
  const exact = options.find((o) => bare(o.value) === word || bare(o.label) === word);
  if (exact) return exact.value;
  const near = options.filter((o) => bare(o.label).includes(word));
  return near.length === 1 ? (near[0]?.value ?? "") : "";
}

/** Beside a value that was not understood stands what the cell said, under this name. */
export const unreadOf = (name: string) => `?${name}`;

/** What the cell said, as long as nothing stands in its place. */
export function unreadIn(row: Values, name: string): string | undefined {
  const text = row[unreadOf(name)] as string | undefined;
  return text && (row[name] === "" || row[name] === null) ? text : undefined;
}

function read(field: LineField, word: string, options: readonly Option[]): unknown {
  if (field.type === "choice" || field.type === "edition") return optionOf(word, options);
  if (field.type === "day" || field.type === "partial") {
    const day: DayValue | null = parseDayText(word);
    return day && (field.type === "partial" || day.precision === "day") ? day : null;
  }
  if (field.type === "whole") return /^\d+$/.test(word) ? Number(word) : "";
  if (field.type === "finding") return "";
  if (field.type === "agency") return word || null;
  return word;
}

/** A heading without what stands in brackets. */
const heading = (cell: string) => bare(cell.replace(/\(.*?\)|[:.*]/g, ""));

/** Which column of the table each field stands in: by the headings, else in the fields' order. */
function columnsOf(table: Table, fields: readonly LineField[], names: Names) {
  const head = (table[0] ?? []).map(heading);
  const known = fields.map((field) => {
    const words = [names(field), field.name, ...(alsoCalled[field.name] ?? [])].map(heading);
    return head.findIndex((cell) => cell !== "" && words.includes(cell));
  });
  const hits = known.filter((x) => x >= 0).length;
  if (table.length < 2 || (hits < 2 && !(hits === 1 && head.length === 1))) {
    const numbered = table.every((row, i) => bare(row[0] ?? "").replace(/\.$/, "") === `${i + 1}`);
    const first = numbered && table.length > 1 ? 1 : 0;
    return { columns: fields.map((_, i) => i + first), rows: table, left: [] };
  }
  const left = (table[0] ?? []).filter(
    (cell, x) => cell && !known.includes(x) && !numbering.includes(head[x] ?? ""),
  );
  return { columns: known, rows: table.slice(1), left };
}

export type Understood = {
  rows: Values[];
  /** Headings of columns for which there is no place. */
  left: string[];
};

/** What a pasted table says, line by line; what could not be read is kept beside, to be mended. */
export function understood(
  table: Table,
  fields: readonly LineField[],
  options: (field: LineField) => readonly Option[],
  names: Names,
): Understood {
  const { columns, rows, left } = columnsOf(table, fields, names);
  return {
    left,
    rows: rows.map((cells) => {
      const row: Values = {};
      fields.forEach((field, i) => {
        const word = cells[columns[i] ?? -1] ?? "";
        const value = read(field, word, options(field));
        row[field.name] = value;
        const lost = word !== "" && word !== "-" && (value === "" || value === null);
        if (lost) row[unreadOf(field.name)] = word;
      });
      return row;
    }),
  };
}

/** Lines copied as text, with columns by tabs (else by ; or |). */
export const rowsOf = (
  text: string,
  fields: readonly LineField[],
  options: (field: LineField) => readonly Option[],
): Values[] => understood(tableOfText(text), fields, options, (field) => field.name).rows;
