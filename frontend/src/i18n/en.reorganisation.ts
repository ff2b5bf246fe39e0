import type { ReorganisationKey } from "./vi.reorganisation";

export const enReorganisation: Record<ReorganisationKey, string> = {
  "reorganisation.none":
    "No reorganisation matches the filters on this day. The coordinator records them here.",
  "reorganisation.search": "Search agencies, decisions",
  "reorganisation.kind": "Kind",
  "reorganisation.predecessor": "Agency reorganised",
  "reorganisation.successor": "Successor",
  "reorganisation.day": "Effective from",
  "reorganisation.dayHint":
    "First day of the successor; an agency that ceases exists until the day before.",
  "reorganisation.decision": "Decision",
  "reorganisation.certainty": "Confidence",
  "reorganisation.nobody": "none",
  "reorganisation.record": "Record a reorganisation",
  "reorganisation.intro":
    "By a paper that is in effect. “Preview” tells what would move, stay and end; nothing is recorded.",
  "reorganisation.predecessorHint":
    "A merger: choose every agency that ceases. One that keeps working under its name is not chosen.",
  "reorganisation.successorHint": "The agency that takes over. Leave it empty for a dissolution.",
  "reorganisation.decisionHint":
    "Number, day and issuer, for example: 15/NQ-HĐND of 20/02/2025, HĐND tỉnh",
  "reorganisation.addAgency": "Add an agency that is not listed",
  "reorganisation.addIntro":
    "A new agency is in every list from the day it begins. Its code never changes and is never used again.",
  "reorganisation.codeHint": "Capitals without marks, digits, dots, hyphens, e.g. SNV-2025",
  "reorganisation.from": "Exists from",
  "reorganisation.to": "Last day",
  "reorganisation.toHint": "Only for an agency of the past that has ended",
  "reorganisation.preview": "Preview",
  "reorganisation.previewTitle": "What would happen",
  "reorganisation.notYet": "Nothing is recorded yet. Read it, then record it or go back.",
  "reorganisation.change": "Back",
  "reorganisation.step": "{from} → {to}",
  "reorganisation.unnamed": "(not chosen)",
  "reorganisation.shares": "Who takes what",
  "reorganisation.sharesHint":
    "Choose who takes each rollout and task. What is left empty goes to nobody.",
  "reorganisation.shareOf.rollouts": "Rollout: {label}",
  "reorganisation.shareOf.tasks": "Task: {label}",
  "reorganisation.done": "The reorganisation is on record.",
  "reorganisation.doneHint": "The lineage stands at the head of the agency's page:",
  "reorganisation.part":
    "{n} steps are on record: {names}. See what is said above, mend it and preview the rest.",
  "reorganisation.close": "Close",
  "effect.ends": "“{from}” exists until the end of {day}.",
  "effect.endsNobody": "No further agency ends by this.",
  "effect.rollouts": "{n} rollouts in progress go to “{to}”.",
  "effect.documents": "{n} documents on the lists of these rollouts go along.",
  "effect.findings": "{n} open findings are the concern of “{to}” from then on.",
  "effect.tasks": "{n} unanswered tasks are handed on to “{to}”.",
  "effect.moves": "{n} bodies below come along: {names}.",
  "effect.accounts": "{n} accounts of “{from}” can no longer sign in.",
  "effect.redeclare": "{n} declarations in force stay with “{from}”; “{to}” must declare anew.",
  "effect.declarations": "{n} declarations in force stay with “{from}”.",
  "effect.certificates": "{n} certificates in force stay with “{from}”, to be read only.",
  "effect.history": "{n} rollouts stay with “{from}” as its history.",
  "effect.unanswered": "{n} unanswered tasks stay with “{from}”.",
  "effect.none": "No rollout, document, finding or task has to move.",
  "effect.past": "The figures of the days before {day} stay as they are.",
  "effect.warnings": "To be known before it is recorded",
};
