"""The shipped register: every agency of the province with its names, kinds, parents and fate."""

import csv
import tomllib
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from acts.gate import acting
from acts.permissions import Actor
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
from agencies.spellings import aliases_of
from core.text import nfc, search_text, sort_key

DATA = Path(__file__).with_name("data")
Row = dict[str, Any]


def load_register(*, by: Actor) -> dict[str, int]:
    """Load what is missing of the register in one act; returns how many rows of each kind.

    An agency that exists is left as people keep it. `by` is the system actor.
    """
    more = tomllib.loads((DATA / "more.toml").read_text("utf-8"))
    agencies = _rows("agencies")
    known = set(Agency.objects.values_list("code", flat=True))
    new = {row["code"] for row in agencies} - known
    kinds = set(AgencyKind.objects.values_list("code", flat=True))
    if not new and not {kind["code"] for kind in more["kinds"]} - kinds:
        return {}
    itself = type(by)._default_manager.filter(pk=by.pk)  # type: ignore[attr-defined]
    with acting("records.import", by=by, on=itself, reason="sổ đăng ký cơ quan"):
        counts = {"kinds": _put_kinds(more["kinds"], kinds)}
        counts["agencies"] = _put_agencies([row for row in agencies if row["code"] in new], more)
        ids = dict(Agency.objects.values_list("code", "pk"))
        of_new = partial(_about, new)
        counts["names"] = _put_names(of_new(_rows("names")), of_new(more["earlier_names"]), ids)
        counts["parents"] = _put_parents(
            [row for row in agencies if row["code"] in new], of_new(more["later_parents"]), ids
        )
        named = of_new([*_rows("names"), *more["earlier_names"]])
        counts["aliases"] = _put_aliases(named, agencies, more["aliases"], ids)
        counts["identifiers"] = _put_identifiers(of_new(more["identifiers"]), ids)
        counts["successions"] = _put_successions(_rows("successions"), new, ids)
        counts["scope rules"] = _put_scope(more["scope"])
    return counts


def _rows(name: str) -> list[Row]:
    """A list of the register in NFC; empty cells are None, days are dates."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [
            {key: _cell(key, nfc(text)) for key, text in row.items()}
            for row in csv.DictReader(file)
        ]


def _cell(key: str, text: str) -> Any:
    if key in ("valid_from", "valid_to", "effective_on"):
        return date.fromisoformat(text) if text else None
    return text or (None if key in ("parent", "successor") else "")


def _about(codes: set[str], rows: list[Row]) -> list[Row]:
    return [row for row in rows if (row.get("agency") or row.get("code")) in codes]


def _put_kinds(kinds: list[Row], known: set[str]) -> int:
    rows = [
        AgencyKind(**kind, order=place)
        for place, kind in enumerate(kinds, start=1)
        if kind["code"] not in known
    ]
    return len(AgencyKind.objects.bulk_create(rows))


def _put_agencies(rows: list[Row], more: Row) -> int:
    """Agencies and their kinds; one with an earlier name than the register's began before."""
    older = {row["agency"] for row in more["earlier_names"]}
    made = Agency.objects.bulk_create(
        Agency(
            code=row["code"],
            valid_from=None if row["code"] in older else row["valid_from"],
            valid_to=row["valid_to"],
            confidence=row["confidence"],
        )
        for row in rows
    )
    AgencyKindPeriod.objects.bulk_create(
        AgencyKindPeriod(agency=agency, kind_id=row["kind"], confidence=row["confidence"])
        for agency, row in zip(made, rows, strict=True)
    )
    return len(made)


def _put_names(names: list[Row], earlier: list[Row], ids: dict[str, int]) -> int:
    rows = [
        AgencyName(
            agency_id=ids[row.get("agency") or row["code"]],
            name=row["name_vi"],
            name_en=row["name_en"],
            sort_key=sort_key(row["name_vi"]),
            search_text=search_text(row["name_vi"]),
            valid_from=row.get("valid_from"),
            valid_to=row["valid_to"],
            confidence=row["confidence"],
        )
        for row in [*earlier, *names]
    ]
    return len(AgencyName.objects.bulk_create(rows))


def _put_parents(agencies: list[Row], later: list[Row], ids: dict[str, int]) -> int:
    moved = {row["agency"]: row for row in later}
    rows = []
    for row in agencies:
        if row["parent"] is None:
            continue
        move = moved.get(row["code"])
        rows.append(
            AgencyParent(
                agency_id=ids[row["code"]],
                parent_id=ids[row["parent"]],
                valid_to=move["from"] - timedelta(days=1) if move else None,
                confidence=row["confidence"],
            )
        )
        if move:
            rows.append(
                AgencyParent(
                    agency_id=ids[row["code"]],
                    parent_id=ids[move["parent"]],
                    valid_from=move["from"],
                    confidence=move["confidence"],
                )
            )
    return len(AgencyParent.objects.bulk_create(rows))


def _put_aliases(
    names: list[Row], agencies: list[Row], more: dict[str, list[str]], ids: dict[str, int]
) -> int:
    kinds = {row["code"]: row["kind"] for row in agencies}
    bearers = [(row.get("agency") or row["code"], row["name_vi"]) for row in names]
    pairs = [(code, alias) for code, name in bearers for alias in aliases_of(name, kinds[code])]
    new = {code for code, _ in bearers}
    pairs += [(code, alias) for code, aliases in more.items() for alias in aliases]
    unique = {(code, search_text(alias)): alias for code, alias in pairs if code in new}
    rows = [
        AgencyAlias(agency_id=ids[code], text=alias, search_text=key)
        for (code, key), alias in unique.items()
    ]
    return len(AgencyAlias.objects.bulk_create(rows))


def _put_identifiers(rows: list[Row], ids: dict[str, int]) -> int:
    made = AgencyIdentifier.objects.bulk_create(
        AgencyIdentifier(
            agency_id=ids[row["agency"]],
            scheme=row["scheme"],
            value=row["value"],
            confidence=row["confidence"],
        )
        for row in rows
    )
    return len(made)


def _put_successions(rows: list[Row], new: set[str], ids: dict[str, int]) -> int:
    made = Succession.objects.bulk_create(
        Succession(
            predecessor_id=ids[row["predecessor"]],
            successor_id=ids[row["successor"]] if row["successor"] else None,
            kind=row["kind"],
            effective_on=row["effective_on"],
            decision=row["decision"],
            confidence=row["confidence"],
        )
        for row in rows
        if {row["predecessor"], row["successor"]} & new
    )
    return len(made)


def _put_scope(rules: list[Row]) -> int:
    if ScopeRule.objects.exists():
        return 0
    made = ScopeRule.objects.bulk_create(
        ScopeRule(
            kind_id=kind,
            valid_from=rule["from"],
            legal_basis=rule["legal_basis"],
            confirmed=rule["confirmed"],
        )
        for rule in rules
        for kind in rule["kinds"]
    )
    return len(made)
