"""The indicators I1–I9 as rows of an annex, from the one function that screens and feed ask."""

from datetime import date
from typing import Any

from indicators.queries import indicators_on
from progress.summaries import Board


def indicator_rows(board: Board, starts: date) -> list[dict[str, Any]]:
    """One row for each indicator of the day; what falls due is asked from the period's first."""
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
        for row in indicators_on(board.day, start=starts, board=board)
    ]
