import { expect, it } from "vitest";
import { objectOf } from "./forms/parents";
import { placeOf } from "./records";

it("names a record as the trail does and finds its place in the file", () => {
  expect(objectOf("corrective-actions", 3)).toBe("correctiveaction:3");
  expect(placeOf("correctiveaction:3")).toEqual({
    collection: "corrective-actions",
    tab: "audits",
    id: "3",
  });
  expect(placeOf("statusevent:9")?.tab).toBe("proofs");
  expect(placeOf("agency:SNV")).toBeUndefined();
  expect(placeOf("plan:x")).toBeUndefined();
});
