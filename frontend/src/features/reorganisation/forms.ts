import type { FormSpec } from "@/ui/forms/spec";

/** A body that no list knows yet, also one that existed only in the past. */
export const agencyForm: FormSpec = {
  act: "agency.create",
  collection: "agencies",
  method: "add",
  intro: "reorganisation.addIntro",
  reason: "asked",
  fields: [
    { name: "code", type: "text", required: true, hint: "reorganisation.codeHint" },
    { name: "name", type: "text", required: true },
    { name: "name_en", type: "text" },
    { name: "kind", type: "choice", of: "agency_kinds", required: true, label: "filter.kind" },
    { name: "parent", type: "agency" },
    { name: "valid_from", type: "day", label: "reorganisation.from" },
    {
      name: "valid_to",
      type: "day",
      label: "reorganisation.to",
      hint: "reorganisation.toHint",
    },
  ],
};
