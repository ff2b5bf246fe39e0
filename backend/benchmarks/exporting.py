"""The bulk export of the feed beside PostgreSQL's COPY of the same questions, in one run."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agencies.models import Agency
from benchmarks.asking import feed_reader
from benchmarks.figures import Figure, summed_up, watched
from benchmarks.memory import peak_megabytes
from core.days import today
from feeds.agency_records import records_of, rows_on

ROUNDS = 5
SHARE, MEGABYTES = 1 / 3, 200
EXPORT = "/feeds/v1/agencies?format=ndjson"

_KEPT = re.compile(r"EXECUTE (kept_\w+) \((.*)\)", re.DOTALL)


class _Counting:
    """Takes what COPY sends, as a program would that only passes it on."""

    size = 0

    def write(self, piece: bytes | str) -> None:
        self.size += len(piece)


def measured_export() -> list[Figure]:
    """All records as NDJSON through the API; the SELECTs behind them as JSON by COPY; the memory.

    To be asked in a process of its own, whose memory is then that of the API while it exports.
    The export's statements grow with its chunks of agencies, so it bears no `path`.
    """
    agencies = Agency.objects.count()
    with feed_reader() as program:
        export, (rows, size) = _repeated(lambda: _export(program))
        peak = peak_megabytes()
    questions = _questions()
    copied, copied_size = _repeated(lambda: _copy(questions))
    export.what, export.agencies, export.rows = (
        f"NDJSON export, {size / 1e6:.1f} MB",
        agencies,
        rows,
    )
    copied.what = f"COPY of its {len(questions)} SELECTs, {copied_size / 1e6:.1f} MB"
    copied.agencies, copied.queries, copied.sql = agencies, len(questions), None
    share = copied.median / export.median if export.median else 0.0
    return [
        export,
        copied,
        Figure("rate of the export", agencies, median=share, unit="of COPY", at_least=SHARE),
        Figure("memory of the API while it exports", agencies, median=peak, unit="MB",
               target=MEGABYTES),
    ]  # fmt: skip


def _repeated(act: Callable[[], Any]) -> tuple[Figure, Any]:
    """The rounds after one that warms up, and what the last of them returned."""
    runs, told = [], None
    for _ in range(ROUNDS + 1):
        with watched() as run:
            told = act()
        runs.append(run)
    return summed_up(Figure("", 0), runs[1:]), told


def _export(program: Client) -> tuple[int, int]:
    """How many lines and bytes came."""
    answer: Any = program.get(EXPORT)
    if answer.status_code != 200:
        raise RuntimeError(f"{EXPORT} answers {answer.status_code}: {answer.content[:200]!r}")
    lines = size = 0
    for piece in answer.streaming_content:
        lines, size = lines + piece.count(b"\n"), size + len(piece)
    return lines, size


def _questions() -> list[str]:
    """The SELECTs behind the records, as they were sent."""
    day = today()
    with CaptureQueriesContext(connection) as asked:
        for _ in records_of(rows_on(day), day):
            pass
    sent = [_in_full(query["sql"]) for query in asked]
    return [sql for sql in sent if sql.lstrip()[:4] in ("SELE", "WITH")]


def _in_full(sql: str) -> str:
    """The statement; of one that was prepared (core.rawsql) its text with the values in it."""
    kept = _KEPT.fullmatch(sql)
    if not kept:
        return sql
    with connection.cursor() as cursor:
        asked = "SELECT statement, parameter_types FROM pg_prepared_statements WHERE name = %s"
        cursor.execute(asked, [kept[1]])
        statement, types = cursor.fetchone()
    text = statement.partition(" AS ")[2]
    values = kept[2].split(", ", len(types.strip("{}").split(",")) - 1)
    for place, (value, kind) in enumerate(
        zip(values, types.strip("{}").split(","), strict=True), 1
    ):
        text = text.replace(f"${place}", f"({value})::{kind}")
    return text


def _copy(questions: Iterable[str]) -> int:
    """Copy each question's rows as JSON to nowhere, through psycopg2; returns the bytes."""
    taken = _Counting()
    with connection.cursor() as cursor:
        for question in questions:
            told = f"COPY (SELECT row_to_json(one) FROM ({question}) one) TO STDOUT"
            cursor.cursor.copy_expert(told, taken)
    return taken.size
