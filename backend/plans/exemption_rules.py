"""When an agency may be exempted from a deadline or the programme, and when that is ended."""

from collections.abc import Iterator
from datetime import date

from agencies.rules import within_its_life
from core.rules import Blocker
from plans.models import Exemption
from plans.queries import exemptions_overlapping, holders_between


def blockers_of_exemption(exemption: Exemption) -> Iterator[Blocker]:
    """An exemption rests on a decision, has an end, and is given once for the same days.

    Source: issue 3, time-limited exceptions; architecture 5.
    """
    first, last = exemption.from_on, exemption.to_on
    if last < first:
        params = {"earlier": first.isoformat(), "later": last.isoformat()}
        yield Blocker("exemption.to_before_from", params, "/to_on")
    if not exemption.number and exemption.document_id is None:
        yield Blocker("exemption.decision_missing", {}, "/number")
    held = holders_between(exemption.rollout, first, last) if exemption.rollout else []
    if held and exemption.agency not in held:
        yield Blocker("exemption.rollout_of_another", {}, "/rollout")
    yield from within_its_life(exemption.agency, (first, "/from_on"))
    if last >= first and exemptions_overlapping(exemption).exists():
        yield Blocker("exemption.overlaps", {"what": exemption.what}, "/from_on")
    if exemption.ended_on:
        yield from blockers_of_end(exemption, exemption.ended_on)


def blockers_of_end(exemption: Exemption, on: date) -> Iterator[Blocker]:
    """It is ended on a day on which it would still run; afterwards it is over by itself."""
    if not exemption.from_on <= on <= exemption.to_on:
        params = {"from_on": exemption.from_on.isoformat(), "to_on": exemption.to_on.isoformat()}
        yield Blocker("exemption.end_outside", params, "/on")


def blockers_to_end(exemption: Exemption) -> Iterator[Blocker]:
    """An exemption is ended once."""
    if exemption.ended_on:
        day = exemption.ended_on.isoformat()
        yield Blocker("exemption.already_ended", {"day": day}, "/on")
