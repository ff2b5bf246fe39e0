"""Where a fact comes from: who recorded it, from which source, real or illustration."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from core.days import today


@dataclass(frozen=True)
class Provenance:
    """The common columns of a new fact."""

    recorded_by_id: int
    reported_by: date
    source: str = ""
    source_url: str = ""
    real: bool = True
    irregular: str = ""

    def columns(self) -> dict[str, Any]:
        """As keyword arguments of a Fact."""
        return dict(self.__dict__)

    def but_irregular(self, why: str) -> "Provenance":
        """The same, for a fact that went against a rule of its day."""
        return replace(self, irregular=why)


# What is pretended while illustrations are recorded: the source they name, the day they were told.
_pretended: ContextVar[tuple[str, date | None] | None] = ContextVar("illustrating", default=None)


@contextmanager
def illustrating(source: str, reported_by: date | None = None) -> Iterator[None]:
    """Every fact recorded inside is an illustration from this source, told on this day or today."""
    token = _pretended.set((source, reported_by))
    try:
        yield
    finally:
        _pretended.reset(token)


def by_hand(user_id: int, irregular: str = "") -> Provenance:
    """A fact that somebody records today through the screens."""
    source, reported_by = _pretended.get() or ("", None)
    return Provenance(
        recorded_by_id=user_id,
        reported_by=reported_by or today(),
        source=source,
        real=not source,
        irregular=irregular,
    )
