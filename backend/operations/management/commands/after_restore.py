"""after_restore --until MOMENT: what must be true of the database after a backup was put back."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.dateparse import parse_datetime

from accounts.models import User
from feeds.epochs import begin_epoch
from operations.actions import record_restoration


class Command(BaseCommand):
    help = "End every session, begin a new epoch of the feeds and show until when the data reach."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--until", required=True, help="moment of the backup, RFC 3339")

    def handle(self, *args: Any, **told: Any) -> None:
        moment = parse_datetime(told["until"])
        if moment is None or moment.tzinfo is None:
            raise CommandError(f"{told['until']} is no moment with an offset.")
        record_restoration(data_until=moment, by=User.objects.system())
        begin_epoch(f"restored to {moment.isoformat()}")
        self.stdout.write(f"The data reach to {moment.isoformat()}; every session has ended.")
