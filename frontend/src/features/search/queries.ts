import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { read } from "@/api/client";
import type { components } from "@/api/schema";
import type { Day } from "@/i18n/days";

export type Hit = components["schemas"]["HitShape"];
export type Wanted = { q: string; kind?: string; from?: Day; to?: Day };

/** What holds the words, exact numbers first; nothing is asked before two letters. */
export function useFound(wanted: Wanted, asOf: Day | undefined) {
  return useQuery({
    queryKey: ["search", wanted, asOf ?? "today"],
    queryFn: () => read("/api/v1/search", { query: { ...wanted, as_of: asOf, limit: 50 } }),
    enabled: wanted.q.trim().length > 1,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}

/** Hits under their kind, kinds in the order of their best hit. */
export function grouped(hits: readonly Hit[]): [string, Hit[]][] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) groups.set(hit.kind, [...(groups.get(hit.kind) ?? []), hit]);
  return [...groups];
}
