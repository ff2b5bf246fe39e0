import type { FieldSpec, FormSpec } from "@/ui/forms/spec";
import { blank, type Values } from "@/ui/forms/values";

/** What is told of a reorganisation beside the agencies. */
export const fields: FieldSpec[] = [
  {
    name: "kind",
    type: "choice",
    of: "succession_kinds",
    required: true,
    label: "reorganisation.kind",
  },
  {
    name: "effective_on",
    type: "day",
    required: true,
    label: "reorganisation.day",
    hint: "reorganisation.dayHint",
  },
  {
    name: "decision",
    type: "text",
    label: "reorganisation.decision",
    hint: "reorganisation.decisionHint",
  },
  { name: "reason", type: "long" },
];

/** Under which name its draft is kept. */
export const around: FormSpec = {
  act: "agency.succeed",
  collection: "successions",
  method: "add",
  fields,
};

/** A form as it opens. */
export const start = (): Values => ({ predecessors: [], successors: [], ...blank(fields) });
/** Which agencies were told, and how they are reorganised. */
export const ofAgencies = ({ kind, predecessors, successors }: Values) =>
  JSON.stringify([kind, predecessors, successors]);
