import type { FieldSpec, FormSpec, RecordSpec } from "@/ui/forms/spec";

const note: FieldSpec = { name: "note", type: "long" };
const review: FieldSpec[] = [
  { name: "held_on", type: "partial" },
  { name: "chair", type: "text" },
  { name: "minutes_number", type: "text" },
  { name: "conclusions", type: "long" },
  note,
];
const training: FieldSpec[] = [
  { name: "topic", type: "choice", of: "training_topics", required: true },
  { name: "held_on", type: "partial" },
  { name: "trainer", type: "text" },
  { name: "participants", type: "whole" },
  { name: "certificates", type: "whole", label: "field.training_certificates" },
  note,
];
const board: FieldSpec[] = [
  { name: "number", type: "text" },
  { name: "decided_on", type: "partial" },
  { name: "head", type: "text", label: "field.board_head" },
  { name: "secretary", type: "text" },
  note,
];
const year: FieldSpec[] = [
  { name: "year", type: "text", required: true },
  { name: "plan.number", type: "text" },
  { name: "plan.signed_on", type: "day" },
  {
    name: "objectives",
    type: "lines",
    paste: "objectives",
    of: [
      { name: "text", type: "text", required: true },
      { name: "target", type: "text" },
      { name: "actual", type: "text" },
    ],
  },
  { name: "board_renewed_on", type: "day" },
  { name: "documents_reviewed_on", type: "day" },
  { name: "documents_kept", type: "whole" },
  { name: "documents_changed", type: "whole" },
  { name: "report_number", type: "text" },
  { name: "report_sent_on", type: "day" },
  note,
];

const add = (act: string, collection: FormSpec["collection"], fields: FieldSpec[]): FormSpec => ({
  act,
  collection,
  method: "add",
  parent: "agency",
  fields,
});
export const yearForms: FormSpec[] = [
  add("year.record", "maintenance-years", year),
  add("review.record", "management-reviews", review),
  add("training.record", "trainings", training),
  add("board.record", "boards", board),
  {
    ...add("confirmation.record", "confirmations", [
      { name: "stated_on", type: "day", initial: "today" },
      note,
    ]),
    intro: "years.confirmIntro",
  },
];

export const yearRecord: RecordSpec = { collection: "maintenance-years", correct: year };
export const reviewRecord: RecordSpec = { collection: "management-reviews", correct: review };
export const trainingRecord: RecordSpec = { collection: "trainings", correct: training };
export const boardRecord: RecordSpec = { collection: "boards", correct: board };
export const auditRecord: RecordSpec = { collection: "audits" };
