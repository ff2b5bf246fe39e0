import { useQuery } from "@tanstack/react-query";
import { get } from "@/api/records";
import type { components } from "@/api/schema";
import type { NextAct } from "@/api/types";

type Shapes = components["schemas"];
export type Report = Shapes["ReportShape"];
export type ReportDetail = Shapes["ReportDetailShape"] & { next_acts: NextAct[] };
export type Comparison = Shapes["ComparisonShape"];

/** The worker still has it. */
export const isRunning = (report: Pick<Report, "state">) =>
  report.state === "waiting" || report.state === "making";

/** A report with its text; asked again until the worker has done with it. */
export function useReport(id: number) {
  return useQuery({
    queryKey: ["records", "reports", id],
    queryFn: () => get<ReportDetail>(`reports/${id}`),
    refetchInterval: ({ state }) => (state.data && isRunning(state.data) ? 1000 : false),
  });
}

/** The report beside the same day as it is known today. */
export function useComparison(id: number) {
  return useQuery({
    queryKey: ["records", "reports", id, "comparison"],
    queryFn: () => get<Comparison>(`reports/${id}/comparison`),
  });
}
