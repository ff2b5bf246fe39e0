"""What changes by the calendar alone: a proof ends, a finding becomes overdue, a rule begins.

The records of the last day noted and of today are compared, both on the facts as they are now. A
reader had its records on that last day at the latest, since every reader notes its own day first;
what was written since has a change of its own. So what differs here is exactly what is missing.
"""

from datetime import date

from django.db import connection, transaction

from feeds.agency_records import agency_records_on
from feeds.models import FeedCalendar


def note_calendar_changes(day: date) -> int:
    """Note the agencies whose records differ on `day` from the last day noted; how many.

    Nothing when the day is noted already. Two readers at once: the second waits for the first.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(5201302)")
        known = FeedCalendar.objects.order_by("pk").first()
        if known is None:
            FeedCalendar.objects.create(noted_to=day)
            return 0
        if known.noted_to >= day:
            return 0
        before = {row["code"]: row for row in agency_records_on(known.noted_to, bare=True)}
        now = {row["code"]: row for row in agency_records_on(day, bare=True)}
        changed = [code for code in {*before, *now} if before.get(code) != now.get(code)]
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT feeds_note(ARRAY(SELECT id FROM agencies_agency WHERE code = ANY(%s)))",
                [changed],
            )
        known.noted_to = day
        known.save(update_fields=["noted_to"])
        return len(changed)
