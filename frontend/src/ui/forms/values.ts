import { type DayValue, type Precision, todayHere } from "@/i18n/days";
import type { FieldSpec } from "./spec";

export type Values = Record<string, unknown>;

const steps = (name: string) => name.split(".");

export function at(values: unknown, name: string): unknown {
  return steps(name).reduce<unknown>(
    (found, step) => (found as Record<string, unknown> | null | undefined)?.[step],
    values,
  );
}

function put(values: Values, name: string, value: unknown): void {
  const path = steps(name);
  const last = path.pop() ?? name;
  let into = values;
  for (const step of path) {
    into[step] ??= {};
    into = into[step] as Values;
  }
  into[last] = value;
}

function blankOf(field: FieldSpec): unknown {
  if (field.initial === "today") return { date: todayHere(), precision: "day" } satisfies DayValue;
  if (field.initial !== undefined) return field.initial;
  if (field.type === "day" || field.type === "partial" || field.type === "agency") return null;
  if (["rollouts", "documents", "choices", "agencies", "files"].includes(field.type)) return [];
  if (field.type === "lines") return field.open ? [blank(field.of)] : [];
  return "";
}

/** A form as it opens for a new record. */
export function blank(fields: readonly FieldSpec[]): Values {
  const values: Values = {};
  for (const field of fields) put(values, field.name, blankOf(field));
  return values;
}

function shownOf(field: FieldSpec, record: Values): unknown {
  const value = at(record, field.name);
  if (value === null || value === undefined) return blankOf({ ...field, initial: undefined });
  if (field.type === "day" || field.type === "partial") {
    if (typeof value === "object") return value;
    const precision = (at(record, `${field.name}_precision`) as Precision | null) ?? "day";
    return { date: String(value), precision } satisfies DayValue;
  }
  if (field.type === "lines") return (value as Values[]).map((row) => filled(field.of, row));
  if (field.type === "agency") return (value as { code?: string }).code ?? value;
  if (["finding", "yesno", "choice"].includes(field.type)) return String(value);
  if (field.type === "texts") return (value as string[]).join("\n");
  return value;
}

/** A form as it opens on a record. */
export function filled(fields: readonly FieldSpec[], record: Values): Values {
  const values: Values = {};
  for (const field of fields) put(values, field.name, shownOf(field, record));
  return values;
}

/** What one field says to the server; undefined when it says nothing. */
export function said(field: FieldSpec, value: unknown): unknown {
  switch (field.type) {
    case "day":
      return (value as DayValue | null)?.date;
    case "partial": {
      const day = value as DayValue | null;
      return day?.precision === "day" ? day.date : (day ?? undefined);
    }
    case "lines": {
      const rows = (value as Values[])
        .map((row) => bodyOf(field.of, row))
        .filter((row) => Object.keys(row).length > 0);
      return rows.length ? rows : undefined;
    }
    case "texts": {
      const lines = String(value).split("\n");
      const texts = lines.map((line) => line.trim()).filter(Boolean);
      return texts.length ? texts : undefined;
    }
    case "rollouts":
    case "documents": {
      const ids = (value as (string | number)[]).map(Number);
      return ids.length ? ids : undefined;
    }
    case "agencies":
    case "files":
    case "choices":
      return (value as string[]).length ? value : undefined;
    case "yesno":
      return value === "" ? undefined : value === "true";
    case "finding":
      return value ? Number(value) : undefined;
    default: {
      const text = typeof value === "string" ? value.trim() : value;
      return text === "" || text === null ? undefined : text;
    }
  }
}

/** The body of a new record: only what was filled in. */
export function bodyOf(fields: readonly FieldSpec[], values: Values): Values {
  const told: Values = {};
  for (const field of fields) {
    const value = said(field, at(values, field.name));
    if (value !== undefined) put(told, field.name, value);
  }
  return told;
}

const nothing = (field: FieldSpec) =>
  field.type === "text" || field.type === "long" || field.type === "choice"
    ? ""
    : ["lines", "texts", "choices"].includes(field.type)
      ? []
      : null;

/** The body of a correction: only what differs from what was there; emptied fields as empty. */
export function changesOf(fields: readonly FieldSpec[], values: Values, before: Values): Values {
  const told: Values = {};
  for (const field of fields) {
    const now = said(field, at(values, field.name));
    if (JSON.stringify(now) === JSON.stringify(said(field, at(before, field.name)))) continue;
    put(told, field.name, now === undefined ? nothing(field) : now);
  }
  return told;
}
