"""Twelve month-ends: the same picture asked of twelve days."""

from datetime import date
from typing import Any

from acts.permissions import Actor
from core.days import month_ends, quarter_end_before
from progress.summaries import Board, board_on, by_stage, findings, proofs, rates


def trend_to(day: date, user: Actor | None = None, months: int = 12) -> dict[str, Any]:
    """Month-ends up to `day` (the last point is the day itself) and the last quarter's end.

    The number of queries grows with the months asked for, never with the data.
    """
    return {
        "as_of": day.isoformat(),
        "points": [_point(board_on(end, user)) for end in month_ends(day, months)],
        "quarter_end": _point(board_on(quarter_end_before(day), user)),
    }


def _point(board: Board) -> dict[str, Any]:
    shown = findings(board)
    held = proofs(board)
    return {
        "day": board.day.isoformat(),
        "in_scope": len(board.agencies),
        "no_data": board.count(lambda agency: agency.no_data),
        "by_stage": by_stage(board.agencies),
        "documents": {
            "planned": sum(rollout.listed for rollout in board.listings),
            "in_force": sum(rollout.in_effect for rollout in board.listings),
        },
        "findings": {
            "open": shown["open"],
            "overdue": sum(rollout.overdue for rollout in board.current),
        },
        "overdue_agencies": board.count(lambda agency: "overdue" in agency.flags),
        "proofs": held,
        "rates": rates(board),
    }
