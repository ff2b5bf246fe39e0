"""The journey of one rollout: every stage with its day, its number and what is missing."""

from datetime import date
from typing import Any

from core.sentences import sentence
from documents.queries import approvals_on
from plans.models import Milestone, Plan
from progress.stages import JOURNEY, PROVEN, RolloutOnDay

_REACHED = {
    "planning": "planning_on",
    "submitted": "submitted_on",
    "appraised": "appraised_on",
    "approved": "approved_on",
    "documenting": "first_listed",
    "documented": "all_issued_since",
    "operating": "all_in_effect_since",
    "applied": "application_sent_on",
    "correcting": "full_audit_on",
}
# A state certificate and a voluntary one end in `certified`, a declaration in `declared`.
_LAST = {
    "state_certificate": "certified",
    "voluntary_certificate": "certified",
    "declaration": "declared",
}
_NOT_ON_DECLARATION = {"correcting", "corrected", "applied"}


def journey_of(rollout: RolloutOnDay, day: date, language: str = "vi") -> list[dict[str, Any]]:
    """One entry for each stage on the rollout's way; three queries, four while documenting."""
    planned = dict(
        Milestone.objects.filter(plan__rollout=rollout.id).values_list("stage", "planned_on")
    )
    has_plan = Plan.objects.filter(rollout=rollout.id, counts_on__lte=day).exists()
    at = furthest(rollout)
    unapproved = rollout.stage == "documenting" and not (
        approvals_on(day).filter(rollout=rollout.id).exists()
    )
    return [
        {
            "stage": stage,
            "reached_on": reached_on(rollout, stage),
            "passed": JOURNEY.index(stage) <= at,
            "current": stage == rollout.stage,
            "number": _number(rollout, stage),
            "planned_on": planned.get(stage),
            "missing": []
            if JOURNEY.index(stage) < at
            else [
                {"code": code, "message": sentence("missing", code, language, params)}
                for code, params in missing(rollout, stage, has_plan, unapproved)
            ],
        }
        for stage in way_of(rollout)
    ]


def way_of(rollout: RolloutOnDay) -> list[str]:
    """The stages on this rollout's way, by its track."""
    last = _LAST[rollout.track]
    skipped = set(PROVEN) - {last}
    if rollout.track == "declaration" and rollout.full_audit_on is None:
        skipped |= _NOT_ON_DECLARATION
    return [stage for stage in JOURNEY if stage not in skipped]


def furthest(rollout: RolloutOnDay) -> int:
    """Place in JOURNEY of the furthest stage reached; -1 before the plan."""
    if rollout.had_any:
        return JOURNEY.index(_LAST[rollout.track])
    return JOURNEY.index(rollout.stage) if rollout.stage in JOURNEY else -1


def reached_on(rollout: RolloutOnDay, stage: str) -> date | None:
    """The day on which the rollout reached the stage; None when not, or when unknown."""
    complete = {
        "documented": rollout.listed and rollout.issued == rollout.listed,
        "operating": rollout.listed and rollout.in_effect == rollout.listed,
    }
    if not complete.get(stage, True):
        return None
    if stage in _REACHED:
        return getattr(rollout, _REACHED[stage])
    if stage == "reviewed" and rollout.internal_audit_on and rollout.review_on:
        return max(rollout.internal_audit_on, rollout.review_on)
    if stage == "corrected" and rollout.full_audit_on and not rollout.open_full:
        return max(rollout.full_audit_on, rollout.completed_full_since or rollout.full_audit_on)
    if stage == _LAST[rollout.track]:
        return rollout.proof_since
    return None


def missing(
    rollout: RolloutOnDay, stage: str, has_plan: bool, unapproved: bool = False
) -> list[tuple[str, dict[str, Any]]]:
    """What a stage still waits for, as codes with parameters; empty when nothing is.

    `unapproved`: documents are being made though nobody has approved their list, which stops
    nothing. Source: domain reference 2.7 T9.
    """
    if reached_on(rollout, stage) is not None:
        if stage == "documenting" and unapproved:
            return [("list_not_approved", {})]
        if stage == "corrected" and rollout.unverified:
            return [("findings_unverified", {"count": rollout.unverified})]
        return []
    left = rollout.listed - rollout.issued
    not_in_effect = rollout.listed - rollout.in_effect
    said: dict[str, list[tuple[str, dict[str, Any]]]] = {
        "planning": [] if has_plan else [("plan", {})],
        "submitted": [("submission", {})],
        "appraised": [("opinions", {})] if rollout.returned else [("appraisal", {})],
        "approved": [("decision", {})],
        "documenting": [("list", {})],
        "documented": [("documents_to_issue", {"count": left})] if left else [("list", {})],
        "operating": [("documents_to_start", {"count": not_in_effect})]
        if not_in_effect
        else [("list", {})],
        "reviewed": [
            *([] if rollout.internal_audit_on else [("internal_audit", {})]),
            *([] if rollout.review_on else [("review", {})]),
        ],
        "correcting": [("external_audit", {})],
        "corrected": [("findings_open", {"count": rollout.open_full})]
        if rollout.open_full
        else [("external_audit", {})],
        "applied": [("application", {})],
        "certified": [("certificate", {})],
        "declared": [("declaration", {})],
    }
    return said[stage]


def _number(rollout: RolloutOnDay, stage: str) -> str:
    if stage == "approved":
        return rollout.decision_number or ""
    if stage in PROVEN and rollout.proof_kind:
        return rollout.proof_number or ""
    return ""
