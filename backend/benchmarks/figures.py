"""One measured figure: what it cost, what its own SQL cost, what it should cost at most."""

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

from django.db import connection

SQL_TIMES, BESIDE_SQL_MS = 2, 15


@dataclass
class Figure:
    """A measurement over some runs; `unit` is ms, MB, or what `median` counts otherwise.

    `sql` are the milliseconds that the same runs spent in the database, `cpu` those that this
    process worked; `queries` the statements of one run; `first` the first asking, before the runs,
    when nothing of it was kept yet. `path` is set for requests: these are
    compared over sizes and with their own SQL.
    """

    what: str
    agencies: int
    path: str = ""
    rows: int | None = None
    median: float = 0.0
    p95: float = 0.0
    fastest: float = 0.0
    first: float | None = None
    sql: float | None = None
    cpu: float | None = None
    queries: int | None = None
    runs: int = 1
    unit: str = "ms"
    target: float | None = None
    target_queries: int | None = None
    at_least: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times its own SQL a request takes; None for what is no request."""
        return self.median / self.sql if self.path and self.sql else None

    @property
    def heavy(self) -> bool:
        """A request that takes more than twice its own SQL and 15 ms."""
        return bool(
            self.path
            and self.sql is not None
            and self.median > SQL_TIMES * self.sql + BESIDE_SQL_MS
        )

    @property
    def missed(self) -> list[str]:
        """What it should have been, as words; empty when it is so."""
        told = []
        if self.target is not None and self.median > self.target:
            told.append(f"{self.median:.0f} {self.unit}, ≤ {self.target:g}")
        if self.at_least is not None and self.median < self.at_least:
            told.append(f"{self.median:.2f} {self.unit}, ≥ {self.at_least:.2f}")
        if self.target_queries is not None and (self.queries or 0) > self.target_queries:
            told.append(f"{self.queries} statements, ≤ {self.target_queries}")
        if self.heavy:
            told.append(f"{self.median:.0f} ms beside {self.sql:.0f} ms of SQL")
        return told

    def as_row(self) -> dict[str, Any]:
        """The figure for a file."""
        return asdict(self) | {"ratio": self.ratio, "missed": self.missed}


@dataclass
class Run:
    """One run: milliseconds by the clock, in SQL and of this process's processor; statements."""

    ms: float = 0.0
    sql: float = 0.0
    cpu: float = 0.0
    queries: int = 0


@contextmanager
def watched() -> Iterator[Run]:
    """Measure what happens inside; the run is complete at the end."""
    run = Run()

    def counted(execute: Callable, sql: str, params: Any, many: bool, context: Any) -> Any:
        begin = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            run.queries += 1
            run.sql += (time.perf_counter() - begin) * 1000

    with connection.execute_wrapper(counted):
        begin, worked = time.perf_counter(), time.process_time()
        yield run
        run.ms = (time.perf_counter() - begin) * 1000
        run.cpu = (time.process_time() - worked) * 1000


def summed_up(figure: Figure, runs: list[Run]) -> Figure:
    """The figure with median, 95th percentile and fastest of the runs.

    Statements are those of most runs: now and then a session is written anew.
    """
    times = [run.ms for run in runs]
    figure.median, figure.fastest, figure.runs = statistics.median(times), min(times), len(runs)
    several = len(times) > 1
    figure.p95 = statistics.quantiles(times, n=20, method="inclusive")[-1] if several else times[0]
    figure.sql = statistics.median(run.sql for run in runs)
    figure.cpu = statistics.median(run.cpu for run in runs)
    figure.queries = statistics.mode(run.queries for run in runs)
    return figure
