import { addDays, todayHere } from "@/i18n/days";
import type { FormSpec, RecordSpec } from "@/ui/forms/spec";

const scopes = ["agencies", "indicators", "changes"] as const;
export type Scope = (typeof scopes)[number];

/** A token for a year from the day the form is opened. */
export const issueForm = (): FormSpec => ({
  act: "feed_client.issue",
  collection: "feed-clients",
  method: "add",
  intro: "feed.issueIntro",
  reason: "never",
  fields: [
    { name: "name", type: "text", required: true, label: "feed.name" },
    { name: "contact", type: "text", hint: "feed.contactHint" },
    {
      name: "scopes",
      type: "choices",
      of: scopes.map((value) => ({ value, label: `feed.scope.${value}` as const })),
      required: true,
      initial: ["agencies", "changes"],
    },
    {
      name: "expires_on",
      type: "day",
      required: true,
      initial: { date: addDays(todayHere(), 365), precision: "day" },
      hint: "feed.expiresHint",
    },
    { name: "per_minute", type: "whole", initial: 120 },
    { name: "addresses", type: "texts", hint: "feed.addressesHint" },
  ],
});

export const clientRecord: RecordSpec = {
  collection: "feed-clients",
  acts: [
    {
      act: "feed_client.revoke",
      collection: "feed-clients",
      method: "act",
      word: "revoke",
      reason: "required",
      intro: "feed.revokeIntro",
      fields: [],
    },
  ],
};
