"""The indicators I1–I9 as rows of an annex, from the one function that screens and feed ask."""

from datetime import date
from importlib import import_module
from typing import Any

from django.apps import apps

from progress.summaries import Board


def indicator_rows(board: Board, starts: date) -> list[dict[str, Any]]:
    """One row for each indicator of the day; none while the app `indicators` is not installed."""
    if not apps.is_installed("indicators"):
        return []
    asked = import_module("indicators.queries").indicators_on(board.day, start=starts, board=board)
    return [
        {
            "code": row["code"],
            "title": row["title"],
            "numerator": row["numerator"],
            "denominator": row["denominator"],
            "share": row["numerator"] / row["denominator"] if row["denominator"] else None,
            "confirmed": row["confirmed"],
            "legal_basis": row["legal_basis"] or None,
        }
        for row in asked
    ]
