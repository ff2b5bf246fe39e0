"""manage.py bench [--generate] [--large] [--json FILE]"""

import json
import logging
import os
import time
from pathlib import Path
from typing import Any

import psycopg2
from django.core.management.base import BaseCommand, CommandParser
from django.db import connections

from agencies.models import Agency
from imports.benchmarks import Figure, measured_bulk, measured_reads, measured_workbook, table
from imports.generation import generate

SMALL, LARGE, DOCUMENTS = 250, 2500, 25


class Command(BaseCommand):
    help = "Measure the board, the lists and a bulk write on the database that is given."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--generate", action="store_true", help=f"invent agencies until there are {SMALL}"
        )
        parser.add_argument(
            "--large", action="store_true", help=f"measure {LARGE} agencies as well"
        )
        parser.add_argument("--json", type=Path, help="write the figures to this file too")
        parser.add_argument(
            "--ready-seconds", type=float, help="how long the empty database took (the launcher)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        logging.disable(logging.INFO)  # a line for each request would bury the figures
        figures: list[Figure] = []
        if options["ready_seconds"]:
            spent = options["ready_seconds"] * 1000
            figures.append(
                Figure("empty database ready", "", 0, spent, spent, spent, 0, target_ms=20_000)
            )
        for agencies in (SMALL, LARGE) if options["large"] else (SMALL,):
            if options["generate"]:
                self._generate(agencies)
            figures += [*measured_reads(), measured_bulk(), *measured_workbook()]
        self.stdout.write(table(figures))
        self._compare(figures)
        if options["json"]:
            rows = [figure.as_row() for figure in figures]
            options["json"].write_text(
                json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf-8"
            )

    def _generate(self, agencies: int) -> None:
        known = Agency.objects.filter(code__startswith="GEN-").count()
        if known >= agencies:
            return
        begin = time.perf_counter()
        rows = generate(agencies, DOCUMENTS)
        seconds = time.perf_counter() - begin
        self.stdout.write(
            f"{agencies} agencies × 3 rollouts × {DOCUMENTS} documents: {rows} rows"
            f" in {seconds:.1f} s, {rows / seconds:.0f} a second"
        )
        _analyse()

    def _compare(self, figures: list[Figure]) -> None:
        """Say where more data made more statements, and what missed its target."""
        by_path: dict[str, set[int | None]] = {}
        for figure in figures:
            if figure.path:
                by_path.setdefault(figure.path, set()).add(figure.queries)
        growing = [path for path, queries in by_path.items() if len(queries) > 1]
        if growing:
            self.stdout.write("More statements with more data: " + ", ".join(growing))
        missed = [figure.what for figure in figures if not figure.reached]
        self.stdout.write("Missed: " + ", ".join(missed) if missed else "Every target is reached.")


def _analyse() -> None:
    """Let the planner know the new rows now, as autovacuum would within a minute.

    Only the owner may; without its address the planner learns by itself.
    """
    owner = os.environ.get("DATABASE_OWNER_URL")
    if not owner:
        return
    link = psycopg2.connect(owner)
    try:
        link.autocommit = True
        with link.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    finally:
        link.close()
        connections.close_all()
