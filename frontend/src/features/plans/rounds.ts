import type { FieldSpec, FormSpec, RecordSpec } from "@/ui/forms/spec";
import { milestones, plan } from "./forms";

/** How a plan goes to the council, comes back with opinions, and goes again. */
const sending: FieldSpec[] = [
  { name: "number", type: "text" },
  { name: "sent_on", type: "partial" },
];
/** A plan goes out on the day on which that is written down, unless another day is told. */
const addressed: FieldSpec[] = [
  ...sending.map((field) => (field.name === "sent_on" ? { ...field, initial: "today" } : field)),
  { name: "sent_to", type: "text" },
];

const onPlan = (word: string, rest: Partial<FormSpec>): FormSpec => ({
  act: `plan.${word}`,
  collection: "plans",
  method: "act",
  word,
  fields: addressed,
  ...rest,
});

export const planRecord: RecordSpec = {
  collection: "plans",
  correct: plan,
  acts: [
    onPlan("schedule", {
      method: "correct", // opens with the milestones that are set
      fields: [milestones],
      shape: (told) =>
        "milestones" in told ? { ...told, milestones: told.milestones ?? [] } : told,
    }),
    onPlan("submit", { irregular: true }),
    onPlan("submit_paper", {
      irregular: true,
      intro: "round.paperIntro",
      fields: [
        { name: "signed_original.number", type: "text", required: true },
        { name: "signed_original.day", type: "day", required: true },
        { name: "signed_original.signer", type: "text", required: true },
        ...addressed,
      ],
      // Even empty, so that the server names each of its fields that is missing.
      shape: (told) => ({ signed_original: {}, ...told }),
    }),
    onPlan("return", {
      intro: "round.returnIntro",
      reason: "required",
      fields: [
        { name: "opinions", type: "texts", required: true },
        { name: "resubmit_due_on", type: "day", required: true },
        { name: "met_on", type: "partial" },
        { name: "council", type: "text" },
      ],
    }),
  ],
};

export const submissionRecord: RecordSpec = {
  collection: "submissions",
  correct: [...sending, { name: "received_on", type: "day" }, { name: "note", type: "long" }],
  acts: [
    {
      act: "submission.receive",
      collection: "submissions",
      method: "act",
      word: "receive",
      fields: [{ name: "received_on", type: "day", required: true, initial: "today" }],
    },
  ],
};

/** What the agency did about one opinion, written beside it. */
export const answerForm = (opinion: number): FormSpec => ({
  act: "appraisal.answer",
  collection: "appraisals",
  method: "act",
  word: "answer",
  fields: [
    { name: "answer", type: "long", required: true },
    { name: "answered_on", type: "day", initial: "today" },
  ],
  shape: ({ answer = "", answered_on, ...told }) => ({
    ...told,
    answers: [{ opinion, answer, answered_on }],
  }),
  at: (pointer) => pointer.replace(/^\/answers\/0/, ""),
});

export const exemptionForm: FormSpec = {
  act: "exemption.grant",
  collection: "exemptions",
  method: "add",
  parent: ["agency", "rollout"],
  intro: "exemption.intro",
  reason: "required",
  fields: [
    {
      name: "what",
      type: "choice",
      of: "exemption_kinds",
      required: true,
      label: "exemption.what",
    },
    {
      name: "number",
      type: "text",
      required: true,
      label: "exemption.number",
    },
    { name: "from_on", type: "day", required: true, initial: "today" },
    { name: "to_on", type: "day", required: true, hint: "exemption.toHint" },
    {
      name: "whole",
      type: "yesno",
      yes: "exemption.whole",
      no: "exemption.thisRollout",
      label: "exemption.extent",
      initial: "true",
    },
  ],
  shape: ({ whole, rollout, ...told }) => (whole === false ? { ...told, rollout } : told),
};
export const exemptionRecord: RecordSpec = {
  collection: "exemptions",
  correct: [
    { name: "number", type: "text", label: "exemption.number" },
    { name: "to_on", type: "day" },
    { name: "note", type: "long" },
  ],
  acts: [
    {
      act: "exemption.end",
      collection: "exemptions",
      method: "act",
      word: "end",
      reason: "asked",
      fields: [
        { name: "on", type: "day", required: true, initial: "today", label: "exemption.endOn" },
      ],
    },
  ],
};
