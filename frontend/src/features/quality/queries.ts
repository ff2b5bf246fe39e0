import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { read } from "@/api/client";
import type { Day } from "@/i18n/days";

export const PAGE = 50;

/** Every named check with its count, the most serious first. */
export function useChecks(asOf: Day | undefined) {
  return useQuery({
    queryKey: ["quality", "checks", asOf ?? "today"],
    queryFn: () => read("/api/v1/data-quality", { query: { as_of: asOf, limit: 100 } }),
  });
}

/** The rows that one check finds. */
export function useFaults(check: string, offset: number, asOf: Day | undefined) {
  return useQuery({
    queryKey: ["quality", check, offset, asOf ?? "today"],
    queryFn: () =>
      read("/api/v1/data-quality/{check}", {
        path: { check },
        query: { as_of: asOf, limit: PAGE, offset },
      }),
    placeholderData: (old, before) =>
      before?.queryKey[1] === check ? keepPreviousData(old) : undefined,
  });
}
