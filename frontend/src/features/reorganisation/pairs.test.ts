import { expect, it } from "vitest";
import { Problem } from "@/api/problem";
import {
  type Effects,
  inForm,
  pairsOf,
  type Reorganised,
  sentencesOf,
  severalHeirs,
  takesOf,
} from "./pairs";

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

it("makes a pair of every predecessor with every successor, and one of nobody", () => {
  expect(pairsOf({ predecessors: ["A", "B"], successors: ["C"] })).toEqual([
    { predecessor: "A", successor: "C" },
    { predecessor: "B", successor: "C" },
  ]);
  expect(pairsOf({ predecessors: ["A"], successors: [] })).toEqual([
    { predecessor: "A", successor: undefined },
  ]);
  expect(pairsOf({ predecessors: [], successors: [] })).toHaveLength(1);
});

it("gives each heir what was chosen for it, and nobody what was left open", () => {
  const row = (id: number) => ({ id, label: String(id) });
  const choices = { rollouts: [row(1), row(2)], tasks: [row(1)] };
  const shares = { "rollouts:1": "C", "tasks:1": "D" };
  expect(takesOf({ successor: "C" }, choices, shares)).toEqual({ rollouts: [1], tasks: [] });
  expect(takesOf({ successor: "D" }, choices, shares)).toEqual({ rollouts: [], tasks: [1] });
});

it("asks who takes what only where two heirs follow an agency that holds something", () => {
  const pair = (code: string, rollouts: object[]) => ({
    predecessor: { code },
    choices: { rollouts, tasks: [] },
  });
  const told = (...results: object[]) => ({ results }) as unknown as Reorganised;
  const row = { id: 1, label: "1" };
  expect(severalHeirs(told(pair("A", [row]), pair("A", [])))).toBe(true);
  expect(severalHeirs(told(pair("A", [row]), pair("B", [row])))).toBe(false);
  expect(severalHeirs(told(pair("A", []), pair("A", [])))).toBe(false);
});

it("says a reason once, at its field, and of which pairs one is that is not of all", () => {
  const ended = "Đã kết thúc";
  const told = inForm(
    refusal(
      ["day.in_future", "Chưa đến", "/effective_on"],
      ["x", ended, "/pairs/1/predecessor"],
      ["x", ended, "/pairs/2/predecessor"],
      ["y", "Đã chuyển rồi", "/pairs/0/takes/rollouts"],
      ["z", "Không có nơi"],
    ),
    ["A → C", "B → C", "D → C"],
  );
  expect(told.errors.map(({ pointer, message }) => [pointer, message])).toEqual([
    ["/effective_on", "Chưa đến"],
    ["/predecessors", `B → C; D → C: ${ended}`],
    ["/takes", "A → C: Đã chuyển rồi"],
  ]);
  expect(told.blockers.map(({ message }) => message)).toEqual(["Không có nơi"]);
});

it("names no pair where the reason is one of all of them, and keeps what kind of refusal it is", () => {
  const errors = [{ code: "required", message: "Bắt buộc", pointer: "/pairs/0/predecessor" }];
  const malformed = new Problem({ title: "Sai", status: 400, code: "request.malformed", errors });
  const told = inForm(malformed, ["… → C"]);
  expect([told.status, told.code, told.message]).toEqual([400, "request.malformed", "Sai"]);
  expect(told.errors).toEqual([{ ...errors[0], pointer: "/predecessors" }]);
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
