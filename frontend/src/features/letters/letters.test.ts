import { expect, it } from "vitest";
import { answersOf } from "./letters";

const task = (id: number, due_on: string | null, answered_on: string | null) =>
  ({ id, due_on, answered_on, done_on: null }) as never;

it("puts who is silent the longest first and counts the days after the due day", () => {
  const rows = answersOf(
    [
      task(1, "2010-02-01", "2010-01-30"),
      task(2, "2010-02-01", null),
      task(3, "2010-01-20", null),
      task(4, "2010-02-01", "2010-02-02"),
      task(5, "2010-03-01", null),
      // Known only after the day that is looked at.
      task(6, "2010-02-02", "2010-02-10"),
    ],
    "2010-02-03",
  );
  expect(rows.map(({ task: { id }, state, days }) => [id, state, days])).toEqual([
    [3, "silent", 14],
    [2, "silent", 2],
    [6, "silent", 1],
    [4, "late", 1],
    [5, "waiting", -26],
    [1, "on_time", -2],
  ]);
});
