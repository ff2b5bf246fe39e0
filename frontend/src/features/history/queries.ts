import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { get } from "@/api/records";
import type { Page } from "@/api/types";
import type { Row } from "./entries";

export type HistoryFilters = { actor?: string; verb?: string; from?: string; to?: string };
/** Somebody who appears anywhere in the whole trail, whatever part of it is shown. */
export type Person = { username: string; name: string };
export const PAGE = 200;

/** The trail of a record and of everything below it, newest first; the server filters. */
export function useHistory(object: string, filters: HistoryFilters = {}, limit = PAGE) {
  return useQuery({
    queryKey: ["records", "history", object, filters, limit],
    queryFn: () => get<Page<Row> & { people: Person[] }>("history", { object, ...filters, limit }),
    placeholderData: keepPreviousData,
  });
}
