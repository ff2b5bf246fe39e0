import type { NextAct } from "@/api/types";
import type { Day } from "@/i18n/days";

/** What every part of an agency's file is told: whose, of which rollout, on which day, what may be done. */
export type FileProps = {
  agency: string;
  rollout: number | undefined;
  acts: readonly NextAct[];
  asOf: Day | undefined;
};
