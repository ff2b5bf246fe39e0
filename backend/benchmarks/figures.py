"""One measured figure: what it cost, what its own SQL cost, what it should cost at most."""

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

SQL_TIMES, BESIDE_SQL_MS = 2, 15


@dataclass
class Figure:
    """A measurement over some runs; `unit` is ms, MB, or what `median` counts otherwise.

    `sql` are the milliseconds that the same runs spent in the database; `queries` the statements
    of one run. `path` is set for requests: these are compared over sizes and with their own SQL.
    """

    what: str
    agencies: int
    path: str = ""
    rows: int | None = None
    median: float = 0.0
    p95: float = 0.0
    fastest: float = 0.0
    sql: float | None = None
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


class Counted:
    """Counts the statements of a connection and their time, as an execute wrapper."""

    def __init__(self) -> None:
        self.queries, self.seconds = 0, 0.0

    def __call__(self, execute: Callable, sql: str, params: Any, many: bool, context: Any) -> Any:
        begin = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.queries += 1
            self.seconds += time.perf_counter() - begin


def summed_up(figure: Figure, times: list[float], in_sql: list[float]) -> Figure:
    """The figure with median, 95th percentile and fastest of so many milliseconds."""
    figure.median, figure.fastest, figure.runs = statistics.median(times), min(times), len(times)
    several = len(times) > 1
    figure.p95 = statistics.quantiles(times, n=20, method="inclusive")[-1] if several else times[0]
    figure.sql = statistics.median(in_sql)
    return figure
