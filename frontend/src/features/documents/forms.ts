import type { FieldSpec, FormSpec, LineField, RecordSpec } from "@/ui/forms/spec";

const line: LineField[] = [
  { name: "code", type: "text", required: true },
  { name: "title", type: "text" },
  { name: "kind", type: "choice", of: "document_kinds", required: true },
];
const version: FieldSpec[] = [
  { name: "issue_no", type: "whole" },
  { name: "revision_no", type: "whole" },
  { name: "drafted_on", type: "day" },
  { name: "reviewed_on", type: "day" },
  { name: "approved_on", type: "day" },
  { name: "issued_on", type: "day" },
  { name: "effective_on", type: "day" },
  { name: "change_reason", type: "choice", of: "document_changes" },
  { name: "change_summary", type: "long" },
];
const approval: FieldSpec[] = [
  { name: "approved_on", type: "partial" },
  { name: "number", type: "text" },
  { name: "approver", type: "text" },
  { name: "approver_position", type: "text" },
  { name: "note", type: "long" },
];
const promulgation: FieldSpec[] = [
  { name: "number", type: "text" },
  { name: "signed_on", type: "partial" },
  { name: "effective_on", type: "day" },
];

/** One document or a whole list at once: the day counts for every line. */
export const listForm: FormSpec = {
  act: "document.list",
  collection: "documents",
  method: "add",
  word: "bulk",
  parent: "rollout",
  fields: [
    { name: "listed_on", type: "partial" },
    { name: "items", type: "lines", of: line, paste: "documents", open: true, required: true },
  ],
  shape: ({ listed_on, items, ...told }) => ({
    ...told,
    items: ((items as object[] | undefined) ?? []).map((item) =>
      listed_on ? { ...item, listed_on } : item,
    ),
  }),
};
/** Approved today, as the list stands today; the server counts its documents. */
export const approvalForm: FormSpec = {
  act: "list.approve",
  collection: "list-approvals",
  method: "add",
  parent: "rollout",
  intro: "approval.intro",
  irregular: true,
  fields: approval.map((field) =>
    field.name === "approved_on" ? { ...field, initial: "today" } : field,
  ),
};
export const approvalRecord: RecordSpec = { collection: "list-approvals", correct: approval };
export const promulgationForm: FormSpec = {
  act: "promulgation.record",
  collection: "promulgations",
  method: "add",
  parent: "rollout",
  fields: [...promulgation, { name: "documents", type: "documents", required: true }],
};

export const documentRecord: RecordSpec = {
  collection: "documents",
  correct: [
    ...line,
    { name: "unit", type: "text" },
    { name: "field", type: "text" },
    { name: "listed_on", type: "partial" },
    { name: "withdrawn_on", type: "day" },
    { name: "note", type: "long" },
  ],
  acts: [
    {
      act: "document.version",
      collection: "document-versions",
      method: "add",
      parent: "document",
      fields: version,
    },
    {
      act: "document.withdraw",
      collection: "documents",
      method: "act",
      word: "withdraw",
      fields: [{ name: "withdrawn_on", type: "day", required: true }],
      reason: "required",
    },
  ],
};
export const versionRecord: RecordSpec = { collection: "document-versions", correct: version };
export const promulgationRecord: RecordSpec = {
  collection: "promulgations",
  correct: promulgation,
};

const model: FieldSpec[] = [
  { name: "title", type: "text" },
  { name: "items", type: "lines", of: line, paste: "documents", required: true },
  { name: "note", type: "long" },
];
const whose: FieldSpec[] = [
  { name: "agency_kind", type: "choice", of: "agency_kinds", required: true },
  { name: "edition", type: "edition", required: true },
  { name: "valid_from", type: "day", required: true, initial: "today" },
];
const modelForm: Omit<FormSpec, "fields"> = {
  act: "model_list.record",
  collection: "model-lists",
  method: "add",
  reason: "never",
};
/** The province's model list of a kind of agency, line by line. */
export const newModelForm: FormSpec = { ...modelForm, fields: [...whose, ...model] };
/** The same, of what stands on the list that is open: of its agency's kind and its edition. */
export const takeModelForm: FormSpec = {
  ...modelForm,
  parent: "rollout",
  intro: "model.takeIntro",
  fields: [...whose, ...model].filter(({ name }) => ["valid_from", "title", "note"].includes(name)),
  shape: ({ rollout, ...told }) => ({ ...told, from_rollout: rollout }),
};
export const modelRecord: RecordSpec = {
  collection: "model-lists",
  acts: [
    {
      act: "model_list.correct",
      collection: "model-lists",
      method: "correct",
      fields: model,
    },
    {
      act: "model_list.end",
      collection: "model-lists",
      method: "act",
      word: "end",
      fields: [{ name: "valid_to", type: "day", required: true, initial: "today" }],
      reason: "required",
    },
  ],
};
