import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { get } from "@/api/records";
import type { Page } from "@/api/types";
import type { Row } from "./entries";

export type HistoryFilters = { actor?: string; verb?: string; from?: string; to?: string };
export const PAGE = 200;

/** The trail of a record and of everything below it, newest first; the server filters. */
export function useHistory(object: string, filters: HistoryFilters = {}, limit = PAGE) {
  return useQuery({
    queryKey: ["records", "history", object, filters, limit],
    queryFn: () => get<Page<Row>>("history", { object, ...filters, limit }),
    placeholderData: keepPreviousData,
  });
}

/** Who appears in the latest part of the trail, for the filter by person. */
export function usePeople(object: string): Map<string, string> {
  const { data } = useHistory(object);
  return new Map(
    (data?.results ?? []).flatMap(({ actor }) =>
      actor ? [[actor.username, actor.name || actor.username]] : [],
    ),
  );
}
