"""Plans and decisions as questions on a day."""

from datetime import date
from typing import Any

from django.db.models import (
    Count,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    prefetch_related_objects,
)
from django.db.models.functions import Coalesce

from agencies.models import Agency, Ancestry
from evidence.queries import scanned
from plans.models import (
    Appraisal,
    AppraisalOpinion,
    Decision,
    DecisionRollout,
    Exemption,
    Plan,
    Rollout,
    RolloutHolder,
    Submission,
    Task,
)

# A day, or an expression that gives each row its own.
Moment = date | OuterRef


def holdings_of(rollout: Rollout) -> list[RolloutHolder]:
    """Who held the rollout from when to when, in order; one query for each rollout in memory.

    One that is not saved yet, as the bulk generator's, has no holder on record.
    """
    if rollout.pk is None or rollout._state.adding:
        return []
    if "holders" not in getattr(rollout, "_prefetched_objects_cache", {}):
        told = RolloutHolder.objects.select_related("agency").order_by("pk")
        prefetch_related_objects([rollout], Prefetch("holders", told))
    return list(rollout.holders.all())


def holders_between(rollout: Rollout, first: date, last: date) -> list[Agency]:
    """The agencies that held the rollout on some day from `first` to `last`; else its opener."""
    held = [
        holding.agency
        for holding in holdings_of(rollout)
        if (holding.held_from or first) <= last and (holding.held_to or last) >= first
    ]
    return held or [rollout.agency]


def holder_on(rollout: Rollout, day: date) -> Agency:
    """The agency that holds the rollout on the day: who opened it, or its heir. Contract 5."""
    return holders_between(rollout, day, day)[-1]


def running_of(agency_id: int, track: str | None = None) -> QuerySet[Rollout]:
    """Rollouts that the agency holds now and that have no proof yet, of one track or all.

    The proofs are asked by their relation's name, since they stand above.
    """
    held = RolloutHolder.objects.filter(agency=agency_id, held_to=None)
    rows = Rollout.objects.filter(
        pk__in=held.values("rollout"), certificates=None, declarations=None
    )
    return rows.filter(track=track) if track else rows


def earlier_rollouts(agency_id: int, day: date | None) -> QuerySet[Rollout]:
    """Rollouts of the agency and of those before it, opened by the day, the latest first."""
    before = Ancestry.objects.filter(agency=agency_id).values("predecessor_id")
    rows = Rollout.objects.filter(
        Q(agency=agency_id) | Q(agency__in=before) | Q(holders__agency=agency_id)
    )
    if day:
        rows = rows.filter(opened_on__lte=day)
    return rows.distinct().order_by(F("opened_on").desc(nulls_last=True), "-pk")


def previous_of(
    agency_id: int, track: str, day: date | None, itself: Rollout | None = None
) -> Rollout | None:
    """The rollout of the track that the agency, or one before it, opened last before the day."""
    rows = earlier_rollouts(agency_id, day).filter(track=track)
    if itself:
        rows = rows.exclude(pk=itself.pk).exclude(previous=itself)
        if day:
            rows = rows.exclude(opened_on=day, pk__gt=itself.pk)
    return rows.first()


def edition_on(rollout: Rollout, day: date) -> str:
    """Code of the edition that the rollout works to on the day, as directives changed it."""
    tasks = transitions_on(day).filter(rollout=rollout)
    latest = tasks.order_by("-directive__document__counts_on", "-directive_id")
    return str(
        latest.values_list("directive__transition_to", flat=True).first() or rollout.edition_id
    )


def earliest_fact_of(rollout: Rollout) -> date | None:
    """The first day from which a fact of the rollout counts; None when there is none.

    Whatever points to a rollout and counts from a day is a fact of it, in the parts above too.
    """
    relations: Any = Rollout._meta.related_objects
    days: list[date | None] = [
        relation.related_model._default_manager.filter(**{relation.field.name: rollout})
        .order_by("counts_on")
        .values_list("counts_on", flat=True)
        .first()
        for relation in relations
        if any(field.name == "counts_on" for field in relation.related_model._meta.fields)
    ]
    days.append(
        rollout.decision_links.order_by("decision__document__counts_on")
        .values_list("decision__document__counts_on", flat=True)
        .first()
    )
    return min((day for day in days if day), default=None)


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


def opinions_unanswered(rollout_id: int) -> QuerySet[AppraisalOpinion]:
    """What the council asked when it sent the plan back, and nobody has answered yet."""
    return AppraisalOpinion.objects.filter(
        appraisal__rollout_id=rollout_id, appraisal__result="failed", answer=""
    )


def with_rounds(plans: QuerySet[Plan]) -> QuerySet[Plan]:
    """Plans with `rounds` (how often submitted) and `opinions_open` (asked and not answered)."""
    sent = Submission.objects.filter(plan=OuterRef("pk")).order_by().values("plan")
    asked = AppraisalOpinion.objects.filter(
        appraisal__rollout=OuterRef("rollout"), appraisal__result="failed", answer=""
    )
    open_ = asked.order_by().values("appraisal__rollout").annotate(n=Count("pk")).values("n")
    return plans.annotate(
        rounds=Coalesce(Subquery(sent.annotate(n=Count("pk")).values("n")), 0),
        opinions_open=Coalesce(Subquery(open_), 0),
    )


def later_rounds(appraisal: Appraisal) -> QuerySet[Submission]:
    """Submissions that followed this appraisal."""
    rounds = Submission.objects.filter(rollout=appraisal.rollout_id)
    if appraisal.submission is None:
        return rounds.filter(recorded_at__gt=appraisal.recorded_at)
    return rounds.filter(round__gt=appraisal.submission.round)


def approvals_on(day: date) -> QuerySet[DecisionRollout]:
    """Approvals of rollouts by a decision signed by the day."""
    return DecisionRollout.objects.filter(
        decision__kind="approve", decision__document__counts_on__lte=day
    )


def with_original(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    """Decisions with `has_original`: a scan of the signed paper is attached.

    To the decision or to its official document, whenever it was attached: a scan shows what was
    signed on the day of the decision.
    """
    return decisions.annotate(
        has_original=scanned("decision", "pk") | scanned("officialdocument", "document_id")
    )


def decisions_without_original_on(day: date) -> QuerySet[DecisionRollout]:
    """Approvals signed by the day of whose paper no signed original is attached.

    Such an approval is not final yet ("chờ bản chính"). Source: issue 4, evidence.
    """
    return approvals_on(day).filter(
        ~scanned("decision", "decision_id"),
        ~scanned("officialdocument", "decision__document_id"),
    )


def transitions_on(day: date) -> QuerySet[Task]:
    """Tasks of directives that ordered a rollout to another edition by the day."""
    return Task.objects.filter(
        rollout__isnull=False,
        directive__transition_to__isnull=False,
        directive__document__counts_on__lte=day,
    )


def held_that_day(day: date) -> Q:
    """Condition of a holder's row or a task: it was its agency's on the day. Source: contract 5."""
    began = Q(held_from=None) | Q(held_from__lte=day)
    return began & (Q(held_to=None) | Q(held_to__gte=day))


def held_sql(row: str, day: str = "%(day)s") -> str:
    """SQL condition, the twin of `held_that_day`; `row` names the holder's row."""
    began = f"({row}.held_from IS NULL OR {row}.held_from <= {day})"
    return f"{began} AND ({row}.held_to IS NULL OR {row}.held_to >= {day})"


def holdings_on(day: date) -> QuerySet[RolloutHolder]:
    """Which agency holds which rollout on the day. Source: contract 5."""
    return RolloutHolder.objects.filter(held_that_day(day))


def tasks_held_on(day: date) -> QuerySet[Task]:
    """Tasks that are their agency's on the day: not yet, or no longer, when handed on."""
    return Task.objects.filter(held_that_day(day))


def tasks_given_on(day: date) -> QuerySet[Task]:
    """Tasks given by the day and neither done nor answered by it."""
    return (
        tasks_held_on(day)
        .filter(directive__document__counts_on__lte=day)
        .exclude(done_on__lte=day)
        .exclude(answered_on__lte=day)
    )


def tasks_overdue_on(day: date) -> QuerySet[Task]:
    """Tasks given by the day, due before it, and neither done nor answered by it.

    An exemption that runs on the day stops the clock.
    """
    return tasks_given_on(day).filter(~running_for(day), due_on__lt=day)


def exempted_on(day: Moment, what: str | None = None) -> QuerySet[Exemption]:
    """Exemptions that run on the day, of one sort or all; each ends by itself."""
    running = Exemption.objects.filter(
        Q(ended_on=None) | Q(ended_on__gt=day), from_on__lte=day, to_on__gte=day
    )
    return running.filter(what=what) if what else running


def running_for(day: Moment, agency: str = "agency", rollout: str = "rollout") -> Exists:
    """Condition of a row with an agency and a rollout: an exemption of either runs on the day."""
    return Exists(
        exempted_on(day).filter(
            Q(rollout=None) | Q(rollout=OuterRef(rollout)), agency=OuterRef(agency)
        )
    )


def exempted_sql(agency: str, rollout: str) -> str:
    """SQL condition, the twin of `running_for`; `agency` and `rollout` are columns of the row.

    Parameter %(day)s.
    """
    return f"""EXISTS (SELECT 1 FROM plans_exemption leave
      WHERE leave.agency_id = {agency}
        AND (leave.rollout_id IS NULL OR leave.rollout_id = {rollout})
        AND leave.from_on <= %(day)s AND leave.to_on >= %(day)s
        AND (leave.ended_on IS NULL OR leave.ended_on > %(day)s))"""


def exemptions_overlapping(exemption: Exemption) -> QuerySet[Exemption]:
    """Other exemptions of the same sort, agency and rollout that share a day with this one."""
    never_ran = Q(ended_on=F("from_on"))
    return (
        Exemption.objects.exclude(never_ran, ended_on__isnull=False)
        .exclude(pk=exemption.pk)
        .filter(
            Q(ended_on=None) | Q(ended_on__gt=exemption.from_on),
            agency=exemption.agency_id,
            rollout=exemption.rollout_id,
            what=exemption.what,
            from_on__lte=exemption.to_on,
            to_on__gte=exemption.from_on,
        )
    )


def open_rollout(agency_id: int, track: str) -> Q:
    """Condition: a rollout of this agency and track that was not followed by another."""
    return Q(agency_id=agency_id, track=track, next__isnull=True)


def steps_sql(only: bool) -> str:
    """SQL: one row per rollout with the first day of each step from plan to approval by the day.

    Columns: planning_on, submitted_on, appraised_on, approved_on, failed_on (of a round that was
    sent back and not followed by another), last_submitted_on, plan_completed_on,
    decision_number, decision_confirmed. Parameters %(day)s, %(only)s.
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
           AND (result <> 'failed' OR NOT EXISTS (
             SELECT 1 FROM plans_submission judged
               JOIN plans_submission later ON later.plan_id = judged.plan_id
              WHERE judged.id = plans_appraisal.submission_id
                AND later.round > judged.round AND later.counts_on <= %(day)s))
        UNION ALL
        SELECT link.rollout_id, 'approval', paper.counts_on, NULL, paper.number,
               decision.confirmed_on IS NOT NULL
          FROM plans_decisionrollout link
          JOIN plans_decision decision ON decision.id = link.decision_id
          JOIN plans_officialdocument paper ON paper.id = decision.document_id
         WHERE decision.kind = 'approve' AND paper.counts_on <= %(day)s {wanted}
      ) steps GROUP BY rollout_id"""
