import type { FormSpec } from "@/ui/forms/spec";

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
