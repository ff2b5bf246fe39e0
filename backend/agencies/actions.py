"""The acts on the register; each passes the gate once."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from acts.gate import NotKept, acting, needs_reason
from acts.permissions import Actor
from agencies import records
from agencies.handover import Takes, heritages
from agencies.models import Agency, AgencyKind, ScopeRule, Succession
from agencies.queries import province


def create_agency(*, reason: str = "", by: Actor, **given: Any) -> Agency:
    """Add an agency, also one that existed only in the past."""
    with acting("agency.create", by=by, on=province(), reason=reason):
        return records.put_agency(**given)


def rename_agency(
    agency: Agency, *, name: str, name_en: str = "", from_on: date, reason: str = "", by: Actor
) -> Agency:
    """Give an agency another name from a day on; the earlier name stays for the days before."""
    with acting("agency.rename", by=by, on=_itself(agency), reason=reason) as locked:
        records.put_name(locked, name=name, name_en=name_en, from_on=from_on)
        return locked


def identify_agency(
    agency: Agency,
    *,
    scheme: str,
    value: str,
    valid_from: date | None = None,
    valid_to: date | None = None,
    reason: str = "",
    by: Actor,
) -> Agency:
    """Record an official identifier of an agency."""
    with acting("agency.identify", by=by, on=_itself(agency), reason=reason) as locked:
        records.put_identifier(
            locked, scheme=scheme, value=value, valid_from=valid_from, valid_to=valid_to
        )
        return locked


def add_alias(agency: Agency, *, text: str, reason: str = "", by: Actor) -> Agency:
    """Record another spelling of an agency's name."""
    with acting("agency.alias", by=by, on=_itself(agency), reason=reason) as locked:
        records.put_alias(locked, text=text)
        return locked


def succeed_agency(
    predecessor: Agency,
    successor: Agency | None,
    *,
    kind: str,
    effective_on: date,
    decision: str = "",
    takes: Takes = None,
    reason: str = "",
    by: Actor,
) -> Succession:
    """Record what became of an agency; the register is locked as a whole, then both agencies.

    Its rollouts in progress and unanswered tasks go to the heir (all, or those that `takes` names
    by id); its open findings follow them. Its accounts end with it.
    """
    paper = {"kind": kind, "effective_on": effective_on, "decision": decision}
    with acting("agency.succeed", by=by, on=province(), reason=reason):
        (succession,) = _locked([(predecessor, successor)], paper)
        return records.put_succession(succession, takes)


def reorganise_agencies(
    pairs: Sequence[dict[str, Any]],
    *,
    kind: str,
    effective_on: date,
    decision: str = "",
    dry_run: bool = False,
    reason: str = "",
    by: Actor,
) -> list[Succession]:
    """Record what became of several agencies in one act: every pair in its order, or none.

    A pair holds `predecessor`, and `successor` and `takes` where there are any, each as for
    succeed_agency. A dry run comes back unsaved, with `pk` None. Raises RuleBroken with every
    reason against every pair.
    """
    paper = {"kind": kind, "effective_on": effective_on, "decision": decision}
    with acting("agency.succeed", by=by, on=province(), reason=reason):
        named = [(pair["predecessor"], pair.get("successor")) for pair in pairs]
        takes = [pair.get("takes") for pair in pairs]
        made = records.put_successions(list(zip(_locked(named, paper), takes, strict=True)))
        if dry_run:
            raise NotKept
    if dry_run:
        for succession in made:
            succession.pk = None
    return made


def _locked(
    pairs: Sequence[tuple[Agency, Agency | None]], paper: dict[str, Any]
) -> list[Succession]:
    """The pairs as successions of agencies as they stand now, locked with all that may move."""
    ends = {agency.pk for pair in pairs for agency in pair if agency}
    rows = Agency.objects.select_for_update().filter(pk__in=ends).order_by("pk")
    fresh = {agency.pk: agency for agency in rows}
    for pk in sorted({predecessor.pk for predecessor, _ in pairs}):
        for heritage in heritages().values():  # what moves waits for acts that are under way
            list(heritage.held(fresh[pk]).select_for_update(of=("self",)))
    return [
        Succession(
            predecessor=fresh[predecessor.pk],
            successor=fresh[successor.pk] if successor else None,
            **paper,
        )
        for predecessor, successor in pairs
    ]


def record_scope_rule(
    *,
    kind: AgencyKind | None = None,
    agency: Agency | None = None,
    reason: str = "",
    by: Actor,
    **given: Any,
) -> ScopeRule:
    """Say whom the programme obliges; the register is locked as a whole."""
    with acting("scope.record", by=by, on=province(), reason=reason):
        return records.put_scope_rule(kind=kind, agency=agency, **given)


def correct_scope_rule(
    rule: ScopeRule, changes: dict[str, Any], *, reason: str, by: Actor
) -> ScopeRule:
    """Correct a rule that was written wrong, or confirm it; past days are counted anew."""
    needs_reason(reason)
    with acting("scope.correct", by=by, on=province(), reason=reason):
        return records.keep_scope_rule(ScopeRule.objects.get(pk=rule.pk), changes)


def end_scope_rule(rule: ScopeRule, *, valid_to: date, reason: str = "", by: Actor) -> ScopeRule:
    """Say which day is the last on which a rule obliges (or excludes) somebody."""
    needs_reason(reason)
    with acting("scope.end", by=by, on=province(), reason=reason):
        rule = ScopeRule.objects.get(pk=rule.pk)
        return records.keep_scope_rule(rule, {"valid_to": valid_to})


def _itself(agency: Agency) -> Any:
    return Agency.objects.filter(pk=agency.pk)
