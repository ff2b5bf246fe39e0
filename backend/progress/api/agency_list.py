"""progress/agencies: the agencies of a day, filtered and ordered by what is stored or derived."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from rest_framework.request import Request

from acts.api.reading import only_known_parameters, picked, truth
from acts.permissions import AT_HOME
from agencies.models import AgencyKind
from agencies.queries import agencies_in_scope_on, visible_to
from core.labels import label_groups
from core.paging import DEFAULT_LIMIT, MAX_LIMIT, MAX_OFFSET, envelope, page_of, whole_number
from core.rules import Malformed
from core.text import search_text
from progress import figures
from progress.agencies import (
    KEPT,
    AgencyOnDay,
    agencies_among,
    agencies_on,
)
from progress.flags import expiring, fresh, next_deadline
from progress.rows import agency_row, days_in_stage, sorted_rows
from progress.stages import STAGES
from progress.summaries import in_rate
from progress.yardsticks import Yardsticks
from standards.models import TRACKS, Edition

PLAIN = {"limit", "offset", "fields", "as_of", "kind", "search", "in_scope"}
DERIVED = {
    "stage",
    "edition",
    "track",
    "flag",
    "maintained",
    "cell",
    "has_list",
    "with_rollout",
    "expiring",
    "rate",
    "fresh",
    "figure",
}
RATES = ["approved", "documented", "proven", "maintained"]
PARTS = ["numerator", "confirmed", "implied"]
STORED_ORDER = {"name": "sort_key", "code": "code", "kind": "kind_on_day"}


def page_of_agencies(request: Request, day: date) -> dict[str, Any]:
    """The page asked for. Chosen by stored columns, only its agencies are computed; filtered or
    ordered by something derived, all of them are, and so they are where the day is kept."""
    only_known_parameters(request, PLAIN | DERIVED | {"ordering"})
    given = {name: request.query_params.getlist(name) for name in request.query_params}
    scope = truth(request, "in_scope")
    scope = True if scope is None else scope
    terms = order_terms(request, {*STORED_ORDER, *_KEYS})
    check_codes(given)
    derived = DERIVED & set(given) or any(name not in STORED_ORDER for name, _ in terms)
    at_hand = request.user.role not in AT_HOME and KEPT.holds(day)
    if derived or not scope or at_hand:
        return _computed(request, day, given, scope, terms)
    return _page_first(request, day, given, terms)


def order_terms(request: Request, known: set[str]) -> list[tuple[str, bool]]:
    """?ordering=a,-b as (name, descending); an unknown name is refused."""
    terms = []
    for part in request.query_params.getlist("ordering"):
        for term in filter(None, part.split(",")):
            if term.lstrip("-") not in known:
                raise Malformed(("/ordering", "parameter.invalid", {"value": term[:60]}))
            terms.append((term.lstrip("-"), term.startswith("-")))
    return terms


def check_codes(given: dict[str, list[str]]) -> None:
    """Refuse a value that is in no catalogue."""
    kinds = AgencyKind.objects.values_list("code", flat=True) if "kind" in given else ()
    editions = Edition.objects.values_list("code", flat=True) if "edition" in given else ()
    known = {
        "kind": kinds,
        "edition": editions,
        "stage": STAGES,
        "cell": [*STAGES, "no_data"],
        "track": TRACKS,
        "flag": label_groups()["flags"],
        "maintained": ["yes", "no", "unknown"],
        "rate": [f"{code}:{part}" for code in RATES for part in PARTS],
        "figure": figures.codes(),
    }
    for name, values in known.items():
        for value in given.get(name, []):
            if value not in values:
                raise Malformed((f"/{name}", "parameter.invalid", {"value": value[:60]}))


def _page_first(
    request: Request, day: date, given: dict[str, list[str]], terms: list[tuple[str, bool]]
) -> dict[str, Any]:
    rows = visible_to(request.user, agencies_in_scope_on(day), "pk")
    if "kind" in given:
        rows = rows.filter(kind_on_day__in=given["kind"])
    if "search" in given:
        rows = rows.filter(search_on_day__contains=search_text(given["search"][-1]))
    order = [f"{'-' if down else ''}{STORED_ORDER[name]}" for name, down in terms] or ["sort_key"]
    limit = whole_number(request, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT)
    offset = whole_number(request, "offset", 0, 0, MAX_OFFSET)
    ids = list(rows.order_by(*order, "pk").values_list("pk", flat=True))
    agencies, yard = agencies_among(day, ids[offset : offset + limit])
    page = [agency_row(agency, yard) for agency in agencies]
    return envelope(picked(page, request), len(ids), request, day)


def _computed(
    request: Request,
    day: date,
    given: dict[str, list[str]],
    scope: bool,
    terms: list[tuple[str, bool]],
) -> dict[str, Any]:
    agencies, yard = agencies_on(day, request.user, scope=scope)
    tests = matches(request, yard)
    asked = [(tests[name], values) for name, values in given.items() if name in tests]
    kept = [a for a in agencies if all(any(test(a, v) for v in values) for test, values in asked)]
    kept.sort(key=lambda agency: (agency.sort_key, agency.id))
    keys = {name: (lambda a, key=key: key(a, yard)) for name, key in _KEYS.items()}
    page = page_of(sorted_rows(kept, terms, keys), request, day)
    rows = [agency_row(agency, yard) for agency in page["results"]]
    return {**page, "results": picked(rows, request)}


Match = Callable[[AgencyOnDay, str], bool]


def matches(request: Request, yard: Yardsticks) -> dict[str, Match]:
    """By parameter: whether an agency answers one of its values."""
    asked = request.query_params.getlist("figure")
    years = figures.years_of_agencies(yard) if figures.needs_year(asked) else {}
    unknown = figures.YearOfAgency()
    spelled = cache(search_text)  # once for each value, not for each agency

    def in_figure(agency: AgencyOnDay, value: str) -> bool:
        year = years.get(agency.id, unknown)
        return figures.counted(figures.Asked(agency, yard, year), value)

    def as_told(name: str, holds: Callable[[AgencyOnDay], bool]) -> Match:
        wanted = truth(request, name)
        return lambda agency, _: holds(agency) == wanted

    return {
        "kind": lambda a, value: a.kind == value,
        "search": lambda a, value: spelled(value) in a.search_text,
        "stage": lambda a, value: a.stage == value,
        "cell": lambda a, value: ("no_data" if a.no_data else a.stage) == value,
        "edition": lambda a, value: a.current is not None and a.current.edition == value,
        "track": lambda a, value: a.current is not None and a.current.track == value,
        "flag": lambda a, value: value in a.flags,
        "maintained": lambda a, value: a.maintained == value,
        "figure": in_figure,
        "rate": lambda a, value: in_rate(a, *value.split(":")),
        "has_list": as_told("has_list", lambda a: a.listing is not None),
        "with_rollout": as_told("with_rollout", lambda a: bool(a.rollouts)),
        "fresh": as_told("fresh", lambda a: fresh(a, yard)),
        "expiring": as_told("expiring", lambda a: expiring(a.current, yard)),
    }


def _share(agency: AgencyOnDay) -> float | None:
    listing = agency.listing
    return listing.in_effect / listing.listed if listing else None


def _deadline(agency: AgencyOnDay, yard: Yardsticks) -> date | None:
    deadline = next_deadline(agency, yard)
    return deadline["due_on"] if deadline else None


_KEYS: dict[str, Callable[[AgencyOnDay, Yardsticks], Any]] = {
    "name": lambda agency, yard: agency.sort_key,
    "code": lambda agency, yard: agency.code,
    "kind": lambda agency, yard: agency.kind,
    "stage": lambda agency, yard: (
        -1 if agency.no_data else len(STAGES) - STAGES.index(agency.stage)
    ),
    "stage_since": lambda agency, yard: agency.current.stage_since if agency.current else None,
    "days_in_stage": lambda agency, yard: days_in_stage(agency.current, yard.day),
    "edition": lambda agency, yard: agency.current.edition if agency.current else None,
    "track": lambda agency, yard: agency.current.track if agency.current else None,
    "maintained": lambda agency, yard: agency.maintained,
    "documents": lambda agency, yard: _share(agency),
    "findings_open": lambda agency, yard: agency.current.open if agency.current else None,
    "findings_overdue": lambda agency, yard: agency.current.overdue if agency.current else None,
    "next_deadline": _deadline,
    "in_scope": lambda agency, yard: agency.in_scope,
    "fresh_on": lambda agency, yard: agency.fresh_on,
    "rollout": lambda agency, yard: agency.current.id if agency.current else None,
    "real": lambda agency, yard: agency.current.real if agency.current else None,
}
