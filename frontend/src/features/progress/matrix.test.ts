import { expect, it } from "vitest";
import type { AgencyRow } from "@/api/types";
import { stepsOf } from "./matrix";

const ladder = ["planning", "submitted", "approved", "reviewed", "corrected", "declared"];
const row = (stage: string, reached: Record<string, string | null>) =>
  ({ stage, reached }) as unknown as AgencyRow;

it("tells the days spent at each stage, up to the day asked for", () => {
  const steps = stepsOf(
    row("approved", { planning: "2026-01-01", submitted: null, approved: "2026-03-02" }),
    ladder,
    "2026-03-12",
  );
  expect(steps.map((step) => [step.passed, step.on, step.days])).toEqual([
    [true, "2026-01-01", 60],
    [true, null, null],
    [true, "2026-03-02", 10],
    [false, null, null],
    [false, null, null],
    [false, null, null],
  ]);
  expect(steps.find((step) => step.current)?.stage).toBe("approved");
});

it("takes a step without a day for unknown only where every way has that step", () => {
  const steps = stepsOf(row("declared", { declared: "2026-03-02" }), ladder, "2026-03-12");
  expect(steps.filter((step) => step.passed).map((step) => step.stage)).toEqual([
    "planning",
    "submitted",
    "approved",
    "reviewed",
    "declared",
  ]);
});

it("shows what was reached before the trouble, and nothing without data", () => {
  const lapsed = stepsOf(row("lapsed", { planning: "2020-01-01" }), ladder, "2026-03-12");
  expect(lapsed.filter((step) => step.passed)).toHaveLength(1);
  expect(stepsOf(row("not_started", {}), ladder, "2026-03-12").some((step) => step.passed)).toBe(
    false,
  );
});
