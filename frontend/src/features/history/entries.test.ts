import { expect, it } from "vitest";
import { changesIn, entriesOf, type Row } from "./entries";

const row = (more: Partial<Row>): Row => ({
  at: "2026-11-22T17:24:05+00:00",
  verb: "records.import",
  actor: { username: "he-thong", name: "Hệ thống" },
  reason: "",
  outside: false,
  object: "document:1",
  operation: "insert",
  before: {},
  after: {},
  ...more,
});

it("puts the records of one act into one entry, and keeps a change from outside apart", () => {
  const rows = [row({}), row({ object: "document:2" }), row({ outside: true, verb: "update" })];
  const entries = entriesOf(rows);
  expect(entries.map((entry) => [entry.rows.length, entry.outside])).toEqual([
    [2, false],
    [1, true],
  ]);
});

it("tells what a version says, without machinery and empty fields", () => {
  const changed = row({
    operation: "update",
    before: { title: "Cũ", source: "a", note: "" },
    after: { title: "Mới", source: "b", note: "", listed_on_precision: "day" },
  });
  expect(changesIn(changed)).toEqual([{ field: "title", before: "Cũ", after: "Mới" }]);
});
