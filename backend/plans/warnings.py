"""What is unusual but allowed in planning and approval: shown, and lifted by mending it."""

from collections.abc import Iterator
from datetime import date, timedelta

from core.days import partial, today
from core.rules import Blocker
from plans.models import Appraisal, Milestone, Plan, Rollout, Submission
from plans.queries import edition_on
from standards.queries import edition_void_from, policy_on


def warnings_of_rollout(rollout: Rollout, day: date) -> Iterator[Blocker]:
    """The proof of the edition before ends soon, and this rollout has none. Source: 2.7 T27."""
    before = rollout.previous
    if before is None or before.edition_id == rollout.edition_id:
        return
    if rollout.certificates.exists() or rollout.declarations.exists():
        return
    edition = edition_on(before, day)
    ends = edition_void_from(edition, rollout.track)
    days = policy_on(day).days("transition.warn_days")
    if ends and day <= ends < day + timedelta(days=days):
        params = {"edition": edition, "ends": ends.isoformat(), "days": (ends - day).days}
        yield Blocker("rollout.transition_ends_soon", params, "/edition")


def warnings_of_plan(plan: Plan) -> Iterator[Blocker]:
    """Everything to be said of a plan: what it costs, which edition it will be proven by.

    Source: domain reference 2.7 T2, 2.4 S01.
    """
    if plan.budget_vnd is None:
        yield Blocker("plan.budget_missing", {}, "/budget_vnd")
    if plan.pk:
        yield from proven_after_edition(plan)


def proven_after_edition(plan: Plan) -> Iterator[Blocker]:
    """The plan wants its proof on a day on which its edition no longer counts. Source: 2.4 S01."""
    rollout = plan.rollout
    wanted = plan.milestones.filter(stage__in=Milestone.PROVEN).order_by("-planned_on")
    day = wanted.values_list("planned_on", flat=True).first()
    void = edition_void_from(edition_on(rollout, day), rollout.track) if day else None
    if day and void and day >= void:
        params = {"planned_on": day.isoformat(), "void_from": void.isoformat()}
        params["edition"] = edition_on(rollout, day)
        yield Blocker("plan.proven_after_edition", params)


def warnings_of_submission(submission: Submission) -> Iterator[Blocker]:
    """Received within the days of the policy; sent again by the day set. Source: 2.7 T3, T5."""
    sent = partial(submission, "sent_on")
    if sent and submission.received_on is None:
        days = policy_on(today()).days("submission.receipt")
        if sent.end + timedelta(days=days) < today():
            yield Blocker("submission.not_received", {"days": days, "sent_on": str(sent)})
    before = Appraisal.objects.filter(
        result="failed", submission__plan=submission.plan_id, submission__round__lt=submission.round
    )
    due = before.order_by("-submission__round").values_list("resubmit_due_on", flat=True).first()
    again = sent.start if sent else submission.reported_by
    if due and again > due:
        yield Blocker("submission.sent_late", {"due_on": due.isoformat()}, "/sent_on")


def warnings_of_appraisal(appraisal: Appraisal) -> Iterator[Blocker]:
    """A passed plan has minutes with a number and a day. Source: domain reference 2.7 T6."""
    if appraisal.result != "failed" and not (appraisal.minutes_number and appraisal.met_on):
        yield Blocker("appraisal.minutes_missing", {}, "/minutes_number")
