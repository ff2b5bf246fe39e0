import type { NextAct } from "@/api/types";

/** What never applies to this reader, this track, this kind of finding or a report that did not fail: no button with a reason. */
const never = [
  "act.not_yours",
  "certificate.wrong_track",
  "declaration.wrong_track",
  "application.wrong_track",
  "finding.observation_is_disposed",
  "finding.nonconformity_is_closed",
  "four_eyes.paper_not_allowed",
  "appraisal.no_opinions",
  "report.no_texts",
  "report.not_failed",
];

export function hiddenFrom(act: NextAct): boolean {
  return !act.allowed && act.blockers.some((each) => never.includes(each.code));
}
