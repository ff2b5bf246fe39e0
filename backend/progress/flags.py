"""What is to be said of an agency beside its stage, and what is due next."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from core.days import add_months
from progress.stages import PROVEN, RolloutOnDay
from progress.yardsticks import Yardsticks

if TYPE_CHECKING:
    from progress.agencies import AgencyOnDay


def maintained(agency: AgencyOnDay, yard: Yardsticks) -> str:
    """yes, no or unknown: latest internal audit and latest review within the months of the policy.

    Unknown when neither was ever recorded. Source: contract 5.
    """
    audit, review = agency.latest_internal_audit, agency.latest_review
    if audit is None and review is None:
        return "unknown"
    since = yard.maintained_since
    return "yes" if audit and review and audit >= since and review >= since else "no"


def flags_of(agency: AgencyOnDay, yard: Yardsticks) -> list[str]:
    """What is to be said beside the stage; codes of contract 5."""
    found: list[str] = []
    if agency.no_data:
        found.append("no_data")
    if agency.inherited and not any(r.had_any for r in agency.rollouts):
        found.append("inherited")
    if agency.exempt:
        found.append("exempt")
    rollout = agency.current
    if agency.tasks_overdue or (rollout and rollout.overdue):
        found.append("overdue")
    if rollout:
        found += rollout_flags(rollout, yard, agency.renamed_on)
        if agency.proven and agency.maintained == "no":
            found.append("not_maintained")
    return list(dict.fromkeys(found))


def rollout_flags(
    rollout: RolloutOnDay, yard: Yardsticks, renamed_on: date | None = None
) -> list[str]:
    """The flags of one rollout."""
    end = yard.end_of(rollout.proof_edition or rollout.edition, rollout.track)
    old = (rollout.proof_edition or rollout.edition) < yard.newest_edition
    said = {
        "overdue": rollout.overdue > 0,
        "returned": rollout.returned,
        "paused": rollout.paused,
        "suspended": rollout.stage == "suspended",
        "proof_lapsed": rollout.stage in ("lapsed", "withdrawn"),
        "in_transition": rollout.edition != rollout.edition_at_opening and not rollout.had_any,
        "transition_due": rollout.proof_kind is not None and end is not None,
        "edition_old": old and rollout.stage != "closed",
        "redeclare": rollout.stage == "declared"
        and (old or bool(renamed_on and rollout.proof_since and renamed_on > rollout.proof_since)),
        "irregular": rollout.irregular,
        "missing_original": rollout.missing_original,
        "missing_date": rollout.missing_date,
        "missing_list": rollout.placeholders > 0,
        "unconfirmed": rollout.unconfirmed,
    }
    return [flag for flag, holds in said.items() if holds]


def next_deadline(agency: AgencyOnDay, yard: Yardsticks) -> dict[str, Any] | None:
    """The first day by which something must be done: {"due_on", "what", "days"}.

    `days` is how many are left, negative when overdue.
    """
    days: list[tuple[date, str]] = []
    rollout = agency.current
    if rollout and rollout.next_finding_due:
        days.append((rollout.next_finding_due, "finding"))
    if agency.next_task_due:
        days.append((agency.next_task_due, "task"))
    if rollout and rollout.proof_kind:
        if rollout.valid_to:
            days.append((rollout.valid_to, "proof_ends"))
        if agency.maintained != "unknown":
            oldest = min(d for d in (agency.latest_internal_audit, agency.latest_review) if d)
            days.append((add_months(oldest, yard.maintenance_months), "maintenance"))
    if not days:
        return None
    on, what = min(days)
    return {"due_on": on, "what": what, "days": (on - yard.day).days}


def expiring(rollout: RolloutOnDay | None, yard: Yardsticks) -> bool:
    """The proof in force ends within the days of the policy."""
    if not rollout or rollout.stage not in PROVEN or rollout.valid_to is None:
        return False
    return rollout.valid_to <= yard.expiring_until


def fresh(agency: AgencyOnDay, yard: Yardsticks) -> bool:
    """Recorded, or stated to be unchanged, within the days of the policy before the day."""
    on = agency.fresh_on
    return on is not None and yard.fresh_since <= on <= yard.day
