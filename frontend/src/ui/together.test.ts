import { expect, test } from "vitest";
import { together } from "./together";

test("a sentence ends before the next one begins", () => {
  expect(together(["Ngày chưa đến", "Cơ quan đã kết thúc"])).toBe(
    "Ngày chưa đến. Cơ quan đã kết thúc",
  );
});

test("one that has ended is not ended twice, and one alone stays as it is", () => {
  expect(together(["Chưa đủ.", "Còn thiếu"])).toBe("Chưa đủ. Còn thiếu");
  expect(together(["Còn thiếu"])).toBe("Còn thiếu");
});
