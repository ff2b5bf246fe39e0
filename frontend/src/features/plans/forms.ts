import type { FieldSpec, FormSpec, RecordSpec } from "@/ui/forms/spec";

const paper: FieldSpec[] = [
  { name: "number", type: "text", required: true },
  { name: "signed_on", type: "partial" },
  { name: "issuer", type: "text", required: true },
];
const signer: FieldSpec[] = [
  { name: "signer", type: "text" },
  { name: "signer_position", type: "text" },
  { name: "effective_on", type: "day" },
  { name: "abstract", type: "long" },
];
const note: FieldSpec = { name: "note", type: "long" };

export const milestones: FieldSpec = {
  name: "milestones",
  type: "lines",
  open: true,
  of: [
    { name: "stage", type: "choice", of: "milestone_stages", required: true },
    { name: "planned_on", type: "day", required: true },
  ],
};
export const plan: FieldSpec[] = [
  { name: "kind", type: "choice", of: "plan_kinds", required: true, initial: "ke_hoach" },
  { name: "title", type: "text" },
  { name: "started_on", type: "partial" },
  { name: "completed_on", type: "partial" },
  { name: "owner_name", type: "text" },
  { name: "owner_position", type: "text" },
  { name: "scope", type: "long" },
  { name: "objectives", type: "long" },
  { name: "budget_vnd", type: "whole" },
  { name: "funding_source", type: "text" },
  { name: "consultant", type: "text" },
  note,
];
const appraisal: FieldSpec[] = [
  { name: "council", type: "text" },
  { name: "met_on", type: "partial" },
  { name: "result", type: "choice", of: "appraisal_results", required: true },
  { name: "minutes_number", type: "text" },
  { name: "resubmit_due_on", type: "day" },
];
const approved: FieldSpec[] = [
  { name: "approved_budget_vnd", type: "whole" },
  { name: "deadline_on", type: "day" },
];

export const planForm: FormSpec = {
  act: "plan.record",
  collection: "plans",
  method: "add",
  parent: "rollout",
  fields: plan,
};
export const appraisalForm: FormSpec = {
  act: "appraisal.record",
  collection: "appraisals",
  method: "add",
  parent: "rollout",
  fields: [...appraisal, { name: "opinions", type: "texts" }, note],
};
export const decisionForm: FormSpec = {
  act: "decision.record",
  collection: "decisions",
  method: "add",
  fields: [
    ...paper,
    { name: "rollouts", type: "rollouts", required: true },
    { name: "kind", type: "choice", of: "decision_kinds", initial: "approve", required: true },
    ...approved,
    ...signer,
    note,
  ],
};
export const directiveForm: FormSpec = {
  act: "directive.record",
  collection: "directives",
  method: "add",
  fields: [
    ...paper,
    { name: "kind", type: "choice", of: "directive_kinds", initial: "letter", required: true },
    { name: "from_edition", type: "edition" },
    { name: "to_edition", type: "edition" },
    {
      name: "tasks",
      type: "lines",
      open: true,
      of: [
        { name: "agency", type: "agency", required: true },
        { name: "what", type: "text" },
        { name: "due_on", type: "day" },
      ],
    },
    ...signer,
  ],
  shape: ({ from_edition, to_edition, ...told }) =>
    from_edition && to_edition ? { ...told, orders_transition: [from_edition, to_edition] } : told,
};

export const appraisalRecord: RecordSpec = {
  collection: "appraisals",
  correct: [...appraisal, note],
};
export const decisionRecord: RecordSpec = { collection: "decisions", correct: [...approved, note] };
export const directiveRecord: RecordSpec = {
  collection: "directives",
  correct: [{ name: "kind", type: "choice", of: "directive_kinds" }, note],
};
export const taskRecord: RecordSpec = {
  collection: "tasks",
  acts: [
    {
      act: "directive.answer",
      collection: "tasks",
      method: "act",
      word: "answer",
      fields: [
        { name: "answered_on", type: "day" },
        { name: "answer", type: "long" },
        { name: "done_on", type: "day" },
        { name: "delay_reason", type: "long" },
      ],
    },
  ],
};
