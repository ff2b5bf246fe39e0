import { expect, it } from "vitest";
import type { Station } from "@/api/types";
import { openPoints, stopsOf } from "./journey";

const station = (stage: string, more: Partial<Station> = {}): Station => ({
  stage,
  reached_on: null,
  passed: true,
  current: false,
  number: "",
  planned_on: null,
  missing: [],
  ...more,
});
const lacks = (code: string) => [{ code, message: code }];

/** Sở Nội vụ on 3/2/2010, as the article tells it. */
const article = [
  station("planning", { reached_on: "2007-07-06" }),
  station("submitted"),
  station("appraised", { reached_on: "2010-02-03" }),
  station("approved", { reached_on: "2008-06-20", number: "1985/QĐ-UBND" }),
  station("correcting", { reached_on: "2009-12-31" }),
  station("corrected", {
    reached_on: "2010-02-03",
    current: true,
    missing: lacks("findings_unverified"),
  }),
  station("applied", { passed: false, missing: lacks("application") }),
  station("certified", { passed: false, missing: lacks("certificate") }),
];

it("counts the days between known stations and steps over those whose day is only a source's", () => {
  const stops = stopsOf(article);
  const after = Object.fromEntries(stops.map((stop) => [stop.stage, stop.after]));
  expect(after).toMatchObject({ approved: 350, correcting: 559, corrected: 34, appraised: null });
  expect(stops.find((stop) => stop.stage === "appraised")?.inOrder).toBe(false);
  expect(stops.map((stop) => stop.state).join(" ")).toBe(
    "done done done done done here ahead ahead",
  );
});

it("names what is missing here and for the next stage, not for all the rest", () => {
  expect(openPoints(article).map((each) => each.stage)).toEqual(["corrected", "applied"]);
});

it("keeps the road of an agency that ended, although nothing is current any more", () => {
  const ended = article.map((each) => ({ ...each, passed: false, current: false }));
  expect(stopsOf(ended)[1]?.state).toBe("done");
  expect(stopsOf(ended).at(-1)?.state).toBe("ahead");
});
