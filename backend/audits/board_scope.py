"""Which findings the board counts: decided above, in progress, which knows the current rollout."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import QuerySet

Narrowing = Callable[[QuerySet[Any], date], QuerySet[Any]]
Number = Callable[[date], int]

_scopes: list[tuple[Narrowing, Number]] = []


def register(narrowing: Narrowing, number: Number) -> None:
    """Say how rows with a rollout are narrowed to each in-scope agency's current rollout, and how
    many external findings these rollouts have, without asking them one by one.
    """
    _scopes[:] = [(narrowing, number)]


def narrowed(rows: QuerySet[Any], day: date) -> QuerySet[Any]:
    """The rows that the board counts on the day; all of them while nothing is registered."""
    return _scopes[0][0](rows, day) if _scopes else rows


def number(day: date) -> int | None:
    """How many findings the board counts on the day; None while nothing is registered."""
    return _scopes[0][1](day) if _scopes else None
