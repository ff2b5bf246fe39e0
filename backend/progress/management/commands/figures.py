"""manage.py figures --days 2010-02-03 2026-11-22: every figure as JSON lines, for comparison."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.rendering import dumps
from core.shapes import parse_day
from progress.agencies import agencies_on
from progress.rows import agency_row
from progress.summaries import summary_on


class Command(BaseCommand):
    help = "Print the board and every agency's row on the given days, one JSON line each."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--days", nargs="+", required=True, metavar="YYYY-MM-DD")

    def handle(self, *args: Any, **options: Any) -> None:
        for text in options["days"]:
            day = parse_day(text)
            if day is None:
                raise CommandError(f"{text} is not a day; write it as YYYY-MM-DD.")
            summary = {k: v for k, v in summary_on(day).items() if k != "lists"}
            self.stdout.write(line({"day": text, "summary": summary}))
            agencies, yard = agencies_on(day, scope=None)
            for agency in sorted(agencies, key=lambda agency: agency.code):
                row = {k: v for k, v in agency_row(agency, yard).items() if k != "rollout"}
                self.stdout.write(line({"day": text, **row}))


def line(told: dict[str, Any]) -> str:
    """One line in the same order whatever order the database told its rows in."""
    return json.dumps(json.loads(dumps(told)), ensure_ascii=False, sort_keys=True)
