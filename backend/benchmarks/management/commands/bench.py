"""manage.py bench [--generate] [--large] [--only PART …] [--json FILE]"""

import json
import logging
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from agencies.models import Agency
from benchmarks.figures import Figure
from benchmarks.machine import Machine
from benchmarks.parts import PARTS, SMALL_ONLY, measured
from benchmarks.planner import analyse
from benchmarks.reading import LARGE_FROM
from benchmarks.tables import LEGEND, compared, missed, statements, table
from documents.models import Document
from imports.generation import generate
from imports.generation.rollouts import ROLLOUTS

# Agencies, documents of each rollout: 250 × 3 × 25, then 3,500 × (at least) 100.
SMALL, LARGE = (250, 25), (3_500, -(-100 // len(ROLLOUTS)))
READY_MS, LOADED_MS = 20_000, 600_000


class Command(BaseCommand):
    help = "Measure requests, bulk writes, export and report on the database that is given."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--generate", action="store_true", help=f"invent agencies until there are {SMALL[0]}"
        )
        parser.add_argument("--large", action="store_true", help=f"then until there are {LARGE[0]}")
        parser.add_argument("--only", action="append", choices=sorted(PARTS), help="only this part")
        parser.add_argument("--json", type=Path, help="write the figures to this file too")
        parser.add_argument(
            "--ready-seconds", type=float, help="how long the empty database took (the launcher)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("Nothing is invented and measured in production.")
        logging.disable(logging.WARNING)  # a line for each request would bury the figures
        machine = Machine()
        figures = self._ready(options["ready_seconds"])
        wanted = options["only"] or list(PARTS)
        sizes = (SMALL, LARGE) if options["large"] else (SMALL,)
        for size in sizes if options["generate"] else [None]:
            if size:
                figures += self._generated(*size)
            figures += self._measured(wanted)
        self._tell(figures, machine, options["json"])

    def _ready(self, seconds: float | None) -> list[Figure]:
        if seconds is None:
            return []
        return [Figure("empty database ready", 0, median=seconds * 1000, target=READY_MS)]

    def _generated(self, agencies: int, documents: int) -> list[Figure]:
        known = Agency.objects.filter(code__startswith="GEN-").count()
        if known >= agencies:
            return []
        begin = time.perf_counter()
        rows = generate(agencies, documents)
        spent = (time.perf_counter() - begin) * 1000
        analyse()
        what = f"{agencies - known} agencies × {documents * len(ROLLOUTS)} documents made"
        figure = Figure(what, Agency.objects.count(), rows=rows, median=spent)
        figure.target = LOADED_MS
        return [figure]

    def _measured(self, parts: list[str]) -> list[Figure]:
        agencies, documents = Agency.objects.count(), Document.objects.count()
        self.stdout.write(f"{agencies} agencies, {documents} documents on record")
        figures: list[Figure] = []
        for part in parts:
            if agencies >= LARGE_FROM and part in SMALL_ONLY:
                continue
            begin = time.perf_counter()
            figures += measured(part)
            self.stdout.write(f"  measured {part} in {time.perf_counter() - begin:.0f} s")
        return figures

    def _tell(self, figures: list[Figure], machine: Machine, file: Path | None) -> None:
        short = missed(figures)
        lines = (
            "",
            machine.sentence(),
            table(figures),
            LEGEND,
            compared(figures),
            "Missed: " + "; ".join(short) if short else "Every target is reached.",
        )
        self.stdout.write("\n".join(lines))
        if file:
            told = {"machine": machine.as_row(), "figures": [one.as_row() for one in figures],
                    "statements": statements(figures), "missed": short}  # fmt: skip
            file.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
