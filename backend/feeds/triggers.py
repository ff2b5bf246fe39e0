"""Which agencies' records the written rows may change: noted by the database itself.

Triggers on each table of facts, because a feed must miss nothing that is written in any way; one
call for each statement, because one for each of 10,000 imported rows took eleven seconds. What is
linked later in the same transaction is noted by the row that links it. See feeds/migrations.
"""

import pgtrigger
from django.apps import apps

AGENCY = "{row}.agency_id"
# The agency that opened the rollout; its heirs are found from there.
ROLLOUT = "(SELECT agency_id FROM plans_rollout WHERE id = {row}.rollout_id)"
FINDING = "(SELECT agency_id FROM audits_finding WHERE id = {row}.finding_id)"
DOCUMENT = """(SELECT r.agency_id FROM documents_document d
    JOIN plans_rollout r ON r.id = d.rollout_id WHERE d.id = {row}.document_id)"""
DECIDED = """SELECT r.agency_id FROM plans_decision d
    JOIN plans_decisionrollout l ON l.decision_id = d.id
    JOIN plans_rollout r ON r.id = l.rollout_id WHERE d.{column} = {row}.{given}"""
ORDERED = """SELECT t.agency_id FROM plans_directive d
    JOIN plans_task t ON t.directive_id = d.id WHERE d.{column} = {row}.{given}"""
ALL = "SELECT id FROM agencies_agency"
NONE = "0"  # answers change, no agency's record does


def _each(*values: str) -> str:
    return f"SELECT unnest(ARRAY[{', '.join(values)}]::bigint[])"


def _paper(given: str) -> str:
    """The agencies of a decision or directive, by itself or by its official document."""
    column = {"id": "document_id", "about_id": "document_id"}.get(given, "id")
    told = {"column": column, "given": given, "row": "{row}"}
    return f"{DECIDED.format(**told)} UNION {ORDERED.format(**told)}"


# Table by model → SQL that gives the agencies of a row.
TOUCHED: dict[str, str] = {
    "agencies.Agency": _each("{row}.id"),
    "agencies.Succession": _each("{row}.predecessor_id", "{row}.successor_id"),
    "agencies.AgencyKind": ALL,
    "agencies.ScopeRule": f"{ALL} WHERE {{row}}.kind_id IS NOT NULL OR id = {{row}}.agency_id",
    "standards.Edition": ALL,
    "standards.EditionDate": ALL,
    "standards.DocumentKind": ALL,
    "standards.CertificationBody": ALL,
    "standards.PolicyValue": ALL,
    "indicators.Indicator": _each(NONE),
    **dict.fromkeys(
        [
            "agencies.AgencyIdentifier", "agencies.AgencyKindPeriod", "agencies.AgencyName",
            "evidence.Evidence", "maintenance.Board", "maintenance.Confirmation",
            "maintenance.MaintenanceYear", "maintenance.ManagementReview", "maintenance.Training",
            "procedures.AdminProcedure",
        ],
        _each(AGENCY),
    ),
    **dict.fromkeys(
        [
            "certificates.Application", "certificates.Certificate", "certificates.Declaration",
            "certificates.StatusEvent", "documents.Document", "documents.Promulgation",
            "plans.Appraisal", "plans.DecisionRollout", "plans.Plan", "plans.Submission",
        ],
        _each(ROLLOUT),
    ),
    **dict.fromkeys(
        ["audits.Audit", "audits.Finding", "plans.Exemption", "plans.RolloutHolder", "plans.Task"],
        _each(AGENCY, ROLLOUT),
    ),
    "plans.Rollout": _each(AGENCY),
    "audits.FindingStep": _each(FINDING),
    "documents.DocumentVersion": _each(DOCUMENT),
    "documents.DocumentHolder": _each(AGENCY, DOCUMENT),
    "procedures.ProcedureDocument": _each(DOCUMENT),
    "procedures.ProcedureDecision": _each(
        "(SELECT agency_id FROM procedures_adminprocedure WHERE id = {row}.procedure_id)"
    ),
    "plans.Decision": """SELECT r.agency_id FROM plans_decisionrollout l
        JOIN plans_rollout r ON r.id = l.rollout_id WHERE l.decision_id = {row}.id""",
    "plans.Directive": "SELECT agency_id FROM plans_task WHERE directive_id = {row}.id",
    "plans.OfficialDocument": _paper("id"),
    "evidence.EvidenceLink": f"""{_each(AGENCY)} UNION {DECIDED}
        UNION SELECT r.agency_id FROM plans_decisionrollout l
        JOIN plans_rollout r ON r.id = l.rollout_id
        WHERE l.decision_id = {{row}}.about_id AND {{row}}.about = 'decision'""".replace(
        "{column}", "document_id"
    ).replace("{given}", "about_id AND {row}.about = 'officialdocument'"),
}  # fmt: skip
# Tables that no answer of the feeds is made of.
UNTOUCHED = {
    "accounts.PasswordToken", "accounts.User", "agencies.AgencyAlias", "agencies.AgencyParent",
    "audits.CorrectiveAction", "comments.Comment", "documents.ListApproval",
    "documents.ModelLine", "documents.ModelList",
    "enquiries.Enquiry", "enquiries.EnquiryAnswer",
    "feeds.FeedClient", "imports.Import", "maintenance.Objective", "plans.AppraisalOpinion",
    "operations.Restoration", "plans.Milestone", "reports.Report", "standards.Clause",
    "standards.RequiredDocument",
}  # fmt: skip


def _agencies(agencies: str, rows: str) -> str:
    told = agencies.replace("{row}", "written")
    return f"SELECT touched.agency FROM {rows} written, LATERAL ({told}) touched(agency)"


# What is written → the rows that a statement's trigger sees.
SEEN: list[tuple[str, pgtrigger.Operation, list[str]]] = [
    ("inserted", pgtrigger.Insert, ["new_rows"]),
    ("updated", pgtrigger.Update, ["new_rows", "old_rows"]),
    ("deleted", pgtrigger.Delete, ["old_rows"]),
]


def body_of(agencies: str, seen: list[str]) -> str:
    """The body of a trigger: touch the agencies of the rows as they are and as they were."""
    asked = " UNION ".join(_agencies(agencies, rows) for rows in seen)
    return f"PERFORM public.feeds_touch(ARRAY({asked})); RETURN NULL;"


def register() -> None:
    """Ask for the triggers on every table of facts; installed after each migrate."""
    for label, agencies in TOUCHED.items():
        for name, operation, seen in SEEN:
            pgtrigger.register(
                pgtrigger.Trigger(
                    name=f"feed_{name}",
                    level=pgtrigger.Statement,
                    when=pgtrigger.After,
                    operation=operation,
                    referencing=pgtrigger.Referencing(
                        new="new_rows" if "new_rows" in seen else None,
                        old="old_rows" if "old_rows" in seen else None,
                    ),
                    func=body_of(agencies, seen),
                )
            )(apps.get_model(label))


register()
