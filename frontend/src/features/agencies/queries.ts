import { useQuery } from "@tanstack/react-query";
import { read } from "@/api/client";
import { keys } from "@/api/keys";
import type { Day } from "@/i18n/days";

export function useAgency(code: string, asOf: Day | undefined) {
  return useQuery({
    queryKey: keys.agency(code, asOf),
    queryFn: () => read("/api/v1/agencies/{code}", { path: { code }, query: { as_of: asOf } }),
  });
}

export function useLineage(code: string) {
  return useQuery({
    queryKey: keys.lineage(code),
    queryFn: () => read("/api/v1/agencies/{code}/lineage", { path: { code } }),
  });
}
