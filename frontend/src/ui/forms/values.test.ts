import { expect, it } from "vitest";
import type { FieldSpec } from "./spec";
import { blank, bodyOf, changesOf, filled } from "./values";

const fields: FieldSpec[] = [
  { name: "number", type: "text" },
  { name: "signed_on", type: "partial" },
  { name: "budget", type: "whole" },
  { name: "plan.number", type: "text" },
  { name: "opinions", type: "texts" },
];

it("says only what was filled in; a partly known day with its precision", () => {
  const values = {
    ...blank(fields),
    signed_on: { date: "2009-09-01", precision: "month" },
    plan: { number: "12/KH-SNV" },
    opinions: "một\n\n hai ",
  };
  expect(bodyOf(fields, values)).toEqual({
    signed_on: { date: "2009-09-01", precision: "month" },
    plan: { number: "12/KH-SNV" },
    opinions: ["một", "hai"],
  });
});

it("corrects only what differs and empties what was emptied", () => {
  const record = {
    number: "5/QĐ",
    signed_on: "2008-06-20",
    signed_on_precision: "day",
    budget: 3,
    opinions: [],
  };
  const before = filled(fields, record);
  expect(changesOf(fields, before, before)).toEqual({});
  expect(changesOf(fields, { ...before, number: "", signed_on: null, budget: 4 }, before)).toEqual({
    number: "",
    signed_on: null,
    budget: 4,
  });
});

it("says yes, no and which finding as the server reads them, and nothing when nothing was said", () => {
  const judged: FieldSpec[] = [
    { name: "effective", type: "yesno", yes: "effect.yes", no: "effect.no" },
    { name: "repeat_of", type: "finding" },
    { name: "items", type: "choices", of: "application_items" },
    { name: "agency", type: "agency" },
  ];
  expect(bodyOf(judged, blank(judged))).toEqual({});
  expect(bodyOf(judged, { effective: "false", repeat_of: "12", items: ["request"] })).toEqual({
    effective: false,
    repeat_of: 12,
    items: ["request"],
  });
  const kept = filled(judged, {
    effective: true,
    repeat_of: 3,
    items: [],
    agency: { code: "SNV" },
  });
  expect(kept).toEqual({ effective: "true", repeat_of: "3", items: [], agency: "SNV" });
});
