import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { keys } from "@/api/keys";
import type { AgencyFilters } from "@/api/types";
import { addDays, type Day } from "@/i18n/days";

const path = undefined;

/** The previous day's figures stay on the screen until the next ones are there. */
export function useSummary(asOf: Day | undefined) {
  return useQuery({
    queryKey: keys.summary(asOf),
    queryFn: () =>
      body(api.GET("/api/v1/progress/summary", { params: { query: { as_of: asOf }, path } })),
    placeholderData: keepPreviousData,
  });
}

export function useTrend(asOf: Day | undefined) {
  return useQuery({
    queryKey: keys.trend(asOf),
    queryFn: () =>
      body(api.GET("/api/v1/progress/trend", { params: { query: { as_of: asOf }, path } })),
    placeholderData: keepPreviousData,
  });
}

export function useDeadlines(asOf: Day | undefined) {
  return useQuery({
    queryKey: keys.deadlines(asOf),
    queryFn: () =>
      body(
        api.GET("/api/v1/progress/deadlines", {
          params: { query: { as_of: asOf, limit: 6 }, path },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** What happened in the thirty days up to the day. */
export function useChanges(day: Day) {
  const from = addDays(day, -30);
  return useQuery({
    queryKey: keys.changes(from, day),
    queryFn: () =>
      body(
        api.GET("/api/v1/progress/changes", {
          params: { query: { from, to: day, limit: 6 }, path },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function useAgencyRows(filters: AgencyFilters) {
  return useQuery({
    queryKey: keys.agencyRows(filters),
    queryFn: () => body(api.GET("/api/v1/progress/agencies", { params: { query: filters, path } })),
    placeholderData: keepPreviousData,
  });
}

export function useRollouts(code: string, asOf: Day | undefined) {
  return useQuery({
    queryKey: keys.agencyRollouts(code, asOf),
    queryFn: () =>
      body(
        api.GET("/api/v1/agencies/{code}/rollouts", {
          params: { path: { code }, query: { as_of: asOf, ordering: "-opened_on" } },
        }),
      ),
  });
}

export function useJourney(rollout: number, asOf: Day | undefined) {
  return useQuery({
    queryKey: keys.journey(rollout, asOf),
    queryFn: () =>
      body(
        api.GET("/api/v1/rollouts/{id}/journey", {
          params: { path: { id: rollout }, query: { as_of: asOf } },
        }),
      ),
  });
}
