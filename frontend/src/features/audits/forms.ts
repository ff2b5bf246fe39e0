import type { FieldSpec, FormSpec, LineField, RecordSpec } from "@/ui/forms/spec";

const days: FieldSpec[] = [
  { name: "from", type: "partial" },
  { name: "to", type: "partial" },
];
const report: FieldSpec[] = [
  { name: "lead", type: "text" },
  { name: "report_number", type: "text" },
  { name: "conclusions", type: "long" },
];
export const findingLine: LineField[] = [
  { name: "grade", type: "choice", of: "grades", required: true },
  { name: "count", type: "whole" },
  { name: "code", type: "text" },
  { name: "clause", type: "text" },
  { name: "unit", type: "text" },
  { name: "description", type: "text" },
  { name: "due_on", type: "day" },
  { name: "repeat_of", type: "finding" },
];
const findings: FieldSpec = {
  name: "findings",
  type: "lines",
  of: findingLine,
  paste: "findings",
  grid: true,
};
const external: FieldSpec[] = [
  { name: "body", type: "choice", of: "certification_bodies", required: true },
  { name: "type", type: "choice", of: "audit_types", required: true },
  { name: "edition", type: "edition" },
  { name: "planned_on", type: "day" },
  ...days,
  ...report,
  { name: "recommendation", type: "choice", of: "audit_recommendations" },
];
const result: FieldSpec = { name: "result", type: "choice", of: "inspection_results" };

/** Who audited which units: nobody should audit the own one. */
const auditors: FieldSpec = {
  name: "auditors",
  type: "lines",
  of: [
    { name: "name", type: "text", required: true, label: "account.name" },
    { name: "unit", type: "text" },
    { name: "audits", type: "text" },
  ],
};
type Auditor = { audits?: string };
const unitsOf = ({ audits, ...rest }: Auditor) => ({
  ...rest,
  audits: (audits ?? "")
    .split(";")
    .map((unit) => unit.trim())
    .filter(Boolean),
});

export const externalForm: FormSpec = {
  act: "audit.record",
  collection: "audits",
  method: "add",
  parent: "rollout",
  fixed: { kind: "external" },
  fields: [...external, findings],
};
export const internalForm: FormSpec = {
  act: "internal_audit.record",
  collection: "audits",
  method: "add",
  parent: "agency",
  fixed: { kind: "internal" },
  fields: [...days, auditors, ...report, findings],
  shape: (told) =>
    told.auditors ? { ...told, auditors: (told.auditors as Auditor[]).map(unitsOf) } : told,
};
export const inspectionForm: FormSpec = {
  act: "inspection.record",
  collection: "audits",
  method: "add",
  parent: "agency",
  fixed: { kind: "inspection" },
  fields: [...days, result, ...report, findings],
};

const sheetLine: LineField[] = [
  ...findingLine.filter(({ name }) => name !== "repeat_of"),
  { name: "action", type: "text" },
  { name: "responsible", type: "text" },
  { name: "action_due_on", type: "day" },
  { name: "completed_on", type: "partial" },
  { name: "cause", type: "text" },
  { name: "cause_category", type: "choice", of: "cause_categories" },
  { name: "disposition", type: "choice", of: "dispositions" },
  { name: "evidence", type: "files" },
];

/** The table of findings as it stands in a report, pasted at once: all of its lines or none. */
export const sheetForm: FormSpec = {
  act: "finding.raise",
  collection: "audits",
  method: "act",
  word: "findings-sheet",
  label: "finding.pasteSheet",
  fields: [
    {
      name: "rows",
      type: "lines",
      of: sheetLine,
      paste: "findings",
      grid: "open",
      required: true,
      label: "field.findings",
    },
  ],
};

const onAudit: FormSpec[] = [
  sheetForm,
  {
    act: "audit.record_result",
    collection: "audits",
    method: "act",
    word: "record_result",
    fields: [...days, ...report, findings],
  },
  {
    act: "finding.raise",
    collection: "findings",
    method: "add",
    parent: "audit",
    fields: [...findingLine, { name: "raised_on", type: "partial" }],
  },
];
export const auditRecord: Record<string, RecordSpec> = {
  external: { collection: "audits", correct: external, acts: onAudit },
  internal: { collection: "audits", correct: [...days, ...report], acts: onAudit },
  inspection: { collection: "audits", correct: [...days, result, ...report], acts: onAudit },
};
