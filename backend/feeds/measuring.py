"""The bulk export beside PostgreSQL's COPY of the same questions, in one run."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from resource import RUSAGE_SELF, getrusage

from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.rendering import dumps
from feeds.agency_records import records_of, rows_on


@dataclass(frozen=True)
class Measured:
    """Seconds of the export and of COPY, the fastest of the rounds; bytes and rows of the export.

    `peak_mb` is what the process ever held.
    """

    rows: int
    size: int
    export_s: float
    copy_s: float
    questions: int
    peak_mb: float

    @property
    def share(self) -> float:
        """The rate of the export as a part of that of COPY."""
        return self.copy_s / self.export_s if self.export_s else 0.0


class _Counting:
    """Takes what COPY sends, as a program would that only passes it on."""

    size = 0

    def write(self, piece: bytes | str) -> None:
        self.size += len(piece)


def export_beside_copy(day: date, rounds: int = 3) -> Measured:
    """Export the records of a day, then COPY each SELECT behind them as JSON to standard output."""
    with CaptureQueriesContext(connection) as asked:
        rows, size = _export(day)
    questions = [query["sql"] for query in asked if query["sql"].lstrip()[:4] in ("SELE", "WITH")]
    export_s = min(_timed(lambda: _export(day)) for _ in range(rounds))
    copy_s = min(_timed(lambda: _copy(questions)) for _ in range(rounds))
    peak = getrusage(RUSAGE_SELF).ru_maxrss / 1024
    return Measured(rows, size, export_s, copy_s, len(questions), peak)


def _export(day: date) -> tuple[int, int]:
    rows = size = 0
    for record in records_of(rows_on(day), day):
        rows, size = rows + 1, size + len(dumps(record)) + 1
    return rows, size


def _copy(questions: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for question in questions:
            told = f"COPY (SELECT row_to_json(one) FROM ({question}) one) TO STDOUT"
            cursor.cursor.copy_expert(told, _Counting())


def _timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun
