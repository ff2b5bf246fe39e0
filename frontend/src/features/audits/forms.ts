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
const findingLine: LineField[] = [
  { name: "grade", type: "choice", of: "grades", required: true },
  { name: "count", type: "whole" },
  { name: "code", type: "text" },
  { name: "clause", type: "text" },
  { name: "unit", type: "text" },
  { name: "description", type: "text" },
  { name: "due_on", type: "day" },
];
const findings: FieldSpec = {
  name: "findings",
  type: "lines",
  of: findingLine,
  paste: true,
  hint: "hint.findings",
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
  fields: [...days, ...report, findings],
};
export const inspectionForm: FormSpec = {
  act: "inspection.record",
  collection: "audits",
  method: "add",
  parent: "agency",
  fixed: { kind: "inspection" },
  fields: [...days, result, ...report, findings],
};

const onAudit: FormSpec[] = [
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

const act = (word: string, fields: FieldSpec[], reason?: "required" | "asked"): FormSpec => ({
  act: `finding.${word}`,
  collection: "findings",
  method: "act",
  word,
  fields,
  reason,
});
const action: FieldSpec[] = [
  { name: "what", type: "long", label: "field.action", required: true },
  { name: "responsible", type: "text" },
  { name: "due_on", type: "day" },
];
export const findingRecord: RecordSpec = {
  collection: "findings",
  correct: [
    ...findingLine.filter(({ name }) => name !== "count" && name !== "due_on"),
    { name: "raised_on", type: "partial" },
    { name: "note", type: "long" },
  ],
  acts: [
    {
      act: "finding.plan_action",
      collection: "corrective-actions",
      method: "add",
      parent: "finding",
      fields: action,
    },
    act("close", [
      { name: "completed_on", type: "partial" },
      { name: "cause", type: "long" },
    ]),
    act("verify", [
      { name: "verified_on", type: "partial" },
      { name: "verified_by", type: "text" },
    ]),
    act(
      "extend",
      [
        { name: "due_on", type: "day", required: true },
        { name: "approved_by", type: "text" },
      ],
      "required",
    ),
    act(
      "disposition",
      [{ name: "disposition", type: "choice", of: "dispositions", required: true }],
      "asked",
    ),
    act("reopen", [], "required"),
  ],
};
export const actionRecord: RecordSpec = {
  collection: "corrective-actions",
  correct: [...action, { name: "done_on", type: "day" }, { name: "accepted_on", type: "day" }],
};
