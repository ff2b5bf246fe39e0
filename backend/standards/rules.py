"""What a number of the law must say before it holds."""

from collections.abc import Iterator
from datetime import date

from core.rules import Blocker
from standards.models import PolicyValue


def blockers_of_value(
    previous: PolicyValue | None, unit: str, valid_from: date
) -> Iterator[Blocker]:
    """A new value follows one of the same code and unit, on a later day.

    Source: domain reference, golden rule: numbers of the law are dated rows.
    """
    if previous is None:
        yield Blocker("policy_value.unknown", {}, "/code")
        return
    if unit and unit != previous.unit:
        yield Blocker("policy_value.other_unit", {"unit": previous.unit}, "/unit")
    if previous.valid_from and valid_from <= previous.valid_from:
        yield Blocker(
            "policy_value.not_later", {"day": previous.valid_from.isoformat()}, "/valid_from"
        )
