"""The acts of the yearly loop; each passes the gate once and locks the agency."""

from collections.abc import Sequence
from typing import Any

from django.shortcuts import get_object_or_404

from acts.facts import told_by
from acts.gate import acting
from acts.permissions import Actor
from agencies.models import Agency
from core.rules import refuse
from maintenance import records, rules
from maintenance.models import Board, Confirmation, MaintenanceYear, ManagementReview, Training


def record_review(
    agency: Agency, *, reason: str = "", irregular: str = "", by: Actor, **given: Any
) -> ManagementReview:
    """Record a management review held by the agency's leader."""
    with acting("review.record", by=by, on=_locked(agency), reason=reason) as locked:
        return records.put_review(locked, told=told_by(by, irregular), strict=True, **given)


def record_training(
    agency: Agency, *, reason: str = "", irregular: str = "", by: Actor, **given: Any
) -> Training:
    """Record a training."""
    with acting("training.record", by=by, on=_locked(agency), reason=reason) as locked:
        return records.put_training(locked, told=told_by(by, irregular), **given)


def record_board(
    agency: Agency, *, reason: str = "", irregular: str = "", by: Actor, **given: Any
) -> Board:
    """Record the decision that sets up or renews the agency's board."""
    with acting("board.record", by=by, on=_locked(agency), reason=reason) as locked:
        return records.put_board(locked, told=told_by(by, irregular), strict=True, **given)


def record_year(
    agency: Agency, *, reason: str = "", irregular: str = "", by: Actor, **given: Any
) -> MaintenanceYear:
    """Record a year of the loop: its plan, objectives, renewals, report."""
    with acting("year.record", by=by, on=_locked(agency), reason=reason) as locked:
        return records.put_year(locked, told=told_by(by, irregular), **given)


def confirm_unchanged(
    agency: Agency, *, reason: str = "", irregular: str = "", by: Actor, **given: Any
) -> Confirmation:
    """Record that the agency finds its records still true."""
    with acting("confirmation.record", by=by, on=_locked(agency), reason=reason) as locked:
        return records.put_confirmation(locked, told=told_by(by, irregular), **given)


def correct_year(
    year: MaintenanceYear,
    changes: dict[str, Any],
    objectives: Sequence[dict[str, str]] | None = None,
    *,
    reason: str = "",
    by: Actor,
) -> MaintenanceYear:
    """Correct a year; objectives, if given, replace those it had and count as a change of it."""
    with acting("fact.correct", by=by, on=year.root(), reason=reason):
        told_by(by, changes.get("irregular", ""))
        current = get_object_or_404(MaintenanceYear.objects.select_related("agency"), pk=year.pk)
        for name, value in changes.items():
            setattr(current, name, value)
        refuse(rules.blockers_of_year(current), irregular=current.irregular)
        if objectives is not None:
            records.put_objectives(current, objectives)
        current.save()
        return current


def _locked(agency: Agency) -> Any:
    return Agency.objects.filter(pk=agency.pk)
