"""What an agency's life allows."""

from collections.abc import Iterator
from datetime import date

from agencies.models import Agency
from core.days import PartialDate
from core.rules import Blocker


def within_its_life(
    agency: Agency, *days: tuple[PartialDate | date | None, str]
) -> Iterator[Blocker]:
    """A fact of an agency lies within its life; unknown ends pass. Source: domain reference 2.5."""
    for day, pointer in days:
        if day is None:
            continue
        known = day if isinstance(day, PartialDate) else PartialDate(day)
        if agency.valid_to and known.start > agency.valid_to:
            yield Blocker(
                "agency.ended",
                {"agency": agency.code, "ended_on": agency.valid_to.isoformat()},
                pointer,
            )
        if agency.valid_from and known.end < agency.valid_from:
            yield Blocker(
                "agency.not_yet",
                {"agency": agency.code, "began_on": agency.valid_from.isoformat()},
                pointer,
            )
