import type { FieldSpec, FormSpec, RecordSpec } from "@/ui/forms/spec";

const sending: FieldSpec[] = [
  { name: "number", type: "text" },
  { name: "sent_on", type: "partial" },
];
const items: FieldSpec = {
  name: "items",
  type: "choices",
  of: "application_items",
  label: "application.items",
};
const application: FieldSpec[] = [
  { name: "addressee", type: "text" },
  ...sending,
  items,
  { name: "state", type: "choice", of: "application_states" },
];
const certificate: FieldSpec[] = [
  { name: "number", type: "text", required: true, label: "field.certificate_number" },
  { name: "issuer", type: "text", required: true },
  { name: "edition", type: "edition" },
  { name: "scope", type: "long" },
  { name: "decision_number", type: "text" },
  { name: "issued_on", type: "partial" },
  { name: "valid_from", type: "partial" },
  { name: "valid_to", type: "day" },
];
const declaration: FieldSpec[] = [
  { name: "kind", type: "choice", of: "declaration_kinds", initial: "first" },
  { name: "number", type: "text" },
  { name: "edition", type: "edition" },
  { name: "scope", type: "long", required: true },
  { name: "why_again", type: "choice", of: "declaration_reasons" },
  { name: "signer", type: "text" },
  { name: "signed_on", type: "partial" },
  { name: "posted_on", type: "day" },
  { name: "posted_url", type: "text" },
  { name: "notified_on", type: "day" },
];
const event: FieldSpec[] = [
  { name: "on", type: "partial", initial: "today" },
  { name: "cause", type: "long" },
  { name: "document_number", type: "text" },
];

export const applicationForm: FormSpec = {
  act: "application.record",
  collection: "applications",
  method: "add",
  parent: "rollout",
  fields: [
    { name: "addressee", type: "text" },
    ...sending,
    items,
    {
      name: "state",
      type: "choice",
      of: "application_states",
      only: ["being_prepared", "sent"],
      initial: "being_prepared",
    },
  ],
};
export const certificateForm: FormSpec = {
  act: "certificate.issue",
  collection: "certificates",
  method: "add",
  parent: "rollout",
  fields: certificate,
};
export const declarationForm: FormSpec = {
  act: "declaration.sign",
  collection: "declarations",
  method: "add",
  parent: "rollout",
  fields: declaration,
};
export const pauseForm: FormSpec = {
  act: "status.pause",
  collection: "status-events",
  method: "add",
  parent: "rollout",
  fields: [
    {
      name: "kind",
      type: "choice",
      of: "status_event_kinds",
      only: ["paused", "resumed"],
      required: true,
    },
    ...event,
  ],
};

const standing = (proof: "certificate" | "declaration"): FormSpec => ({
  act: "status.record",
  collection: "status-events",
  method: "add",
  parent: ["rollout", proof],
  fields: [
    {
      name: "kind",
      type: "choice",
      of: "status_event_kinds",
      only: ["suspended", "restored", "withdrawn", "cancelled", "reduced"],
      required: true,
    },
    ...event,
  ],
  reason: "asked",
});

export const applicationRecord: RecordSpec = {
  collection: "applications",
  correct: [...application, { name: "returned_on", type: "day" }],
  acts: [
    {
      act: "application.send",
      collection: "applications",
      method: "act",
      word: "send",
      fields: sending,
    },
  ],
};
export const certificateRecord: RecordSpec = {
  collection: "certificates",
  correct: certificate,
  acts: [standing("certificate")],
};
export const declarationRecord: RecordSpec = {
  collection: "declarations",
  correct: declaration,
  acts: [standing("declaration")],
};
export const eventRecord: RecordSpec = { collection: "status-events", correct: event };
