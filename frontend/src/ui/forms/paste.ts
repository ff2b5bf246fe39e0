import { type DayValue, parseDayText } from "@/i18n/days";
import type { LineField } from "./spec";
import type { Values } from "./values";

export type Option = { value: string; label: string };

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

function read(field: LineField, text: string, options: readonly Option[]): unknown {
  const word = text.trim().normalize("NFC");
  if (field.type === "choice" || field.type === "edition") return optionOf(word, options);
  if (field.type === "day" || field.type === "partial") {
    const day: DayValue | null = parseDayText(word);
    return day && (field.type === "partial" || day.precision === "day") ? day : null;
  }
  if (field.type === "whole") return /^\d+$/.test(word) ? Number(word) : "";
  if (field.type === "agency") return word || null;
  return word;
}

/** Lines copied from Word or Excel: columns by tabs (else by ; or |), in the order of the fields. */
export function rowsOf(
  text: string,
  fields: readonly LineField[],
  options: (field: LineField) => readonly Option[],
): Values[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const separator = line.includes("\t") ? "\t" : line.includes(";") ? ";" : "|";
      const cells = line.split(separator);
      const row: Values = {};
      fields.forEach((field, i) => {
        row[field.name] = read(field, cells[i] ?? "", options(field));
      });
      return row;
    });
}
