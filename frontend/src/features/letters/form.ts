import type { FormSpec } from "@/ui/forms/spec";

type To = { to?: string[]; what?: string; task_due_on?: string };

/** A letter of the province: one task and one due day for every agency it went to. */
export const letterForm: FormSpec = {
  act: "directive.record",
  collection: "directives",
  method: "add",
  fields: [
    { name: "number", type: "text", required: true },
    { name: "issuer", type: "text", required: true },
    { name: "signed_on", type: "partial" },
    { name: "abstract", type: "long" },
    { name: "kind", type: "choice", of: "directive_kinds", initial: "letter", required: true },
    { name: "to", type: "agencies", required: true, label: "letter.to" },
    { name: "what", type: "text", label: "field.what" },
    { name: "task_due_on", type: "day", label: "letter.due" },
    { name: "signer", type: "text" },
  ],
  shape: (told) => {
    const { to = [], what, task_due_on, ...paper } = told as To;
    return { ...paper, tasks: to.map((agency) => ({ agency, what, due_on: task_due_on })) };
  },
  at: (pointer) =>
    pointer
      .replace(/^\/tasks\/\d+\/agency$/, "/to")
      .replace(/^\/tasks\/\d+\/what$/, "/what")
      .replace(/^\/tasks\/\d+\/due_on$/, "/task_due_on")
      .replace(/^\/tasks$/, "/to"),
};
