"""Plans and decisions as questions on a day."""

from datetime import date

from django.db.models import Q, QuerySet

from plans.models import Appraisal, DecisionRollout, Plan, Rollout, Submission, Task


def rollouts_existing_on(day: date) -> QuerySet[Rollout]:
    """Rollouts that exist on the day: opened by then."""
    return Rollout.objects.filter(opened_on__lte=day)


def plans_on(day: date) -> QuerySet[Plan]:
    """Plans started, completed or reported by the day."""
    return Plan.objects.filter(counts_on__lte=day)


def submissions_on(day: date) -> QuerySet[Submission]:
    """Submissions sent by the day."""
    return Submission.objects.filter(counts_on__lte=day)


def appraisals_passed_on(day: date) -> QuerySet[Appraisal]:
    """Appraisals that passed, with or without changes, by the day."""
    return Appraisal.objects.filter(
        counts_on__lte=day, result__in=["passed", "passed_with_changes"]
    )


def approvals_on(day: date) -> QuerySet[DecisionRollout]:
    """Approvals of rollouts by a decision signed by the day."""
    return DecisionRollout.objects.filter(
        decision__kind="approve", decision__document__counts_on__lte=day
    )


def transitions_on(day: date) -> QuerySet[Task]:
    """Tasks of directives that ordered a rollout to another edition by the day."""
    return Task.objects.filter(
        rollout__isnull=False,
        directive__transition_to__isnull=False,
        directive__document__counts_on__lte=day,
    )


def tasks_overdue_on(day: date) -> QuerySet[Task]:
    """Tasks given by the day, due before it, and neither done nor answered by it."""
    return (
        Task.objects.filter(directive__document__counts_on__lte=day, due_on__lt=day)
        .exclude(done_on__lte=day)
        .exclude(answered_on__lte=day)
    )


def open_rollout(agency_id: int, track: str) -> Q:
    """Condition: a rollout of this agency and track that was not followed by another."""
    return Q(agency_id=agency_id, track=track, next__isnull=True)
