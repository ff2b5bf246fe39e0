"""Days as the province counts them: Asia/Ho_Chi_Minh, and dates known only to month or year."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from core.rules import Blocker

HOME = ZoneInfo("Asia/Ho_Chi_Minh")
FIRST_DAY = date(2001, 1, 1)
DAY, MONTH, YEAR = "day", "month", "year"


def today() -> date:
    """The current day in the province (the server's midnight is 07:00 there)."""
    return datetime.now(HOME).date()


def span_start(day: date, precision: str) -> date:
    """First day of the span that a partial date stands for."""
    if precision == YEAR:
        return date(day.year, 1, 1)
    return day.replace(day=1) if precision == MONTH else day


def span_end(day: date, precision: str) -> date:
    """Last day of the span: the day from which a fact known only to month or year counts."""
    if precision == YEAR:
        return date(day.year, 12, 31)
    if precision == MONTH:
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return day


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def month_ends(day: date, count: int = 12) -> list[date]:
    """The last `count` month-ends before `day`, and `day` itself, oldest first."""
    ends = []
    for back in range(count - 1, 0, -1):
        month = add_months(day.replace(day=1), -back)
        ends.append(span_end(month, MONTH))
    return [*ends, day]


def quarter_end_before(day: date) -> date:
    """The last day of the last quarter that ended before `day`."""
    first_month = 3 * ((day.month - 1) // 3) + 1
    return span_end(add_months(date(day.year, first_month, 1), -1), MONTH)


def not_in_future(day: date | None, pointer: str) -> list[Blocker]:
    """A fact has happened: its day is no later than today and no earlier than 2001."""
    if day is None:
        return []
    if day > today():
        return [Blocker("day.in_future", {"day": day.isoformat()}, pointer)]
    return not_before_2001(day, pointer)


def not_before_2001(day: date, pointer: str) -> list[Blocker]:
    """Nothing that the province keeps began earlier; days to come are allowed."""
    if day < FIRST_DAY:
        return [Blocker("day.before_2001", {"day": day.isoformat()}, pointer)]
    return []


@dataclass(frozen=True)
class PartialDate:
    """A date known to the day, the month or the year; `day` is the first day of its span."""

    day: date
    precision: str = DAY

    @property
    def start(self) -> date:
        return span_start(self.day, self.precision)

    @property
    def end(self) -> date:
        return span_end(self.day, self.precision)

    def __str__(self) -> str:
        return self.start.isoformat()


def partial(record: object, name: str) -> PartialDate | None:
    """The partial date kept in the columns `name` and `name_precision` of a record."""
    day = getattr(record, name)
    return PartialDate(day, getattr(record, f"{name}_precision")) if day else None


def columns(**dates: PartialDate | date | None) -> dict[str, date | str | None]:
    """Partial dates as the columns that keep them: {"signed_on": …, "signed_on_precision": …}."""
    values: dict[str, date | str | None] = {}
    for name, value in dates.items():
        known = PartialDate(value) if isinstance(value, date) else value
        values[name] = known.start if known else None
        values[f"{name}_precision"] = known.precision if known else DAY
    return values


def ordered(
    code: str, earlier: PartialDate | date | None, later: PartialDate | date | None, pointer: str
) -> Iterator[Blocker]:
    """Blocker `code` when no day of the later span follows the earlier; unknown days pass."""
    if earlier is None or later is None:
        return
    first = earlier if isinstance(earlier, PartialDate) else PartialDate(earlier)
    second = later if isinstance(later, PartialDate) else PartialDate(later)
    if second.end < first.start:
        yield Blocker(code, {"earlier": str(first), "later": str(second)}, pointer)


def happened(*days: tuple[PartialDate | date | None, str]) -> Iterator[Blocker]:
    """Blockers for each day (with its pointer) that is in the future or before 2001."""
    for day, pointer in days:
        yield from not_in_future(day.start if isinstance(day, PartialDate) else day, pointer)
