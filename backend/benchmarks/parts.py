"""What there is to measure, and which of it wants a process, and so a memory, of its own."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from typing import Any

from django.conf import settings

from benchmarks.exporting import measured_export
from benchmarks.figures import Figure
from benchmarks.reading import measured_reads
from benchmarks.reporting import measured_report
from benchmarks.writing import measured_rows, measured_workbook

PARTS: dict[str, Callable[[], list[Figure]]] = {
    "requests": measured_reads,
    "rows": measured_rows,
    "workbook": measured_workbook,
    "export": measured_export,
    "report": measured_report,
}
# A server has invented no province: what that leaves behind doubled the work of a request.
ALONE = {"requests", "workbook", "export", "report"}
SMALL_ONLY = {"report"}  # its target is told for one province


def measured(part: str) -> list[Figure]:
    """The figures of a part, from this process or from one of its own."""
    return alone(part) if part in ALONE else PARTS[part]()


def alone(part: str) -> list[Figure]:
    """The part measured by `manage.py bench_part`; raises RuntimeError with what it said."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "bench_part", part]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"bench_part {part} failed: {done.stderr[-2000:]}")
    return [figure_of(row) for row in json.loads(done.stdout.splitlines()[-1])]


def figure_of(row: dict[str, Any]) -> Figure:
    """The figure that was written as a row."""
    return Figure(**{one.name: row[one.name] for one in fields(Figure)})
