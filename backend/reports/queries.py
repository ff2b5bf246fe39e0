"""Reports within a reader's scope, and the report before another."""

from datetime import date

from django.db.models import QuerySet

from acts.permissions import Actor
from agencies.queries import visible_to
from reports.models import PROVINCE, READY, Report


def reports_seen_by(user: Actor) -> QuerySet[Report]:
    """Officers and heads see those of their own agency and its predecessors; the others all."""
    rows = Report.objects.select_related("made_by", "signed_off_by", "agency")
    return visible_to(user, rows, "agency_id")


def before(day: date) -> Report | None:
    """The province's report issued last before the day: paper before made, newest first."""
    ready = Report.objects.filter(kind=PROVINCE, state=READY, day__lt=day)
    return ready.order_by("-day", "-printed", "-made_at").first()


def texts_of_last() -> dict[str, str]:
    """The texts of the province's report that was made last; empty before the first."""
    made = Report.objects.filter(kind=PROVINCE, printed=False).exclude(parts={})
    found = made.order_by("-pk").values_list("parts", flat=True).first()
    return dict(found or {})
