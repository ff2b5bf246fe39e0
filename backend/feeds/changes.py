"""The changes after a cursor, each with the agency's record as it is today."""

import re
from datetime import date
from typing import Any

from core.days import today
from core.problems import Problem
from core.rules import Malformed
from feeds.agency_records import agency_records_on
from feeds.calendar import note_calendar_changes
from feeds.epochs import standing
from feeds.queries import Position, changes_after, codes_of

_CURSOR = re.compile(r"([0-9a-f]{12})\.([0-9]{1,18})")


def cursor_of(place: Position, number: int | None = None) -> str:
    """A place in the order of changes as it travels; the last one unless a number is given."""
    return f"{place.epoch}.{place.number if number is None else number}"


def here_and_now(day: date) -> Position:
    """Where the feed stands, after noting what the calendar changed up to the day."""
    place = standing()
    if place.noted_to is None or place.noted_to < day:
        note_calendar_changes(day)
        place = standing()
    return place


def changes_since(cursor: str, limit: int) -> dict[str, Any]:
    """A page of changes in commit order: {"as_of", "cursor", "more", "results"}.

    An agency that changed several times within the page is told once, at its last change: what is
    told is today's record anyway. One that no longer exists has no record. Raises Malformed for
    another text than a cursor, Problem 410 for one of another epoch.
    """
    while True:
        day = today()
        page = _page(cursor, limit, day)
        if day == today():  # else midnight came between: what was told might be yesterday's
            return page


def _page(cursor: str, limit: int, day: date) -> dict[str, Any]:
    place = here_and_now(day)
    number = _number(cursor, place)
    rows = changes_after(number, limit)
    last = {change.agency_id: change for change in rows}
    codes = codes_of(last)
    told = agency_records_on(day, set(codes.values())) if rows else []
    records = {row["code"]: row for row in told}
    results = []
    for change in rows:
        if last[change.agency_id] is not change:
            continue
        record = records.get(codes.get(change.agency_id, ""))
        results.append(
            {
                "cursor": cursor_of(place, change.number),
                "agency": codes.get(change.agency_id, ""),
                "noted_at": change.noted_at,
                "cause": change.cause,
                "deleted": record is None,
                "record": record,
            }
        )
    more = len(rows) == limit
    end = rows[-1].number if more else max(place.number, rows[-1].number or 0 if rows else 0)
    return {
        "as_of": day,
        "cursor": cursor_of(place, end),
        "more": more,
        "results": results,
    }


def _number(cursor: str, place: Position) -> int:
    """The number of a cursor that this epoch gave; the beginning for an empty one."""
    if not cursor:
        return place.after
    found = _CURSOR.fullmatch(cursor)
    if found is None:
        raise Malformed(("/since", "parameter.invalid", {"value": cursor[:40]}))
    number = int(found[2])
    if found[1] != place.epoch or number > place.number:
        raise Problem(410, "cursor.epoch", epoch=place.epoch)
    return number
