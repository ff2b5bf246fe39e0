"""manage.py note_calendar_changes: what the night changed in the feed; the worker runs it."""

from typing import Any

from django.core.management.base import BaseCommand

from core.days import today
from feeds.calendar import note_calendar_changes
from feeds.records import forget_old_requests


class Command(BaseCommand):
    help = "Note the feed records that today's date alone has changed; forget old request logs."

    def handle(self, *args: Any, **options: Any) -> None:
        noted = note_calendar_changes(today())
        gone = forget_old_requests()
        self.stdout.write(f"{noted} changes of the calendar noted, {gone} old requests forgotten.")
