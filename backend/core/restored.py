"""Until when the data reach after a backup was put back: asked by every screen."""

from collections.abc import Callable
from datetime import datetime

_ask: list[Callable[[], datetime | None]] = []


def tells_restored(ask: Callable[[], datetime | None]) -> None:
    """Register who knows of restorations; called when its app is ready."""
    _ask.append(ask)


def restored_until() -> datetime | None:
    """The moment of the backup that was put back lately, else None."""
    return next((moment for moment in (ask() for ask in _ask) if moment), None)
