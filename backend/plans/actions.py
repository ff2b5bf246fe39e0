"""The acts of planning and approval; each passes the gate once."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied

from acts.facts import told_by
from acts.gate import acting, needs_reason
from acts.permissions import Actor, may
from acts.registry import blockers_of_person
from agencies.models import Agency
from core.days import PartialDate, happened, today
from core.rules import refuse
from plans import records, rules
from plans.exemption_rules import blockers_of_end, blockers_to_end
from plans.models import (
    Appraisal,
    Decision,
    Directive,
    Exemption,
    OfficialDocument,
    Plan,
    Rollout,
    Submission,
    Task,
)
from plans.queries import previous_of
from plans.schedule_rules import Wanted


def open_rollout(
    agency: Agency,
    *,
    edition: str,
    track: str,
    opened_on: date | None = None,
    previous: Rollout | None = None,
    reason: str = "",
    by: Actor,
) -> Rollout:
    """Open an agency's work towards one proof, after its earlier one on the track or one given."""
    with acting("rollout.open", by=by, on=Agency.objects.filter(pk=agency.pk), reason=reason):
        previous = previous or previous_of(agency.pk, track, opened_on or today())
        opening = Rollout(agency=agency, track=track, opened_on=opened_on, previous=previous)
        return records.put_rollout(
            agency,
            edition=edition,
            track=track,
            cycle=None,
            opened_on=opened_on,
            previous=previous,
            told=told_by(by),
            also=[
                *rules.blockers_of_opening(opening),
                *rules.blockers_of_another(agency.pk, track, opened_on),
            ],
        )


def correct_rollout(
    rollout: Rollout, changes: dict[str, Any], *, reason: str = "", by: Actor
) -> Rollout:
    """Correct `opened_on` (None: from its earliest fact again) or `previous` of a rollout."""
    with acting("rollout.correct", by=by, on=rollout.root(), reason=reason) as locked:
        return records.put_correction(locked, changes)


def record_plan(
    rollout: Rollout, *, reason: str = "", irregular: str = "", by: Actor, **given: Any
) -> Plan:
    """Record an agency's plan (đề án, kế hoạch)."""
    with acting("plan.record", by=by, on=rollout.root(), reason=reason) as locked:
        return records.put_plan(locked, told=told_by(by, irregular), **given)


def schedule_plan(plan: Plan, *, milestones: Wanted, reason: str = "", by: Actor) -> Plan:
    """Set the days on which the plan wants its stages to be reached, instead of those before."""
    with acting("plan.schedule", by=by, on=plan.root(), reason=reason):
        records.put_milestones(plan, milestones)
        plan.save(update_fields=["title"])  # a new version, so that nobody overwrites it unseen
        return plan


def submit_plan(
    plan: Plan,
    *,
    number: str = "",
    sent_on: PartialDate | None = None,
    sent_to: str = "",
    reason: str = "",
    irregular: str = "",
    by: Actor,
) -> Submission:
    """The head submits the plan to the council for appraisal."""
    with acting("plan.submit", by=by, on=plan.root(), reason=reason):
        plan.refresh_from_db()
        against = [*rules.blockers_to_submit(plan), *blockers_of_person("plan.submit", plan, by)]
        return records.put_submission(
            plan,
            number=number,
            sent_on=sent_on,
            sent_to=sent_to,
            also=against,
            told=told_by(by, irregular),
        )


def submit_plan_on_paper(
    plan: Plan,
    *,
    signed_original: dict[str, Any],
    number: str = "",
    sent_on: PartialDate | None = None,
    sent_to: str = "",
    reason: str = "",
    irregular: str = "",
    by: Actor,
) -> Submission:
    """Submit what the head signed on paper; the coordinator's confirmation is the second check."""
    with acting("plan.submit_paper", by=by, on=plan.root(), reason=reason):
        plan.refresh_from_db()
        return records.put_submission(
            plan,
            number=number,
            sent_on=sent_on,
            sent_to=sent_to,
            signed_original=signed_original,
            also=rules.blockers_to_submit_on_paper(plan),
            told=told_by(by, irregular),
        )


def receive_submission(
    submission: Submission, *, received_on: date, reason: str = "", by: Actor
) -> Submission:
    """The council's office has received a plan."""
    with acting("submission.receive", by=by, on=submission.root(), reason=reason):
        submission.refresh_from_db()
        against = list(rules.blockers_to_receive(submission))
        submission.received_on = received_on
        refuse([*against, *rules.blockers_of_submission(submission)])
        submission.save(update_fields=["received_on"])
        return submission


def return_plan(
    plan: Plan,
    *,
    opinions: Sequence[str] = (),
    resubmit_due_on: date | None = None,
    met_on: PartialDate | None = None,
    council: str = "",
    reason: str = "",
    by: Actor,
) -> Appraisal:
    """Send a plan back with the opinions that the agency answers before it submits again."""
    with acting("plan.return", by=by, on=plan.root(), reason=reason) as rollout:
        needs_reason(reason)
        plan.refresh_from_db()
        against = [
            *rules.blockers_to_return(plan),
            *rules.blockers_of_return(opinions, resubmit_due_on),
        ]
        return records.put_appraisal(
            rollout,
            result="failed",
            met_on=met_on,
            opinions=opinions,
            council=council,
            resubmit_due_on=resubmit_due_on,
            note=reason,
            also=against,
            told=told_by(by),
        )


def answer_opinions(
    appraisal: Appraisal, *, answers: Sequence[dict[str, Any]], reason: str = "", by: Actor
) -> Appraisal:
    """The agency says what it did about each opinion: [{opinion, answer, answered_on}]."""
    with acting("appraisal.answer", by=by, on=appraisal.root(), reason=reason):
        appraisal.refresh_from_db()
        records.put_answers(appraisal, answers)
        return appraisal


def record_appraisal(
    rollout: Rollout,
    *,
    result: str,
    met_on: PartialDate | None = None,
    opinions: Sequence[str] = (),
    reason: str = "",
    irregular: str = "",
    by: Actor,
    **given: Any,
) -> Appraisal:
    """Record what the provincial council found."""
    with acting("appraisal.record", by=by, on=rollout.root(), reason=reason) as locked:
        return records.put_appraisal(
            locked,
            result=result,
            met_on=met_on,
            opinions=opinions,
            also=[
                *rules.blockers_of_undated(result, met_on),
                *rules.blockers_of_failed(result, opinions, given.get("resubmit_due_on")),
            ],
            told=told_by(by, irregular),
            **given,
        )


def record_document(
    *,
    issuer: str,
    number: str,
    signed_on: PartialDate | None,
    reason: str = "",
    by: Actor,
    **given: Any,
) -> OfficialDocument:
    """Record an official document that facts will refer to."""
    with acting("directive.record", by=by, on=_province(), reason=reason):
        return records.put_official_document(
            issuer=issuer, number=number, signed_on=signed_on, told=told_by(by), **given
        )


def record_decision(
    rollouts: Sequence[Rollout],
    *,
    issuer: str,
    number: str,
    signed_on: PartialDate | None,
    document: dict[str, Any] | None = None,
    kind: str = "approve",
    reason: str = "",
    irregular: str = "",
    by: Actor,
    **given: Any,
) -> Decision:
    """Record the decision that approves the plans of one or many rollouts.

    A head does so for the own agency's own decision, where the rule set lets its kind.
    """
    first, *others = sorted(rollouts, key=lambda rollout: rollout.pk)
    with acting("decision.record", by=by, on=first.root(), reason=reason) as leading:
        if not all(may(by, "decision.record", rollout.agency_id) for rollout in others):
            raise PermissionDenied("decision.record")
        locked = Rollout.objects.select_for_update().filter(pk__in=[r.pk for r in others])
        told = told_by(by, irregular)
        approved = [leading, *locked.order_by("pk")]
        paper = records.put_official_document(
            issuer=issuer,
            number=number,
            signed_on=signed_on,
            told=told,
            also=lambda paper: rules.blockers_to_decide(paper, approved, by),
            **(document or {}),
        )
        return records.put_decision(paper, approved, kind=kind, told=told, **given)


def record_directive(
    *,
    issuer: str,
    number: str,
    signed_on: PartialDate | None,
    kind: str = "letter",
    transition: tuple[str, str] | None = None,
    tasks: Sequence[dict[str, Any]] = (),
    document: dict[str, Any] | None = None,
    reason: str = "",
    by: Actor,
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
    task: Task,
    *,
    answered_on: date | None = None,
    answer: str = "",
    done_on: date | None = None,
    delay_reason: str = "",
    reason: str = "",
    by: Actor,
) -> Task:
    """An agency answers a directive, or says why it is late."""
    with acting("directive.answer", by=by, on=task.root(), reason=reason):
        task.refresh_from_db()
        days = happened((answered_on, "/answered_on"), (done_on, "/done_on"))
        refuse([*rules.blockers_to_answer_task(task), *days])
        task.answered_on = answered_on or task.answered_on
        task.done_on = done_on or task.done_on
        task.answer, task.delay_reason = answer or task.answer, delay_reason or task.delay_reason
        task.save(update_fields=["answered_on", "done_on", "answer", "delay_reason"])
        return task


def grant_exemption(
    agency: Agency, *, reason: str = "", irregular: str = "", by: Actor, **given: Any
) -> Exemption:
    """Exempt an agency, or one of its rollouts, from a deadline or the programme until a day."""
    with acting(
        "exemption.grant", by=by, on=Agency.objects.filter(pk=agency.pk), reason=reason
    ) as locked:
        needs_reason(reason)
        return records.put_exemption(locked, reason=reason, told=told_by(by, irregular), **given)


def end_exemption(exemption: Exemption, *, on: date, reason: str = "", by: Actor) -> Exemption:
    """End a running exemption before its time; `on` is the first day on which it is over."""
    with acting("exemption.end", by=by, on=exemption.root(), reason=reason):
        exemption.refresh_from_db()
        refuse([*blockers_to_end(exemption), *blockers_of_end(exemption, on)])
        exemption.ended_on = on
        exemption.save(update_fields=["ended_on"])
        return exemption


def _province() -> Any:
    return Agency.objects.filter(code="UBND-TINH")
