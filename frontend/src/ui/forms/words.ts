import { useTranslation } from "react-i18next";
import { type LabelKind, useCatalogues, useLabel } from "@/api/catalogues";
import type { Problem } from "@/api/problem";
import type { AnyKey } from "@/i18n";
import type { Precision } from "@/i18n/days";
import { formatDay, formatNumber } from "@/i18n/format";
import { fieldOf } from "../form";
import { catalogueOf } from "./coded";
import type { FieldSpec, FormSpec } from "./spec";

/** The words of a field: field.<name>, the name itself while it has none. */
export function useFieldWords() {
  const { t, i18n } = useTranslation();
  const label = useLabel();
  const name = (field: string): string => {
    const key = `field.${field.replace(/_id$/, "")}`;
    return i18n.exists(key) ? t(key as AnyKey) : field;
  };
  /** What an input is called: its own label, else the name of its field. */
  const labelOf = (field: Pick<FieldSpec, "name" | "label" | "text">): string =>
    field.text ?? (field.label ? t(field.label) : name(field.name));
  /** The same by the name of the field: the summary of errors calls an input as its label does. */
  const nameIn =
    (fields: readonly FieldSpec[]) =>
    (field: string): string =>
      labelOf(fields.find((each) => each.name === field) ?? { name: field });
  /** What stands below it: its own hint, else the one of its name, if there is any. */
  const helpOf = (field: Pick<FieldSpec, "name" | "hint">): string | undefined => {
    const key: string = field.hint ?? `help.${field.name.split(".").at(-1)}`;
    return i18n.exists(key) ? t(key as AnyKey) : undefined;
  };
  const show = (field: string, value: unknown, model?: string): string => {
    if (model === "findingstep" && field === "kind") return t(`step.${value}` as AnyKey);
    if (Array.isArray(value)) return value.map(named).join(", ") || "–";
    if (value === null || value === undefined || value === "") return "–";
    if (typeof value === "boolean") return t(value ? "form.yes" : "form.no");
    if (typeof value === "number") return field.endsWith("year") ? `${value}` : formatNumber(value);
    if (typeof value === "object") {
      const day = value as { date?: string; precision?: Precision };
      return day.date ? formatDay(day.date, day.precision) : JSON.stringify(value);
    }
    const text = String(value);
    if (/^\d{4}-\d{2}-\d{2}($|T)/.test(text)) return formatDay(text);
    const kind = catalogueOf(field, model);
    return kind ? label(kind, text) : text;
  };
  return { name, labelOf, nameIn, helpOf, show };
}

/** "finding:12" → "Điểm phát hiện 12"; an agency by its code. */
export function useObjectName() {
  const { t, i18n } = useTranslation();
  return (object: string, known?: unknown): string => {
    const [model = "", id = ""] = object.split(":");
    const key = `object.${model}`;
    const name = i18n.exists(key) ? t(key as AnyKey) : model;
    return `${name} ${known || id}`;
  };
}

/** An auditor by the name, anything else as it is. */
const named = (item: unknown): string =>
  typeof item === "object" && item !== null && "name" in item ? String(item.name) : String(item);

/** Label of an act: what its form says, else the catalogue's. */
export function useActLabel() {
  const { t } = useTranslation();
  const label = useLabel();
  return (spec: Pick<FormSpec, "act" | "label">) =>
    spec.label ? t(spec.label) : label("acts", spec.act);
}

type Option = { value: string; label: string };

/** The options of a choice, in the catalogue's order and the reader's language. */
export function useOptions() {
  const { t, i18n } = useTranslation();
  const { data } = useCatalogues();
  return (field: FieldSpec): Option[] => {
    if (field.type === "choice" && typeof field.of === "function") return field.of();
    if ((field.type === "choice" || field.type === "choices") && typeof field.of === "object")
      return field.of.map(({ value, label }) => ({ value, label: t(label) }));
    const kind =
      field.type === "edition"
        ? "editions"
        : ["choice", "choices"].includes(field.type)
          ? (field as { of: LabelKind }).of
          : null;
    if (!kind || !data) return [];
    const rows = data[kind] as { code: string; label: string; label_en?: string }[];
    const only = field.type === "choice" ? field.only : undefined;
    return rows
      .filter((row) => !only || only.includes(row.code))
      .map((row) => ({
        value: row.code,
        label: (i18n.language === "en" ? row.label_en : undefined) ?? row.label,
      }));
  };
}

/** For the error summary: where each wrong field stands and what it is called. */
export function labelsFor(
  problem: Problem | null,
  id: string,
  nameOf: (field: string) => string,
  line: (n: number) => string,
): Record<string, { label: string; id: string }> {
  const found: Record<string, { label: string; id: string }> = {};
  for (const each of problem?.errors ?? []) {
    const field = fieldOf(each.pointer);
    const [, row, column] = field.match(/\.(\d+)\.(.+)$/) ?? [];
    const label = row && column ? `${line(Number(row) + 1)}, ${nameOf(column)}` : nameOf(field);
    found[field] = { label, id: `${id}-${field}` };
  }
  return found;
}
