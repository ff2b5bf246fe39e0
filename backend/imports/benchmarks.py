"""Measures the board and the lists through the whole stack: time, queries, time in SQL."""

import re
import secrets
import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.test import Client
from openpyxl import Workbook

from accounts.actions import create_account
from accounts.models import User
from acts.gate import Delivery, acting, delivering
from agencies.models import Agency
from core.provenance import Provenance
from imports.actions import load_workbook
from imports.workbooks.sending import Sent
from maintenance.models import Training
from plans.models import Rollout

RUNS = 20
BOARD_MS, BOARD_QUERIES = 100, 12
LIST_MS, LIST_QUERIES = 40, 8
READS = [
    ("board", "progress/summary", BOARD_MS, BOARD_QUERIES),
    ("trend, 12 months", "progress/trend", None, None),
    ("agencies on the board", "progress/agencies?offset=100", LIST_MS, LIST_QUERIES),
    ("the same by stage", "progress/agencies?stage=declared", BOARD_MS, BOARD_QUERIES),
    ("rollouts", "rollouts", LIST_MS, LIST_QUERIES),
    ("rollouts by stage", "rollouts?stage=declared", BOARD_MS, BOARD_QUERIES),
    ("documents", "documents", LIST_MS, LIST_QUERIES),
    ("documents in force", "documents?state=in_force", LIST_MS, LIST_QUERIES),
    ("findings", "findings", LIST_MS, LIST_QUERIES),
    ("findings overdue", "findings?state=overdue", LIST_MS, LIST_QUERIES),
    ("agencies", "agencies", LIST_MS, LIST_QUERIES),
    ("certificates", "certificates", LIST_MS, LIST_QUERIES),
    ("plans", "plans", LIST_MS, LIST_QUERIES),
    ("audits", "audits", LIST_MS, LIST_QUERIES),
]
TRACKED_ROWS, TRACKED_MS = 10_000, 2_000
WORKBOOK_ROWS, WORKBOOK_MS, WORKER_MB = 4_000, 10_000, 300
LISTS = 100


@dataclass
class Figure:
    """What one request cost: milliseconds over the runs, statements of one run."""

    what: str
    path: str
    agencies: int
    median_ms: float
    p95_ms: float
    fastest_ms: float
    sql_ms: float
    queries: int | None = None
    count: int | None = None
    target_ms: int | None = None
    target_queries: int | None = None

    @property
    def reached(self) -> bool:
        """Within its targets, as far as it has any."""
        slow = self.target_ms is not None and self.median_ms > self.target_ms
        many = None not in (self.queries, self.target_queries) and (
            self.queries > self.target_queries  # type: ignore[operator]
        )
        return not (slow or many)

    def as_row(self) -> dict[str, Any]:
        return asdict(self) | {"reached": self.reached}


class Counted:
    """Counts the statements of a connection and their time."""

    def __init__(self) -> None:
        self.queries, self.seconds = 0, 0.0

    def __call__(self, execute: Callable, sql: str, params: Any, many: bool, context: Any) -> Any:
        begin = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.queries += 1
            self.seconds += time.perf_counter() - begin


def measured_reads() -> list[Figure]:
    """Each address as the coordinator reads it, after one request that warms up."""
    client = Client(SERVER_NAME="localhost", HTTP_ACCEPT="application/json")
    client.force_login(_coordinator())
    agencies = Agency.objects.count()
    return [
        _read(client, Figure(what, path, agencies, 0, 0, 0, 0, None, None, ms, queries))
        for what, path, ms, queries in READS
    ]


def _coordinator() -> User:
    """A coordinator on record, else one made for the measurement."""
    known = User.objects.filter(role="coordinator", is_active=True).first()
    return known or create_account(
        username="do-toc-do",
        role="coordinator",
        password=secrets.token_urlsafe(16),
        name="Đo tốc độ",
        by=User.objects.system(),
    )


def _read(client: Client, figure: Figure) -> Figure:
    times, in_sql = [], []
    for run in range(RUNS + 1):
        counted = Counted()
        with connection.execute_wrapper(counted):
            begin = time.perf_counter()
            answer = client.get(f"/api/v1/{figure.path}")
            seconds = time.perf_counter() - begin
        if answer.status_code != 200:
            raise RuntimeError(
                f"{figure.path} answers {answer.status_code}: {answer.content[:200]!r}"
            )
        if run:
            times.append(seconds * 1000)
            in_sql.append(counted.seconds * 1000)
        figure.queries = counted.queries
    figure.count = answer.json().get("count")
    figure.median_ms, figure.sql_ms = statistics.median(times), statistics.median(in_sql)
    figure.p95_ms, figure.fastest_ms = statistics.quantiles(times, n=20)[-1], min(times)
    return figure


def measured_bulk() -> Figure:
    """10,000 tracked rows by bulk_create in one act, taken back at the end."""
    by = User.objects.system()
    agency = Agency.objects.filter(code="UBND-TINH")
    told = Provenance(by.pk, date(2020, 1, 2), source="Đo tốc độ", real=False).columns()
    counted, begin = Counted(), time.perf_counter()
    with (
        connection.execute_wrapper(counted),
        acting("records.import", by=by, on=agency, reason="đo tốc độ") as locked,
    ):
        Training.objects.bulk_create(
            [
                Training(agency=locked, topic="awareness", held_on=date(2020, 1, 2), **told)
                for _ in range(TRACKED_ROWS)
            ],
            batch_size=2000,
        )
        transaction.set_rollback(True)
    spent = (time.perf_counter() - begin) * 1000
    what = f"{TRACKED_ROWS} tracked rows in one act"
    return Figure(
        what,
        "",
        Agency.objects.count(),
        spent,
        spent,
        spent,
        counted.seconds * 1000,
        counted.queries,
        TRACKED_ROWS,
        TRACKED_MS,
    )


def measured_workbook() -> list[Figure]:
    """A workbook of 4,000 documents: dry run and load together, taken back at the end; and the
    most memory that this process held meanwhile (in the column of milliseconds).
    """
    by = _coordinator()
    rows, content = _workbook()
    sent = Sent("documents", "do-toc-do.xlsx", content)
    _forget_peak()
    counted, begin = Counted(), time.perf_counter()
    with connection.execute_wrapper(counted):
        dry = load_workbook(sent, dry_run=True, reason="đo tốc độ", by=by)
        with delivering(Delivery(by.pk, "bench")):
            loaded = load_workbook(sent, reason="đo tốc độ", by=by)
            transaction.set_rollback(True)
    spent, peak = (time.perf_counter() - begin) * 1000, _peak_megabytes()
    if dry.table.faults or loaded.saved is None:
        raise RuntimeError(f"the workbook is refused: {dry.as_row('en')['errors'][:3]}")
    agencies = Agency.objects.count()
    what = f"workbook of {rows} documents: dry run and load"
    return [
        Figure(what, "", agencies, spent, spent, spent, counted.seconds * 1000, counted.queries,
               rows, WORKBOOK_MS),
        Figure("memory of the worker meanwhile, MB", "", agencies, peak, peak, peak, 0, None,
               rows, WORKER_MB),
    ]  # fmt: skip


def _workbook() -> tuple[int, bytes]:
    """So many new documents of the rollouts on record, with days as text and as days of Excel."""
    rollouts = Rollout.objects.select_related("agency").filter(
        agency__valid_to=None, opened_on__lt="2025-01-01"
    )
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Danh mục")
    sheet.append(["DANH MỤC TÀI LIỆU"])
    sheet.append(
        ["Đơn vị", "Phiên bản", "Hình thức", "Mã tài liệu", "Tên tài liệu", "Loại", "Phòng",
         "Ngày soạn thảo", "Ngày phê duyệt", "Ngày ban hành", "Ngày hiệu lực"]
    )  # fmt: skip
    chosen = list(rollouts.order_by("pk")[:LISTS])
    rows = 0
    for rollout in chosen:
        name = rollout.agency.names.order_by("-pk").values_list("name", flat=True).first()
        first = (rollout.opened_on or date(2020, 1, 2)) + timedelta(days=10)
        for number in range(-(-WORKBOOK_ROWS // len(chosen))):
            days = [first + timedelta(days=number + step) for step in (0, 20, 30, 40)]
            sheet.append(
                [name, rollout.edition_id, rollout.track, f"NAP-{number:03d}",
                 f"Quy trình giải quyết thủ tục số {number}", "QT-TN", "Văn phòng",
                 f"{days[0]:%d/%m/%Y}", *days[1:]]
            )  # fmt: skip
            rows += 1
    kept = BytesIO()
    book.save(kept)
    return rows, kept.getvalue()


_STATUS, _CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")


def _forget_peak() -> None:
    """Let the kernel count the most memory anew, where it can (Linux)."""
    if _CLEAR.exists():
        _CLEAR.write_text("5")


def _peak_megabytes() -> float:
    """The most memory of this process since then, in MB; 0 where the kernel does not tell."""
    if not _STATUS.exists():
        return 0.0
    found = re.search(r"VmHWM:\s+(\d+) kB", _STATUS.read_text("ascii"))
    return int(found[1]) / 1024 if found else 0.0


COLUMNS = " |what|agencies|rows|median ms|p95 ms|fastest|SQL ms|queries|target".split("|")


def table(figures: list[Figure]) -> str:
    """The figures as aligned text; a star marks what misses its target."""
    lines = [COLUMNS, *map(_line, figures)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(COLUMNS))]
    left = {0, 1, len(COLUMNS) - 1}
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place in left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _line(figure: Figure) -> list[str]:
    target = f"≤ {figure.target_ms} ms" if figure.target_ms else ""
    if figure.target_queries:
        target += f", ≤ {figure.target_queries}"
    times = (figure.median_ms, figure.p95_ms, figure.fastest_ms, figure.sql_ms)
    return [
        " " if figure.reached else "*",
        figure.what,
        str(figure.agencies),
        "" if figure.count is None else str(figure.count),
        *(f"{spent:.1f}" for spent in times),
        "" if figure.queries is None else str(figure.queries),
        target,
    ]
