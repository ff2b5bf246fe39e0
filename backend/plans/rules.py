"""When a rollout may be opened, a plan submitted, appraised, approved."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from accounts.rules import allowed_for_kind, blockers_of_same_person, kind_on
from acts.permissions import Actor, Role
from agencies.rules import within_its_life
from core.days import PartialDate, happened, ordered, partial, today
from core.rules import Blocker
from plans.models import Appraisal, OfficialDocument, Plan, Rollout, Submission, Task
from plans.queries import (
    earlier_rollouts,
    earliest_fact_of,
    holders_between,
    later_rounds,
    opinions_unanswered,
    running_of,
)


def blockers_to_open(
    agency_id: int, track: str, edition: str, cycle: int | None
) -> Iterator[Blocker]:
    """One rollout for each agency, track, edition and cycle. Source: contract 3."""
    same = Rollout.objects.filter(agency_id=agency_id, track=track, edition_id=edition)
    if cycle is not None and same.filter(cycle=cycle).exists():
        yield Blocker("rollout.exists", {"edition": edition, "track": track, "cycle": cycle})


def blockers_of_previous(rollout: Rollout) -> Iterator[Blocker]:
    """The rollout before this one is the agency's, or of one before it, and was opened earlier.

    Source: domain reference 2.1, 2.7 T27.
    """
    before = rollout.previous
    if before is None:
        return
    earlier = earlier_rollouts(rollout.agency_id, None).filter(pk=before.pk)
    if before.pk == rollout.pk or not earlier.exists():
        yield Blocker("rollout.previous_of_another", {}, "/previous_rollout")
    elif rollout.opened_on and before.opened_on and before.opened_on > rollout.opened_on:
        params = {"earlier": before.opened_on.isoformat(), "later": rollout.opened_on.isoformat()}
        yield Blocker("rollout.previous_not_earlier", params, "/previous_rollout")
    elif rollout.pk and before.previous_id == rollout.pk:
        yield Blocker("rollout.previous_not_earlier", {}, "/previous_rollout")


def blockers_of_opening(rollout: Rollout) -> Iterator[Blocker]:
    """The day of opening: happened, within the agency's life, no later than what was done in it.

    Source: contract 5; domain reference 2.7 T1.
    """
    opened = rollout.opened_on
    yield from happened((opened, "/opened_on"))
    yield from within_its_life(rollout.agency, (opened, "/opened_on"))
    first = earliest_fact_of(rollout) if rollout.pk else None
    if opened and first and first < opened:
        params = {"opened_on": opened.isoformat(), "first": first.isoformat()}
        yield Blocker("rollout.opened_after_fact", params, "/opened_on")
    yield from blockers_of_previous(rollout)


def within_life_of_holder(
    rollout: Rollout, *days: tuple[PartialDate | date | None, str]
) -> Iterator[Blocker]:
    """A fact of a rollout lies within the life of the agency that holds it then. Contract 5."""
    for day, pointer in days:
        if day is None:
            continue
        known = day if isinstance(day, PartialDate) else PartialDate(day)
        tried = [
            list(within_its_life(agency, (known, pointer)))
            for agency in holders_between(rollout, known.start, known.end)
        ]
        if all(tried):
            yield from tried[-1]


def blockers_of_plan(plan: Plan) -> Iterator[Blocker]:
    """Days of a plan: happened, in order, within the agency's life. Source: reference 2.5."""
    started, completed = partial(plan, "started_on"), partial(plan, "completed_on")
    yield from happened((started, "/started_on"), (completed, "/completed_on"))
    yield from ordered("plan.completed_before_started", started, completed, "/completed_on")
    yield from within_life_of_holder(
        plan.rollout, (started, "/started_on"), (completed, "/completed_on")
    )
    if plan.pk is None and Plan.objects.filter(rollout=plan.rollout).exists():
        yield Blocker("plan.exists")
    for submission in Submission.objects.filter(plan=plan.pk) if plan.pk else []:
        yield from ordered(
            "submission.sent_before_plan",
            completed,
            partial(submission, "sent_on"),
            "/completed_on",
        )


def blockers_to_submit(plan: Plan) -> Iterator[Blocker]:
    """A plan goes to appraisal when it says what it is. Source: reference 2.7, T2."""
    if not plan.title:
        yield Blocker("plan.title_missing")
    if plan.completed_on is None and plan.real:
        yield Blocker("plan.completed_on_missing")
    if not plan.scope:
        yield Blocker("plan.scope_missing")
    if not (plan.owner_name or plan.owner_position):
        yield Blocker("plan.owner_missing")
    last = last_submission(plan)
    if last and not last.appraisals.filter(result="failed").exists():
        yield Blocker("plan.already_submitted", {"round": last.round})
    yield from _blockers_of_passed(plan)
    asked = opinions_unanswered(plan.rollout_id).count()
    if asked:
        yield Blocker("plan.opinion_unanswered", {"count": asked})


def last_submission(plan: Plan) -> Submission | None:
    """The last round in which the plan was submitted."""
    return plan.submissions.order_by("-round").first()


def _blockers_of_passed(plan: Plan) -> Iterator[Blocker]:
    if Appraisal.objects.filter(rollout=plan.rollout_id, result__startswith="passed").exists():
        yield Blocker("plan.already_appraised")


def blockers_of_own_plan(plan: Plan, by: Actor) -> Iterator[Blocker]:
    """Who prepared the plan does not submit it. Source: domain reference 2.7 T2, four eyes."""
    yield from blockers_of_same_person(plan.recorded_by, by)


def blockers_of_paper(plan: Plan) -> Iterator[Blocker]:
    """Signing on paper is for the kinds of agency that the province names (a policy value)."""
    home = plan.rollout.agency_id
    if not allowed_for_kind("four_eyes.paper", home, today()):
        yield Blocker("four_eyes.paper_not_allowed", {"kind": kind_on(home, today())})


def blockers_to_submit_on_paper(plan: Plan) -> Iterator[Blocker]:
    """What submitting asks for, and that paper is allowed."""
    yield from blockers_of_paper(plan)
    yield from blockers_to_submit(plan)


def blockers_to_return(plan: Plan) -> Iterator[Blocker]:
    """Only what was submitted is sent back, once each round. Source: domain reference 2.7 T4."""
    last = last_submission(plan)
    if last is None:
        yield Blocker("plan.not_submitted")
    elif last.appraisals.filter(result="failed").exists():
        yield Blocker("plan.already_returned", {"round": last.round})
    yield from _blockers_of_passed(plan)
    if plan.rollout.decision_links.filter(decision__kind="approve").exists():
        yield Blocker("plan.already_approved")


def blockers_of_return(opinions: Sequence[str], resubmit_due_on: date | None) -> Iterator[Blocker]:
    """A plan goes back with what is to be mended and until when. Source: reference 2.7 T4."""
    if not opinions:
        yield Blocker("plan.return_without_opinion", {}, "/opinions")
    if resubmit_due_on is None:
        yield Blocker("plan.return_without_due_day", {}, "/resubmit_due_on")


def blockers_of_failed(
    result: str, opinions: Sequence[str], resubmit_due_on: date | None
) -> Iterator[Blocker]:
    """What did not pass is a plan sent back, whichever act tells it. Source: reference 2.7 T4."""
    if result == "failed":
        for blocker in blockers_of_return(opinions, resubmit_due_on):
            yield replace(blocker, irregular=True)


def blockers_of_submission(submission: Submission) -> Iterator[Blocker]:
    """A plan is sent after it was completed. Source: reference 2.5."""
    sent = partial(submission, "sent_on")
    yield from happened((sent, "/sent_on"), (submission.received_on, "/received_on"))
    yield from ordered(
        "submission.sent_before_plan", partial(submission.plan, "completed_on"), sent, "/sent_on"
    )
    yield from ordered(
        "submission.received_before_sent", sent, submission.received_on, "/received_on"
    )
    signed = submission.original_on
    yield from happened((signed, "/signed_original/day"))
    yield from ordered(
        "submission.signed_before_plan",
        partial(submission.plan, "completed_on"),
        signed,
        "/signed_original/day",
    )
    yield from ordered("submission.sent_before_signed", signed, sent, "/sent_on")
    yield from within_life_of_holder(submission.rollout, (sent, "/sent_on"))


def blockers_to_receive(submission: Submission) -> Iterator[Blocker]:
    """A submission is received once; a wrong day is corrected. Source: reference 2.7 T3."""
    if submission.received_on:
        day = submission.received_on.isoformat()
        yield Blocker("submission.already_received", {"day": day}, "/received_on")


def blockers_of_appraisal(appraisal: Appraisal) -> Iterator[Blocker]:
    """The council meets after the plan was completed and sent. Source: reference 2.5, T6."""
    met = partial(appraisal, "met_on")
    yield from happened((met, "/met_on"))
    plan = Plan.objects.filter(rollout=appraisal.rollout_id).first()
    if plan:
        yield from ordered(
            "appraisal.met_before_plan", partial(plan, "completed_on"), met, "/met_on"
        )
    for submission in Submission.objects.filter(rollout=appraisal.rollout_id):
        yield from ordered(
            "appraisal.met_before_submission", partial(submission, "sent_on"), met, "/met_on"
        )
    yield from ordered(
        "appraisal.due_before_met", met, appraisal.resubmit_due_on, "/resubmit_due_on"
    )
    yield from within_life_of_holder(appraisal.rollout, (met, "/met_on"))


def blockers_of_undated(result: str, met: PartialDate | date | None) -> Iterator[Blocker]:
    """What passed, passed on a day, that of the minutes. Source: domain reference 2.7 T6."""
    if met is None and result != "failed":
        yield Blocker("appraisal.met_on_missing", {}, "/met_on", irregular=True)


def blockers_to_answer(appraisal: Appraisal) -> Iterator[Blocker]:
    """Opinions are answered until the plan is sent again. Source: domain reference 2.7 T5."""
    if not appraisal.opinions.exists():
        yield Blocker("appraisal.no_opinions")
    later = later_rounds(appraisal).order_by("round").first()
    if later:
        yield Blocker("appraisal.answers_sent", {"round": later.round})


def blockers_of_answers(appraisal: Appraisal, days: Sequence[date | None]) -> Iterator[Blocker]:
    """The days of the answers, each at its place. Source: domain reference 2.5."""
    met = partial(appraisal, "met_on")
    for place, day in enumerate(days):
        at = f"/answers/{place}/answered_on"
        yield from happened((day, at))
        yield from ordered("appraisal.answered_before_met", met, day, at)


def blockers_of_document(document: OfficialDocument) -> Iterator[Blocker]:
    """One record for each issuer, number and year; its day agrees. Source: contract 6."""
    signed = partial(document, "signed_on")
    yield from happened((signed, "/signed_on"))
    yield from ordered(
        "official_document.effective_before_signed", signed, document.effective_on, "/effective_on"
    )
    if document.issuer_agency:
        yield from within_its_life(document.issuer_agency, (signed, "/signed_on"))


def blockers_of_known(known: OfficialDocument, told: OfficialDocument) -> Iterator[Blocker]:
    """A document told again bears the day that it is known by. Source: contract 6."""
    day, again = partial(known, "signed_on"), partial(told, "signed_on")
    if day and again and (day.end < again.start or again.end < day.start):
        params = {"number": told.number, "known": str(known.signed_on)}
        yield Blocker("official_document.differs", params, "/signed_on")


def blockers_of_decision(paper: OfficialDocument, rollouts: Sequence[Rollout]) -> Iterator[Blocker]:
    """A decision may approve every one of these rollouts. Source: reference 2.5, T7."""
    for rollout in rollouts:
        yield from blockers_to_approve(rollout, partial(paper, "signed_on"))


def blockers_to_approve(rollout: Rollout, signed: PartialDate | date | None) -> Iterator[Blocker]:
    """A decision follows the plan and its appraisal. Source: reference 2.5, T7."""
    plan = Plan.objects.filter(rollout=rollout).first()
    if plan:
        yield from ordered(
            "decision.signed_before_plan", partial(plan, "completed_on"), signed, "/signed_on"
        )
    for appraisal in Appraisal.objects.filter(rollout=rollout):
        yield from ordered(
            "decision.signed_before_appraisal", partial(appraisal, "met_on"), signed, "/signed_on"
        )
    yield from within_life_of_holder(rollout, (signed, "/signed_on"))


def blockers_to_decide(
    paper: OfficialDocument, rollouts: Sequence[Rollout], by: Actor
) -> Iterator[Blocker]:
    """What the person may not approve, and what the decision itself lacks."""
    for rollout in rollouts:
        yield from blockers_of_head(rollout, paper, by)
    yield from blockers_of_decision(paper, rollouts)


def blockers_of_head(rollout: Rollout, paper: OfficialDocument, by: Actor) -> Iterator[Blocker]:
    """A head approves the own agency's plan where the rule set lets this kind of agency.

    Source: domain reference 2.7 T7b (own declaration needs no provincial council); which kinds is
    a policy value, unconfirmed.
    """
    if by.role != Role.HEAD:
        return
    signed = partial(paper, "signed_on")
    day = signed.end if signed else today()
    kind = kind_on(rollout.agency_id, day)
    if rollout.track != "declaration" or not allowed_for_kind(
        "decision.by_head", rollout.agency_id, day
    ):
        yield Blocker("decision.head_may_not", {"kind": kind, "track": rollout.track})
    if paper.issuer_agency_id != rollout.agency_id:
        yield Blocker("decision.issued_by_another", {"issuer": paper.issuer}, "/issuer")


def blockers_to_answer_task(task: Task) -> Iterator[Blocker]:
    """What a reorganisation handed on is the heir's to answer. Source: domain reference 2.7 T29."""
    if task.held_to:
        yield Blocker("task.handed_on", {"day": task.held_to.isoformat()})


def blockers_of_another(agency_id: int, track: str, opened_on: date | None) -> Iterator[Blocker]:
    """One open rollout at a time per agency and track: an earlier one must have its proof.

    Source: contract 3; domain reference 2.7 T1. One that a merger handed on counts with its heir.
    """
    running = running_of(agency_id, track)
    if opened_on:
        running = running.filter(opened_on__lte=opened_on)
    if running.exists():
        yield Blocker("rollout.one_open", {"track": track})


def blockers_of_second_plan(rollout: Rollout) -> Iterator[Blocker]:
    """A rollout has one plan; it is corrected or a new version is submitted."""
    if Plan.objects.filter(rollout=rollout).exists():
        yield Blocker("plan.exists")
