import { expect, it } from "vitest";
import { Problem } from "@/api/problem";
import { asOne, type Effects, sentencesOf, stepsOf, takesOf } from "./pairs";

const refusal = (...reasons: [string, string, string?][]) =>
  new Problem({
    title: "Chưa thực hiện được",
    status: 409,
    code: "rule.broken",
    errors: reasons.flatMap(([code, message, pointer]) =>
      pointer ? [{ code, message, pointer }] : [],
    ),
    blockers: reasons.map(([code, message]) => ({ code, message })),
  });

it("makes a step of every predecessor with every successor, and one of nobody", () => {
  expect(stepsOf({ predecessors: ["A", "B"], successors: ["C"] })).toEqual([
    { predecessor: "A", successor: "C" },
    { predecessor: "B", successor: "C" },
  ]);
  expect(stepsOf({ predecessors: ["A"], successors: [] })).toEqual([
    { predecessor: "A", successor: undefined },
  ]);
  expect(stepsOf({ predecessors: [], successors: [] })).toHaveLength(1);
});

it("gives each heir what was chosen for it, and nobody what was left open", () => {
  const row = (id: number) => ({ id, label: String(id) });
  const choices = { rollouts: [row(1), row(2)], tasks: [row(1)] };
  const shares = { "rollouts:1": "C", "tasks:1": "D" };
  expect(takesOf({ successor: "C" }, choices, shares)).toEqual({ rollouts: [1], tasks: [] });
  expect(takesOf({ successor: "D" }, choices, shares)).toEqual({ rollouts: [], tasks: [1] });
});

it("says a reason of all steps once, and of which step one of a single step is", () => {
  const soon = ["day.in_future", "Chưa đến", "/effective_on"] as const;
  const told = asOne(
    [
      { name: "A → C", problem: refusal([...soon]) },
      { name: "B → C", problem: refusal([...soon], ["x", "Đã kết thúc", "/predecessor"]) },
    ],
    2,
  );
  expect(told?.blockers.map(({ message }) => message)).toEqual(["Chưa đến", "B → C: Đã kết thúc"]);
  expect(told?.errors.map(({ pointer }) => pointer)).toEqual(["/effective_on", "/predecessors"]);
});

it("keeps a refusal that is no rule's whole, and says nothing where nothing was refused", () => {
  const malformed = new Problem({ title: "Thiếu", status: 400, code: "request.malformed" });
  const refused = [
    { name: "A → C", problem: refusal(["x", "y"]) },
    { name: "B → C", problem: malformed },
  ];
  expect(asOne(refused, 2)?.status).toBe(400);
  expect(asOne([], 2)).toBeNull();
});

const nothing = {
  successor: { code: "C", name: "C", kind: "so" },
  moves: [],
  accounts_end: 0,
  carried: { rollouts: 0, tasks: 0, open_findings: 0, documents: 0 },
  stays: { rollouts: 0, tasks: 0, certificates: 0, declarations: 0 },
} as unknown as Effects;

it("tells only what happens; a declaration is repeated only where somebody follows", () => {
  expect(sentencesOf(nothing)).toEqual([]);
  const stays = { ...nothing.stays, declarations: 2 };
  expect(sentencesOf({ ...nothing, stays })).toEqual([{ key: "effect.redeclare", n: 2 }]);
  expect(sentencesOf({ ...nothing, stays, successor: null })).toEqual([
    { key: "effect.declarations", n: 2 },
  ]);
});
