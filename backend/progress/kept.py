"""What was asked of a whole day, kept by this process and mended where facts changed since.

A day's answer is kept agency by agency beside the number of the last change that it has seen.
Whoever asks again first reads the latest number: one statement. If it has risen, only the agencies
that changed meanwhile are asked anew. Decision 0011.
"""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import Generic, Protocol, TypeVar

from django.db import connection

T = TypeVar("T")
R = TypeVar("R")
# More changed agencies than these are not asked about one by one.
FEW = 300


@dataclass(frozen=True, slots=True)
class Mark:
    """The last change that is committed: its number, and the database that gave it."""

    place: str
    number: int


class Order(Protocol):
    """The order in which changes were committed; kept above, by the feeds."""

    def mark(self) -> Mark:
        """Where it stands now; all that was committed up to this number can be seen."""

    def changed(self, after: Mark, upto: Mark) -> set[int]:
        """Ids of the agencies that one of these changes may concern."""


_orders: list[Order] = []


def uncommitted() -> bool:
    """Whether this link may have written what nobody else sees yet."""
    return connection.in_atomic_block


def register(order: Order) -> None:
    """Let `order` say what has changed; until then, and without it, nothing is kept."""
    _orders[:] = [order]


@dataclass
class _Picture(Generic[T]):
    """The rows of one day, as of a mark; whoever mends them holds the lock."""

    mark: Mark | None = None
    rows: Mapping[int, T] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)


class Kept(Generic[T]):
    """The answer to a question about every agency of a day, by the agency's id.

    `ask(day, ids)` asks it of these agencies, of all for None; an agency of which it tells
    nothing is left out. The latest `days` asked for are kept. What is told is shared by all who
    ask: nobody may change it.
    """

    def __init__(self, ask: Callable[[date, list[int] | None], dict[int, T]], days: int):
        self.ask, self.days = ask, days
        self._pictures: OrderedDict[date, _Picture[T]] = OrderedDict()
        self._lock = Lock()

    def on(self, day: date) -> Mapping[int, T]:
        """The answer as all that is committed gives it; within a transaction it is asked anew,
        because what is not committed has no number yet.
        """
        if not _orders or uncommitted():
            return self.ask(day, None)
        order, picture = _orders[0], self._picture(day)
        mark = order.mark()
        with picture.lock:  # who comes second waits for what the first one asks
            known = picture.mark
            if known is None or known.place != mark.place:
                picture.rows = self.ask(day, None)
            elif known.number >= mark.number:
                return picture.rows
            else:
                picture.rows = self._mended(day, picture.rows, order.changed(known, mark))
            picture.mark = mark
            return picture.rows

    def holds(self, day: date) -> bool:
        """Whether the day is kept, so that asking for all of it costs no more than a mend."""
        picture = None if uncommitted() else self._pictures.get(day)
        return picture is not None and picture.mark is not None

    def _mended(self, day: date, rows: Mapping[int, T], changed: set[int]) -> Mapping[int, T]:
        if not changed:
            return rows
        if len(changed) > FEW:
            return self.ask(day, None)
        others = {pk: row for pk, row in rows.items() if pk not in changed}
        return others | self.ask(day, sorted(changed))

    def _picture(self, day: date) -> _Picture[T]:
        with self._lock:
            picture = self._pictures.setdefault(day, _Picture())
            self._pictures.move_to_end(day)
            while len(self._pictures) > self.days:
                self._pictures.popitem(last=False)
            return picture


class WorkedOut(Generic[T, R]):
    """What `work(day, rows)` makes of a kept answer, until that is mended; as shared as it is."""

    def __init__(self, kept: Kept[T], work: Callable[[date, Mapping[int, T]], R]):
        self.kept, self.work = kept, work
        self._told: OrderedDict[date, tuple[Mapping[int, T], R]] = OrderedDict()
        self._lock = Lock()

    def on(self, day: date) -> R:
        """The result for the day."""
        rows = self.kept.on(day)
        with self._lock:
            known = self._told.get(day)
        if known and known[0] is rows:
            return known[1]
        told = self.work(day, rows)
        with self._lock:
            self._told[day] = rows, told
            self._told.move_to_end(day)
            while len(self._told) > self.kept.days:
                self._told.popitem(last=False)
        return told
