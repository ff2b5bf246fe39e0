import type { FormSpec, RecordSpec } from "@/ui/forms/spec";

export const rolloutForm: FormSpec = {
  act: "rollout.open",
  collection: "rollouts",
  method: "add",
  parent: "agency",
  intro: "form.rolloutIntro",
  fields: [
    { name: "track", type: "choice", of: "tracks", required: true, initial: "declaration" },
    { name: "edition", type: "edition", required: true },
    { name: "opened_on", type: "day", initial: "today" },
  ],
};

/** A rollout is no fact: its day of opening is corrected by an act of its own. */
export const rolloutRecord: RecordSpec = {
  collection: "rollouts",
  acts: [
    {
      act: "rollout.correct",
      collection: "rollouts",
      method: "correct",
      fields: [{ name: "opened_on", type: "day" }],
    },
  ],
};
