import type { LabelKind } from "@/api/catalogues";

/** Codes that stand in records and the catalogue that names them. */
const anywhere: Record<string, LabelKind> = {
  grade: "grades",
  disposition: "dispositions",
  track: "tracks",
  state: "application_states",
  topic: "training_topics",
  recommendation: "audit_recommendations",
  why_again: "declaration_reasons",
  change_reason: "document_changes",
  cause_category: "cause_categories",
  role: "roles",
  what: "exemption_kinds",
  type: "audit_types",
  source_kind: "audit_kinds",
  edition: "editions",
  media_type: "evidence_kinds",
  level: "procedure_levels",
  status: "procedure_statuses",
};
/** Names that mean something else in each kind of record. */
const byModel: Record<string, Record<string, LabelKind>> = {
  kind: {
    plan: "plan_kinds",
    decision: "decision_kinds",
    directive: "directive_kinds",
    document: "document_kinds",
    audit: "audit_kinds",
    declaration: "declaration_kinds",
    statusevent: "status_event_kinds",
    succession: "succession_kinds",
    agencykindspan: "agency_kinds",
    agencykindperiod: "agency_kinds",
    import: "import_kinds",
  },
  result: { audit: "inspection_results", appraisal: "appraisal_results" },
};

/** The catalogue of a field's codes; `what` of a task is words and has none. */
export function catalogueOf(field: string, model?: string): LabelKind | undefined {
  const name = field.replace(/_id$/, "");
  if (model && byModel[name]) return byModel[name][model];
  if (name === "what" && model !== "exemption") return undefined;
  return anywhere[name];
}
