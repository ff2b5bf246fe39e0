import { expect, it } from "vitest";
import { placeOfHit } from "./places";
import { grouped, type Hit } from "./queries";

const snv = { code: "SNV", name: "Sở Nội vụ", kind: "department" };

it("opens an agency at its file and a record by its name in the trail", () => {
  expect(placeOfHit({ kind: "agency", id: 3, agency: snv })).toEqual({
    to: "/agencies/$code",
    params: { code: "SNV" },
  });
  expect(placeOfHit({ kind: "admin_procedure", id: 7, agency: snv })).toEqual({
    to: "/records/$object",
    params: { object: "adminprocedure:7" },
  });
});

it("groups hits by kind and keeps the best first", () => {
  const hits = [
    { kind: "decision", id: 1 },
    { kind: "document", id: 2 },
    { kind: "decision", id: 3 },
  ] as Hit[];
  expect(grouped(hits).map(([kind, each]) => [kind, each.map(({ id }) => id)])).toEqual([
    ["decision", [1, 3]],
    ["document", [2]],
  ]);
});
