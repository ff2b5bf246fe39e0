import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { read } from "@/api/client";
import type { components } from "@/api/schema";
import type { Day } from "@/i18n/days";

export type WorkLine = components["schemas"]["WorkLine"];
export type Part = WorkLine["part"];
/** The longest list that one answer holds; who has more to do sees the count and the rest later. */
export const LINES = 200;

/** What waits for the reader, the most urgent first, with the count of each part. */
export function useWork(asOf: Day | undefined) {
  return useQuery({
    queryKey: ["work", asOf ?? "today"],
    queryFn: () => read("/api/v1/my-work", { query: { as_of: asOf, limit: LINES } }),
    placeholderData: keepPreviousData,
  });
}
