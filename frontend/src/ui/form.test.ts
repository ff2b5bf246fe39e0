import { expect, it } from "vitest";
import { parseSearch, stringifySearch } from "./address";
import { fieldOf } from "./form";

it("finds the field of a JSON pointer", () => {
  expect(fieldOf("/plan/completed_on")).toBe("plan.completed_on");
  expect(fieldOf("/findings/0/due_on")).toBe("findings.0.due_on");
  expect(fieldOf("/a~1b")).toBe("a/b");
});

it("keeps filters readable in the address", () => {
  const search = {
    stage: ["declared", "certified"],
    edition: "2008",
    as_of: "2010-02-03",
    kind: undefined,
  };
  const text = stringifySearch(search);
  expect(text).toBe("?stage=declared&stage=certified&edition=2008&as_of=2010-02-03");
  expect(parseSearch(text)).toEqual({
    stage: ["declared", "certified"],
    edition: "2008",
    as_of: "2010-02-03",
  });
});
