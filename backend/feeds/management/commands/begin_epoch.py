"""manage.py begin_epoch --reason "restored from …": after a restore, old cursors are refused."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from feeds.epochs import begin_epoch


class Command(BaseCommand):
    help = "Begin a new epoch of the feeds: every cursor given before is answered 410."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--reason", default="restored")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Feed epoch {begin_epoch(options['reason'])} begun.")
