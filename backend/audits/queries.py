"""Audits and findings as questions on a day: the one definition for ladder, rules, board, lists."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import (
    BooleanField,
    Case,
    Count,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    SmallIntegerField,
    Value,
    When,
)
from django.db.models.functions import Coalesce, ExtractDay

from audits.models import Audit, CorrectiveAction, Finding, FindingStep
from audits.models.audit import FULL_TYPES
from audits.models.finding import NONCONFORMITIES, OBSERVATION
from core.rawsql import Asked, answers, as_sql
from plans.queries import exempted_sql, running_for

# Of a step `s`: taken by the day and not taken back by it. The twin of `steps_standing_on`.
STANDING = "s.counts_on <= %(day)s AND (s.reopened_on IS NULL OR s.reopened_on > %(day)s)"
CERTIFICATE_TRACKS = ["state_certificate", "voluntary_certificate"]


def audits_held_on(day: date) -> QuerySet[Audit]:
    """Audits of every kind held by the day; one that is only planned does not count."""
    return Audit.objects.filter(counts_on__lte=day)


def external_audits_held_on(day: date) -> QuerySet[Audit]:
    """Audits by a certification body held by the day."""
    return audits_held_on(day).filter(kind="external")


def full_audits_held_on(day: date) -> QuerySet[Audit]:
    """External audits of the whole system held by the day: stage 2, recertification, transition."""
    return external_audits_held_on(day).filter(type__in=FULL_TYPES)


def internal_audits_held_on(day: date) -> QuerySet[Audit]:
    """Audits by the agency itself held by the day."""
    return audits_held_on(day).filter(kind="internal")


def inspections_held_on(day: date) -> QuerySet[Audit]:
    """Inspections by the province held by the day; never mixed with audits in a count."""
    return audits_held_on(day).filter(kind="inspection")


def findings_raised_on(day: date) -> QuerySet[Finding]:
    """Findings of every grade and source raised by the day."""
    return Finding.objects.filter(counts_on__lte=day)


def steps_standing_on(day: date) -> QuerySet[FindingStep]:
    """Steps taken by the day and not taken back by it; a reopening ends a step from its day."""
    return FindingStep.objects.filter(
        Q(reopened_on=None) | Q(reopened_on__gt=day), counts_on__lte=day
    )


def _of_step(sql: str, kind: str, day: date, output_field: Any) -> Asked:
    """Asked of the steps `s` of the finding of the row: the text of `steps_standing_on`."""
    standing = STANDING.replace("%(day)s", f"DATE '{day.isoformat()}'")
    steps = f"audits_findingstep s WHERE s.finding_id = {{pk}} AND s.kind = '{kind}' AND {standing}"
    return Asked(sql.format(steps=steps), output_field, pk=F("pk"))


def _has(kind: str, day: date) -> Asked:
    return _of_step("EXISTS (SELECT FROM {steps})", kind, day, BooleanField())


def _nonconformities(day: date) -> QuerySet[Finding]:
    return findings_raised_on(day).filter(grade__in=NONCONFORMITIES)


def findings_open_on(day: date) -> QuerySet[Finding]:
    """Nonconformities that the agency has not finished by the day. Source: reference 0."""
    return _nonconformities(day).filter(~_has(FindingStep.COMPLETED, day))


def findings_unverified_on(day: date) -> QuerySet[Finding]:
    """Nonconformities that the auditor has not accepted by the day, finished or not."""
    return _nonconformities(day).filter(~_has(FindingStep.VERIFIED, day))


def findings_undisposed_on(day: date) -> QuerySet[Finding]:
    """Observations of which nobody has said by the day what becomes of them."""
    return findings_raised_on(day).filter(~_has(FindingStep.DISPOSED, day), grade=OBSERVATION)


def findings_overdue_on(day: date) -> QuerySet[Finding]:
    """Open nonconformities whose due day, as extended by the day, lies before it.

    An exemption that runs on the day stops the clock.
    """
    late = findings_open_on(day).annotate(due_on_day=due_on_day(day)).filter(due_on_day__lt=day)
    return late.filter(~running_for(day))


def _latest(kind: str, column: str, day: date) -> Asked:
    newest = "ORDER BY s.counts_on DESC, s.id DESC LIMIT 1"
    field: Any = FindingStep._meta.get_field(column)
    return _of_step(f'(SELECT s."{column}" FROM {{steps}} {newest})', kind, day, field)


def due_on_day(day: date) -> Coalesce:
    """Of a finding: the day by which it is due, as extended by `day`."""
    return Coalesce(_latest(FindingStep.EXTENDED, "due_on", day), F("due_on"))


def with_state_on(day: date, findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """Findings with what has become of each by the day, in the same query.

    `due_on_day`, `completed_on`, `completed_on_precision`, `verified_on`,
    `verified_on_precision`, `verified_by`, `disposition`, `disposition_reason`, `cause`,
    `cause_category`, `checked_on`, `checked_by`, `effective` (of the check of the effect),
    `days_early` (calendar days, negative when late, None when not known), `is_open`,
    `is_overdue`, `is_unverified`, `is_undisposed`. A step without a day leaves its day None.
    """
    done, accepted, said = FindingStep.COMPLETED, FindingStep.VERIFIED, FindingStep.DISPOSED
    checked = FindingStep.EFFECTIVE
    rows = findings.annotate(
        due_on_day=due_on_day(day),
        completed_on=_latest(done, "on", day),
        completed_on_precision=_latest(done, "on_precision", day),
        cause=_latest(done, "cause", day),
        cause_category=_latest(done, "cause_category", day),
        verified_on=_latest(accepted, "on", day),
        verified_on_precision=_latest(accepted, "on_precision", day),
        verified_by=_latest(accepted, "verified_by", day),
        checked_on=_latest(checked, "on", day),
        checked_by=_latest(checked, "verified_by", day),
        effective=_latest(checked, "effective", day),
        disposition=_latest(said, "disposition", day),
        disposition_reason=_latest(said, "explanation", day),
        is_open=_truth(Q(grade__in=NONCONFORMITIES) & ~Q(_has(done, day))),
        is_unverified=_truth(Q(grade__in=NONCONFORMITIES) & ~Q(_has(accepted, day))),
        is_undisposed=_truth(Q(grade=OBSERVATION) & ~Q(_has(said, day))),
    )
    return rows.annotate(
        is_overdue=_truth(Q(~Q(running_for(day)), is_open=True, due_on_day__lt=day)),
        days_early=_days_early(),
    )


def _truth(condition: Q) -> Case:
    return Case(
        When(condition, then=Value(True)), default=Value(False), output_field=BooleanField()
    )


def _days_early() -> Case:
    """Between completion and the due day where both are known, else as the source says.

    Source: the article's «vượt trước tiến độ so với quy định là 10 ngày» (Sở Nội vụ, 2010).
    """
    between = ExpressionWrapper(F("due_on_day") - F("completed_on"), DurationField())
    return Case(
        When(
            Q(completed_on__isnull=False, completed_on_precision="day", due_on_day__isnull=False),
            then=ExtractDay(between),
        ),
        When(Q(is_open=False), then=F("days_early_reported")),
        output_field=SmallIntegerField(),
    )


STATES = {
    "open": findings_open_on,
    "overdue": findings_overdue_on,
    "unverified": findings_unverified_on,
    "undisposed": findings_undisposed_on,
}


def minors_without_plan_on(day: date) -> QuerySet[Finding]:
    """Open minor nonconformities without a corrective action that the auditor accepted."""
    accepted = CorrectiveAction.objects.filter(finding=OuterRef("pk"), accepted_on__lte=day)
    return findings_open_on(day).filter(~Exists(accepted), grade="minor")


def corrections_due_on(day: date, start: date | None = None) -> QuerySet[Finding]:
    """Nonconformities due between `start` (inclusive, if given) and the day, as extended by it.

    With `in_time`: finished, by what stands on the day, no later than due; `in_time_confirmed`:
    and that was confirmed. Source: domain reference 6.3, I6.
    """
    done = steps_standing_on(day).filter(
        finding=OuterRef("pk"), kind=FindingStep.COMPLETED, counts_on__lte=OuterRef("due_on_day")
    )
    rows = _nonconformities(day).annotate(due_on_day=due_on_day(day)).filter(due_on_day__lte=day)
    rows = rows.filter(due_on_day__gte=start) if start else rows
    return rows.annotate(
        in_time=_truth(Q(Exists(done))),
        in_time_confirmed=_truth(Q(Exists(done.filter(confirmed_on__isnull=False)))),
    )


def corrections_by_rollout(day: date, start: date) -> dict[int, tuple[int, int, int]]:
    """Rollout → its external nonconformities due in the span, in time, in time and confirmed.

    One query.
    """
    rows = answers(_question_of_corrections(day, start))
    return {rollout: (due, kept, sure) for rollout, due, kept, sure in rows}


@lru_cache(maxsize=64)
def _question_of_corrections(day: date, start: date) -> str:
    """SQL: rollout, due, in time, in time and confirmed; kept, because the ORM takes long to
    build it.
    """
    rows = (
        corrections_due_on(day, start)
        .filter(source_kind="external", rollout__isnull=False)
        .order_by()
        .values("rollout_id")
        .annotate(
            due=Count("pk"),
            kept=Count("pk", filter=Q(in_time=True)),
            sure=Count("pk", filter=Q(in_time_confirmed=True)),
        )
    )
    return as_sql(rows.values_list("rollout_id", "due", "kept", "sure"))


def audits_sql(only: bool = False) -> str:
    """SQL: one row per rollout with its external audits held by the day.

    Columns: rollout_id, full_audit_on and full_audit_body (first full audit), last_full_audit_on,
    last_full_audit_to (its last day as known, None if not), last_audit_on, last_audit_body,
    last_audit_type. Parameters %(day)s, %(only)s.
    """
    wanted = "AND a.rollout_id = ANY(%(only)s)" if only else ""
    full = ", ".join(f"'{type_}'" for type_ in FULL_TYPES)
    newest = "ORDER BY a.counts_on DESC, a.id DESC"
    return f"""
      SELECT a.rollout_id,
        min(a.counts_on) FILTER (WHERE a.type IN ({full})) AS full_audit_on,
        (array_agg(b.code ORDER BY a.counts_on, a.id) FILTER (WHERE a.type IN ({full})))[1]
          AS full_audit_body,
        max(a.counts_on) FILTER (WHERE a.type IN ({full})) AS last_full_audit_on,
        (array_agg(a.to_on {newest}) FILTER (WHERE a.type IN ({full})))[1] AS last_full_audit_to,
        max(a.counts_on) AS last_audit_on,
        (array_agg(b.code {newest}))[1] AS last_audit_body,
        (array_agg(a.type {newest}))[1] AS last_audit_type
      FROM audits_audit a LEFT JOIN standards_certificationbody b ON b.id = a.body_id
      WHERE a.kind = 'external' AND a.counts_on <= %(day)s {wanted}
      GROUP BY a.rollout_id"""


def counts_sql(only: bool = False) -> str:
    """SQL: one row per rollout with the counts of its external findings on the day.

    Columns: rollout_id, major, minor, observation, open, unverified, undisposed, overdue,
    open_major, unverified_major, open_full (open ones of full audits), completed_full_since (day
    from which the last finished one counts as finished), next_due (the first due day of an open
    one, past or to come).
    Steps are folded per finding first. Parameters %(day)s, %(only)s.
    """
    wanted = "f.rollout_id = ANY(%(only)s)" if only else "f.rollout_id IS NOT NULL"
    of_these = (
        "AND s.finding_id IN (SELECT id FROM audits_finding WHERE rollout_id = ANY(%(only)s))"
        if only
        else ""
    )
    full = ", ".join(f"'{type_}'" for type_ in FULL_TYPES)
    return f"""
      SELECT rollout_id,
        count(*) FILTER (WHERE grade = 'major') AS major,
        count(*) FILTER (WHERE grade = 'minor') AS minor,
        count(*) FILTER (WHERE grade = 'observation') AS observation,
        count(*) FILTER (WHERE is_open) AS open,
        count(*) FILTER (WHERE is_unverified) AS unverified,
        count(*) FILTER (WHERE grade = 'observation' AND NOT disposed) AS undisposed,
        count(*) FILTER (WHERE is_overdue) AS overdue,
        count(*) FILTER (WHERE is_open AND grade = 'major') AS open_major,
        count(*) FILTER (WHERE is_unverified AND grade = 'major') AS unverified_major,
        count(*) FILTER (WHERE is_open AND is_full) AS open_full,
        max(completed_since) FILTER (WHERE is_full AND grade <> 'observation')
          AS completed_full_since,
        min(due_on) FILTER (WHERE is_open) AS next_due
      FROM (
        SELECT f.rollout_id, f.grade, a.type IN ({full}) AS is_full,
          f.grade <> 'observation' AND s.completed_since IS NULL AS is_open,
          f.grade <> 'observation' AND s.verified_since IS NULL AS is_unverified,
          s.disposed_since IS NOT NULL AS disposed, s.completed_since,
          coalesce(e.due_on, f.due_on) AS due_on,
          f.grade <> 'observation' AND s.completed_since IS NULL
            AND coalesce(e.due_on, f.due_on) < %(day)s
            AND NOT {exempted_sql("f.agency_id", "f.rollout_id")} AS is_overdue
        FROM audits_finding f
        JOIN audits_audit a ON a.id = f.audit_id
        LEFT JOIN LATERAL (
          SELECT max(s.counts_on) FILTER (WHERE s.kind = 'completed') AS completed_since,
            max(s.counts_on) FILTER (WHERE s.kind = 'verified') AS verified_since,
            max(s.counts_on) FILTER (WHERE s.kind = 'disposed') AS disposed_since
          FROM audits_findingstep s WHERE s.finding_id = f.id AND {STANDING}
        ) s ON TRUE
        LEFT JOIN (
          SELECT DISTINCT ON (s.finding_id) s.finding_id, s.due_on
          FROM audits_findingstep s WHERE s.kind = 'extended' AND {STANDING} {of_these}
          ORDER BY s.finding_id, s.counts_on DESC, s.id DESC
        ) e ON e.finding_id = f.id
        WHERE f.source_kind = 'external' AND f.counts_on <= %(day)s
          AND {wanted}
      ) of_finding
      GROUP BY rollout_id"""


def counts_by_rollout(day: date, only: Iterable[int] | None = None) -> dict[int, dict[str, Any]]:
    """The columns of `counts_sql` by rollout, in one query."""
    return _by_rollout(counts_sql, day, only)


def number_raised_sql(rollout: str) -> str:
    """SQL: how many external findings of the rollout were raised by the day; parameter %(day)s."""
    return f"""(SELECT count(*) FROM audits_finding f WHERE f.rollout_id = {rollout}
      AND f.source_kind = 'external' AND f.counts_on <= %(day)s)"""


def audits_by_rollout(day: date, only: Iterable[int] | None = None) -> dict[int, dict[str, Any]]:
    """The columns of `audits_sql` by rollout, in one query."""
    return _by_rollout(audits_sql, day, only)


def _by_rollout(sql: Any, day: date, only: Iterable[int] | None) -> dict[int, dict[str, Any]]:
    wanted = None if only is None else list(only)
    with connection.cursor() as cursor:
        cursor.execute(sql(wanted is not None), {"day": day, "only": wanted})
        names = [column.name for column in cursor.description]
        return {row[0]: dict(zip(names, row, strict=True)) for row in cursor.fetchall()}
