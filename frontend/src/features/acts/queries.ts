import { useQuery } from "@tanstack/react-query";
import { read } from "@/api/client";
import { keys } from "@/api/keys";
import { get } from "@/api/records";
import type { NextAct, Page, Rollout } from "@/api/types";
import type { Day } from "@/i18n/days";

/** The agency's rollouts, the latest first, and what may be begun where there is none. */
export function useFileRollouts(code: string, asOf: Day | undefined) {
  return useQuery({
    queryKey: keys.agencyRollouts(code, asOf),
    queryFn: () =>
      get<Page<Rollout> & { next_acts?: NextAct[] }>(`agencies/${code}/rollouts`, {
        as_of: asOf,
        ordering: "-opened_on",
      }),
  });
}

/** One rollout with its documents by kind and what may be done next. */
export function useRolloutDetail(id: number | undefined, asOf: Day | undefined) {
  return useQuery({
    queryKey: ["rollouts", id, "detail", asOf ?? "today"],
    queryFn: () => read("/api/v1/rollouts/{id}", { path: { id: id ?? 0 }, query: { as_of: asOf } }),
    enabled: id !== undefined,
  });
}

export function useRoad(rollout: number, asOf: Day | undefined) {
  return useQuery({
    queryKey: keys.journey(rollout, asOf),
    queryFn: () =>
      read("/api/v1/rollouts/{id}/journey", { path: { id: rollout }, query: { as_of: asOf } }),
  });
}

/** Where the board puts the agency on the day: its stage, its current rollout, maintained or not. */
export function useStanding(code: string, name: string | undefined, asOf: Day | undefined) {
  return useQuery({
    queryKey: ["progress", "standing", code, asOf ?? "today"],
    queryFn: () =>
      read("/api/v1/progress/agencies", { query: { search: name, as_of: asOf, limit: 200 } }),
    select: (page) => page.results.find((row) => row.agency.code === code),
    enabled: name !== undefined,
    // On another day the file stays open until it is known where the agency stood then.
    placeholderData: (old, before) => (before?.queryKey[2] === code ? old : undefined),
  });
}
