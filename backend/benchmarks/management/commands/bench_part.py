"""manage.py bench_part NAME: one part of the bench in this process, as a line of JSON."""

import json
import logging
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from benchmarks.parts import PARTS


class Command(BaseCommand):
    help = "Measure one part of the bench; `bench` asks for it to have a memory of its own."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("part", choices=sorted(PARTS))

    def handle(self, *args: Any, **options: Any) -> None:
        logging.disable(logging.WARNING)
        rows = [figure.as_row() for figure in PARTS[options["part"]]()]
        self.stdout.write(json.dumps(rows, ensure_ascii=False))
