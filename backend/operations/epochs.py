"""The feeds' epoch, where this installation has feeds."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any


def _feeds() -> Any:
    """The module that keeps epochs; None without feeds."""
    return (
        import_module("feeds.epochs") if find_spec("feeds") and find_spec("feeds.epochs") else None
    )


def begin_epoch() -> None:
    """Cursors that followers got after the backup must not be taken for today's.

    The feeds pass the gate themselves; an installation without feeds has nothing to do.
    """
    if feeds := _feeds():
        feeds.begin_epoch()


def current_epoch() -> str | None:
    """The name of the epoch, for the backup's manifest."""
    told = getattr(_feeds(), "current_epoch", None)
    return str(told()) if told else None
