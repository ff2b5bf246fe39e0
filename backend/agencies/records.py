"""Putting the register on record: rules, then rows. Called inside an open act."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from agencies import rules
from agencies.handover import Takes, counted_at_end, held_by, heritages
from agencies.models import (
    Agency,
    AgencyAlias,
    AgencyIdentifier,
    AgencyKind,
    AgencyKindPeriod,
    AgencyName,
    AgencyParent,
    ScopeRule,
    Succession,
)
from agencies.queries import touched_by_end_of
from agencies.spellings import aliases_of
from core.rules import Blocker, RuleBroken, refuse
from core.text import nfc, search_text, sort_key

ENDS_ITS_PREDECESSOR = {"merge", "split", "dissolve"}


def put_agency(
    *,
    code: str,
    name: str,
    name_en: str = "",
    kind: AgencyKind,
    parent: Agency | None = None,
    valid_from: date | None = None,
    valid_to: date | None = None,
    confidence: str = "",
) -> Agency:
    """An agency with its first name, kind and parent; one of the past has its end too."""
    refuse(rules.blockers_to_create(code, parent, valid_from, valid_to))
    agency = Agency.objects.create(
        code=code, valid_from=valid_from, valid_to=valid_to, confidence=confidence
    )
    _name(agency, name, name_en, valid_from, valid_to)
    AgencyKindPeriod.objects.create(agency=agency, kind=kind)
    if parent:
        AgencyParent.objects.create(agency=agency, parent=parent)
    for alias in aliases_of(nfc(name), kind.code):
        AgencyAlias.objects.create(agency=agency, text=alias, search_text=search_text(alias))
    return agency


def put_name(agency: Agency, *, name: str, name_en: str = "", from_on: date) -> AgencyName:
    """A name from a day on; the one before ends the day before, a later one keeps its days."""
    refuse(rules.blockers_to_rename(agency, from_on))
    current = (
        AgencyName.objects.filter(agency=agency).filter(rules.overlapping(from_on, from_on)).first()
    )
    ends = agency.valid_to
    if current:
        ends = current.valid_to
        current.valid_to = from_on - timedelta(days=1)
        current.save(update_fields=["valid_to"])
    return _name(agency, name, name_en, from_on, ends)


def _name(
    agency: Agency, name: str, name_en: str, valid_from: date | None, valid_to: date | None
) -> AgencyName:
    return AgencyName.objects.create(
        agency=agency,
        name=nfc(name),
        name_en=nfc(name_en),
        sort_key=sort_key(name),
        search_text=search_text(name),
        valid_from=valid_from,
        valid_to=valid_to,
    )


def put_identifier(
    agency: Agency,
    *,
    scheme: str,
    value: str,
    valid_from: date | None = None,
    valid_to: date | None = None,
) -> AgencyIdentifier:
    """An official identifier with the days on which it holds."""
    refuse(rules.blockers_to_identify(agency, scheme, value, valid_from, valid_to))
    return AgencyIdentifier.objects.create(
        agency=agency, scheme=scheme, value=value, valid_from=valid_from, valid_to=valid_to
    )


def put_alias(agency: Agency, *, text: str) -> AgencyAlias:
    """Another spelling under which sources cite the agency."""
    refuse(rules.blockers_of_alias(agency, text))
    return AgencyAlias.objects.create(agency=agency, text=nfc(text), search_text=search_text(text))


@dataclass(frozen=True)
class Effects:
    """What a reorganisation changes besides its own row.

    `held`: what the predecessor holds of each kind that moves; `taken`: what the heir gets of it;
    `counts`: what else is there on the last day; `warnings`: what is to be known of it, as it stood
    before anything moved; `last`: no later pair of the same reorganisation may take of the rest.
    """

    ends_on: date | None
    moved_children: list[AgencyParent] = field(default_factory=list)
    affected: dict[str, int] = field(default_factory=dict)
    held: dict[str, list[Any]] = field(default_factory=dict)
    taken: dict[str, list[Any]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    warnings: list[Blocker] = field(default_factory=list)
    last: bool = True

    def left(self) -> dict[str, int]:
        """How much of each kind that moves nobody takes; nothing while a later pair may."""
        if not self.last:
            return {}
        return {name: len(rows) - len(self.taken.get(name, [])) for name, rows in self.held.items()}


def effects_of(succession: Succession, takes: Takes = None, *, last: bool = True) -> Effects:
    """What would change: the predecessor's end, the bodies below it, what the heir takes over.

    A merger, a split and a dissolution end the predecessor the day before, unless it ended already.
    The heir takes all that is held, or what `takes` names. Source: domain reference 2.7 T29.
    """
    before, eve = succession.predecessor, succession.effective_on - timedelta(days=1)
    ends = succession.kind in ENDS_ITS_PREDECESSOR and (
        before.valid_to is None or before.valid_to > eve
    )
    children: list[AgencyParent] = []
    if ends and succession.kind == "merge":
        below = AgencyParent.objects.filter(
            rules.overlapping(succession.effective_on, succession.effective_on), parent=before
        )
        children = list(below.filter(agency__valid_to=None).exclude(agency=succession.successor_id))
    held = held_by(before) if succession.kind in ENDS_ITS_PREDECESSOR else {}
    return Effects(
        ends_on=eve if ends else None,
        moved_children=children,
        affected=touched_by_end_of(before),
        held=held,
        taken=rules.taken_of(held, takes) if succession.successor else {},
        counts=counted_at_end(before, eve) if ends else {},
        last=last,
    )


def put_successions(pairs: Sequence[tuple[Succession, Takes]]) -> list[Succession]:
    """A reorganisation of several agencies, each pair worked out after those before it.

    Every pair that is refused is named, and one refuses them all: the caller's act leaves nothing.
    """
    last = {succession.predecessor_id: place for place, (succession, _) in enumerate(pairs)}
    against: list[Blocker] = []
    unusual: list[Blocker] = []
    for place, (succession, takes) in enumerate(pairs):
        try:
            put_succession(succession, takes, last=last[succession.predecessor_id] == place)
        except RuleBroken as refusal:
            against += rules.of_pair(place, refusal.blockers)
            unusual += rules.of_pair(place, refusal.warnings)
        else:
            warnings = list(rules.of_pair(place, succession.effects.warnings))
            succession.effects = replace(succession.effects, warnings=warnings)
            unusual += warnings
    refuse(against, warnings=unusual)
    return [succession for succession, _ in pairs]


def put_succession(succession: Succession, takes: Takes = None, *, last: bool = True) -> Succession:
    """A reorganisation with its effects; the rows of the past stay as they are."""
    effects = checked_effects(succession, takes, last=last)
    succession.save()
    if effects.ends_on:
        _end(succession.predecessor, effects.ends_on)
    if succession.successor:
        for below in effects.moved_children:
            _move(below, succession.successor, succession)
        for name, rows in effects.taken.items():
            heritages()[name].hand_on(rows, succession.successor, succession.effective_on)
    succession.effects = effects
    return succession


def checked_effects(succession: Succession, takes: Takes = None, *, last: bool = True) -> Effects:
    """What a reorganisation would change; raises RuleBroken with every reason against it."""
    effects = effects_of(succession, takes, last=last)
    effects = replace(effects, warnings=list(warnings_of_succession(succession, effects)))
    refuse(
        [
            *rules.blockers_to_succeed(succession),
            *rules.blockers_to_take(succession, effects.held, takes),
        ],
        warnings=effects.warnings,
    )
    return effects


def warnings_of_succession(succession: Succession, effects: Effects) -> Iterator[Blocker]:
    """What is to be known of a reorganisation before it is recorded. Source: 2.7 T29, 4."""
    left, findings = effects.left(), effects.counts.get("open_findings", 0)
    if succession.successor is None:
        left["open_findings"], findings = findings, 0
    if findings:
        yield Blocker("succession.findings_transferred", {"count": findings}, "/successor")
    if effects.last and any(left.values()):
        yield Blocker("succession.left_behind", left, "/takes")
    if effects.counts.get("certificates"):
        yield Blocker("succession.certifier_to_be_told", {"count": effects.counts["certificates"]})
    if succession.successor:
        for name, rows in effects.taken.items():
            yield from heritages()[name].warnings(rows, succession.successor)


def _end(agency: Agency, day: date) -> None:
    agency.valid_to = day
    agency.save(update_fields=["valid_to"])
    for name in AgencyName.objects.filter(rules.overlapping(day, day), agency=agency):
        name.valid_to = day
        name.save(update_fields=["valid_to"])


def _move(below: AgencyParent, to: Agency, succession: Succession) -> None:
    until = below.valid_to
    below.valid_to = succession.effective_on - timedelta(days=1)
    if below.valid_from and below.valid_from > below.valid_to:
        below.delete()
    else:
        below.save(update_fields=["valid_to"])
    AgencyParent.objects.create(
        agency_id=below.agency_id,
        parent=to,
        valid_from=succession.effective_on,
        valid_to=until,
        confidence=succession.confidence,
    )


def put_scope_rule(**given: Any) -> ScopeRule:
    """A rule that says whom the programme obliges, from when, on what basis."""
    rule = ScopeRule(**given)
    refuse(rules.blockers_of_scope(rule))
    rule.save()
    return rule


def keep_scope_rule(rule: ScopeRule, changes: dict[str, Any]) -> ScopeRule:
    """The rule as it should have been written, confirmed, or ended."""
    for name, told in changes.items():
        setattr(rule, name, told)
    refuse(rules.blockers_of_scope(rule))
    rule.save(update_fields=list(changes))
    return rule
