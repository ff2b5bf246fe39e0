import { expect, it } from "vitest";
import { parseSearch } from "./address";
import { listSearch, queryOf } from "./listSearch";

it("takes every filter of its lists from the address, repeated ones as alternatives", () => {
  const search = listSearch("agencies")(
    parseSearch("?kind=so&cell=declared&cell=certified&rate=approved:numerator&limit=20&x=1"),
  );
  expect(search.cell).toEqual(["declared", "certified"]);
  expect(search.rate).toEqual(["approved:numerator"]);
  expect("x" in search).toBe(false);
});

it("sends a list its own filters only, with its page and order", () => {
  const search = listSearch(
    "certificates",
    "declarations",
  )(parseSearch("?of=declarations&kind=first&number=12&ordering=-signed_on&offset=50"));
  expect(search.of).toBe("declarations");
  const query = queryOf(search, "declarations", 50);
  expect(query).toMatchObject({ kind: ["first"], ordering: ["-signed_on"], offset: "50" });
  expect("number" in query).toBe(false);
  expect(queryOf(search, "certificates", 50)).toMatchObject({ number: ["12"], limit: 50 });
});
