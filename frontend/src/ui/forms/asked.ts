import type { Problem } from "@/api/problem";
import { useIsCoordinator } from "@/api/records";
import type { FormSpec } from "./spec";

/** The coordinator may be asked why: on somebody's behalf, or against a rule of its day. */
export function useAsked(
  spec: FormSpec,
  problem: Problem | null,
  named: (field: string) => boolean,
) {
  const coordinator = useIsCoordinator();
  const refused = problem?.status === 409 && problem.blockers.some((each) => each.irregular);
  const mayBeIrregular = spec.method !== "act" || spec.irregular;
  const always = spec.reason !== undefined || spec.method === "correct" || coordinator;
  return {
    reason: (spec.reason !== "never" && always) || named("reason"),
    irregular: (mayBeIrregular && coordinator && refused) || named("irregular"),
    onBehalf: coordinator && spec.reason === undefined,
  };
}
