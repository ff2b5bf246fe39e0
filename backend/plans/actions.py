"""The acts of planning and approval; each passes the gate once."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from acts.facts import told_by
from acts.gate import acting
from acts.permissions import Actor
from agencies.models import Agency
from agencies.rules import within_its_life
from core.days import PartialDate, happened
from core.rules import refuse
from plans import records, rules
from plans.models import (
    Appraisal,
    Decision,
    Directive,
    OfficialDocument,
    Plan,
    Rollout,
    Submission,
    Task,
)


def open_rollout(
    agency: Agency, *, edition: str, track: str, opened_on: date | None = None, real: bool = True,
    reason: str = "", by: Actor,
) -> Rollout:
    """Open an agency's work towards one proof."""
    with acting("rollout.open", by=by, on=Agency.objects.filter(pk=agency.pk), reason=reason):
        refuse(happened((opened_on, "/opened_on")))
        refuse(within_its_life(agency, (opened_on, "/opened_on")))
        refuse(rules.blockers_of_another(agency.pk, track, opened_on))
        told = told_by(by)
        return records.put_rollout(
            agency, edition=edition, track=track, cycle=None, opened_on=opened_on, told=told
        )


def record_plan(
    rollout: Rollout, *, reason: str = "", irregular: str = "", by: Actor, **given: Any
) -> Plan:
    """Record an agency's plan (đề án, kế hoạch)."""
    with acting("plan.record", by=by, on=rollout.root(), reason=reason) as locked:
        return records.put_plan(locked, told=told_by(by, irregular), **given)


def submit_plan(
    plan: Plan, *, number: str = "", sent_on: PartialDate | None = None, sent_to: str = "",
    reason: str = "", irregular: str = "", by: Actor,
) -> Submission:
    """Send a plan to the council for appraisal."""
    with acting("plan.submit", by=by, on=plan.root(), reason=reason):
        plan.refresh_from_db()
        refuse(rules.blockers_to_submit(plan), irregular=irregular)
        return records.put_submission(
            plan, number=number, sent_on=sent_on, sent_to=sent_to, told=told_by(by, irregular)
        )


def record_appraisal(
    rollout: Rollout, *, result: str, met_on: PartialDate | None = None,
    opinions: Sequence[str] = (), reason: str = "", irregular: str = "", by: Actor, **given: Any,
) -> Appraisal:
    """Record what the provincial council found."""
    with acting("appraisal.record", by=by, on=rollout.root(), reason=reason) as locked:
        return records.put_appraisal(
            locked,
            result=result,
            met_on=met_on,
            opinions=opinions,
            told=told_by(by, irregular),
            **given,
        )


def record_document(
    *, issuer: str, number: str, signed_on: PartialDate | None, reason: str = "", by: Actor,
    **given: Any,
) -> OfficialDocument:
    """Record an official document that facts will refer to."""
    with acting("directive.record", by=by, on=_province(), reason=reason):
        return records.put_official_document(
            issuer=issuer, number=number, signed_on=signed_on, told=told_by(by), **given
        )


def record_decision(
    rollouts: Sequence[Rollout], *, issuer: str, number: str, signed_on: PartialDate | None,
    document: dict[str, Any] | None = None, kind: str = "approve", reason: str = "",
    irregular: str = "", by: Actor, **given: Any,
) -> Decision:
    """Record the decision that approves the plans of one or many rollouts."""
    first, *others = sorted(rollouts, key=lambda rollout: rollout.pk)
    with acting("decision.record", by=by, on=first.root(), reason=reason):
        locked = Rollout.objects.select_for_update().filter(pk__in=[r.pk for r in others])
        told = told_by(by, irregular)
        paper = records.put_official_document(
            issuer=issuer, number=number, signed_on=signed_on, told=told, **(document or {})
        )
        return records.put_decision(
            paper, [first, *locked.order_by("pk")], kind=kind, told=told, **given
        )


def record_directive(
    *, issuer: str, number: str, signed_on: PartialDate | None, kind: str = "letter",
    transition: tuple[str, str] | None = None, tasks: Sequence[dict[str, Any]] = (),
    document: dict[str, Any] | None = None, reason: str = "", by: Actor,
) -> Directive:
    """Record what the province orders, with one task for each agency named."""
    with acting("directive.record", by=by, on=_province(), reason=reason):
        told = told_by(by)
        paper = records.put_official_document(
            issuer=issuer, number=number, signed_on=signed_on, told=told, **(document or {})
        )
        directive = records.put_directive(
            paper,
            kind=kind,
            transition_from=transition[0] if transition else None,
            transition_to=transition[1] if transition else None,
            told=told,
        )
        for task in tasks:
            records.put_task(directive, **task)
        return directive


def answer_task(
    task: Task, *, answered_on: date | None = None, answer: str = "", done_on: date | None = None,
    delay_reason: str = "", reason: str = "", by: Actor,
) -> Task:
    """An agency answers a directive, or says why it is late."""
    with acting("directive.answer", by=by, on=task.root(), reason=reason):
        refuse(happened((answered_on, "/answered_on"), (done_on, "/done_on")))
        task.refresh_from_db()
        task.answered_on = answered_on or task.answered_on
        task.done_on = done_on or task.done_on
        task.answer, task.delay_reason = answer or task.answer, delay_reason or task.delay_reason
        task.save(update_fields=["answered_on", "done_on", "answer", "delay_reason"])
        return task


def _province() -> Any:
    return Agency.objects.filter(code="UBND-TINH")
