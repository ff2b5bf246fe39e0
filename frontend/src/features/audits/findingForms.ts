import type { FieldSpec, FormSpec, RecordSpec } from "@/ui/forms/spec";
import { findingLine } from "./forms";

const note: FieldSpec = { name: "note", type: "long" };

/** Steps of a finding: each a dated row, so those against a rule of their day can be told too. */
const act = (word: string, fields: FieldSpec[], rest: Partial<FormSpec> = {}): FormSpec => ({
  act: `finding.${word}`,
  collection: "findings",
  method: "act",
  word,
  fields,
  irregular: true,
  ...rest,
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
    note,
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
      { name: "cause_category", type: "choice", of: "cause_categories" },
      note,
    ]),
    act("verify", [
      { name: "verified_on", type: "partial" },
      { name: "verified_by", type: "text" },
      note,
    ]),
    act("check_effectiveness", [
      {
        name: "effective",
        type: "yesno",
        yes: "effect.yes",
        no: "effect.no",
        label: "effect.question",
        required: true,
      },
      { name: "checked_on", type: "partial", initial: "today" },
      { name: "checked_by", type: "text" },
      note,
    ]),
    act(
      "extend",
      [
        { name: "due_on", type: "day", required: true, label: "finding.extendTo" },
        { name: "approved_by", type: "text", required: true },
      ],
      { reason: "required", irregular: false },
    ),
    act(
      "disposition",
      [{ name: "disposition", type: "choice", of: "dispositions", required: true }],
      { reason: "asked" },
    ),
    act("reopen", [], { reason: "required", irregular: false, intro: "finding.reopenIntro" }),
  ],
};
export const actionRecord: RecordSpec = {
  collection: "corrective-actions",
  correct: [...action, { name: "done_on", type: "day" }, { name: "accepted_on", type: "day" }],
};
