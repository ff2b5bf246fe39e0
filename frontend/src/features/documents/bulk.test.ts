import { expect, it } from "vitest";
import { sheetOf } from "./bulk";
import type { Document } from "./groups";

it("writes into the sheet only what is changed, with the record and its version", () => {
  const rows = [
    { id: 3, row_version: 2, code: "QT-01", kind: "QT-TN" },
    { id: 4, row_version: 1, code: 'QT "02"', kind: "HD" },
  ] as Document[];
  expect(sheetOf(rows, { unit: "Văn phòng, Sở", issued_on: "2010-02-03" }).split("\r\n")).toEqual([
    '"id","row_version","code","kind","unit","issued_on"',
    '"3","2","QT-01","QT-TN","Văn phòng, Sở","2010-02-03"',
    '"4","1","QT ""02""","HD","Văn phòng, Sở","2010-02-03"',
  ]);
});
