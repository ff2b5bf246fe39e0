import { expect, it } from "vitest";
import { understood, unreadIn } from "./paste";
import type { LineField } from "./spec";
import { tableOfHtml, tableOfText } from "./table";

const grades = [
  { value: "major", label: "Loại 1" },
  { value: "minor", label: "Loại 2" },
  { value: "observation", label: "Lưu ý" },
];
const fields: LineField[] = [
  { name: "grade", type: "choice", of: "grades", required: true },
  { name: "clause", type: "text" },
  { name: "description", type: "text" },
  { name: "due_on", type: "day" },
];
const names = (field: LineField) =>
  ({ grade: "Loại điểm", clause: "Điều khoản", description: "Nội dung", due_on: "Hạn" })[
    field.name
  ] ?? field.name;
const read = (table: string[][]) => understood(table, fields, () => grades, names);

it("finds the columns by their headings in any order and names those it has no place for", () => {
  const { rows, left } = read(
    tableOfText("STT\tNội dung\tHạn\tMức độ\tNgười ghi\n1\tThiếu hồ sơ\t3/2/2010\tloại 2\tAn"),
  );
  expect(left).toEqual(["Người ghi"]);
  expect(rows).toEqual([
    {
      grade: "minor",
      clause: "",
      description: "Thiếu hồ sơ",
      due_on: { date: "2010-02-03", precision: "day" },
    },
  ]);
});

it("keeps beside the line what it could not read, until something stands in its place", () => {
  const [row = {}] = read([["nặng", "8.4", "Thiếu hồ sơ", "cuối năm"]]).rows;
  expect(unreadIn(row, "grade")).toBe("nặng");
  expect(unreadIn(row, "due_on")).toBe("cuối năm");
  expect(unreadIn({ ...row, grade: "major" }, "grade")).toBeUndefined();
});

it("reads cells of several lines as Excel copies them, and inches as inches", () => {
  expect(tableOfText('a\t"hai\ndòng ""này"""\tb\nc\t5" ống\td')).toEqual([
    ["a", 'hai dòng "này"', "b"],
    ["c", '5" ống', "d"],
  ]);
});

it("gives a merged cell of Word to every line that it spans", () => {
  const table = tableOfHtml(
    "<table><tr><td rowspan=2>Loại 2</td><td>8.4</td><td>Một<br>hai</td></tr>" +
      "<tr><td>7.1</td><td>Ba</td></tr><tr><td> </td><td></td><td></td></tr></table>",
  );
  expect(table).toEqual([
    ["Loại 2", "8.4", "Một hai"],
    ["Loại 2", "7.1", "Ba"],
  ]);
});

it("leaves out a first column that only numbers the lines", () => {
  const { rows } = read(tableOfText("1\tloại 1\t8.4\tMột\n2\tlưu ý\t7.1\tHai"));
  expect(rows.map(({ grade, clause }) => [grade, clause])).toEqual([
    ["major", "8.4"],
    ["observation", "7.1"],
  ]);
});
