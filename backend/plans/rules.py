"""When a rollout may be opened, a plan submitted, appraised, approved."""

from collections.abc import Iterator
from datetime import date

from agencies.rules import within_its_life
from core.days import PartialDate, happened, ordered, partial
from core.rules import Blocker
from plans.models import Appraisal, OfficialDocument, Plan, Rollout, Submission


def blockers_to_open(agency_id: int, track: str, edition: str, cycle: int | None) -> Iterator[Blocker]:
    """One rollout for each agency, track, edition and cycle. Source: contract 3."""
    same = Rollout.objects.filter(agency_id=agency_id, track=track, edition_id=edition)
    if cycle is not None and same.filter(cycle=cycle).exists():
        yield Blocker("rollout.exists", {"edition": edition, "track": track, "cycle": cycle})


def blockers_of_plan(plan: Plan) -> Iterator[Blocker]:
    """Days of a plan: happened, in order, within the agency's life. Source: reference 2.5."""
    started, completed = partial(plan, "started_on"), partial(plan, "completed_on")
    yield from happened((started, "/started_on"), (completed, "/completed_on"))
    yield from ordered("plan.completed_before_started", started, completed, "/completed_on")
    yield from within_its_life(
        plan.rollout.agency, (started, "/started_on"), (completed, "/completed_on")
    )
    if plan.pk is None and Plan.objects.filter(rollout=plan.rollout).exists():
        yield Blocker("plan.exists")
    for submission in Submission.objects.filter(plan=plan.pk) if plan.pk else []:
        yield from ordered(
            "submission.sent_before_plan", completed, partial(submission, "sent_on"), "/completed_on"
        )


def blockers_to_submit(plan: Plan) -> Iterator[Blocker]:
    """A plan goes to appraisal when it says what it is. Source: reference 2.7, T2."""
    if not plan.title:
        yield Blocker("plan.title_missing")
    if plan.completed_on is None and plan.real:
        yield Blocker("plan.completed_on_missing")
    last = plan.submissions.order_by("-round").first()
    if last and not Appraisal.objects.filter(rollout=plan.rollout_id, result="failed").exists():
        yield Blocker("plan.already_submitted", {"round": last.round})
    if Appraisal.objects.filter(rollout=plan.rollout_id, result__startswith="passed").exists():
        yield Blocker("plan.already_appraised")


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
    yield from within_its_life(submission.rollout.agency, (sent, "/sent_on"))


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
    yield from within_its_life(appraisal.rollout.agency, (met, "/met_on"))


def blockers_of_document(document: OfficialDocument) -> Iterator[Blocker]:
    """One record for each issuer, number and year; its day agrees. Source: contract 6."""
    signed = partial(document, "signed_on")
    yield from happened((signed, "/signed_on"))
    yield from ordered(
        "official_document.effective_before_signed", signed, document.effective_on, "/effective_on"
    )
    if document.issuer_agency:
        yield from within_its_life(document.issuer_agency, (signed, "/signed_on"))


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
    yield from within_its_life(rollout.agency, (signed, "/signed_on"))


def blockers_of_another(agency_id: int, track: str, opened_on: date | None) -> Iterator[Blocker]:
    """One open rollout at a time per agency and track: an earlier one must have its proof.

    Source: contract 3. The proofs are asked by their relation's name, since they stand above.
    """
    running = Rollout.objects.filter(
        agency_id=agency_id, track=track, certificates=None, declarations=None
    )
    if opened_on:
        running = running.filter(opened_on__lte=opened_on)
    if running.exists():
        yield Blocker("rollout.one_open", {"track": track})


def blockers_of_second_plan(rollout: Rollout) -> Iterator[Blocker]:
    """A rollout has one plan; it is corrected or a new version is submitted."""
    if Plan.objects.filter(rollout=rollout).exists():
        yield Blocker("plan.exists")
