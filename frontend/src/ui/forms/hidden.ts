import type { NextAct } from "@/api/types";

/** What never applies to this reader, this track or this kind of finding: no button with a reason. */
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
];

export function hiddenFrom(act: NextAct): boolean {
  return !act.allowed && act.blockers.some((each) => never.includes(each.code));
}
