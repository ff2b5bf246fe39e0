"""Putting the yearly loop on record: rules, then rows. Called inside an open act."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from agencies.models import Agency
from core.days import PartialDate, columns, today
from core.provenance import Provenance
from core.rules import refuse
from maintenance import rules
from maintenance.models import (
    Board,
    Confirmation,
    MaintenanceYear,
    ManagementReview,
    Objective,
    Training,
)
from maintenance.models.confirmation import quarter_of


def put_review(
    agency: Agency,
    *,
    told: Provenance,
    held_on: PartialDate | date | None = None,
    strict: bool = False,
    **given: Any,
) -> ManagementReview:
    """A management review: chair, conclusions, minutes_number.

    `strict` (the screens) asks for what old sources may not tell.
    """
    review = ManagementReview(agency=agency, **given, **columns(held_on=held_on), **told.columns())
    refuse(
        [
            *rules.blockers_of_review(review),
            *(rules.blockers_of_early_review(review) if strict else ()),
        ],
        irregular=told.irregular,
        warnings=rules.warnings_of_review(review),
    )
    review.save()
    return review


def put_training(
    agency: Agency,
    *,
    topic: str,
    told: Provenance,
    held_on: PartialDate | date | None = None,
    **given: Any,
) -> Training:
    """A training: trainer, participants, certificates."""
    training = Training(
        agency=agency, topic=topic, **given, **columns(held_on=held_on), **told.columns()
    )
    refuse(
        rules.blockers_of_training(training),
        irregular=told.irregular,
        warnings=rules.warnings_of_training(training),
    )
    training.save()
    return training


def put_board(
    agency: Agency,
    *,
    told: Provenance,
    decided_on: PartialDate | date | None = None,
    strict: bool = False,
    **given: Any,
) -> Board:
    """The decision on the agency's steering board: number, head, secretary; `strict`: both."""
    board = Board(agency=agency, **given, **columns(decided_on=decided_on), **told.columns())
    refuse(
        [
            *rules.blockers_of_board(board),
            *(rules.blockers_of_incomplete_board(board) if strict else ()),
        ],
        irregular=told.irregular,
        warnings=rules.warnings_of_board(board),
    )
    board.save()
    return board


def put_confirmation(
    agency: Agency, *, told: Provenance, stated_on: date | None = None, **given: Any
) -> Confirmation:
    """That nothing changed since the last record, stated on a day (default today)."""
    day = stated_on or today()
    stated = Confirmation(
        agency=agency, stated_on=day, quarter=quarter_of(day), **given, **told.columns()
    )
    refuse(rules.blockers_of_confirmation(stated), irregular=told.irregular)
    stated.save()
    return stated


def put_year(
    agency: Agency,
    *,
    year: int,
    told: Provenance,
    plan: dict[str, Any] | None = None,
    objectives: Sequence[dict[str, str]] = (),
    **given: Any,
) -> MaintenanceYear:
    """One year of the loop: `plan` {number, signed_on}, objectives [{text, target, actual}]."""
    record = MaintenanceYear(
        agency=agency, year=year, **plan_columns(plan or {}), **given, **told.columns()
    )
    refuse(
        rules.blockers_of_year(record),
        irregular=told.irregular,
        warnings=rules.warnings_of_year(record),
    )
    record.save()
    put_objectives(record, objectives)
    return record


def put_objectives(year: MaintenanceYear, objectives: Sequence[dict[str, str]]) -> None:
    """The objectives of a year, instead of those it had."""
    year.objectives.all().delete()
    Objective.objects.bulk_create(
        [Objective(maintenance_year=year, **objective) for objective in objectives]
    )


def plan_columns(plan: dict[str, Any]) -> dict[str, Any]:
    """The yearly plan {number, signed_on} as columns, as far as it is said."""
    values: dict[str, Any] = {}
    if "number" in plan:
        values["plan_number"] = plan["number"] or ""
    if "signed_on" in plan:
        values["plan_signed_on"] = plan["signed_on"]
    return values
