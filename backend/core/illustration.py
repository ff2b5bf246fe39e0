"""Whether illustration rows exist: asked by every screen, known only to the parts above."""

from collections.abc import Callable

_ask: list[Callable[[], bool]] = []


def tells_illustration(ask: Callable[[], bool]) -> None:
    """Register who knows of illustration rows; called when its app is ready."""
    _ask.append(ask)


def illustration_exists() -> bool:
    """Whether any illustration row exists, so that screens and files say so."""
    return any(ask() for ask in _ask)
