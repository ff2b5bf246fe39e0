"""manage.py generate_province --agencies N --documents M --years Y"""

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from imports.generation import generate
from imports.generation.rollouts import ROLLOUTS


class Command(BaseCommand):
    help = "Invent agencies (GEN-0001 …) with three rollouts each, to measure a large province."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--agencies", type=int, default=250)
        parser.add_argument(
            "--documents", type=int, default=75, help="of each agency, over its three rollouts"
        )
        parser.add_argument("--years", type=int, default=5, help="of the yearly loop")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("Nothing is invented in production.")
        begin = time.monotonic()

        def told(agencies: int, rows: int) -> None:
            self.stdout.write(f"{agencies} agencies, {rows} rows, {time.monotonic() - begin:.0f} s")

        listed = -(-options["documents"] // len(ROLLOUTS))
        rows = generate(options["agencies"], listed, years=options["years"], told=told)
        seconds = time.monotonic() - begin
        self.stdout.write(
            f"{rows} rows in {seconds:.1f} s, {rows / max(seconds, 0.001):.0f} a second"
        )
