import type { FormSpec, RecordSpec } from "@/ui/forms/spec";

export const askForm: FormSpec = {
  act: "request.ask",
  collection: "requests",
  method: "add",
  parent: "agency",
  reason: "never",
  fields: [
    { name: "what", type: "long", required: true, label: "request.what" },
    { name: "due_on", type: "day" },
  ],
};

const act = (word: string, rest: Partial<FormSpec>): FormSpec => ({
  act: `request.${word}`,
  collection: "requests",
  method: "act",
  word,
  fields: [],
  ...rest,
});

/** Asked, answered, accepted or sent back: each with a sentence, the answer also with files. */
export const requestRecord: RecordSpec = {
  collection: "requests",
  acts: [
    act("answer", {
      fields: [
        { name: "text", type: "long", label: "request.answer" },
        { name: "answered_on", type: "day", initial: "today" },
      ],
    }),
    act("accept", { fields: [{ name: "note", type: "long" }], reason: "never" }),
    act("return", {
      fields: [{ name: "due_on", type: "day" }],
      reason: "required",
    }),
    act("withdraw", { reason: "required" }),
  ],
};
