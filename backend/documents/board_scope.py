"""Which documents the board counts: decided above, by progress; asked here by the plain list."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import QuerySet

Scope = Callable[[QuerySet[Any], date], QuerySet[Any]]
Number = Callable[[date], int]

_scopes: list[tuple[Scope, Number]] = []


def register(scope: Scope, number: Number) -> None:
    """Let `scope` narrow the documents of a day to those of each agency's own list, and `number`
    tell how many they are without asking them one by one.
    """
    _scopes[:] = [(scope, number)]


def narrowed(documents: QuerySet[Any], day: date) -> QuerySet[Any]:
    """The documents that the board counts on the day; all of them while nobody has registered."""
    for scope, _ in _scopes:
        documents = scope(documents, day)
    return documents


def number(day: date) -> int | None:
    """How many documents the board counts on the day; None while nobody has registered."""
    return next((known(day) for _, known in _scopes), None)
