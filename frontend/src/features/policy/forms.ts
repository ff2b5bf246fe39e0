import type { AnyKey } from "@/i18n";
import type { FieldSpec, FormSpec, RecordSpec } from "@/ui/forms/spec";

const certainty: FieldSpec = {
  name: "confirmed",
  type: "yesno",
  yes: "policy.isSure",
  no: "policy.isUnsure",
  initial: "false",
};
const basis: FieldSpec = {
  name: "legal_basis",
  type: "long",
  required: true,
  hint: "policy.basisHint",
};
const firstDay: FieldSpec = { name: "valid_from", type: "day", label: "policy.fromDay" };

/** What is known of a number before its form is open. */
export type Known = { code: string; unit: string; words: string };

function valueField(known: Known | undefined): FieldSpec {
  const common = { name: "value", required: true, text: known?.words };
  if (known?.unit !== "0/1") return { ...common, type: "whole" };
  return {
    ...common,
    type: "choice",
    of: [
      { value: "1", label: "policy.yes" },
      { value: "0", label: "policy.no" },
    ],
  };
}

/** A number from a day on; of which one is asked where no line was chosen. */
export const valueForm = (known?: Known): FormSpec => ({
  act: "policy.record",
  collection: "policy-values",
  method: "add",
  label: "policy.add",
  intro: "policy.addIntro",
  reason: "asked",
  fixed: known && { code: known.code },
  fields: [
    ...(known ? [] : [whichNumber]),
    { ...valueField(known), hint: known ? undefined : "policy.switchHint" },
    { ...firstDay, required: true },
    basis,
    certainty,
  ],
});
const whichNumber: FieldSpec = {
  name: "code",
  type: "choice",
  of: "policy_values",
  required: true,
  label: "policy.name",
};

const correction = (
  act: string,
  collection: FormSpec["collection"],
  intro: AnyKey,
  fields: readonly FieldSpec[],
): FormSpec => ({ act, collection, method: "correct", reason: "required", intro, fields });

export const valueRecord = (known: Known): RecordSpec => ({
  collection: "policy-values",
  acts: [
    valueForm(known),
    correction("policy.correct", "policy-values", "policy.correctIntro", [
      valueField(known),
      firstDay,
      basis,
      certainty,
    ]),
  ],
});

const day: FieldSpec = { name: "on", type: "day", label: "edition.day" };
const source: FieldSpec = { name: "source", type: "long", hint: "policy.basisHint" };

export const editionDateForm: FormSpec = {
  act: "edition.record_date",
  collection: "edition-dates",
  method: "add",
  label: "edition.add",
  intro: "edition.addIntro",
  reason: "asked",
  fields: [
    { name: "edition", type: "edition", required: true },
    { name: "what", type: "choice", of: "edition_dates", required: true, label: "edition.what" },
    { name: "track", type: "choice", of: "tracks", hint: "edition.trackHint" },
    day,
    source,
    certainty,
  ],
};
export const editionDateRecord: RecordSpec = {
  collection: "edition-dates",
  acts: [
    correction("edition.correct_date", "edition-dates", "edition.correctIntro", [
      day,
      source,
      certainty,
    ]),
  ],
};

const lastDay: FieldSpec = { name: "valid_to", type: "day", label: "scope.lastDay" };

export const scopeForm: FormSpec = {
  act: "scope.record",
  collection: "scope-rules",
  method: "add",
  label: "scope.add",
  intro: "scope.addIntro",
  reason: "asked",
  fields: [
    { name: "kind", type: "choice", of: "agency_kinds", label: "scope.kind" },
    { name: "agency", type: "agency" },
    {
      name: "included",
      type: "yesno",
      yes: "scope.isIncluded",
      no: "scope.isExcluded",
      initial: "true",
      required: true,
    },
    firstDay,
    lastDay,
    basis,
    certainty,
  ],
};
export const scopeRecord: RecordSpec = {
  collection: "scope-rules",
  acts: [
    {
      act: "scope.end",
      collection: "scope-rules",
      method: "act",
      word: "end",
      reason: "required",
      intro: "scope.endIntro",
      fields: [{ ...lastDay, required: true }],
    },
    correction("scope.correct", "scope-rules", "scope.correctIntro", [
      firstDay,
      lastDay,
      basis,
      certainty,
    ]),
  ],
};
