import { useQuery } from "@tanstack/react-query";
import { api, body } from "@/api/client";
import { keys } from "@/api/keys";
import type { Day } from "@/i18n/days";

export function useAgency(code: string, asOf: Day | undefined) {
  return useQuery({
    queryKey: keys.agency(code, asOf),
    queryFn: () =>
      body(
        api.GET("/api/v1/agencies/{code}", { params: { path: { code }, query: { as_of: asOf } } }),
      ),
  });
}

export function useLineage(code: string) {
  return useQuery({
    queryKey: keys.lineage(code),
    queryFn: () => body(api.GET("/api/v1/agencies/{code}/lineage", { params: { path: { code } } })),
  });
}
