"""The first day after today on which a record differs without any act."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet

from agencies.models import (
    Agency,
    AgencyIdentifier,
    AgencyKindPeriod,
    AgencyName,
    ScopeRule,
    Succession,
)
from audits.queries import due_on_day, findings_open_on
from certificates.models import Certificate
from core.days import add_months
from documents.models import Document, DocumentVersion
from plans.models import Exemption, RolloutHolder
from plans.queries import tasks_given_on
from progress.agencies import AgencyOnDay
from progress.yardsticks import Yardsticks
from standards.models import EditionDate, PolicyValue

NEXT = timedelta(days=1)
Days = dict[int, set[date]]


def next_changes(agencies: list[AgencyOnDay], yard: Yardsticks) -> dict[int, date]:
    """Agency → the first day after the yardsticks' on which something it tells begins or ends."""
    day, found = yard.day, defaultdict[int, set[date]](set)
    ids = [agency.id for agency in agencies]
    shared = _of_everybody(day)
    current = {a.current.id: a.id for a in agencies if a.current}
    listing = {a.listing.id: a.id for a in agencies if a.listing}
    held = {rollout.id: a.id for a in agencies for rollout in a.rollouts}
    for agency in agencies:
        found[agency.id] |= {*shared, *_of_itself(agency, yard)}
    _dated(found, ids, day)
    _exemptions(found, ids, day)
    _tasks(found, [a for a in agencies if "overdue" not in a.flags and not a.exempt], day)
    _findings(found, {pk: a for pk, a in current.items()}, agencies, day)
    _documents(found, listing, day)
    starting = Certificate.objects.filter(rollout__in=held, counts_on__gt=day)
    for rollout, on in starting.values_list("rollout_id", "counts_on"):
        found[held[rollout]].add(on)
    return {pk: min(later) for pk, days in found.items() if (later := [d for d in days if d > day])}


def _of_everybody(day: date) -> set[date]:
    """Days on which a number of the law, an edition or a rule of scope begins or ends."""
    days = set(EditionDate.objects.filter(on__gt=day).values_list("on", flat=True))
    for model in (PolicyValue, ScopeRule):
        days |= _ends(model._default_manager.values_list("valid_from", "valid_to"))
    return {on for on in days if on and on > day}


def _ends(spans: Iterable[tuple[date | None, date | None]]) -> set[date]:
    """First days of spans, and the first days after them."""
    return {on for start, end in spans for on in (start, end + NEXT if end else None) if on}


def _of_itself(agency: AgencyOnDay, yard: Yardsticks) -> list[date]:
    days = []
    if agency.maintained == "yes" and agency.latest_internal_audit and agency.latest_review:
        oldest = min(agency.latest_internal_audit, agency.latest_review)
        on = add_months(oldest, yard.maintenance_months)
        while add_months(on, -yard.maintenance_months) <= oldest:
            on += NEXT
        days.append(on)
    if agency.current and agency.current.valid_to:
        days.append(agency.current.valid_to + NEXT)
    return days


def _dated(found: Days, ids: list[int], day: date) -> None:
    """Names, kinds, identifiers, rollouts held, the agency itself, and what it comes from."""
    for model in (AgencyName, AgencyKindPeriod, AgencyIdentifier):
        rows: QuerySet[Any] = model._default_manager.filter(agency__in=ids)
        rows = rows.filter(Q(valid_from__gt=day) | Q(valid_to__gte=day))
        _add(found, rows.values_list("agency_id", "valid_from", "valid_to"))
    lives = Agency.objects.filter(pk__in=ids, valid_to__gte=day)
    _add(found, lives.values_list("pk", "valid_from", "valid_to"))
    holdings = RolloutHolder.objects.filter(Q(held_from__gt=day) | Q(held_to__gte=day))
    holdings = holdings.filter(agency__in=ids)
    _add(found, holdings.values_list("agency_id", "held_from", "held_to"))
    coming = Succession.objects.filter(successor__in=ids, effective_on__gt=day)
    for agency, on in coming.values_list("successor_id", "effective_on"):
        found[agency].add(on)


def _add(found: Days, rows: Iterable[tuple[Any, ...]]) -> None:
    for agency, start, end in rows:
        found[agency] |= _ends([(start, end)])


def _exemptions(found: Days, ids: list[int], day: date) -> None:
    rows = Exemption.objects.filter(agency__in=ids, to_on__gte=day)
    for agency, start, end, ended in rows.values_list("agency_id", "from_on", "to_on", "ended_on"):
        found[agency] |= {start, min(end + NEXT, ended) if ended else end + NEXT}


def _tasks(found: Days, agencies: list[AgencyOnDay], day: date) -> None:
    """A task that becomes overdue, where nothing is yet; an exemption stops its clock."""
    rows = tasks_given_on(day).filter(agency__in=[a.id for a in agencies], due_on__gte=day)
    for agency, due_on in rows.values_list("agency_id", "due_on"):
        if due_on:
            found[agency].add(due_on + NEXT)


def _findings(found: Days, current: dict[int, int], agencies: list[AgencyOnDay], day: date) -> None:
    """A finding of the current rollout that becomes overdue."""
    exempt = {agency.id for agency in agencies if agency.exempt}
    asked = [rollout for rollout, agency in current.items() if agency not in exempt]
    rows = findings_open_on(day).filter(rollout__in=asked, source_kind="external")
    rows = rows.annotate(due_on_day=due_on_day(day)).filter(due_on_day__gte=day)
    for rollout, due_on in rows.values_list("rollout_id", "due_on_day"):
        if due_on:
            found[current[rollout]].add(due_on + NEXT)


def _documents(found: Days, listing: dict[int, int], day: date) -> None:
    """A document that will be listed, take effect or be withdrawn."""
    documents = Document.objects.filter(rollout__in=listing)
    coming = documents.filter(Q(counts_on__gt=day) | Q(withdrawn_on__gt=day))
    told = list(coming.values_list("rollout_id", "counts_on", "withdrawn_on"))
    versions = DocumentVersion.objects.filter(document__rollout__in=listing).filter(
        Q(issued_on__gt=day) | Q(effective_on__gt=day) | Q(withdrawn_on__gt=day)
    )
    told += versions.annotate(rollout_id=F("document__rollout_id")).values_list(
        "rollout_id", "issued_on", "effective_on", "withdrawn_on"
    )  # type: ignore[arg-type]
    for rollout, *days in told:
        found[listing[rollout]] |= {on for on in days if on}
