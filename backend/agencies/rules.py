"""What an agency's life allows."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from agencies.models import (
    Agency,
    AgencyAlias,
    AgencyIdentifier,
    AgencyName,
    Ancestry,
    ScopeRule,
    Succession,
)
from agencies.queries import briefs
from core.days import PartialDate, happened, today
from core.rules import Blocker
from core.text import search_text

IDENTIFIER_FORMS = {
    "qcvn_102_2016": re.compile(r"\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}"),
    "qd_20_2020": re.compile(r"(?=.{3,35}$)[A-Z]\d{2}(?:\.[0-9A-Z]{1,3})*"),
}


def within_its_life(
    agency: Agency, *days: tuple[PartialDate | date | None, str]
) -> Iterator[Blocker]:
    """A fact of an agency lies within its life; unknown ends pass. Source: domain reference 2.5."""
    for day, pointer in days:
        if day is None:
            continue
        known = day if isinstance(day, PartialDate) else PartialDate(day)
        if agency.valid_to and known.start > agency.valid_to:
            yield ended(agency, pointer)
        if agency.valid_from and known.end < agency.valid_from:
            params = _named(agency) | {"began_on": agency.valid_from.isoformat()}
            yield Blocker("agency.not_yet", params, pointer)


def ended(agency: Agency, pointer: str) -> Blocker:
    """That the agency's life is over, with its last name beside its code."""
    day = agency.valid_to.isoformat() if agency.valid_to else ""
    return Blocker("agency.ended", _named(agency) | {"ended_on": day}, pointer)


def _named(agency: Agency) -> dict[str, str]:
    found = briefs(today(), [agency.pk]).get(agency.pk)
    return {"agency": agency.code, "name": found.name if found else agency.code}


def blockers_to_create(
    code: str, parent: Agency | None, valid_from: date | None, valid_to: date | None
) -> Iterator[Blocker]:
    """A code is used once for ever; a life begins before it ends. Source: domain reference 5.4."""
    yield from happened((valid_from, "/valid_from"))
    if Agency.objects.filter(code__iexact=code).exists():
        yield Blocker("agency.exists", {"code": code}, "/code")
    if valid_from and valid_to and valid_to < valid_from:
        yield Blocker(
            "agency.ended_before_started",
            {"began_on": valid_from.isoformat(), "ended_on": valid_to.isoformat()},
            "/valid_to",
        )
    if parent and valid_from:
        yield from within_its_life(parent, (valid_from, "/valid_from"))


def blockers_to_rename(agency: Agency, from_on: date) -> Iterator[Blocker]:
    """A new name begins on a day of its own, within the agency's life."""
    yield from happened((from_on, "/from_on"))
    yield from within_its_life(agency, (from_on, "/from_on"))
    if AgencyName.objects.filter(agency=agency, valid_from=from_on).exists() or (
        agency.valid_from == from_on
    ):
        yield Blocker("agency.named_that_day", {"day": from_on.isoformat()}, "/from_on")


def blockers_to_identify(
    agency: Agency, scheme: str, value: str, valid_from: date | None, valid_to: date | None
) -> Iterator[Blocker]:
    """An identifier has the form of its scheme, one holder and one value on a day.

    Source: domain reference 6.5.
    """
    if not IDENTIFIER_FORMS[scheme].fullmatch(value):
        yield Blocker("agency_identifier.malformed", {"value": value, "scheme": scheme}, "/value")
    if valid_from and valid_to and valid_to < valid_from:
        yield Blocker("agency_identifier.ended_before_started", {}, "/valid_to")
        return
    at_that_time = overlapping(valid_from, valid_to)
    same_scheme = AgencyIdentifier.objects.filter(at_that_time, scheme=scheme)
    if same_scheme.filter(agency=agency).exists():
        yield Blocker("agency_identifier.overlaps", {"scheme": scheme}, "/valid_from")
    taken = same_scheme.filter(value=value).exclude(agency=agency).select_related("agency").first()
    if taken:
        yield Blocker(
            "agency_identifier.taken", {"value": value, "agency": taken.agency.code}, "/value"
        )


def blockers_of_alias(agency: Agency, text: str) -> Iterator[Blocker]:
    """Another spelling is recorded once."""
    if AgencyAlias.objects.filter(agency=agency, search_text=search_text(text)).exists():
        yield Blocker("agency_alias.known", {"text": text}, "/text")


def blockers_to_succeed(succession: Succession) -> Iterator[Blocker]:
    """A reorganisation joins agencies that lived on its day, and never in a circle.

    The predecessor lives until the day (it may have ended the day before), the successor on it.
    Source: domain reference 5.4; contract 5.
    """
    day, before = succession.effective_on, succession.predecessor
    yield from happened((day, "/effective_on"))
    if before.valid_to and before.valid_to < day - timedelta(days=1):
        yield Blocker(
            "succession.predecessor_ended",
            {"agency": before.code, "ended_on": before.valid_to.isoformat()},
            "/predecessor",
        )
    if before.valid_from and before.valid_from >= day:
        yield Blocker(
            "succession.predecessor_not_yet",
            {"agency": before.code, "began_on": before.valid_from.isoformat()},
            "/predecessor",
        )
    if succession.successor is None:
        if succession.kind != "dissolve":
            yield Blocker("succession.successor_missing", {}, "/successor")
        elif not succession.decision:
            yield Blocker("succession.decision_missing", {}, "/decision")
        return
    yield from _blockers_of_successor(succession, succession.successor)


def _blockers_of_successor(succession: Succession, after: Agency) -> Iterator[Blocker]:
    before = succession.predecessor
    if succession.kind == "dissolve":
        yield Blocker("succession.dissolved_has_none", {}, "/successor")
    if after.pk == before.pk:
        yield Blocker("succession.of_itself", {}, "/successor")
    elif Ancestry.objects.filter(agency=before, predecessor=after).exists():
        yield Blocker(
            "succession.circle", {"agency": before.code, "other": after.code}, "/successor"
        )
    yield from within_its_life(after, (succession.effective_on, "/successor"))
    known = Succession.objects.filter(
        predecessor=before, successor=after, effective_on=succession.effective_on
    )
    if known.exists():
        yield Blocker("succession.known", {}, "/successor")


Held = dict[str, list[Any]]


def taken_of(held: Held, takes: dict[str, list[int]] | None) -> Held:
    """Of what an agency holds, that which its heir takes: all unless `takes` names it."""
    if takes is None:
        return held
    return {
        name: [row for row in rows if row.pk in takes.get(name, [])] for name, rows in held.items()
    }


def blockers_to_take(
    succession: Succession, held: Held, takes: dict[str, list[int]] | None
) -> Iterator[Blocker]:
    """Where an agency is split, each act names what its heir takes, of what is held still.

    Source: domain reference 2.7 T29.
    """
    if takes is None:
        if succession.kind == "split" and succession.successor and any(held.values()):
            counts = {name: len(rows) for name, rows in held.items()}
            yield Blocker("succession.takes_missing", counts, "/takes")
        return
    for name, ids in takes.items():
        strange = sorted(set(ids) - {row.pk for row in held.get(name, [])})
        if strange:
            params = {"ids": ", ".join(map(str, strange))}
            yield Blocker("succession.takes_elsewhere", params, f"/takes/{name}")


OF_ALL_PAIRS = {"/kind", "/effective_on", "/decision"}


def of_pair(place: int, told: Iterable[Blocker]) -> Iterator[Blocker]:
    """What is said of one pair of a reorganisation, pointing into the request: /pairs/1/successor.

    What all pairs share is said of the whole, and a reminder without a field stays one.
    """
    for each in told:
        own = each.pointer and each.pointer not in OF_ALL_PAIRS
        yield replace(each, pointer=f"/pairs/{place}{each.pointer}") if own else each


def blockers_of_scope(rule: ScopeRule) -> Iterator[Blocker]:
    """A rule is about a kind or about one agency, and not said twice for the same time.

    Source: contract 5.
    """
    if (rule.kind_id is None) == (rule.agency_id is None):
        yield Blocker("scope_rule.kind_or_agency", {}, "/kind")
    if rule.valid_from and rule.valid_to and rule.valid_to < rule.valid_from:
        yield Blocker("scope_rule.ended_before_started", {}, "/valid_to")
        return
    same = ScopeRule.objects.filter(
        overlapping(rule.valid_from, rule.valid_to),
        kind=rule.kind,
        agency=rule.agency,
        included=rule.included,
    ).exclude(pk=rule.pk)
    if same.exists():
        yield Blocker("scope_rule.overlaps", {}, "/valid_from")


def overlapping(valid_from: date | None, valid_to: date | None) -> Q:
    """Condition: dated rows that share a day with this span; open ends reach for ever."""
    shared = Q()
    if valid_to:
        shared &= Q(valid_from=None) | Q(valid_from__lte=valid_to)
    if valid_from:
        shared &= Q(valid_to=None) | Q(valid_to__gte=valid_from)
    return shared
