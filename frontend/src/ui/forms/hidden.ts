import type { NextAct } from "@/api/types";

/** An act that is somebody else's, or that this track does not know, is no button with a reason. */
export function hiddenFrom(act: NextAct): boolean {
  return (
    !act.allowed &&
    act.blockers.length > 0 &&
    act.blockers.some((each) => each.code === "act.not_yours" || each.code.endsWith("wrong_track"))
  );
}
