import type { FormSpec } from "../forms/spec";

/** Facts whose new rows may name the files that prove them. */
const facts = new Set([
  "admin-procedures",
  "applications",
  "appraisals",
  "audits",
  "boards",
  "certificates",
  "corrective-actions",
  "decisions",
  "declarations",
  "directives",
  "document-versions",
  "documents",
  "exemptions",
  "findings",
  "maintenance-years",
  "management-reviews",
  "plans",
  "list-approvals",
  "promulgations",
  "status-events",
  "submissions",
  "trainings",
]);
/** Acts that may name them too. */
const acts = new Set([
  "admin-procedures/change",
  "audits/record_result",
  "findings/check_effectiveness",
  "findings/close",
  "findings/disposition",
  "findings/verify",
  "plans/submit",
  "plans/submit_paper",
  "requests/answer",
]);

/** Whether a form has a place for files. */
export const takesFiles = ({ method, collection, word }: FormSpec): boolean =>
  method === "add" ? !word && facts.has(collection) : acts.has(`${collection}/${word}`);

/** Records about which files may be kept at any time. */
export const holdsFiles = (collection: string): boolean =>
  facts.has(collection) || collection === "requests";
