"""Each agency on a day: which of its rollouts speaks for it, its stage, its flags, what is next."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from acts.permissions import AT_HOME, Actor
from agencies.models import Agency, AgencyName, Succession
from agencies.queries import existing_on, in_scope_on, named_on, visible_to
from audits.queries import inspections_held_on, internal_audits_held_on
from core.days import HOME
from core.rawsql import answers, as_sql, of_day
from maintenance.models import Board, Confirmation, MaintenanceYear, Training
from maintenance.queries import reviews_held_on
from plans.models import Rollout
from plans.queries import exempted_on, tasks_given_on, tasks_overdue_on
from progress.flags import flags_of, maintained
from progress.kept import Kept
from progress.stages import PROVEN, RolloutOnDay, rollouts_on
from progress.standing import Standing, standings_on
from progress.yardsticks import Yardsticks, yardsticks_on

COLUMNS = [
    "pk", "code", "name_on_day", "kind_on_day", "sort_key", "search_on_day", "in_scope",
    "latest_internal_audit", "latest_review", "tasks_overdue", "next_task_due", "has_facts",
    "renamed_on", "inherited", "exempt", "confirmed_on",
]  # fmt: skip


@dataclass(slots=True)
class AgencyOnDay:
    """An agency as it stands on a day. `current` is the rollout that speaks for it, `listing`
    the one whose list of documents is the agency's own. `fresh_on` is when its figures were last
    recorded or stated to be unchanged."""

    id: int
    code: str
    name: str
    kind: str
    sort_key: str
    search_text: str
    in_scope: bool
    latest_internal_audit: date | None
    latest_review: date | None
    tasks_overdue: int
    next_task_due: date | None
    has_facts: bool
    renamed_on: date | None
    inherited: bool
    exempt: bool
    confirmed_on: date | None
    yard: Yardsticks
    rollouts: list[Standing] = field(default_factory=list)
    current: RolloutOnDay | None = None
    listing: RolloutOnDay | None = None
    stage: str = "not_started"
    proven: bool = False
    maintained: str = "unknown"
    flags: list[str] = field(default_factory=list)
    fresh_on: date | None = None

    def as_row(self) -> dict[str, str]:
        """As it travels: code, name, kind."""
        return {"code": self.code, "name": self.name, "kind": self.kind}

    @property
    def no_data(self) -> bool:
        return not self.rollouts and not self.has_facts


def agencies_on(
    day: date, user: Actor | None = None, *, scope: bool | None = True
) -> tuple[list[AgencyOnDay], Yardsticks]:
    """The agencies that exist on the day (those in scope, outside of it, or all for None).

    `user` narrows to what that user may see. One query of a day that is kept, else five, however
    many agencies. What is told is shared: nobody may change it.
    """
    if user is not None and user.role in AT_HOME:
        seen = visible_to(user, Agency.objects.all(), "pk")
        return _told(_rows_about(day, scope=scope, seen=seen), yardsticks_on(day), few=True)
    everybody = KEPT.on(day)
    inside = [one for one in everybody.values() if scope is None or one.in_scope == scope]
    return inside, yard_of(everybody, day)


def ask_agencies(day: date, ids: list[int] | None) -> dict[int, AgencyOnDay]:
    """These agencies, all that exist on the day for None, by id; asked of the database."""
    rows, few = _rows_about(day, ids=ids), ids is not None
    return {agency.id: agency for agency in _told(rows, yardsticks_on(day), few=few)[0]}


KEPT = Kept(ask_agencies, days=3)


def yard_of(agencies: Mapping[int, AgencyOnDay], day: date) -> Yardsticks:
    """What these agencies were measured by; it is the same for all, or all are asked anew."""
    return next((agency.yard for agency in agencies.values()), None) or yardsticks_on(day)


def everybody_on(day: date) -> QuerySet[Any]:
    """The agencies that exist on the day, named as of it, with `in_scope`; to be narrowed."""
    inside = Case(When(in_scope_on(day), then=Value(True)), default=False)
    return named_on(day).filter(existing_on(day)).annotate(in_scope=inside)


def agencies_among(
    day: date, ids: list[int], *, few: bool = True
) -> tuple[list[AgencyOnDay], Yardsticks]:
    """These agencies, as far as they exist on the day, in this order; five queries.

    `few`: they are a page, so that only their own rollouts are asked about.
    """
    place = {pk: number for number, pk in enumerate(ids)}
    agencies, yard = _told(_rows_about(day, ids=ids), yardsticks_on(day), few=few)
    return sorted(agencies, key=lambda agency: place[agency.id]), yard


def _rows_about(
    day: date,
    *,
    scope: bool | None = None,
    seen: QuerySet[Agency] | None = None,
    ids: list[int] | None = None,
) -> list[dict[str, Any]]:
    conditions = [
        "TRUE",
        *(["in_scope = %(scope)s"] if scope is not None else []),
        *([f"pk IN ({as_sql(seen.values('pk'))})"] if seen is not None else []),
        *(["pk = ANY(%(ids)s)"] if ids is not None else []),
    ]
    question = f"{_question_about()} WHERE {' AND '.join(conditions)}"
    rows = answers(question, day=day, scope=scope, ids=ids)
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


@cache
def _question_about() -> str:
    """SQL: the columns of each agency that exists on the day."""

    def about(day: date) -> QuerySet[Any]:
        return everybody_on(day).annotate(**_about_agency(day)).values(*COLUMNS)

    return f"SELECT {', '.join(COLUMNS)} FROM ({of_day(about)}) about"


def _told(
    rows: list[dict[str, Any]], yard: Yardsticks, *, few: bool
) -> tuple[list[AgencyOnDay], Yardsticks]:
    """The agencies of these rows; of a `few` only their own rollouts are asked about."""
    day = yard.day
    agencies = {row["pk"]: _agency(row, yard) for row in rows}
    chosen = []
    for standing in standings_on(day, held_by=agencies if few else None):
        if agency := agencies.get(standing.agency_id):
            agency.rollouts.append(standing)
            if standing.speaks or standing.lists:
                chosen.append(standing.id)
    for rollout in rollouts_on(day, chosen):
        agency = agencies[rollout.agency_id]
        if rollout.speaks:
            agency.current, agency.stage = rollout, rollout.stage
            agency.proven = rollout.stage in PROVEN
        agency.listing = rollout if rollout.lists else agency.listing
    for agency in agencies.values():
        agency.fresh_on = _fresh_on(agency)
        agency.maintained = maintained(agency, yard)
        agency.flags = flags_of(agency, yard)
    return list(agencies.values()), yard


def _fresh_on(agency: AgencyOnDay) -> date | None:
    moments = [r.last_recorded_at for r in agency.rollouts if r.last_recorded_at]
    days = [max(moments).astimezone(HOME).date()] if moments else []
    return max([*days, *filter(None, [agency.confirmed_on])], default=None)


def _agency(row: dict[str, Any], yard: Yardsticks) -> AgencyOnDay:
    renamed = row["renamed_on"]
    return AgencyOnDay(
        id=row["pk"],
        code=row["code"],
        name=row["name_on_day"] or row["code"],
        kind=row["kind_on_day"] or "",
        sort_key=row["sort_key"] or "",
        search_text=row["search_on_day"] or "",
        in_scope=row["in_scope"],
        latest_internal_audit=row["latest_internal_audit"],
        latest_review=row["latest_review"],
        tasks_overdue=row["tasks_overdue"] or 0,
        next_task_due=row["next_task_due"],
        has_facts=row["has_facts"],
        renamed_on=renamed,
        inherited=row["inherited"],
        exempt=row["exempt"],
        confirmed_on=row["confirmed_on"],
        yard=yard,
    )


def any_fact_on(day: date) -> Q:
    """Condition of an agency: something is on record about the agency itself by the day."""
    facts: list[QuerySet[Any]] = [
        internal_audits_held_on(day),
        inspections_held_on(day),
        reviews_held_on(day),
        Training.objects.filter(counts_on__lte=day),
        Board.objects.filter(counts_on__lte=day),
        MaintenanceYear.objects.filter(reported_by__lte=day),
    ]
    any_fact = Q()
    for kind in facts:
        any_fact |= Q(Exists(kind.filter(agency=OuterRef("pk"))))
    return any_fact


def _about_agency(day: date) -> dict[str, Any]:
    own = {"agency": OuterRef("pk")}

    def latest(facts: QuerySet[Any]) -> Subquery:
        return Subquery(facts.filter(**own).order_by("-counts_on").values("counts_on")[:1])

    def number(facts: QuerySet[Any], what: Any) -> Subquery:
        return Subquery(
            facts.filter(**own).order_by().values("agency").annotate(n=what).values("n")
        )

    proofs_before = Rollout.objects.filter(
        Q(certificates__counts_on__lte=day) | Q(declarations__counts_on__lte=day),
        agency=OuterRef("predecessor"),
    )
    successions = Succession.objects.filter(
        Exists(proofs_before),
        successor=OuterRef("pk"),
        effective_on__lte=day,
        kind__in=["merge", "split", "rename"],
    )
    return {
        "latest_internal_audit": latest(internal_audits_held_on(day)),
        "latest_review": latest(reviews_held_on(day)),
        "tasks_overdue": number(tasks_overdue_on(day), Count("pk")),
        "next_task_due": number(tasks_given_on(day), Min("due_on")),
        "has_facts": Case(When(any_fact_on(day), then=Value(True)), default=Value(False)),
        "renamed_on": number(AgencyName.objects.filter(valid_from__lte=day), Max("valid_from")),
        "inherited": Exists(successions),
        "exempt": Exists(exempted_on(day).filter(**own)),
        "confirmed_on": latest(Confirmation.objects.filter(counts_on__lte=day)),
    }
