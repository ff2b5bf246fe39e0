"""What is told of an agency and of a rollout on a day, as rows of lists and answers."""

from datetime import date
from typing import Any

from agencies.queries import Brief
from progress.agencies import AgencyOnDay
from progress.flags import next_deadline, rollout_flags
from progress.journey import reached_on
from progress.stages import JOURNEY, RolloutOnDay
from progress.yardsticks import Yardsticks

NO_FINDINGS = dict.fromkeys(
    ["major", "minor", "observation", "open", "unverified", "undisposed", "overdue"], 0
)


def agency_row(agency: AgencyOnDay, yard: Yardsticks) -> dict[str, Any]:
    """One row of progress/agencies."""
    rollout, listing = agency.current, agency.listing
    return {
        "agency": agency.as_row(),
        "in_scope": agency.in_scope,
        "rollout": rollout.id if rollout else None,
        "stage": agency.stage,
        "stage_since": rollout.stage_since if rollout else None,
        "days_in_stage": days_in_stage(rollout, yard.day),
        "edition": rollout.edition if rollout else None,
        "track": rollout.track if rollout else None,
        "flags": agency.flags,
        "maintained": agency.maintained,
        "documents": document_counts(listing),
        "findings": finding_counts(rollout),
        "next_deadline": next_deadline(agency, yard),
        "fresh_on": agency.fresh_on,
        "reached": {stage: reached_on(rollout, stage) for stage in JOURNEY} if rollout else {},
        "real": rollout.real if rollout else True,
    }


def rollout_row(rollout: RolloutOnDay, brief: Brief | None, yard: Yardsticks) -> dict[str, Any]:
    """One row of rollouts."""
    return {
        "id": rollout.id,
        "url": f"/api/v1/rollouts/{rollout.id}",
        "agency": brief.as_row() if brief else None,
        "edition": rollout.edition,
        "edition_at_opening": rollout.edition_at_opening,
        "track": rollout.track,
        "cycle": rollout.cycle,
        "opened_on": rollout.opened_on,
        "previous_rollout": rollout.previous_id,
        "stage": rollout.stage,
        "stage_since": rollout.stage_since,
        "days_in_stage": days_in_stage(rollout, yard.day),
        "flags": rollout_flags(rollout, yard),
        "documents": document_counts(rollout),
        "findings": finding_counts(rollout),
        "lead_times": lead_times(rollout),
        "proofs": proofs_of(rollout),
        "real": rollout.real,
        "as_of": yard.day,
        "row_version": rollout.row_version,
    }


def days_in_stage(rollout: RolloutOnDay | None, day: date) -> int | None:
    """Whole days since the stage was reached."""
    return (day - rollout.stage_since).days if rollout and rollout.stage_since else None


def document_counts(rollout: RolloutOnDay | None) -> dict[str, int | None]:
    """Planned and in force; both None where there is no list: unknown is not zero."""
    if rollout is None or not rollout.listed:
        return {"planned": None, "in_force": None}
    return {"planned": rollout.listed, "in_force": rollout.in_effect}


def finding_counts(rollout: RolloutOnDay | None) -> dict[str, int]:
    """Findings of external audits of the rollout."""
    if rollout is None:
        return dict(NO_FINDINGS)
    return {name: getattr(rollout, name) for name in NO_FINDINGS}


def lead_times(rollout: RolloutOnDay) -> dict[str, int | None]:
    """Calendar days from the finished plan to the decision and from there to the audit.

    Source: the article on Sở Nội vụ (350 and 559 days).
    """
    plan, decision, audit = rollout.plan_completed_on, rollout.approved_on, rollout.full_audit_on
    return {
        "plan_to_decision": (decision - plan).days if plan and decision else None,
        "decision_to_audit": (audit - decision).days if decision and audit else None,
    }


def proofs_of(rollout: RolloutOnDay) -> list[dict[str, Any]]:
    """The proof in force on the day, if any."""
    if rollout.proof_kind is None:
        return []
    return [
        {
            "kind": rollout.proof_kind,
            "id": rollout.proof_id,
            "number": rollout.proof_number or "",
            "edition": rollout.proof_edition,
            "since": rollout.proof_since,
            "valid_to": rollout.valid_to,
            "suspended": rollout.suspended,
        }
    ]


def sorted_rows(rows: list[Any], terms: list[tuple[str, bool]], keys: dict[str, Any]) -> list[Any]:
    """Rows in the order of the terms (name, descending); unknown values last, ties keep order."""
    for name, descending in reversed(terms):
        key = keys[name]
        known = [row for row in rows if key(row) is not None]
        rest = [row for row in rows if key(row) is None]
        rows = sorted(known, key=key, reverse=descending) + rest
    return rows
