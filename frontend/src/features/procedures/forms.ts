import type { FieldSpec, FormSpec, LineField, RecordSpec } from "@/ui/forms/spec";

const own: LineField[] = [
  { name: "code", type: "text", required: true, label: "procedure.code" },
  { name: "name", type: "text", required: true, label: "procedure.name" },
  { name: "field", type: "text" },
  { name: "level", type: "choice", of: "procedure_levels", label: "procedure.level" },
  { name: "time_limit_days", type: "whole", label: "procedure.limit" },
];
const announced: LineField[] = [
  { name: "decision_no", type: "text", label: "procedure.decision" },
  { name: "published_on", type: "partial", label: "procedure.published" },
];
const documents: FieldSpec = {
  name: "documents",
  type: "documents",
  all: true,
  required: true,
  label: "procedure.documents",
};

/** One procedure or the whole list, pasted or written. */
export const proceduresForm: FormSpec = {
  act: "procedure.record",
  collection: "admin-procedures",
  method: "add",
  word: "bulk",
  parent: "agency",
  fields: [
    {
      name: "items",
      type: "lines",
      of: [...own, ...announced],
      paste: "admin-procedures",
      open: true,
      grid: true,
      required: true,
      label: "procedure.items",
    },
  ],
};

const act = (word: string, fields: FieldSpec[], intro?: FormSpec["intro"]): FormSpec => ({
  act: `procedure.${word}`,
  collection: "admin-procedures",
  method: "act",
  word,
  fields,
  intro,
});

export const procedureRecord: RecordSpec = {
  collection: "admin-procedures",
  correct: [...own, { name: "note", type: "long" }],
  acts: [
    act("link", [
      documents,
      {
        name: "checked_on",
        type: "day",
        label: "procedure.checked",
        hint: "procedure.checkedHint",
      },
    ]),
    act("unlink", [documents]),
    act("change", [
      {
        name: "status",
        type: "choice",
        of: "procedure_statuses",
        required: true,
        initial: "amended",
        label: "procedure.status",
      },
      ...announced,
    ]),
  ],
};
