"""Which findings the board counts: decided above, in progress, which knows the current rollout."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import QuerySet

Narrowing = Callable[[QuerySet[Any], date], QuerySet[Any]]

_narrowing: list[Narrowing] = []


def register(narrowing: Narrowing) -> None:
    """Say how rows with a rollout are narrowed to each in-scope agency's current rollout."""
    _narrowing[:] = [narrowing]


def narrowed(rows: QuerySet[Any], day: date) -> QuerySet[Any]:
    """The rows that the board counts on the day; all of them while nothing is registered."""
    return _narrowing[0](rows, day) if _narrowing else rows
