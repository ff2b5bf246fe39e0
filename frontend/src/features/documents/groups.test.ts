import { expect, it } from "vitest";
import { type Document, groupsOf, latestOf, stepsTaken, type Version } from "./groups";

const document = (id: number, kind: string, more: Partial<Document> = {}) =>
  ({ id, kind, code: `${id}`, state: "in_force", placeholder: false, ...more }) as Document;

it("groups by kind in the catalogue's order, counting what is in force and what is only counted", () => {
  const groups = groupsOf(
    [
      document(1, "QT-TN", { placeholder: true }),
      document(2, "CSCL"),
      document(3, "QT-TN", { state: "planned" }),
    ],
    ["CSCL", "QT-TN"],
  );
  expect(groups.map(({ kind, inForce, placeholders }) => [kind, inForce, placeholders])).toEqual([
    ["CSCL", 1, 0],
    ["QT-TN", 1, 1],
  ]);
});

it("shows the latest version, and as many steps as are done", () => {
  const version = (id: number, issue_no: number, revision_no: number) =>
    ({ id, document: 1, issue_no, revision_no }) as Version;
  expect(latestOf([version(8, 2, 0), version(9, 1, 3)]).get(1)?.id).toBe(8);
  expect([stepsTaken("planned"), stepsTaken("in_force"), stepsTaken("withdrawn")]).toEqual([
    1, 6, 0,
  ]);
});
