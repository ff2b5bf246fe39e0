"""Twelve month-ends: the same picture asked of twelve days."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from acts.permissions import AT_HOME, Actor
from core.days import month_ends, quarter_end_before
from progress.agencies import KEPT, AgencyOnDay, ask_agencies, yard_of
from progress.kept import Kept, WorkedOut
from progress.stages import STAGES
from progress.summaries import (
    Board,
    board_of,
    board_on,
    by_stage,
    findings,
    proofs,
    rates,
    stage_row,
)

# Of one agency: where in a point it is counted, and how often; zero is left out.
Share = tuple[tuple[tuple[str, ...], int], ...]


def trend_to(day: date, user: Actor | None = None, months: int = 12) -> dict[str, Any]:
    """Month-ends up to `day` (the last point is the day itself) and the last quarter's end.

    The number of queries grows with the months asked for, never with the data.
    """

    def at(end: date) -> dict[str, Any]:
        if user is not None and user.role in AT_HOME:
            return _point(board_on(end, user))
        return (_TODAY if end == day else _MONTH_ENDS).on(end)

    return {
        "as_of": day.isoformat(),
        "points": [at(end) for end in month_ends(day, months)],
        "quarter_end": at(quarter_end_before(day)),
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


def _shares(day: date, ids: list[int] | None) -> dict[int, Share]:
    """What each agency adds to the point of the day: a month-end is kept as these few numbers,
    since twelve whole boards of a large province would fill the memory.
    """
    known: dict[Share, Share] = {}  # most agencies add the same as many others
    shares = {pk: _share(one) for pk, one in ask_agencies(day, ids).items()}
    return {pk: known.setdefault(share, share) for pk, share in shares.items()}


def _share(agency: AgencyOnDay) -> Share:
    return tuple((at, n) for at, n in _counted(_point(board_of([agency], agency.yard))) if n)


def _counted(told: Any, at: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every number of a point with its place; rows are known by their stage or code."""
    if isinstance(told, int):
        yield at, told
    elif isinstance(told, dict):
        for name, value in told.items():
            yield from _counted(value, (*at, name))
    elif isinstance(told, list):
        for row in told:
            yield from _counted(row, (*at, _name(row)))


def _name(row: dict[str, Any]) -> str:
    return str(row.get("stage") or row["code"])


def _summed(day: date, shares: Mapping[int, Share]) -> dict[str, Any]:
    """The point that the shares add up to."""
    total: Counter[tuple[str, ...]] = Counter()
    for share, times in Counter(shares.values()).items():
        for at, n in share:
            total[at] += n * times
    empty = _point(Board(day, [], 0, None))  # type: ignore[arg-type]
    reached = [stage for stage in STAGES if total["by_stage", stage, "count"]]
    return _filled(empty | {"by_stage": [stage_row(stage, 0) for stage in reached]}, total)


def _filled(told: Any, total: Counter[tuple[str, ...]], at: tuple[str, ...] = ()) -> Any:
    if isinstance(told, int):
        return total[at]
    if isinstance(told, dict):
        return {name: _filled(value, total, (*at, name)) for name, value in told.items()}
    if isinstance(told, list):
        return [_filled(row, total, (*at, _name(row))) for row in told]
    return told


_MONTH_ENDS = WorkedOut(Kept(_shares, days=16), _summed)
_TODAY = WorkedOut(KEPT, lambda day, rows: _point(board_of(rows.values(), yard_of(rows, day))))
