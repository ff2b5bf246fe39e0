import { expect, it } from "vitest";
import type { NextAct, Station } from "@/api/types";
import { earlySpan } from "./FactsLine";
import { nextStep } from "./nextStep";

const road = (...codes: string[]): Station[] => [
  {
    stage: "reviewed",
    reached_on: null,
    passed: false,
    current: false,
    number: "",
    planned_on: null,
    missing: codes.map((code) => ({ code, message: code })),
  },
];
const may = (act: string, allowed = true): NextAct => ({ act, allowed, blockers: [] });

it("names the reader's own act before somebody else's", () => {
  const acts = [may("internal_audit.record", false), may("review.record")];
  expect(nextStep(road("internal_audit", "review"), acts)).toEqual({
    tab: "years",
    act: "review.record",
    mine: true,
  });
});

it("shows the way to an act on a record, and names nothing at the end of the road", () => {
  expect(nextStep(road("findings_unverified"), [may("finding.verify")])).toEqual({
    tab: "audits",
    act: "finding.verify",
    mine: false,
  });
  expect(nextStep(road(), [])).toBeNull();
});

it("spans days early over the findings that say so; unknown is not zero", () => {
  expect(earlySpan([{ days_early: null }, { days_early: 10 }])).toEqual({ low: 10, high: 10 });
  expect(earlySpan([{ days_early: -2 }, { days_early: 5 }])).toEqual({ low: -2, high: 5 });
  expect(earlySpan([{ days_early: null }])).toBeNull();
});
