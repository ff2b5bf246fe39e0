"""Whom a row means: an agency by its code, or by its name on the day of the row.

The same answer as agencies.queries.find_by_name gives, with the names of a sheet asked once.
"""

import difflib
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from agencies.models import Agency, AgencyAlias, AgencyName
from core.text import nfc, search_text
from imports.workbooks.opening import shown
from imports.workbooks.values import Fault, Guess

MOST_CANDIDATES = 6


def _covers(row: Any, day: date) -> bool:
    return (row.valid_from is None or row.valid_from <= day) and (
        row.valid_to is None or day <= row.valid_to
    )


@dataclass
class Names:
    """Agencies as a sheet names them. `choices`: what its sender says a name means, as a code."""

    choices: dict[str, str] = field(default_factory=dict)
    chosen: dict[str, Agency] = field(default_factory=dict)
    asked: dict[str, dict[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._meant = {search_text(text): code for text, code in self.choices.items()}

    @cached_property
    def agencies(self) -> dict[int, Agency]:
        return Agency.objects.in_bulk()

    @cached_property
    def by_code(self) -> dict[str, Agency]:
        return {agency.code.upper(): agency for agency in self.agencies.values()}

    @cached_property
    def names(self) -> dict[str, list[AgencyName]]:
        found: dict[str, list[AgencyName]] = defaultdict(list)
        for name in AgencyName.objects.order_by("pk"):
            found[name.search_text].append(name)
        return found

    @cached_property
    def aliases(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for alias in AgencyAlias.objects.order_by("agency_id"):
            found[alias.search_text].append(alias.agency_id)
        return found

    def meant(self, raw: Any, day: date) -> Agency | Guess:
        """The agency that a cell means on the day of its row; Fault with candidates otherwise."""
        written = nfc(shown(raw))
        if agency := self.by_code.get(written.upper()):
            return agency
        key = search_text(written)
        if key in self._meant:
            return self._by_choice(written, self._meant[key])
        if found := self._on(key, day):
            same = search_text(self._name_on(found, day)) == key
            params = {"agency": self._name_on(found, day)}
            return found if same else Guess(found, "guess.alias", params)
        raise self._unknown(written, key, day)

    def _by_choice(self, written: str, code: str) -> Agency | Guess:
        agency = self.by_code.get(code.upper())
        if agency is None:
            raise Fault("workbook.unknown_agency", value=code)
        self.chosen[written] = agency
        return Guess(agency, "guess.chosen", {"agency": agency.code})

    def _on(self, key: str, day: date) -> Agency | None:
        """The agency of the name on the day; else the first one alive that has it as an alias."""
        named = [name for name in self.names.get(key, ()) if _covers(name, day)]
        if len(named) == 1:
            return self.agencies[named[0].agency_id]
        spelled = [self.agencies[pk] for pk in self.aliases.get(key, ())]
        return next((agency for agency in spelled if _covers(agency, day)), None)

    def _unknown(self, written: str, key: str, day: date) -> Fault:
        """What to say of a name that nobody bore on the day: who bore it once, or one alike."""
        bore = [n for n in self.names.get(key, ())]
        if bore:
            other = self.agencies[bore[0].agency_id]
            fault = Fault("workbook.agency_not_that_day", value=written, day=day.isoformat())
            near = [other.pk, *(n.agency_id for n in bore[1:])]
        else:
            fault = Fault("workbook.unknown_agency", value=written)
            near = self._alike(key, day)
        candidates = [
            {"code": self.agencies[pk].code, "name": self._name_on(self.agencies[pk], day)}
            for pk in dict.fromkeys(near)
        ][:MOST_CANDIDATES]
        fault.candidates = candidates
        self.asked.setdefault(written, {"value": written, "candidates": candidates})
        return fault

    def _alike(self, key: str, day: date) -> list[int]:
        alive = {
            text: name.agency_id
            for text, names in self.names.items()
            for name in names
            if _covers(name, day)
        }
        holding = [text for text in alive if len(key) > 3 and (key in text or text in key)]
        near = difflib.get_close_matches(key, alive, n=MOST_CANDIDATES, cutoff=0.6)
        return [alive[text] for text in [*holding[:MOST_CANDIDATES], *near]]

    def _name_on(self, agency: Agency, day: date) -> str:
        own = self._names_of.get(agency.pk, [])
        fits = [name for name in own if _covers(name, day)]
        return (fits or own)[-1].name if own else agency.code

    @cached_property
    def _names_of(self) -> dict[int, list[AgencyName]]:
        found: dict[int, list[AgencyName]] = defaultdict(list)
        for names in self.names.values():
            for name in names:
                found[name.agency_id].append(name)
        return found
