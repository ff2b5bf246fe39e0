import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { read } from "@/api/client";
import { keys } from "@/api/keys";
import type { Query } from "@/api/types";
import { addDays, type Day } from "@/i18n/days";

/** The previous day's figures stay on the screen until the next ones are there. */
export function useSummary(asOf: Day | undefined) {
  return useQuery({
    queryKey: keys.summary(asOf),
    queryFn: () => read("/api/v1/progress/summary", { query: { as_of: asOf } }),
    placeholderData: keepPreviousData,
  });
}

export function useTrend(asOf: Day | undefined) {
  return useQuery({
    queryKey: keys.trend(asOf),
    queryFn: () => read("/api/v1/progress/trend", { query: { as_of: asOf } }),
    placeholderData: keepPreviousData,
  });
}

/** What is past its day, the longest first; or what comes next. */
export function useDeadlines(asOf: Day | undefined, overdue = true) {
  return useQuery({
    queryKey: keys.deadlines(asOf, overdue),
    queryFn: () =>
      read("/api/v1/progress/deadlines", { query: { as_of: asOf, limit: 5, overdue } }),
    placeholderData: keepPreviousData,
  });
}

export const CHANGE_DAYS = 30;

/** What happened in the thirty days up to the day. */
export function useChanges(day: Day) {
  const from = addDays(day, -CHANGE_DAYS);
  return useQuery({
    queryKey: keys.changes(from, day),
    queryFn: () => read("/api/v1/progress/changes", { query: { from, to: day } }),
    placeholderData: keepPreviousData,
  });
}

/** Directives signed by the day, newest first. */
export function useDirectives(asOf: Day | undefined, filters: Query) {
  return useQuery({
    queryKey: keys.directives(asOf, filters),
    queryFn: () =>
      read("/api/v1/directives", { query: { ...filters, as_of: asOf, ordering: "-signed_on" } }),
    placeholderData: keepPreviousData,
  });
}

export function useAgencyRows(query: Query) {
  return useQuery({
    queryKey: keys.agencyRows(query),
    queryFn: () => read("/api/v1/progress/agencies", { query }),
    placeholderData: keepPreviousData,
  });
}
