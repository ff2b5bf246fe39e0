"""The yearly loop as questions on a day: reviews, trainings, boards, what is maintained."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, Value, When

from agencies.models import Agency
from audits.models import Audit
from core.days import add_months
from maintenance.models import Board, MaintenanceYear, ManagementReview, Training
from standards.queries import policy_on

MAINTAINED = ["yes", "no", "unknown"]


def reviews_held_on(day: date) -> QuerySet[ManagementReview]:
    """Management reviews held by the day."""
    return ManagementReview.objects.filter(counts_on__lte=day)


def trainings_held_on(day: date) -> QuerySet[Training]:
    """Trainings held by the day."""
    return Training.objects.filter(counts_on__lte=day)


def boards_decided_on(day: date) -> QuerySet[Board]:
    """Decisions on the agency's board by the day; the latest is the board of the day."""
    return Board.objects.filter(counts_on__lte=day)


def years_begun_on(day: date) -> QuerySet[MaintenanceYear]:
    """Yearly plans of years that have begun by the day."""
    return MaintenanceYear.objects.filter(year__lte=day.year)


def latest_review_on(day: date) -> Subquery:
    """Of an agency: the day of its latest management review held by then, or null."""
    held = reviews_held_on(day).filter(agency=OuterRef("pk"))
    return Subquery(held.order_by("-counts_on").values("counts_on")[:1])


def latest_internal_audit_on(day: date) -> Subquery:
    """Of an agency: the day of its latest internal audit held by then, or null."""
    held = Audit.objects.filter(agency=OuterRef("pk"), kind="internal", counts_on__lte=day)
    return Subquery(held.order_by("-counts_on").values("counts_on")[:1])


def maintained_on(day: date, months: int | None = None) -> QuerySet[Agency]:
    """Agencies with `latest_internal_audit`, `latest_review` and `maintained`: yes, no, unknown.

    yes: both lie within `maintenance.months` (a policy value) before the day; unknown: neither was
    ever recorded by then. Source: contract 5.
    """
    if months is None:
        months = policy_on(day).months("maintenance.months")
    since = add_months(day, -months)
    return Agency.objects.annotate(
        latest_internal_audit=latest_internal_audit_on(day),
        latest_review=latest_review_on(day),
    ).annotate(
        maintained=Case(
            When(Q(latest_internal_audit__gte=since, latest_review__gte=since), then=Value("yes")),
            When(Q(latest_internal_audit=None, latest_review=None), then=Value("unknown")),
            default=Value("no"),
        )
    )


@dataclass(frozen=True, slots=True)
class Maintained:
    """Whether an agency keeps its system alive on a day; `state` is yes, no or unknown."""

    latest_internal_audit: date | None
    latest_review: date | None
    state: str


def maintenance_by_agency(day: date, only: Iterable[int] | None = None) -> dict[int, Maintained]:
    """Each agency by id (of `only`, if given); one query beside that of the policy values."""
    rows: QuerySet[Any] = maintained_on(day)
    if only is not None:
        rows = rows.filter(pk__in=list(only))
    values = rows.values_list("pk", "latest_internal_audit", "latest_review", "maintained")
    return {pk: Maintained(audit, review, state) for pk, audit, review, state in values}
