"""All catalogues in one answer: the labels of the code, and those that parts keep in tables."""

from collections.abc import Callable
from typing import Any

from core.labels import label, label_groups, labelled

Rows = Callable[[], list[dict[str, Any]]]

_kept: dict[str, Rows] = {}


def keeps_catalogue(name: str, rows: Rows) -> None:
    """Register a catalogue that stands in a table; called when its app is ready."""
    _kept[name] = rows


def kept(name: str) -> list[dict[str, Any]]:
    """The rows of a catalogue that stands in a table; none where nobody keeps it."""
    return _kept[name]() if name in _kept else []


def label_in(name: str, code: str, language: str = "vi") -> str:
    """The label of a code of any catalogue; the code itself where none is known."""
    for row in kept(name):
        if row["code"] == code:
            return str(row["label_en"] if language == "en" else row["label"])
    return label(name, code, language)


def catalogues() -> dict[str, list[dict[str, Any]]]:
    """Every catalogue by name, as rows {"code", "label", "label_en", …}; one query per table."""
    fixed = {group: labelled(group) for group in label_groups()}
    return fixed | {name: rows() for name, rows in _kept.items()}
