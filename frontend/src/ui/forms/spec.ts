import type { LabelKind } from "@/api/catalogues";
import type { Collection } from "@/api/records";
import type { AnyKey } from "@/i18n";
import type { PasteKind } from "./paste";

type Common = {
  /** As the server calls it; its label is field.<name>. Dots go down into an object. */
  name: string;
  label?: AnyKey;
  hint?: AnyKey;
  /** What the server calls it, where the screens have no word. */
  text?: string;
  required?: boolean;
  initial?: unknown;
};

/** A code that no catalogue names. */
export type Coded = { value: string; label: AnyKey };
/** Options that depend on the day: periods. */
export type Offered = () => { value: string; label: string }[];

/** One input of a form. */
export type FieldSpec = Common &
  (
    | { type: "text" | "long" | "whole" | "day" | "partial" | "agency" | "edition" }
    | { type: "rollouts" | "agencies" | "texts" }
    /** Documents that wait to be issued, or all of the agency's. */
    | { type: "documents"; all?: boolean }
    | { type: "choice"; of: LabelKind | readonly Coded[] | Offered; only?: readonly string[] }
    | { type: "choices"; of: LabelKind | readonly Coded[] }
    /** Files that prove it, of the agency whose record it is. */
    | { type: "files" }
    /** An earlier finding of the same agency; the server suggests one of the same clause. */
    | { type: "finding" }
    | { type: "yesno"; yes: AnyKey; no: AnyKey }
    | {
        type: "lines";
        of: readonly LineField[];
        /** A table may be pasted; its headings are those of this part of the catalogue. */
        paste?: PasteKind;
        open?: boolean;
        /** As a sheet instead of small forms; "open" waits for a pasted table. */
        grid?: boolean | "open";
      }
  );
export type LineField = Exclude<
  FieldSpec,
  { type: "lines" | "rollouts" | "agencies" | "documents" | "texts" | "choices" }
>;

/** What a person fills in to do one act; the server's answers say whether it was right. */
export type FormSpec = {
  /** The verb: its name is its label, and its row in next_acts shows or hides the button. */
  act: string;
  collection: Collection;
  /** A new record, a correction of one, or an act on one: POST /<collection>/<id>/<word>. */
  method: "add" | "correct" | "act";
  word?: string;
  /** Which of the page's records a new one belongs to. */
  parent?: keyof Parents | readonly (keyof Parents)[];
  fixed?: Record<string, unknown>;
  fields: readonly FieldSpec[];
  reason?: "required" | "asked" | "never";
  /** An act that the coordinator may record though it went against a rule of its day. */
  irregular?: boolean;
  intro?: AnyKey;
  label?: AnyKey;
  shape?: (told: Record<string, unknown>) => Record<string, unknown>;
  /** Back from the server's place of an error to the form's, where `shape` moved it. */
  at?: (pointer: string) => string;
};

/** What a new record is hung on. */
export type Parents = {
  rollout?: number;
  agency?: string;
  plan?: number;
  document?: number;
  audit?: number;
  finding?: number;
  certificate?: number;
  declaration?: number;
};
/** The record that is corrected or acted upon, as its reader saw it. */
export type Target = { id: number | string; row_version: number } & Record<string, unknown>;

/** How the facts of one collection are corrected and acted upon from their menu. */
export type RecordSpec = {
  collection: Collection;
  correct?: readonly FieldSpec[];
  acts?: readonly FormSpec[];
};

const bare = (collection: Collection, act: string, rest: Partial<FormSpec>): FormSpec => ({
  act,
  collection,
  method: "act",
  fields: [],
  ...rest,
});

/** Every form of a record: its own acts, then what every fact has. */
export function formsOf({ collection, correct, acts = [] }: RecordSpec): FormSpec[] {
  return [
    ...acts,
    ...(correct ? [bare(collection, "fact.correct", { method: "correct", fields: correct })] : []),
    bare(collection, "fact.confirm", { word: "confirm", intro: "form.confirmIntro" }),
    bare(collection, "fact.void", { word: "void", reason: "required", intro: "form.voidIntro" }),
  ];
}

/** Whether a form holds lines as a sheet, which needs the width of the screen. */
export const isSheet = ({ fields }: FormSpec): boolean =>
  fields.some((field) => field.type === "lines" && field.grid);
