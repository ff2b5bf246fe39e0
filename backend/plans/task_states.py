"""How the tasks of directives stand on a day: answered, late, silent, with days."""

from datetime import date

from django.db.models import (
    Case,
    DateField,
    DurationField,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce, ExtractDay, Least

from plans.models import Task
from plans.queries import running_for, tasks_given_on, tasks_overdue_on

STATES = ["open", "overdue", "answered", "done"]
# Who has to be reminded first.
PUNCTUALITY = ["silent", "late", "waiting", "on_time"]
# The answer and the deed both answer; the first of them stops the clock.
ANSWERS = ("answered_on", "done_on")


def with_state(tasks: QuerySet[Task], day: date) -> QuerySet[Task]:
    """Tasks with `state`, `punctuality` and `days_late` on the day.

    `days_late` is calendar days from the due day to the first answer, else to the day: negative
    while there is time, None without a due day. An exemption that runs at that moment stops the
    clock: such a task is neither overdue nor late, and its days are None.
    """
    answered = Least(*(Case(When(**{f"{name}__lte": day}, then=F(name))) for name in ANSWERS))
    counted = Coalesce("first_answer_on", Value(day), output_field=DateField())
    due_then = Case(When(~running_for(OuterRef("counted_on")), then=F("due_on")))
    silent = Q(first_answer_on=None, due_then__lt=day)
    rows = tasks.annotate(first_answer_on=answered).annotate(counted_on=counted)
    return rows.annotate(due_then=due_then).annotate(
        days_late=ExtractDay(
            ExpressionWrapper(F("counted_on") - F("due_then"), output_field=DurationField())
        ),
        state=Case(
            When(done_on__lte=day, then=Value("done")),
            When(first_answer_on__isnull=False, then=Value("answered")),
            When(silent, then=Value("overdue")),
            default=Value("open"),
        ),
        punctuality=Case(
            When(silent, then=Value("silent")),
            When(first_answer_on=None, then=Value("waiting")),
            When(due_then__lt=F("first_answer_on"), then=Value("late")),
            default=Value("on_time"),
        ),
    )


def in_state_on(state: str, day: date) -> QuerySet[Task]:
    """Tasks in this state on the day; an overdue one is open too."""
    if state == "open":
        return tasks_given_on(day)
    if state == "overdue":
        return tasks_overdue_on(day)
    return with_state(Task.objects.all(), day).filter(Q(state=state))
