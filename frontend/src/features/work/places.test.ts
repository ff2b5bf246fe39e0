import { describe, expect, it } from "vitest";
import { doneAt } from "./places";
import type { WorkLine } from "./queries";

const agency = { code: "SNV-2025", name: "Sở Nội vụ", kind: "so" };
const line: Omit<WorkLine, "act" | "object"> = {
  part: "week",
  due_on: null,
  days: null,
  why: "",
  agency,
  next_acts: [],
};

describe("where a line of work is done", () => {
  it("leads to the record that waits", () => {
    expect(doneAt({ ...line, act: "finding.close", object: "finding:7" })).toEqual({
      to: "/records/$object",
      params: { object: "finding:7" },
    });
  });
  it("opens the form of an act on the agency itself", () => {
    expect(doneAt({ ...line, act: "review.record", object: "agency:SNV-2025" })).toMatchObject({
      params: { code: "SNV-2025" },
      search: { tab: "years", act: "review.record" },
    });
  });
  it("leads to the rollout that is to move on", () => {
    expect(doneAt({ ...line, act: "decision.record", object: "rollout:3" })).toMatchObject({
      search: { tab: "plan", rollout: 3, act: "decision.record" },
    });
  });
  it("invites somebody of an agency without an account", () => {
    expect(doneAt({ ...line, act: "account.create", object: "agency:SNV-2025" })).toMatchObject({
      to: "/accounts",
      search: { agency: ["SNV-2025"] },
    });
  });
});
