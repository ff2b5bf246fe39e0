import type { FieldSpec, FormSpec, RecordSpec } from "@/ui/forms/spec";

const person: FieldSpec[] = [
  { name: "name", type: "text", required: true, label: "account.name" },
  { name: "position", type: "text", label: "account.position" },
  { name: "work_contact", type: "text", label: "account.contact", hint: "account.contactHint" },
];
const place: FieldSpec[] = [
  { name: "role", type: "choice", of: "roles", required: true, label: "account.role" },
  { name: "agency", type: "agency", label: "account.agency", hint: "account.agencyHint" },
];

/** An account without a password: its person sets one with the link that is printed. */
export const inviteForm = (agency: string | undefined): FormSpec => ({
  act: "account.create",
  collection: "users",
  method: "add",
  intro: "account.inviteIntro",
  label: "account.invite",
  reason: "never",
  fields: [
    { name: "username", type: "text", required: true, hint: "account.usernameHint" },
    ...person,
    {
      name: "role",
      type: "choice",
      of: "roles",
      required: true,
      initial: "officer",
      label: "account.role",
    },
    {
      name: "agency",
      type: "agency",
      initial: agency,
      label: "account.agency",
      hint: "account.agencyHint",
    },
  ],
});

const act = (word: string, rest: Partial<FormSpec>): FormSpec => ({
  act: `account.${word}`,
  collection: "users",
  method: "act",
  word,
  fields: [],
  ...rest,
});
export const accountRecord: RecordSpec = {
  collection: "users",
  acts: [
    act("reset_password", { intro: "account.linkIntro", reason: "asked" }),
    act("reset_totp", { intro: "account.totpIntro", reason: "required" }),
    act("change", { method: "correct", fields: [...person, ...place] }),
    act("close", { intro: "account.closeIntro", reason: "required" }),
    act("reopen", { intro: "account.reopenIntro", reason: "required" }),
  ],
};
