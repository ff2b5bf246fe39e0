"""The list of a rollout month by month: planned against actual."""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from core.days import month_ends
from documents.queries import documents_sql
from plans.models import Milestone

# Three years are as many columns as a page holds; earlier months are in the lists of those days.
MOST = 36

# The first and the last day on which the list, or a document on it, moved.
_MOVED = """
  SELECT min(moved.day), max(moved.day) FROM (
    SELECT unnest(ARRAY[d.counts_on, d.withdrawn_on]) AS day
      FROM documents_document d WHERE d.rollout_id = %(rollout)s
    UNION ALL
    SELECT unnest(ARRAY[v.issued_on, v.effective_on, v.withdrawn_on])
      FROM documents_documentversion v JOIN documents_document d ON d.id = v.document_id
      WHERE d.rollout_id = %(rollout)s
  ) moved WHERE moved.day <= %(day)s"""


def _months_sql() -> str:
    """SQL: month-end, listed, issued and in effect by then; parameters %(days)s and %(only)s."""
    return f"""
      SELECT month.day, count(d.rollout_id)::int, count(*) FILTER (WHERE d.step >= 4)::int,
        count(*) FILTER (WHERE d.step = 5)::int
      FROM unnest(%(days)s::date[]) AS month(day)
      LEFT JOIN LATERAL ({documents_sql(True, "month.day")}) d ON TRUE
      GROUP BY month.day ORDER BY month.day"""


@dataclass(frozen=True, slots=True)
class Month:
    """How many documents were planned (listed), issued and in effect by the day.

    `due_issued` and `due_in_effect`: how many the plan's milestones wanted by then, all that were
    listed from the day of the milestone; None where the plan sets none.
    """

    day: date
    planned: int
    issued: int
    in_effect: int
    due_issued: int | None
    due_in_effect: int | None


def milestones_of(rollout: int, day: date) -> dict[str, date]:
    """`documented` and `operating` as the rollout's latest plan of the day sets them."""
    rows = Milestone.objects.filter(
        plan__rollout=rollout, plan__counts_on__lte=day, stage__in=("documented", "operating")
    )
    ordered = rows.order_by("plan__counts_on", "plan_id")
    return dict(ordered.values_list("stage", "planned_on"))


def months_of(rollout: int, day: date, milestones: dict[str, date]) -> list[Month]:
    """Month by month from the first document on, up to the day or, when every document is in
    effect, to the last month in which something moved or was due; the last 36. Two queries.
    """
    with connection.cursor() as cursor:
        cursor.execute(_MOVED, {"rollout": rollout, "day": day})
        first, last = cursor.fetchone()
        if first is None:
            return []
        days = month_ends(day, _months_between(first, day))
        cursor.execute(_months_sql(), {"only": [rollout], "days": days})
        rows = cursor.fetchall()
    last = max([last, *(due for due in milestones.values() if due <= day)])
    if rows[-1][1] == rows[-1][3]:
        rows = [row for row in rows if (row[0].year, row[0].month) <= (last.year, last.month)]
    due = milestones.get("documented"), milestones.get("operating")
    return [Month(*row, *(_due(one, row) for one in due)) for row in rows[-MOST:]]


def _due(milestone: date | None, row: tuple[date, int, int, int]) -> int | None:
    """What a milestone wants by a month's end."""
    if milestone is None:
        return None
    month_end, listed = row[:2]
    return listed if milestone <= month_end else 0


def _months_between(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1
