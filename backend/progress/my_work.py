"""What waits for whom on a day: each line with its one act, its day and why it is there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, DateField, F, QuerySet, Value
from django.db.models.functions import Cast, Left

from acts.permissions import MAY, Actor, may
from agencies.models import Agency
from agencies.queries import existing_on, visible_to
from audits.queries import (
    due_on_day,
    findings_open_on,
    findings_undisposed_on,
    findings_unverified_on,
)
from core.days import add_months
from enquiries.queries import enquiries_answered_on, enquiries_waiting_on
from maintenance.models.confirmation import quarter_end, quarter_of
from plans.queries import tasks_given_on
from progress.agencies import AgencyOnDay, agencies_on
from progress.clocks import clocks_of
from progress.faults import agencies_without_accounts
from progress.yardsticks import Yardsticks

PARTS = ["overdue", "week", "later"]
# The act that stops a clock, of those that somebody of the agency does.
ACT_OF_CLOCK = {
    "effectiveness": ("finding.check_effectiveness", "clock.effectiveness"),
    "redeclaration": ("declaration.sign", "clock.redeclaration"),
    "suspension_ends": ("status.record", "clock.suspension_ends"),
}


@dataclass(slots=True, frozen=True)
class Line:
    """One thing to do: `object` is finding:12 and the like, `due_on` None when no day is set.

    `why` is a code of the catalogue; `name` and `text` fill its sentence.
    """

    act: str
    why: str
    object: str
    agency_id: int
    due_on: date | None
    name: str = ""
    text: str = ""

    def part(self, day: date) -> str:
        """overdue, week (seven days) or later."""
        if self.due_on is None or self.due_on > day + timedelta(days=7):
            return "later"
        return "overdue" if self.due_on < day else "week"


def work_of(user: Actor, day: date) -> list[Line]:
    """Everything that waits for this user, the most urgent first; a constant number of queries.

    Only acts of the user's own role: what the coordinator may do on behalf of an agency is not
    the coordinator's work.
    """
    lines = [*_recorded(user, day), *_of_agencies(user, day)]
    mine = [line for line in lines if _does(user, line.act) and may(user, line.act, line.agency_id)]
    return sorted(mine, key=_urgency)


def _urgency(line: Line) -> tuple[Any, ...]:
    """By day; what has none after it, and there the invitations of a new province last."""
    return line.due_on or date.max, line.act == "account.create", line.act, line.object


def _does(user: Actor, act: str) -> bool:
    return user.role in MAY[act].roles


def _recorded(user: Actor, day: date) -> Iterator[Line]:
    """What single records wait for: findings, tasks, agencies without an account; one query."""
    to_verify = findings_unverified_on(day).exclude(pk__in=findings_open_on(day).values("pk"))
    to_close = findings_open_on(day).annotate(_due=due_on_day(day))
    alone = agencies_without_accounts(day)
    sources = [
        _Source("finding.close", "finding", to_close, "_due", "code", "description"),
        _Source("finding.disposition", "finding", findings_undisposed_on(day), "", "code",
                "description"),
        _Source("finding.verify", "finding", to_verify, "", "code", "description"),
        _Source("directive.answer", "task", tasks_given_on(day), "due_on",
                "directive__document__number", "what"),
        _Source("request.answer", "enquiry", enquiries_waiting_on(day), "due_on", "what", "what"),
        _Source("request.accept", "enquiry", enquiries_answered_on(day), "", "what", "what"),
        _Source("account.create", "agency", alone, "", "code", "code", agency="pk"),
    ]  # fmt: skip
    parts = [source.rows(user, day) for source in sources if _does(user, source.act)]
    if parts:
        for act, kind, pk, agency, due, name, text in parts[0].union(*parts[1:], all=True):
            yield Line(act, act, f"{kind}:{pk}", agency, due, name, text)


@dataclass(frozen=True)
class _Source:
    """Rows that wait for one act; the other values are names of columns."""

    act: str
    kind: str
    records: QuerySet[Any]
    due: str
    name: str
    text: str
    agency: str = "agency_id"

    def rows(self, user: Actor, day: date) -> QuerySet[Any]:
        """The rows of this user's agencies that exist on the day, under the columns of a line."""
        living = Agency.objects.filter(existing_on(day)).values("pk")
        seen = visible_to(user, self.records, self.agency).filter(**{f"{self.agency}__in": living})
        due = Cast(F(self.due) if self.due else Value(None), DateField())
        return seen.order_by().values_list(
            Value(self.act, output_field=CharField()),
            Value(self.kind, output_field=CharField()),
            Cast(F("code" if self.kind == "agency" else "pk"), CharField()),
            F(self.agency),
            due,
            F(self.name),
            Left(F(self.text), 200),
        )


def _of_agencies(user: Actor, day: date) -> Iterator[Line]:
    """What an agency's stage, its yearly loop, its clocks and the quarter ask for."""
    if not (_does(user, "year.record") or _does(user, "appraisal.record")):
        return
    agencies, yard = agencies_on(day, user)
    for agency in agencies:
        yield from _stage_of(agency)
        if _does(user, "year.record"):
            yield from _yearly_loop(agency, yard)
            stated = agency.confirmed_on and quarter_of(agency.confirmed_on)
            if agency.rollouts and stated != quarter_of(day):
                yield Line("confirmation.record", "confirmation.record", f"agency:{agency.code}",
                           agency.id, quarter_end(day), quarter_of(day))  # fmt: skip
    for clock in clocks_of(agencies, yard):
        act, why = ACT_OF_CLOCK.get(clock["code"], ("", ""))
        if act and _does(user, act):
            due_on = clock["due_on"]
            yield Line(act, why, clock["object"], clock["agency"].id, due_on)


def _stage_of(agency: AgencyOnDay) -> Iterator[Line]:
    """Who moves the rollout on: the head submits, the council appraises, the province decides."""
    rollout = agency.current
    if rollout is None:
        return
    if rollout.returned:
        steps = [("appraisal.answer", "appraisal.answer"), ("plan.submit", "plan.resubmit")]
    elif rollout.stage == "planning" and rollout.plan_completed_on:
        steps = [("plan.submit", "plan.submit")]
    else:
        acts = {"submitted": "appraisal.record", "appraised": "decision.record"}
        steps = [(acts[rollout.stage],) * 2] if rollout.stage in acts else []
    if rollout.unconfirmed:
        steps.append(("fact.confirm", "fact.confirm"))
    for act, why in steps:
        yield Line(act, why, f"rollout:{rollout.id}", agency.id, None)


def _yearly_loop(agency: AgencyOnDay, yard: Yardsticks) -> Iterator[Line]:
    """A proof is kept alive by an internal audit and a review within the months of the policy."""
    if not agency.proven:
        return
    for act, last in (
        ("internal_audit.record", agency.latest_internal_audit),
        ("review.record", agency.latest_review),
    ):
        due_on = add_months(last, yard.maintenance_months) if last else None
        yield Line(act, act, f"agency:{agency.code}", agency.id, due_on)
