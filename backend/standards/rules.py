"""What a number of the law and a date of an edition must say before they hold."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from core.days import not_before_2001, ordered
from core.rules import Blocker
from standards.models import EditionDate, PolicyValue

# Beyond these a day that is counted from one of the programme would leave the calendar.
MOST = {"months": 600, "days": 18_250, "hours": 8_760, "mb": 1_000, "0/1": 1}
# ISO 9001 was first published in 1987.
FIRST_STANDARD = date(1987, 1, 1)


def blockers_of_value(
    previous: PolicyValue | None, value: Decimal, unit: str, valid_from: date
) -> Iterator[Blocker]:
    """A new value follows one of the same code and unit, on a later day.

    Source: domain reference, golden rule: numbers of the law are dated rows.
    """
    if previous is None:
        yield Blocker("policy_value.unknown", {}, "/code")
        return
    if unit and unit != previous.unit:
        yield Blocker("policy_value.other_unit", {"unit": previous.unit}, "/unit")
    yield from _within_reason(value, previous.unit)
    yield from not_before_2001(valid_from, "/valid_from")
    if previous.valid_from and valid_from <= previous.valid_from:
        yield Blocker(
            "policy_value.not_later", {"day": previous.valid_from.isoformat()}, "/valid_from"
        )


def blockers_to_correct_value(
    before: PolicyValue | None, corrected: PolicyValue, moved: bool
) -> Iterator[Blocker]:
    """A corrected value keeps its place among the values of its code, so that no day has none.

    Source: domain reference, golden rule.
    """
    yield from _within_reason(corrected.value, corrected.unit)
    if not moved or corrected.valid_from is None:
        return
    if before is None:
        yield Blocker("policy_value.first_has_no_day", {}, "/valid_from")
        return
    yield from not_before_2001(corrected.valid_from, "/valid_from")
    if before.valid_from and corrected.valid_from <= before.valid_from:
        yield Blocker(
            "policy_value.not_later", {"day": before.valid_from.isoformat()}, "/valid_from"
        )
    if corrected.valid_to and corrected.valid_from > corrected.valid_to:
        yield Blocker(
            "policy_value.not_earlier", {"day": corrected.valid_to.isoformat()}, "/valid_from"
        )


def _within_reason(value: Decimal, unit: str) -> Iterator[Blocker]:
    """Days and months are counted in whole numbers, and not in centuries."""
    if value != value.to_integral_value():
        yield Blocker("policy_value.not_whole", {}, "/value")
    if value > MOST.get(unit, value):
        yield Blocker("policy_value.too_large", {"most": MOST[unit]}, "/value")


def blockers_of_date(known: EditionDate) -> Iterator[Blocker]:
    """A date of an edition is said once, in order, and confirmed only with a day and a source.

    The end names the track whose proofs end. Source: domain reference 1.2.
    """
    if known.what == "void" and not known.track:
        yield Blocker("edition_date.track_missing", {}, "/track")
    if known.what != "void" and known.track:
        yield Blocker("edition_date.track_unneeded", {}, "/track")
    others = EditionDate.objects.filter(edition__code=known.edition_id).exclude(pk=known.pk)
    if others.filter(what=known.what, track=known.track).exists():
        yield Blocker("edition_date.known", {}, "/what")
    if known.confirmed and known.on is None:
        yield Blocker("edition_date.confirmed_without_day", {}, "/on")
    if known.confirmed and not known.source:
        yield Blocker("edition_date.confirmed_without_source", {}, "/source")
    if known.on is None:
        return
    if known.on < FIRST_STANDARD:
        yield Blocker("edition_date.too_early", {"day": known.on.isoformat()}, "/on")
    place = EditionDate.WHAT.index(known.what)
    for other in others.exclude(what=known.what).exclude(on=None):
        follows = EditionDate.WHAT.index(other.what) < place
        first, second = (other, known) if follows else (known, other)
        # A country may take a standard over late: only ISO's own order is sure.
        if "tcvn_published" in (first.what, second.what) and first.what != "iso_published":
            continue
        yield from ordered("edition_date.out_of_order", first.on, second.on, "/on")
