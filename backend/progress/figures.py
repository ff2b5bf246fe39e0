"""What agencies are counted in: the one definition behind rates, lists and indicators.

A figure is a question about an agency on a day, answered by yes or no.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from agencies.models import Agency
from audits.queries import inspections_held_on
from core.days import add_months
from core.rawsql import answers, as_sql
from maintenance.models import MaintenanceYear
from plans.queries import tasks_held_on
from progress.agencies import AgencyOnDay
from progress.flags import fresh
from progress.yardsticks import Yardsticks

CONFIRMED = "confirmed"


@dataclass(slots=True)
class YearOfAgency:
    """What an agency planned, reported and was inspected in around a day.

    `plan_known`, `report_known`: its year is on record at all; without it nobody knows.
    """

    plan_known: bool = False
    plan: bool = False
    plan_confirmed: bool = False
    report_known: bool = False
    reported_on: date | None = None
    report_confirmed: bool = False
    inspection_planned: bool = False
    inspected: bool = False
    inspection_confirmed: bool = False


@dataclass(frozen=True)
class Asked:
    """An agency, the yardsticks of the day, and its year where the figure needs it."""

    agency: AgencyOnDay
    yard: Yardsticks
    year: YearOfAgency

    @property
    def proven(self) -> bool:
        return self.agency.proven

    @property
    def maintained(self) -> bool:
        return self.proven and self.agency.maintained == "yes"


Holds = Callable[[Asked], bool]


@dataclass(frozen=True)
class Figure:
    """Whether it holds of an agency, and whether what says so was confirmed."""

    holds: Holds
    confirmed: Holds
    of_year: bool = False


def approved(agency: AgencyOnDay) -> bool:
    """A decision that approves its plan is on record."""
    return bool(agency.current and agency.current.approved_on)


def documented(agency: AgencyOnDay) -> bool:
    """Every listed document was issued."""
    rollout = agency.current
    return bool(rollout and rollout.listed and rollout.issued == rollout.listed)


def _rollout_confirmed(asked: Asked) -> bool:
    return bool(asked.agency.current and not asked.agency.current.unconfirmed)


def _decision_confirmed(asked: Asked) -> bool:
    return bool(asked.agency.current and asked.agency.current.decision_confirmed)


def _report_due(asked: Asked) -> bool:
    since = asked.agency.current.proof_since if asked.agency.current else None
    return asked.proven and bool(since and since.year <= asked.yard.report_year)


def _in_time(asked: Asked) -> bool:
    sent, due = asked.year.reported_on, asked.yard.report_due_on
    return _report_due(asked) and sent is not None and sent <= due


# Source: domain reference 6.3; contract 4 and 5 for what is approved, proven and maintained.
FIGURES: dict[str, Figure] = {
    "in_scope": Figure(lambda a: True, lambda a: True),
    "approved": Figure(lambda a: approved(a.agency), _decision_confirmed),
    "documented": Figure(lambda a: documented(a.agency), _rollout_confirmed),
    "proven": Figure(lambda a: a.proven, _rollout_confirmed),
    "certified": Figure(lambda a: a.agency.stage == "certified", _rollout_confirmed),
    "declared": Figure(lambda a: a.agency.stage == "declared", _rollout_confirmed),
    "maintained": Figure(lambda a: a.maintained, _rollout_confirmed),
    "year_planned": Figure(
        lambda a: a.proven and a.year.plan, lambda a: a.year.plan_confirmed, of_year=True
    ),
    "maintained_planned": Figure(
        lambda a: a.maintained and a.year.plan,
        lambda a: _rollout_confirmed(a) and a.year.plan_confirmed,
        of_year=True,
    ),
    "year_unknown": Figure(
        lambda a: a.proven and not a.year.plan_known, lambda a: False, of_year=True
    ),
    "report_unknown": Figure(
        lambda a: _report_due(a) and not a.year.report_known, lambda a: False, of_year=True
    ),
    "report_due": Figure(_report_due, _rollout_confirmed),
    "reported_on_time": Figure(_in_time, lambda a: a.year.report_confirmed, of_year=True),
    "inspection_planned": Figure(lambda a: a.year.inspection_planned, lambda a: True, of_year=True),
    "inspected": Figure(
        lambda a: a.year.inspection_planned and a.year.inspected,
        lambda a: a.year.inspection_confirmed,
        of_year=True,
    ),
    "fresh": Figure(lambda a: fresh(a.agency, a.yard), _rollout_confirmed),
}


def codes() -> list[str]:
    """Every value of the parameter `figure`: approved, and approved:confirmed for what of it is."""
    return [*FIGURES, *(f"{code}:{CONFIRMED}" for code in FIGURES)]


def counted(asked: Asked, code: str) -> bool:
    """Whether the agency is counted under a code of `codes`."""
    name, _, part = code.partition(":")
    figure = FIGURES[name]
    return figure.holds(asked) and (not part or figure.confirmed(asked))


def needs_year(codes: list[str]) -> bool:
    """Whether one of these figures asks about the agency's year."""
    return any(FIGURES[code.partition(":")[0]].of_year for code in codes)


def years_of_agencies(yard: Yardsticks) -> dict[int, YearOfAgency]:
    """What each agency planned, reported and was inspected in; one query.

    The plan of the last twelve months, the report that fell due latest, the inspections planned
    and held in the calendar year of the day.
    """
    rows = answers(_question_of_years(yard.day, yard.report_year))
    return {pk: YearOfAgency(*told) for pk, *told in rows}


@lru_cache(maxsize=64)
def _question_of_years(day: date, report_year: int) -> str:
    """SQL: each agency with the fields of its year; kept, because the ORM takes longer to build
    it than PostgreSQL to answer it.
    """
    own = {"agency": OuterRef("pk")}
    known = MaintenanceYear.objects.filter(**own)
    plans = known.filter(
        Q(plan_signed_on__gt=add_months(day, -12), plan_signed_on__lte=day)
        | Q(plan_signed_on=None, year=day.year, reported_by__lte=day) & ~Q(plan_number="")
    ).order_by("-year")
    reports = known.filter(year=report_year, report_sent_on__lte=day)
    first = date(day.year, 1, 1)
    planned = tasks_held_on(day).filter(
        Q(due_on__year=day.year) | Q(due_on=None, directive__document__counts_on__gte=first),
        directive__kind="inspection_plan",
        directive__document__counts_on__lte=day,
        **own,
    )
    held = inspections_held_on(day).filter(counts_on__gte=first, **own).order_by("-counts_on")
    asked = {
        "plan_known": Exists(known.filter(year__in=[day.year - 1, day.year])),
        "plan": Exists(plans),
        "plan_confirmed": _confirmed(plans),
        "report_known": Exists(known.filter(year=report_year)),
        "reported_on": Subquery(reports.values("report_sent_on")[:1]),
        "report_confirmed": _confirmed(reports),
        "inspection_planned": Exists(planned),
        "inspected": Exists(held),
        "inspection_confirmed": _confirmed(held),
    }
    return as_sql(Agency.objects.annotate(**asked).values_list("pk", *asked))


def _confirmed(facts: QuerySet[Any]) -> Exists:
    return Exists(facts.filter(confirmed_on__isnull=False))
