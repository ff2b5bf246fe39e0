"""Making a report: first its figures as plain data, then its files from these alone."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.utils import timezone

from evidence import store
from reports.models import AGENCY, BRIEF, PROVINCE, Report


class Watcher(Protocol):
    """Who is told how far the work is."""

    def total(self, rows: int) -> None: ...

    def at(self, done: int) -> None: ...


@dataclass(frozen=True)
class Made:
    """The figures of a report, when they were taken, and its files as the store keeps them."""

    figures: dict[str, Any]
    at: datetime
    files: list[dict[str, Any]]


def canonical(figures: dict[str, Any]) -> bytes:
    """The figures as the one text that is hashed: keys in order, nothing between, UTF-8."""
    text = json.dumps(figures, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def hash_of(figures: dict[str, Any]) -> str:
    """SHA-256 of the canonical text."""
    return hashlib.sha256(canonical(figures)).hexdigest()


def made(report: Report, progress: Watcher | None = None) -> Made:
    """The figures of the report's day and its files; figures that were made before are kept."""
    return Made({}, timezone.now(), [])
