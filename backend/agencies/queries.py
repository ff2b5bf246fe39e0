"""Agencies on a day: who existed, under which name and kind, whether the programme obliged them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from django.db.models import (
    BooleanField,
    Exists,
    ExpressionWrapper,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
)

from acts.permissions import AT_HOME, Actor
from agencies.models import (
    Agency,
    AgencyAlias,
    AgencyName,
    Ancestry,
    ScopeRule,
    Succession,
    valid_on,
)
from core.rawsql import Prepared, of_day
from core.text import search_text

PROVINCE = "UBND-TINH"


@dataclass(frozen=True)
class Brief:
    """An agency as it is named on a day."""

    code: str
    name: str
    kind: str
    sort_key: str = ""
    name_en: str = ""

    def as_row(self) -> dict[str, str]:
        """As it travels: code, name, kind."""
        return {"code": self.code, "name": self.name, "kind": self.kind}


def existing_on(day: date) -> Q:
    """Condition: the agency exists on the day."""
    return valid_on(day)


def in_scope_on(day: date) -> Q:
    """Condition: a rule by kind or agency obliges the agency on the day, and none excludes it."""
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


def ids_of_kinds_on(day: date, kinds: Iterable[Any]) -> QuerySet[Any]:
    """Ids of the agencies that are of one of these kinds on the day, as a sub-query."""
    rows: QuerySet[Any] = named_on(day)
    return rows.filter(kind_on_day__in=[str(kind) for kind in kinds]).values("pk")


def briefs(day: date, ids: Iterable[int | None]) -> dict[int, Brief]:
    """Agencies by id as named on the day; before its first or after its last name, the nearest.

    One query for any number of agencies.
    """
    wanted = {pk for pk in ids if pk is not None}
    if not wanted:
        return {}
    rows = _question_of_names().rows(day=day, ids=list(wanted))
    found: dict[int, Brief] = {}
    fits: set[int] = set()
    for pk, start, end, code, name, kind, *more in rows:
        covers = (start is None or start <= day) and (end is None or end >= day)
        past = start is not None and start <= day
        if pk not in found or covers or (past and pk not in fits):
            found[pk] = Brief(code, name, kind or "", *more)
        if covers:
            fits.add(pk)
    missing_kind = [pk for pk, brief in found.items() if not brief.kind]
    if missing_kind:
        kinds = dict(Agency.objects.filter(pk__in=missing_kind).values_list("pk", "kinds__kind"))
        for pk, kind in kinds.items():
            found[pk] = replace(found[pk], kind=str(kind or ""))
    return found


@cache
def _question_of_names() -> Prepared:
    """Every name of the agencies `ids`, with the kind of the day, the earliest first."""
    told = ("agency_id", "start", "until", "code", "name", "kind_on_day", "sort_key", "name_en")

    def named(day: date) -> QuerySet[Any]:
        kinds = FilteredRelation("agency__kinds", condition=valid_on(day, "agency__kinds__"))
        return AgencyName.objects.annotate(
            _kind=kinds,
            start=F("valid_from"),
            until=F("valid_to"),
            code=F("agency__code"),
            kind_on_day=F("_kind__kind"),
        ).values_list(*told)

    sql = f"""SELECT * FROM ({of_day(named)}) named
      WHERE agency_id = ANY(%(ids)s) ORDER BY agency_id, start NULLS FIRST"""
    return Prepared(sql, day="date", ids="bigint[]")


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


def province() -> QuerySet[Agency]:
    """The province's own body: the row locked by acts on the register as a whole."""
    return Agency.objects.filter(code=PROVINCE)


def listed_on(day: date) -> QuerySet[Agency]:
    """Every agency as of the day, with `in_scope`, `exists`, `kind_order`, `parent_id_on_day`."""
    return named_on(day).annotate(
        _parent=FilteredRelation("parents", condition=valid_on(day, "parents__")),
        kind_order=F("_kind__kind__order"),
        parent_id_on_day=F("_parent__parent"),
        parent_code_on_day=F("_parent__parent__code"),
        in_scope=ExpressionWrapper(in_scope_on(day), output_field=BooleanField()),
        exists=ExpressionWrapper(existing_on(day), output_field=BooleanField()),
    )


def spelled_like(text: str) -> Q:
    """Condition: the code, any name the agency ever bore, or an alias contains the text.

    Accents and case do not count.
    """
    key = search_text(text)
    names = AgencyName.objects.filter(agency=OuterRef("pk")).filter(
        Q(search_text__contains=key) | Q(name_en__icontains=text)
    )
    aliases = AgencyAlias.objects.filter(agency=OuterRef("pk"), search_text__contains=key)
    return Q(code__icontains=text) | Q(Exists(names)) | Q(Exists(aliases))


@dataclass(frozen=True)
class Lineage:
    """What an agency came from and what became of it, by a day."""

    came_from: list[Succession]
    became: list[Succession]
    ancestors: list[int]
    descendants: list[int]

    def ids(self) -> set[int]:
        """Every agency named in it."""
        before = {s.predecessor_id for s in self.came_from}
        after = {s.successor_id for s in self.became if s.successor_id}
        return before | after | set(self.ancestors) | set(self.descendants)


def lineage_on(day: date, agency: Agency) -> Lineage:
    """The successions of an agency effective by the day, and its line through them; one query."""
    known = list(Succession.objects.filter(effective_on__lte=day).order_by("effective_on", "pk"))
    before = _line(agency.pk, [(s.successor_id, s.predecessor_id) for s in known])
    after = _line(agency.pk, [(s.predecessor_id, s.successor_id) for s in known])
    return Lineage(
        came_from=[s for s in known if s.successor_id == agency.pk],
        became=[s for s in known if s.predecessor_id == agency.pk],
        ancestors=before,
        descendants=after,
    )


def _line(start: int, steps: list[tuple[int | None, int | None]]) -> list[int]:
    """Everything reachable from `start`, nearest first."""
    found: list[int] = []
    reached = [start]
    while reached:
        here = reached.pop(0)
        for source, target in steps:
            if source == here and target is not None and target not in found:
                found.append(target)
                reached.append(target)
    return found


# Relations of the parts above, asked by name: what a reorganisation touches.
TOUCHED = {
    "accounts": "users",
    "audits": "audits",
    "findings": "findings",
    "tasks": "tasks",
}
HELD = "held_rollouts"  # with a last day where somebody else has taken over


def touched_by_end_of(agency: Agency) -> dict[str, int]:
    """How many records of each kind the agency holds, for the preview of a reorganisation."""
    counts = {name: getattr(agency, relation).count() for name, relation in TOUCHED.items()}
    return counts | {
        "rollouts": getattr(agency, HELD).filter(held_to=None).count(),
        "children": agency.children.filter(valid_to=None).count(),
    }
