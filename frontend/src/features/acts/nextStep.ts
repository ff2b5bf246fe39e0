import type { NextAct, Station } from "@/api/types";
import { openPoints } from "@/charts/journey";

type Place = { tab: string; act: string; onRecord?: true };

/** Where in the file a missing thing is recorded and by which act; some are done on a record there. */
const places: Record<string, Place> = {
  plan: { tab: "plan", act: "plan.record" },
  submission: { tab: "plan", act: "plan.submit", onRecord: true },
  appraisal: { tab: "plan", act: "appraisal.record" },
  opinions: { tab: "plan", act: "appraisal.answer", onRecord: true },
  decision: { tab: "plan", act: "decision.record" },
  list: { tab: "documents", act: "document.list" },
  list_not_approved: { tab: "documents", act: "list.approve" },
  documents_to_issue: { tab: "documents", act: "promulgation.record" },
  documents_to_start: { tab: "documents", act: "document.version", onRecord: true },
  internal_audit: { tab: "audits", act: "internal_audit.record" },
  review: { tab: "years", act: "review.record" },
  external_audit: { tab: "audits", act: "audit.record" },
  findings_open: { tab: "audits", act: "finding.close", onRecord: true },
  findings_unverified: { tab: "audits", act: "finding.verify", onRecord: true },
  application: { tab: "proofs", act: "application.send", onRecord: true },
  certificate: { tab: "proofs", act: "certificate.issue" },
  declaration: { tab: "proofs", act: "declaration.sign" },
};

/** `mine`: the reader may do it here and now, in the form of that name. */
export type NextStep = { tab: string; act: string; mine: boolean };

/** The one thing to do next: the first missing thing that is the reader's, else the first at all. */
export function nextStep(stations: readonly Station[], acts: readonly NextAct[]): NextStep | null {
  const steps = openPoints(stations).flatMap(({ missing }) =>
    missing.flatMap(({ code }) => places[code] ?? []),
  );
  const mine = (step: Place) =>
    !step.onRecord && acts.some((each) => each.act === step.act && each.allowed);
  const found = steps.find(mine) ?? steps[0];
  return found ? { tab: found.tab, act: found.act, mine: mine(found) } : null;
}
