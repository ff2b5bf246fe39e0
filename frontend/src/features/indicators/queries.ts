import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { read } from "@/api/client";
import { keys } from "@/api/keys";
import type { components } from "@/api/schema";
import type { Day } from "@/i18n/days";

export type Indicator = components["schemas"]["IndicatorShape"];
export type Measured = Pick<
  Indicator,
  "numerator" | "confirmed" | "denominator" | "value" | "lists"
>;

/** The indicators of a day, or of a period. */
export function useIndicators(asOf: Day | undefined, period: string | undefined) {
  const query = period ? { period } : { as_of: asOf };
  return useQuery({
    queryKey: keys.indicators(query),
    queryFn: () => read("/api/v1/indicators", { query: { ...query, limit: 100 } }),
    placeholderData: keepPreviousData,
  });
}
