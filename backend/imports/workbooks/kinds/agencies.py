"""Rows of the register: new agencies, and new names of known ones from a day on."""

from collections.abc import Sequence
from typing import Any

from agencies.models import Agency, AgencyKind
from agencies.queries import briefs
from agencies.records import put_agency, put_name
from core.columns import labels_of
from core.days import today
from core.text import search_text
from imports.workbooks.kinds.one_by_one import each
from imports.workbooks.loading import ITSELF, Loading
from imports.workbooks.understanding import Field, Row
from imports.workbooks.values import Fault, Guess, code, exact_day, text

PART = "agencies"


def kinds() -> dict[str, str]:
    """The kinds of agencies, by code."""
    return labels_of("agency_kinds")


FIELDS = (
    *ITSELF,
    Field("code", text(40), required=True),
    Field("name", text(300), required=True),
    Field("name_en", text(300)),
    Field("kind", code("agency_kinds", kinds), required=True, codes=kinds),
    Field("parent", text(300)),
    Field("valid_from", exact_day),
    Field("valid_to", exact_day),
    Field("from_on", exact_day),
    Field("confidence", text(1000)),
)


def load(loading: Loading, rows: Sequence[Row]) -> None:
    """Add new agencies; a known one gets a new name where the row says from which day."""
    each(loading, rows, _put)


def _put(loading: Loading, row: Row) -> None:
    known = loading.names.by_code.get(str(row.told.get("code", "")).upper())
    if "id" in row.told:
        known = loading.names.agencies.get(row.told["id"])
        if known is None:
            loading.table.fault(row, "id", "workbook.no_such_record", {"value": row.told["id"]})
            return
    if known:
        _rename(loading, row, known)
    else:
        _add(loading, row)


def _add(loading: Loading, row: Row) -> None:
    parent = _parent(loading, row)
    if not loading.allowed(row, "agency.create", None, "code") or row.faulty:
        return
    names = ("code", "name", "name_en", "valid_from", "valid_to", "confidence")
    given = {name: row.told[name] for name in names if name in row.told}
    kind = AgencyKind.objects.get(code=row.told["kind"])
    made = put_agency(**given, kind=kind, parent=parent)
    loading.names.agencies[made.pk] = made  # a later row may name it as its parent
    loading.names.by_code[made.code.upper()] = made
    loading.made("agencies")


def _parent(loading: Loading, row: Row) -> Agency | None:
    if "parent" not in row.told:
        return None
    try:
        found = loading.names.meant(row.told["parent"], row.told.get("valid_from") or today())
    except Fault as fault:
        more = {} if fault.candidates is None else {"candidates": fault.candidates}
        loading.table.fault(row, "parent", fault.code, fault.params, **more)
        return None
    return loading.table.guess(row, "parent", found) if isinstance(found, Guess) else found


def _rename(loading: Loading, row: Row, agency: Agency) -> None:
    brief = briefs(row.told.get("from_on") or today(), [agency.pk])[agency.pk]
    name = row.told.get("name", brief.name)
    if search_text(name) == search_text(brief.name) and name == brief.name:
        loading.made("unchanged")
    elif "from_on" not in row.told:
        loading.table.fault(row, "name", "workbook.rename_needs_day", {"name": brief.name})
    elif loading.allowed(row, "agency.rename", agency.pk, "name"):
        given = {"name": name, "name_en": row.told.get("name_en", "")}
        put_name(agency, **given, from_on=row.told["from_on"])
        loading.made("updated")


def existing(agencies: Sequence[int], _: Sequence[int]) -> list[dict[str, Any]]:
    """The rows of a template: these agencies as they are today."""
    found = Agency.objects.in_bulk(list(agencies))
    named = briefs(today(), found)
    return [
        {
            "id": pk, "row_version": agency.row_version, "code": agency.code,
            "name": named[pk].name, "name_en": named[pk].name_en, "kind": named[pk].kind,
            "valid_from": agency.valid_from, "valid_to": agency.valid_to,
        }
        for pk, agency in sorted(found.items(), key=lambda one: named[one[0]].sort_key)
        if pk in named
    ]  # fmt: skip
