import type { Station } from "@/api/types";
import { type Day, daysBetween } from "@/i18n/days";

export type Stop = Station & {
  state: "done" | "here" | "ahead";
  /** Reached on a day that fits between its neighbours; else only known since a source told it. */
  inOrder: boolean;
  /** Days from the last station before it whose day is known. */
  after: number | null;
};

/** Stations with their state and the days between them. A day later than that of a further station
 * is the day on which a source told of it, not the day on which it was reached. */
export function stopsOf(stations: readonly Station[]): Stop[] {
  let before: Day | null = null;
  const furthest = stations.findLastIndex((each) => each.passed || each.reached_on !== null);
  return stations.map((station, i) => {
    const later = stations.slice(i + 1).map((each) => each.reached_on);
    const reached = station.reached_on;
    const inOrder = reached !== null && later.every((day) => day === null || day >= reached);
    const after = inOrder && before ? daysBetween(before, reached) : null;
    if (inOrder) before = reached;
    const state = station.current ? "here" : i <= furthest ? "done" : "ahead";
    return { ...station, state, inOrder, after };
  });
}

/** What is missing for where the rollout stands, and for the very next stage; not for all the rest. */
export function openPoints(stations: readonly Station[]): Station[] {
  const here = stations.filter((each) => each.current && each.missing.length > 0);
  const next = stations.find((each) => !each.passed && !each.current && each.missing.length > 0);
  return next ? [...here, next] : here;
}
