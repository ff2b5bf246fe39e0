"""Reporting periods: a year, a half, a quarter, a month."""

import re
from dataclasses import dataclass
from datetime import date

from core.days import MONTH, add_months, span_end, today
from core.rules import Malformed

_FORM = re.compile(r"(20[0-9]{2})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?")


@dataclass(frozen=True)
class Period:
    """A span of whole months; `code` is 2026, 2026-H1, 2026-Q3 or 2026-07."""

    code: str
    start: date
    end: date

    @property
    def day(self) -> date:
        """The day on which its figures are shown: its last one, or today while it runs."""
        return min(self.end, today())

    @property
    def runs(self) -> bool:
        """Whether its last day is still to come."""
        return self.end > today()


def period_named(text: str) -> Period:
    """The period of a code; raises Malformed for another text and for one that has not begun."""
    found = _FORM.fullmatch(text) if len(text) <= 7 else None
    if found is None:
        raise Malformed(("/period", "parameter.invalid", {"value": text[:40]}))
    year, half, quarter, month = (int(part) if part else None for part in found.groups())
    first, months = 1, 12
    if half:
        first, months = 6 * half - 5, 6
    elif quarter:
        first, months = 3 * quarter - 2, 3
    elif month:
        first, months = month, 1
    start = date(year or 0, first, 1)
    if start > today():
        raise Malformed(("/period", "day.in_future", {"day": start.isoformat()}))
    return Period(text, start, span_end(add_months(start, months - 1), MONTH))
