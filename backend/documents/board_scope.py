"""Which documents the board counts: decided above, by progress; asked here by the plain list."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import QuerySet

Scope = Callable[[QuerySet[Any], date], QuerySet[Any]]

_scopes: list[Scope] = []


def register(scope: Scope) -> None:
    """Let `scope` narrow the documents of a day to those of each agency's own list."""
    _scopes[:] = [scope]


def narrowed(documents: QuerySet[Any], day: date) -> QuerySet[Any]:
    """The documents that the board counts on the day; all of them while nobody has registered."""
    for scope in _scopes:
        documents = scope(documents, day)
    return documents
