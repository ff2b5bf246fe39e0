import { expect, it } from "vitest";
import { linesOf, unreadIn } from "./paste";
import type { LineField } from "./spec";
import { textOfHtml } from "./table";

const fields: LineField[] = [
  { name: "grade", type: "choice", of: "grades", required: true },
  { name: "clause", type: "text" },
  { name: "due_on", type: "day" },
  { name: "published_on", type: "partial" },
];
const read = {
  columns: [
    { cell: "A1", letter: "A", heading: "Mức độ", field: "grade", guessed: false },
    { cell: "B1", letter: "B", heading: "Người ghi", field: null, guessed: false },
  ],
  rows: [
    {
      grade: "minor",
      due_on: "2010-02-03",
      published_on: { date: "2010-01-01", precision: "year" },
    },
    { clause: "8.4" },
  ],
  row_numbers: [2, 4],
  errors: [{ row: 4, field: "grade", value: "nặng" }],
  guesses: [],
  skipped: [],
} as unknown as Parameters<typeof linesOf>[0];

it("puts what the server read into the fields and names the columns without a place", () => {
  const { rows, left } = linesOf(read, fields);
  expect(left).toEqual(["Người ghi"]);
  expect(rows[0]).toEqual({
    grade: "minor",
    clause: "",
    due_on: { date: "2010-02-03", precision: "day" },
    published_on: { date: "2010-01-01", precision: "year" },
  });
});

it("keeps beside the line what nobody could read, until something stands in its place", () => {
  const [, row = {}] = linesOf(read, fields).rows;
  expect(unreadIn(row, "grade")).toBe("nặng");
  expect(unreadIn({ ...row, grade: "major" }, "grade")).toBeUndefined();
});

it("gives a merged cell of Word to every line that it spans", () => {
  const text = textOfHtml(
    "<table><tr><td rowspan=2>Loại 2</td><td>8.4</td><td>Một<br>hai</td></tr>" +
      "<tr><td>7.1</td><td>Ba</td></tr><tr><td> </td><td></td><td></td></tr></table>",
  );
  expect(text).toBe("Loại 2\t8.4\tMột hai\nLoại 2\t7.1\tBa");
});
