"""manage.py bench_feed: how fast the bulk export is, beside COPY of the same questions."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from core.days import today
from feeds.measuring import export_beside_copy


class Command(BaseCommand):
    help = "Measure the NDJSON export beside PostgreSQL's COPY of the same SELECTs as JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--rounds", type=int, default=3)

    def handle(self, *args: Any, **options: Any) -> None:
        told = export_beside_copy(today(), options["rounds"])
        self.stdout.write(
            f"feed export: {told.rows} records, {told.size / 1e6:.1f} MB in {told.export_s:.2f} s"
            f" ({told.questions} questions); COPY of the same {told.copy_s:.2f} s;"
            f" rate {told.share:.2f} of COPY; at most {told.peak_mb:.0f} MB held"
        )
