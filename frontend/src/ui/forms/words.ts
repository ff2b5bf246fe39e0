import { useTranslation } from "react-i18next";
import { type LabelKind, useCatalogues, useLabel } from "@/api/catalogues";
import type { FieldError } from "@/api/problem";
import type { AnyKey } from "@/i18n";
import type { Precision } from "@/i18n/days";
import { formatDay, formatNumber } from "@/i18n/format";
import { fieldOf } from "../form";
import type { Option } from "./paste";
import type { FieldSpec, FormSpec } from "./spec";

/** Codes that stand in records and the catalogue that names them. */
const catalogued: Record<string, LabelKind> = {
  grade: "grades",
  disposition: "dispositions",
  track: "tracks",
  state: "application_states",
  topic: "training_topics",
  recommendation: "audit_recommendations",
  why_again: "declaration_reasons",
  change_reason: "document_changes",
};

/** The words of a field: field.<name>, the name itself while it has none. */
export function useFieldWords() {
  const { t, i18n } = useTranslation();
  const label = useLabel();
  const name = (field: string): string => {
    const key = `field.${field.replace(/_id$/, "")}`;
    return i18n.exists(key) ? t(key as AnyKey) : field;
  };
  const show = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") return "–";
    if (typeof value === "boolean") return t(value ? "form.yes" : "form.no");
    if (typeof value === "number") return field.endsWith("year") ? `${value}` : formatNumber(value);
    if (typeof value === "object") {
      const day = value as { date?: string; precision?: Precision };
      return day.date ? formatDay(day.date, day.precision) : JSON.stringify(value);
    }
    const text = String(value);
    if (/^\d{4}-\d{2}-\d{2}($|T)/.test(text)) return formatDay(text);
    const kind = catalogued[field];
    return kind ? label(kind, text) : text;
  };
  return { name, show };
}

/** Label of an act: what its form says, else the catalogue's. */
export function useActLabel() {
  const { t } = useTranslation();
  const label = useLabel();
  return (spec: Pick<FormSpec, "act" | "label">) =>
    spec.label ? t(spec.label) : label("acts", spec.act);
}

/** The options of a choice, in the catalogue's order and the reader's language. */
export function useOptions() {
  const { i18n } = useTranslation();
  const { data } = useCatalogues();
  return (field: FieldSpec): Option[] => {
    const kind = field.type === "edition" ? "editions" : field.type === "choice" ? field.of : null;
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
  errors: FieldError[],
  id: string,
  nameOf: (field: string) => string,
  line: (n: number) => string,
): Record<string, { label: string; id: string }> {
  const found: Record<string, { label: string; id: string }> = {};
  for (const each of errors) {
    const field = fieldOf(each.pointer);
    const [, row, column] = field.match(/\.(\d+)\.(.+)$/) ?? [];
    const label = row && column ? `${line(Number(row) + 1)}, ${nameOf(column)}` : nameOf(field);
    found[field] = { label, id: `${id}-${field}` };
  }
  return found;
}
