"""The ladder: each rollout's stage on any day, asked of its dated facts. Nothing stores it."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from typing import Any

from audits.queries import audits_sql, counts_sql
from certificates.queries import proofs_sql
from core.rawsql import Prepared
from documents.queries import progress_sql
from plans.models import Milestone, RolloutHolder
from plans.queries import held_sql, steps_sql
from progress.kept import Kept
from progress.marks import marks_sql

# Read from the top: the first true line is the stage; beside it, the day since which it holds.
# Source: contract 5. The furthest fact counts, so missing early dates do no harm.
LADDER: list[tuple[str, str, str]] = [
    ("closed", "agency_ended_on < %(day)s", "agency_ended_on + 1"),
    ("suspended", "proof_kind IS NOT NULL AND suspended", "suspended_since"),
    ("certified", "proof_kind = 'certificate'", "proof_since"),
    ("declared", "proof_kind = 'declaration'", "proof_since"),
    ("withdrawn", "withdrawn_since IS NOT NULL", "withdrawn_since"),
    ("lapsed", "had_any", "lapsed_since"),
    ("applied", "application_sent_on IS NOT NULL", "application_sent_on"),
    (
        "corrected",
        "full_audit_on IS NOT NULL AND open_full = 0",
        "greatest(full_audit_on, completed_full_since)",
    ),
    ("correcting", "full_audit_on IS NOT NULL", "full_audit_on"),
    (
        "reviewed",
        "internal_audit_on IS NOT NULL AND review_on IS NOT NULL",
        "greatest(internal_audit_on, review_on)",
    ),
    ("operating", "listed > 0 AND in_effect = listed", "all_in_effect_since"),
    ("documented", "listed > 0 AND issued = listed", "all_issued_since"),
    ("documenting", "listed > 0", "first_listed"),
    ("approved", "approved_on IS NOT NULL", "approved_on"),
    ("appraised", "appraised_on IS NOT NULL", "appraised_on"),
    ("submitted", "submitted_on IS NOT NULL", "submitted_on"),
    ("planning", "planning_on IS NOT NULL", "planning_on"),
    ("not_started", "TRUE", "opened_on"),
]
STAGES = [stage for stage, _, _ in LADDER]
PROVEN = tuple(Milestone.PROVEN)
# Of several rollouts of an agency, an unsuspended proof in force speaks before a suspended one, and
# that before any other rollout; the latest that has a list of documents has the agency's own.
# Source: contract 5. Both are asked of rows with agency_id, stage, has_list, opened_on and id.
_RANK = (
    "CASE stage WHEN 'certified' THEN 3 WHEN 'declared' THEN 2 WHEN 'suspended' THEN 1 ELSE 0 END"
)
SPEAKS = f"""row_number() OVER (PARTITION BY agency_id
  ORDER BY {_RANK} DESC, opened_on DESC, id DESC) = 1 AS speaks"""
LISTS = """has_list AND row_number() OVER (PARTITION BY agency_id, has_list
  ORDER BY opened_on DESC, id DESC) = 1 AS lists"""
# The stages in the order in which an agency passes them, for strips, matrices and charts.
JOURNEY = ["planning", *Milestone.STAGES]


@dataclass(slots=True)
class RolloutOnDay:
    """A rollout as it stands on a day; days are None when not reached, counts are of that day.

    `kinds`: kind of document → [listed, in effect]."""

    id: int
    agency_id: int
    track: str
    cycle: int
    edition_at_opening: str
    edition: str
    opened_on: date
    real: bool
    row_version: int
    previous_id: int | None
    agency_ended_on: date | None
    stage: str
    stage_since: date | None
    planning_on: date | None
    plan_completed_on: date | None
    submitted_on: date | None
    appraised_on: date | None
    approved_on: date | None
    decision_number: str | None
    decision_confirmed: bool | None
    returned: bool
    paused: bool
    listed: int
    issued: int
    in_effect: int
    placeholders: int
    weighted: float
    kinds: dict[str, list[int]] | None
    first_listed: date | None
    all_issued_since: date | None
    all_in_effect_since: date | None
    internal_audit_on: date | None
    review_on: date | None
    full_audit_on: date | None
    full_audit_body: str | None
    completed_full_since: date | None
    open_full: int
    major: int
    minor: int
    observation: int
    open: int
    unverified: int
    undisposed: int
    overdue: int
    next_finding_due: date | None
    application_sent_on: date | None
    proof_kind: str | None
    proof_id: int | None
    proof_number: str | None
    proof_edition: str | None
    proof_since: date | None
    valid_to: date | None
    suspended: bool
    suspended_since: date | None
    had_any: bool
    withdrawn_since: date | None
    lapsed_since: date | None
    irregular: bool
    missing_date: bool
    missing_original: bool
    unconfirmed: bool
    last_recorded_at: Any
    has_list: bool
    speaks: bool
    lists: bool


def rollouts_on(day: date, only: Iterable[int] | None = None) -> list[RolloutOnDay]:
    """Every rollout that exists on the day (or those of `only`), with its stage; one query.

    With `only`, an agency's `speaks` and `lists` are told among its rollouts named there.
    """
    if only is None:
        rows = _question(only=False).rows(day=day)
    else:
        chosen = list(only)
        rows = _question(only=True).rows(day=day, only=chosen) if chosen else []
    return [RolloutOnDay(*row) for row in rows]


def every_rollout_on(day: date) -> list[RolloutOnDay]:
    """Every rollout that exists on the day; kept for that day, so nobody may change one."""
    return [rollout for held in _KEPT.on(day).values() for rollout in held]


def by_holder(day: date, agencies: list[int] | None) -> dict[int, list[RolloutOnDay]]:
    """The rollouts that these agencies hold on the day (all agencies for None), by agency."""
    held = RolloutHolder.objects.filter(agency__in=agencies or [])
    only = None if agencies is None else list(held.values_list("rollout_id", flat=True))
    by_holder: dict[int, list[RolloutOnDay]] = {}
    for rollout in rollouts_on(day, only):
        if agencies is None or rollout.agency_id in agencies:
            by_holder.setdefault(rollout.agency_id, []).append(rollout)
    return by_holder


_KEPT = Kept(by_holder, days=1)


@cache
def _question(*, only: bool) -> Prepared:
    return Prepared(_sql(only), day="date", **({"only": "bigint[]"} if only else {}))


@cache
def _sql(only: bool) -> str:
    """The whole question as SQL; each part comes from the app that owns the facts.

    Every part is materialised: on tables without statistics (just loaded, just restored) the
    planner expects one rollout and would otherwise ask each part again for every one of them.
    """
    wanted = "AND r.id = ANY(%(only)s)" if only else ""
    names = [field.name for field in fields(RolloutOnDay)]
    stage = "\n".join(f"WHEN {condition} THEN '{code}'" for code, condition, _ in LADDER)
    since = "\n".join(f"WHEN {condition} THEN {reached}" for _, condition, reached in LADDER)
    return f"""
    WITH steps AS MATERIALIZED ({steps_sql(only)}),
    documents AS MATERIALIZED ({progress_sql(only)}),
    audits AS MATERIALIZED ({audits_sql(only)}),
    findings AS MATERIALIZED ({counts_sql(only)}),
    proofs AS MATERIALIZED ({proofs_sql(only)}),
    marks AS MATERIALIZED ({marks_sql(only)}),
    facts AS (
      SELECT r.id, h.agency_id, r.track, r.cycle, r.edition_id AS edition_at_opening,
        coalesce(transition.edition, r.edition_id) AS edition, r.opened_on, r.real, r.row_version,
        r.previous_id,
        a.valid_to AS agency_ended_on,
        steps.planning_on, steps.plan_completed_on, steps.submitted_on, steps.appraised_on,
        steps.approved_on, steps.decision_number, steps.decision_confirmed,
        coalesce(steps.failed_on >= steps.last_submitted_on, steps.failed_on IS NOT NULL)
          AND steps.appraised_on IS NULL AND steps.approved_on IS NULL AS returned,
        coalesce(pause.kind = 'paused', FALSE) AS paused,
        coalesce(documents.listed, 0) AS listed,
        documents.rollout_id IS NOT NULL AS has_list, coalesce(documents.issued, 0) AS issued,
        coalesce(documents.in_effect, 0) AS in_effect,
        coalesce(documents.placeholders, 0) AS placeholders,
        coalesce(documents.weighted, 0) AS weighted, documents.kinds,
        documents.first_listed, documents.all_issued_since, documents.all_in_effect_since,
        internal.first_on AS internal_audit_on, review.first_on AS review_on,
        audits.full_audit_on, audits.full_audit_body,
        findings.completed_full_since, coalesce(findings.open_full, 0) AS open_full,
        coalesce(findings.major, 0) AS major, coalesce(findings.minor, 0) AS minor,
        coalesce(findings.observation, 0) AS observation, coalesce(findings.open, 0) AS open,
        coalesce(findings.unverified, 0) AS unverified,
        coalesce(findings.undisposed, 0) AS undisposed,
        coalesce(findings.overdue, 0) AS overdue, findings.next_due AS next_finding_due,
        proofs.application_sent_on, proofs.proof_kind, proofs.proof_id, proofs.proof_number,
        proofs.proof_edition, proofs.proof_since, proofs.valid_to,
        coalesce(proofs.suspended, FALSE) AS suspended, proofs.suspended_since,
        coalesce(proofs.had_any, FALSE) AS had_any, proofs.withdrawn_since, proofs.lapsed_since,
        coalesce(marks.irregular, FALSE) AS irregular,
        coalesce(marks.missing_date, FALSE) AS missing_date,
        coalesce(marks.missing_original, FALSE) AS missing_original,
        coalesce(marks.unconfirmed, FALSE) AS unconfirmed, marks.last_recorded_at
      FROM plans_rollout r
      JOIN plans_rolloutholder h ON h.rollout_id = r.id AND {held_sql("h")}
      JOIN agencies_agency a ON a.id = h.agency_id
      LEFT JOIN steps ON steps.rollout_id = r.id
      LEFT JOIN documents ON documents.rollout_id = r.id
      LEFT JOIN audits ON audits.rollout_id = r.id
      LEFT JOIN findings ON findings.rollout_id = r.id
      LEFT JOIN proofs ON proofs.rollout_id = r.id
      LEFT JOIN marks ON marks.rollout_id = r.id
      LEFT JOIN LATERAL (
        SELECT directive.transition_to_id AS edition
          FROM plans_task task
          JOIN plans_directive directive ON directive.id = task.directive_id
          JOIN plans_officialdocument paper ON paper.id = directive.document_id
         WHERE task.rollout_id = r.id AND directive.transition_to_id IS NOT NULL
           AND paper.counts_on <= %(day)s
           AND (proofs.first_proof_on IS NULL OR paper.counts_on < proofs.first_proof_on)
         ORDER BY paper.counts_on DESC, directive.id DESC LIMIT 1
      ) transition ON TRUE
      LEFT JOIN LATERAL (
        SELECT kind FROM certificates_statusevent event
         WHERE event.rollout_id = r.id AND event.kind IN ('paused', 'resumed')
           AND event.counts_on <= %(day)s ORDER BY event.counts_on DESC, event.id DESC LIMIT 1
      ) pause ON TRUE
      LEFT JOIN LATERAL (
        SELECT min(audit.counts_on) AS first_on FROM audits_audit audit
         WHERE audit.agency_id IN (r.agency_id, h.agency_id) AND audit.kind = 'internal'
           AND audit.counts_on BETWEEN r.opened_on AND %(day)s
      ) internal ON TRUE
      LEFT JOIN LATERAL (
        SELECT min(held.counts_on) AS first_on FROM maintenance_managementreview held
         WHERE held.agency_id IN (r.agency_id, h.agency_id)
           AND held.counts_on BETWEEN r.opened_on AND %(day)s
      ) review ON TRUE
      WHERE r.opened_on <= %(day)s {wanted}
    ),
    staged AS (
      SELECT facts.*, CASE {stage} END AS stage, CASE {since} END AS stage_since FROM facts
    ),
    ladder AS (SELECT staged.*, {SPEAKS}, {LISTS} FROM staged)
    SELECT {", ".join(f"ladder.{name}" for name in names)} FROM ladder
    ORDER BY ladder.agency_id, ladder.opened_on, ladder.id"""
