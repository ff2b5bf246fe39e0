"""When an audit may be recorded, and what may happen to a finding after what."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from agencies.rules import within_its_life
from audits.clause_rules import blockers_of_clause, blockers_of_repeat
from audits.models import Audit, CorrectiveAction, Finding, FindingStep
from audits.models.finding import OBSERVATION
from audits.queries import CERTIFICATE_TRACKS
from core.days import PartialDate, happened, ordered, partial
from core.rules import Blocker
from plans.rules import within_life_of_holder
from standards.queries import edition_void_from

Day = PartialDate | date | None


def first_day(audit: Audit) -> PartialDate | None:
    """The first known day of an audit."""
    return partial(audit, "from_on") or partial(audit, "to_on")


def last_day(audit: Audit) -> PartialDate | None:
    """The last known day of an audit."""
    return partial(audit, "to_on") or partial(audit, "from_on")


def blockers_of_audit(audit: Audit) -> Iterator[Blocker]:
    """Everything that the days, the body and the edition of an audit must satisfy."""
    begun, ended = partial(audit, "from_on"), partial(audit, "to_on")
    yield from happened((begun, "/from"), (ended, "/to"))
    yield from ordered("audit.ended_before_started", begun, ended, "/to")
    if audit.rollout is None:
        if audit.kind == "external":
            yield Blocker("audit.external_without_rollout", {}, "/rollout")
        yield from within_its_life(audit.agency, (begun, "/from"), (ended, "/to"))
        return
    yield from within_life_of_holder(audit.rollout, (begun, "/from"), (ended, "/to"))
    yield from blockers_of_stages(audit)
    yield from blockers_of_edition(audit)
    yield from blockers_of_body(audit)


def blockers_of_stages(audit: Audit) -> Iterator[Blocker]:
    """Stage 2 follows stage 1 where both days are known. Source: reference 2.5, T16; 17021-1."""
    if audit.kind != "external" or audit.type not in ("stage1", "stage2"):
        return
    others = Audit.objects.filter(rollout=audit.rollout, kind="external").exclude(pk=audit.pk)
    known = [audit, *others.filter(type__in=["stage1", "stage2"])]
    firsts = [day for a in known if a.type == "stage1" and (day := last_day(a))]
    seconds = [day for a in known if a.type == "stage2" and (day := first_day(a))]
    if firsts and seconds:
        yield from ordered(
            "audit.stage2_before_stage1",
            min(firsts, key=lambda day: day.start),
            min(seconds, key=lambda day: day.end),
            "/from",
        )


def blockers_of_edition(audit: Audit) -> Iterator[Blocker]:
    """No audit for a certificate to an edition that is void. Source: reference 1.2, T16."""
    held = first_day(audit)
    if not (held and audit.edition_id and audit.kind == "external" and audit.rollout):
        return
    if audit.rollout.track not in CERTIFICATE_TRACKS:
        return
    void = edition_void_from(audit.edition_id, audit.rollout.track)
    if void and held.start >= void:
        yield Blocker(
            "audit.edition_void",
            {"edition": audit.edition_id, "void_from": void.isoformat()},
            "/edition",
            irregular=True,
        )


def blockers_of_body(audit: Audit) -> Iterator[Blocker]:
    """The certification body is registered on the day, as far as known. Source: reference T16."""
    held, body = first_day(audit), audit.body
    if not (held and body):
        return
    ended = body.valid_to and held.start > body.valid_to
    if ended or (body.valid_from and held.end < body.valid_from):
        yield Blocker(
            "audit.body_not_registered",
            {"body": body.code, "day": str(held)},
            "/body",
            irregular=True,
        )


def blockers_to_raise(audit: Audit) -> Iterator[Blocker]:
    """Findings come from an audit that was held."""
    if audit.from_on is None and audit.to_on is None and audit.planned_on is not None:
        yield Blocker("audit.not_held", {"planned_on": audit.planned_on.isoformat()})


def blockers_of_finding(
    finding: Finding, pointer: str = "", known: set[tuple[str, str]] | None = None
) -> Iterator[Blocker]:
    """Days of a finding: happened, due after raised; its clause; what it repeats.

    `known` are the clauses of the audit's edition, asked for here when None. Source: reference
    2.5, T17.
    """
    yield from blockers_of_clause(finding, pointer, known)
    yield from blockers_of_repeat(finding, pointer)
    raised = partial(finding, "raised_on")
    yield from happened((raised, f"{pointer}/raised_on"))
    yield from ordered("finding.due_before_raised", raised, finding.due_on, f"{pointer}/due_on")
    if finding.pk is None:
        return
    for step in finding.steps.all():
        if step.reopened_on is None and step.kind == FindingStep.COMPLETED:
            yield from ordered(
                "finding.closed_before_raised", raised, partial(step, "on"), "/raised_on"
            )
        if step.kind == FindingStep.COMPLETED and finding.grade == OBSERVATION:
            yield Blocker("finding.observation_is_disposed", {}, "/grade")
        if step.kind == FindingStep.DISPOSED and finding.is_nonconformity:
            yield Blocker("finding.nonconformity_is_closed", {}, "/grade")


def standing(steps: Sequence[FindingStep], kind: str) -> FindingStep | None:
    """The step of this kind that nobody has taken back."""
    return next((s for s in steps if s.kind == kind and s.reopened_on is None), None)


def blockers_to_close(
    finding: Finding, steps: Sequence[FindingStep], completed: Day, cause: str, *, strict: bool
) -> Iterator[Blocker]:
    """The agency says that a nonconformity is corrected. Source: reference 2.4 S15, T18.

    `strict` asks for the cause as well, which an old source may not tell.
    """
    if not finding.is_nonconformity:
        yield Blocker("finding.observation_is_disposed")
        return
    known = standing(steps, FindingStep.COMPLETED)
    if known:
        yield Blocker("finding.already_closed", {"day": day_of(known)})
    yield from happened((completed, "/completed_on"))
    yield from ordered(
        "finding.closed_before_raised", partial(finding, "raised_on"), completed, "/completed_on"
    )
    reopened = [s.reopened_on for s in steps if s.kind == FindingStep.COMPLETED and s.reopened_on]
    yield from ordered(
        "finding.closed_before_reopened", max(reopened, default=None), completed, "/completed_on"
    )
    if strict and not cause.strip():
        yield Blocker("finding.cause_missing", {}, "/cause")


def blockers_to_verify(
    finding: Finding, steps: Sequence[FindingStep], verified: Day, *, strict: bool
) -> Iterator[Blocker]:
    """The auditor accepts what the agency has done. Source: reference 2.5, T18."""
    if not finding.is_nonconformity:
        yield Blocker("finding.observation_is_disposed")
        return
    known = standing(steps, FindingStep.VERIFIED)
    if known:
        yield Blocker("finding.already_verified", {"day": day_of(known)})
    completed = standing(steps, FindingStep.COMPLETED)
    if strict and completed is None:
        yield Blocker("finding.not_completed")
    yield from happened((verified, "/verified_on"))
    yield from ordered(
        "finding.verified_before_raised", partial(finding, "raised_on"), verified, "/verified_on"
    )
    if completed:
        yield from ordered(
            "finding.verified_before_completed", partial(completed, "on"), verified, "/verified_on"
        )


def blockers_of_doer(steps: Sequence[FindingStep], user_id: int) -> Iterator[Blocker]:
    """Who said that it is done does not verify it. Source: reference 2.4 S15.

    A completion read from a source was done by those whom the source names, not by its typist.
    """
    completed = standing(steps, FindingStep.COMPLETED)
    if completed and completed.recorded_by_id == user_id and not completed.source:
        yield Blocker("finding.verified_by_doer")


def blockers_to_dispose(
    finding: Finding, steps: Sequence[FindingStep], disposition: str, why: str, *, strict: bool
) -> Iterator[Blocker]:
    """What becomes of an observation; not following it needs a reason. Source: reference 4."""
    if finding.is_nonconformity:
        yield Blocker("finding.nonconformity_is_closed")
        return
    known = standing(steps, FindingStep.DISPOSED)
    if known:
        yield Blocker("finding.already_disposed", {"day": day_of(known)})
    if strict and disposition == "not_done" and not why.strip():
        yield Blocker("finding.disposition_reason_missing", {}, "/reason")


def blockers_to_extend(
    finding: Finding, steps: Sequence[FindingStep], due_on: date | None
) -> Iterator[Blocker]:
    """Another due day, later than the one that holds, while the finding is open."""
    known = standing(steps, FindingStep.COMPLETED) or standing(steps, FindingStep.DISPOSED)
    if known:
        yield Blocker("finding.already_closed", {"day": day_of(known)})
    current = due_day(finding, steps)
    if due_on and current and due_on <= current:
        yield Blocker("finding.extended_not_later", {"due_on": current.isoformat()}, "/due_on")
    raised = partial(finding, "raised_on")
    yield from ordered("finding.due_before_raised", raised, due_on, "/due_on")


def due_day(finding: Finding, steps: Sequence[FindingStep]) -> date | None:
    """The due day that holds now: the latest extension, else the first one."""
    granted = [s for s in steps if s.kind == FindingStep.EXTENDED and s.reopened_on is None]
    latest = max(granted, key=lambda step: (step.counts_on, step.pk), default=None)
    return latest.due_on if latest else finding.due_on


def blockers_to_reopen(finding: Finding, steps: Sequence[FindingStep]) -> Iterator[Blocker]:
    """Only what is finished can be opened again."""
    if not any(s.reopened_on is None and s.kind != FindingStep.EXTENDED for s in steps):
        yield Blocker("finding.not_closed")


def blockers_of_action(action: CorrectiveAction) -> Iterator[Blocker]:
    """Days of a corrective action: planned after the finding, done and accepted in the past."""
    raised = partial(action.finding, "raised_on")
    yield from happened((action.done_on, "/done_on"), (action.accepted_on, "/accepted_on"))
    yield from ordered("corrective_action.due_before_raised", raised, action.due_on, "/due_on")
    yield from ordered("corrective_action.done_before_raised", raised, action.done_on, "/done_on")
    yield from ordered(
        "corrective_action.accepted_before_raised", raised, action.accepted_on, "/accepted_on"
    )


def day_of(step: FindingStep) -> Any:
    """The day of a step as it travels in parameters."""
    return (step.on or step.counts_on).isoformat()
