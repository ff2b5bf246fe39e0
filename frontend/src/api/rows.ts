import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { read } from "./client";
import { keys } from "./keys";
import type { ListPath, Page, Query, RowOf } from "./types";

/** One page of a list; the page before stays until the next one is there. */
export function useRows<P extends ListPath>(
  path: P,
  query: Query,
  /** A row that is still being made: the page is asked again until none is left. */
  running?: (row: RowOf<P>) => boolean,
) {
  return useQuery({
    queryKey: keys.list(path, query),
    queryFn: () => read(path, { query }) as unknown as Promise<Page<RowOf<P>>>,
    refetchInterval: ({ state }) => (running && state.data?.results.some(running) ? 1500 : false),
    // Another list must not show this one's rows meanwhile.
    placeholderData: (old, before) =>
      before?.queryKey[1] === path ? keepPreviousData(old) : undefined,
  });
}
