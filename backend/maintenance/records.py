"""Putting the yearly loop on record: rules, then rows. Called inside an open act."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from agencies.models import Agency
from core.days import PartialDate, columns
from core.provenance import Provenance
from core.rules import refuse
from maintenance import rules
from maintenance.models import Board, MaintenanceYear, ManagementReview, Objective, Training


def put_review(
    agency: Agency, *, told: Provenance, held_on: PartialDate | date | None = None, **given: Any
) -> ManagementReview:
    """A management review: chair, conclusions, minutes_number."""
    review = ManagementReview(agency=agency, **given, **columns(held_on=held_on), **told.columns())
    refuse(rules.blockers_of_review(review), irregular=told.irregular)
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
    refuse(rules.blockers_of_training(training), irregular=told.irregular)
    training.save()
    return training


def put_board(
    agency: Agency,
    *,
    told: Provenance,
    decided_on: PartialDate | date | None = None,
    **given: Any,
) -> Board:
    """The decision on the agency's steering board: number, head, secretary."""
    board = Board(agency=agency, **given, **columns(decided_on=decided_on), **told.columns())
    refuse(rules.blockers_of_board(board), irregular=told.irregular)
    board.save()
    return board


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
    refuse(rules.blockers_of_year(record), irregular=told.irregular)
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
