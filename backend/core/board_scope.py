"""Which rows of a plain list the board counts: decided above, by progress; asked below."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import QuerySet

Narrowing = Callable[[QuerySet[Any], date], QuerySet[Any]]
Number = Callable[[date], int]


class BoardScope:
    """What the board counts of one kind of record; everything while nobody has registered."""

    def __init__(self) -> None:
        self.told: tuple[Narrowing, Number] | None = None

    def register(self, narrowing: Narrowing, number: Number) -> None:
        """Let `narrowing` narrow rows to those that the board counts on a day, and `number` tell
        how many they are without asking them one by one.
        """
        self.told = narrowing, number

    def narrowed(self, rows: QuerySet[Any], day: date) -> QuerySet[Any]:
        """The rows that the board counts on the day."""
        return self.told[0](rows, day) if self.told else rows

    def number(self, day: date) -> int | None:
        """How many they are; None while nobody has registered."""
        return self.told[1](day) if self.told else None
