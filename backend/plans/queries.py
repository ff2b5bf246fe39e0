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


def tasks_given_on(day: date) -> QuerySet[Task]:
    """Tasks given by the day and neither done nor answered by it."""
    return (
        Task.objects.filter(directive__document__counts_on__lte=day)
        .exclude(done_on__lte=day)
        .exclude(answered_on__lte=day)
    )


def tasks_overdue_on(day: date) -> QuerySet[Task]:
    """Tasks given by the day, due before it, and neither done nor answered by it."""
    return tasks_given_on(day).filter(due_on__lt=day)


def open_rollout(agency_id: int, track: str) -> Q:
    """Condition: a rollout of this agency and track that was not followed by another."""
    return Q(agency_id=agency_id, track=track, next__isnull=True)


def steps_sql(only: bool) -> str:
    """SQL: one row per rollout with the first day of each step from plan to approval by the day.

    Columns: planning_on, submitted_on, appraised_on, approved_on, returned (the last appraisal
    failed), plan_completed_on, decision_number, decision_confirmed. Parameters %(day)s, %(only)s.
    """
    wanted = "AND rollout_id = ANY(%(only)s)" if only else ""
    return f"""
      SELECT rollout_id,
        min(counts_on) FILTER (WHERE step = 'plan') AS planning_on,
        min(own_day) FILTER (WHERE step = 'plan') AS plan_completed_on,
        min(counts_on) FILTER (WHERE step = 'submission') AS submitted_on,
        min(counts_on) FILTER (WHERE step = 'passed') AS appraised_on,
        max(counts_on) FILTER (WHERE step = 'failed') AS failed_on,
        max(counts_on) FILTER (WHERE step = 'submission') AS last_submitted_on,
        min(counts_on) FILTER (WHERE step = 'approval') AS approved_on,
        (array_agg(number ORDER BY counts_on, number) FILTER (WHERE step = 'approval'))[1]
          AS decision_number,
        bool_or(confirmed) FILTER (WHERE step = 'approval') AS decision_confirmed
      FROM (
        SELECT rollout_id, 'plan' AS step, counts_on, completed_on AS own_day, '' AS number,
               confirmed_on IS NOT NULL AS confirmed
          FROM plans_plan WHERE counts_on <= %(day)s {wanted}
        UNION ALL
        SELECT rollout_id, 'submission', counts_on, NULL, number, confirmed_on IS NOT NULL
          FROM plans_submission WHERE counts_on <= %(day)s {wanted}
        UNION ALL
        SELECT rollout_id, CASE WHEN result = 'failed' THEN 'failed' ELSE 'passed' END, counts_on,
               NULL, minutes_number, confirmed_on IS NOT NULL
          FROM plans_appraisal WHERE counts_on <= %(day)s {wanted}
        UNION ALL
        SELECT link.rollout_id, 'approval', paper.counts_on, NULL, paper.number,
               decision.confirmed_on IS NOT NULL
          FROM plans_decisionrollout link
          JOIN plans_decision decision ON decision.id = link.decision_id
          JOIN plans_officialdocument paper ON paper.id = decision.document_id
         WHERE decision.kind = 'approve' AND paper.counts_on <= %(day)s {wanted}
      ) steps GROUP BY rollout_id"""
