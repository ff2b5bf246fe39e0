"""Agencies on a day: who existed, under which name and kind, and whether the programme obliged them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet

from acts.permissions import Actor, Role
from agencies.models import Agency, AgencyName, Ancestry, ScopeRule, valid_on
from core.text import search_text

AT_HOME = {Role.OFFICER.value, Role.HEAD.value}


@dataclass(frozen=True)
class Brief:
    """An agency as it is named on a day."""

    code: str
    name: str
    kind: str
    sort_key: str = ""

    def as_row(self) -> dict[str, str]:
        return {"code": self.code, "name": self.name, "kind": self.kind}


def existing_on(day: date) -> Q:
    """Condition: the agency exists on the day."""
    return valid_on(day)


def in_scope_on(day: date) -> Q:
    """Condition: a rule by kind or by agency obliges the agency on the day, and none excludes it."""
    rules = ScopeRule.objects.filter(valid_on(day))
    own = rules.filter(agency=OuterRef("pk"))
    by_kind = rules.filter(kind=OuterRef("kind_on_day"), included=True)
    return (
        valid_on(day)
        & ~Q(Exists(own.filter(included=False)))
        & (Q(Exists(own.filter(included=True))) | Q(Exists(by_kind)))
    )


def named_on(day: date, agencies: QuerySet[Agency] | None = None) -> QuerySet[Agency]:
    """Agencies with `name_on_day`, `name_en_on_day`, `kind_on_day` and `sort_key` of that day."""
    rows = Agency.objects.all() if agencies is None else agencies
    return rows.annotate(
        _name=FilteredRelation("names", condition=valid_on(day, "names__")),
        _kind=FilteredRelation("kinds", condition=valid_on(day, "kinds__")),
    ).annotate(
        name_on_day=F("_name__name"),
        name_en_on_day=F("_name__name_en"),
        sort_key=F("_name__sort_key"),
        search_on_day=F("_name__search_text"),
        kind_on_day=F("_kind__kind"),
    )


def agencies_in_scope_on(day: date) -> QuerySet[Agency]:
    """The agencies that the programme obliges on the day, named as of it."""
    return named_on(day).filter(in_scope_on(day))


def ids_in_scope_on(day: date) -> QuerySet[Any]:
    """Ids of the agencies in scope, as a sub-query."""
    return agencies_in_scope_on(day).values("pk")


def briefs(day: date, ids: Iterable[int | None]) -> dict[int, Brief]:
    """Agencies by id as named on the day; before its first or after its last name, the nearest.

    One query for any number of agencies.
    """
    wanted = {pk for pk in ids if pk is not None}
    if not wanted:
        return {}
    rows = (
        AgencyName.objects.filter(agency__in=wanted)
        .annotate(
            _kind=FilteredRelation("agency__kinds", condition=valid_on(day, "agency__kinds__")),
        )
        .values_list(
            "agency_id", "agency__code", "name", "sort_key", "valid_from", "valid_to", "_kind__kind"
        )
        .order_by("agency_id", F("valid_from").asc(nulls_first=True))
    )
    found: dict[int, Brief] = {}
    fits: set[int] = set()
    for pk, code, name, key, start, end, kind in rows:
        covers = (start is None or start <= day) and (end is None or end >= day)
        past = start is not None and start <= day
        if pk not in found or covers or (past and pk not in fits):
            found[pk] = Brief(code, name, kind or "", key)
        if covers:
            fits.add(pk)
    missing_kind = [pk for pk, brief in found.items() if not brief.kind]
    if missing_kind:
        kinds = dict(
            Agency.objects.filter(pk__in=missing_kind).values_list("pk", "kinds__kind")
        )
        for pk, kind in kinds.items():
            found[pk] = Brief(found[pk].code, found[pk].name, kind or "", found[pk].sort_key)
    return found


def visible_to(user: Actor, rows: QuerySet[Any], *paths: str) -> QuerySet[Any]:
    """The rows that this user may see; `paths` lead from the row to an agency's id.

    An officer and a head see their own agency and its predecessors, everybody else the province.
    """
    if user.role not in AT_HOME:
        return rows
    before = Ancestry.objects.filter(agency=user.agency_id).values("predecessor_id")
    mine = Q()
    for path in paths:
        mine |= Q(**{path: user.agency_id}) | Q(**{f"{path}__in": before})
    return rows.filter(mine)


def find_by_name(text: str, day: date) -> Agency | None:
    """The agency that a source means by this name on that day; aliases count too."""
    key = search_text(text)
    by_name = AgencyName.objects.filter(valid_on(day), search_text=key).select_related("agency")
    names = list(by_name[:2])
    if len(names) == 1:
        return names[0].agency
    return Agency.objects.filter(valid_on(day), aliases__search_text=key).distinct().first()
