"""Loading the rows of a sheet: what every kind of row shares while an act is open."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from acts.permissions import Actor, Role, acts_on_behalf, may
from agencies.models import Agency
from agencies.records import put_alias
from core.columns import labels_of
from core.days import PartialDate, today
from core.provenance import Provenance
from core.rules import Blocker, Malformed, RuleBroken
from core.text import search_text
from imports.workbooks.naming import Names
from imports.workbooks.opening import shown
from imports.workbooks.placing import Places
from imports.workbooks.understanding import Field, Row, Table
from imports.workbooks.values import Fault, Guess, code, exact_day, is_unknown, text, whole
from plans.models import Rollout
from standards.models import TRACKS, Edition

STOP, SKIP, UPDATE = "stop", "skip", "update"
ON_CONFLICT = [STOP, SKIP, UPDATE]
MOST_ID = 2**62


def editions() -> dict[str, str]:
    """The editions of the standard, by code."""
    return {edition.code: edition.title for edition in Edition.objects.all()}


# What says where a row belongs and which record it is; every kind of row begins with these.
ITSELF = (Field("id", whole(1, MOST_ID)), Field("row_version", whole(1, 10**9)))
AGENCY = Field("agency", text(300))
PLACE = (
    AGENCY,
    Field("rollout", whole(1, MOST_ID)),
    Field("edition", code("editions", editions, {"ISO 9001:2000": "2000", "ISO 9001:2008": "2008",
                                                 "ISO 9001:2015": "2015"}), codes=editions),
    Field("track", code("tracks", TRACKS), codes=lambda: labels_of("tracks")),
)  # fmt: skip


@dataclass
class Loading:
    """A sheet while it is being loaded: who does it, what became of each row, what is wrong."""

    table: Table
    by: Actor
    told: Provenance
    on_conflict: str = STOP
    settled: dict[str, str] = field(default_factory=dict)
    names: Names = field(default_factory=Names)
    dry_run: bool = False
    progress: Callable[[int], None] = lambda done: None
    counts: Counter[str] = field(default_factory=Counter)
    conflicts: list[dict[str, Any]] = field(default_factory=list)
    warnings: list[dict[str, Any]] = field(default_factory=list)
    rollouts: set[int] = field(default_factory=set)
    needs_reason: bool = False
    done: int = 0

    def __post_init__(self) -> None:
        self.places = Places(self.by)

    # who and where

    def home(self) -> Agency | None:
        """The agency of whoever loads; nobody's for the province's roles."""
        return self.names.agencies.get(self.by.agency_id) if self.by.agency_id else None

    def agency_of(self, row: Row, day: date | None, name: str = "agency") -> Agency | None:
        """The agency that a row means on its day, own by default; None after keeping the fault."""
        raw = row.told.get(name)
        if raw is None:
            own = self.home()
            if own is None:
                self.table.fault(row, name, "workbook.missing", {})
            return own
        try:
            found = self.names.meant(raw, day or today())
        except Fault as fault:
            self._keep(row, name, fault)
            return None
        return self.table.guess(row, name, found) if isinstance(found, Guess) else found

    def rollout_of(self, row: Row, day: date | None) -> Rollout | None:
        """The rollout that a row belongs to; None after keeping why it is not known."""
        try:
            if row.told.get("rollout"):
                rollout = self.places.named(row.told["rollout"])
            else:
                agency = self.agency_of(row, day)
                if agency is None:
                    return None
                rollout = self.places.of(agency, row.told.get("edition"), row.told.get("track"))
        except Fault as fault:
            self._keep(row, "rollout" if row.told.get("rollout") else "agency", fault)
            return None
        self.rollouts.add(rollout.pk)
        return rollout

    def _keep(self, row: Row, name: str, fault: Fault) -> None:
        more = {} if fault.candidates is None else {"candidates": fault.candidates}
        self.table.fault(row, name, fault.code, fault.params, **more)

    # rights

    def allowed(self, row: Row, verb: str, agency_id: int | None, name: str | None = None) -> bool:
        """Whether the sender may do this to a row's agency; keeps the fault where not."""
        if not may(self.by, verb, agency_id):
            self.table.fault(row, name, "workbook.not_yours", {"act": verb})
            return False
        if acts_on_behalf(self.by, verb):
            self.needs_reason = True
        return True

    # what became of a row

    def refused(
        self, row: Row, error: RuleBroken | Malformed, names: dict[str, str] | None = None
    ) -> None:
        """Keep every reason of a refusal at its cell; `names` maps fields of the rule to ours."""
        if isinstance(error, RuleBroken):
            self.blocked(row, error.blockers, names)
            return
        for pointer, fault_code, params in error.errors:
            self.table.fault(row, self._named(pointer, names), fault_code, params)

    def blocked(
        self, row: Row, blockers: Iterable[Blocker], names: dict[str, str] | None = None
    ) -> None:
        """Keep reasons of rules at the cells they point to.

        What follows from a day that the sheet does not have is said once, at the cell it has.
        """
        told: set[str] = set()
        placed = [(self._named(b.pointer, names), b) for b in blockers]
        placed.sort(key=lambda one: self.table.column_of(one[0] or "") is None)
        for name, b in placed:
            if self.table.column_of(name or "") is None and b.code in told:
                continue
            told.add(b.code)
            self.table.fault(row, name, b.code, b.params, blocker=True)

    def _named(self, pointer: str, names: dict[str, str] | None) -> str | None:
        last = pointer.rpartition("/")[2]
        name = (names or {}).get(last, last)
        return name or None

    def settle(
        self, row: Row, name: str, conflict: str, record: Any, params: dict[str, Any]
    ) -> str:
        """What to do with a row that meets a record: as its sender decided, else stop."""
        choice = self.settled.get(str(row.number), self.on_conflict)
        if not may(self.by, "fact.correct", getattr(record, "home_agency_id", None)):
            choice = SKIP if choice == SKIP else STOP
        self.conflicts.append(
            {
                "row": row.number,
                "cell": self.table.cell_of(row, name),
                "field": name,
                "value": shown(row.raw.get(name))[:200],
                "code": conflict,
                "params": params,
                "id": getattr(record, "pk", None),
                "choice": choice,
            }
        )
        if choice == SKIP:
            self.counts["skipped"] += 1
        return choice

    def made(self, what: str, count: int = 1) -> None:
        """Count what became of rows."""
        if count:
            self.counts[what] += count

    def step(self, count: int = 1) -> None:
        """Tell that so many rows more are done."""
        self.done += count
        if self.done % 100 < count:
            self.progress(self.done)

    def remember_choices(self) -> None:
        """Keep what the sender said that a name means, as another spelling of the agency."""
        for written, agency in self.names.chosen.items():
            known = agency.pk in self.names.aliases.get(search_text(written), [])
            if not known and may(self.by, "agency.alias", agency.pk):
                put_alias(agency, text=written)
                self.made("aliases")

    @property
    def clean(self) -> bool:
        """Whether every row was understood and no conflict waits for its sender."""
        return not self.table.faults and not any(c["choice"] == STOP for c in self.conflicts)


def changed(record: Any, told: dict[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Columns of a record that a row says otherwise; a partial date is two columns."""
    changes: dict[str, Any] = {}
    for name in names:
        if name not in told:
            continue
        value = told[name]
        if isinstance(value, PartialDate):
            if (getattr(record, name), getattr(record, f"{name}_precision")) != (
                value.start, value.precision,
            ):  # fmt: skip
                changes |= {name: value.start, f"{name}_precision": value.precision}
        elif getattr(record, name) != value:
            changes[name] = value
    return changes


def version_differs(record: Any, row: Row) -> bool:
    """Whether the record changed since the sheet was written from it."""
    seen = row.told.get("row_version")
    return seen is not None and seen != record.row_version


def irregular(loading: Loading, row: Row) -> Provenance | None:
    """The provenance of a row; None after keeping that only the coordinator calls it irregular."""
    why = row.told.get("irregular", "")
    if why and loading.by.role not in (Role.COORDINATOR, Role.SYSTEM):
        loading.table.fault(row, "irregular", "fact.irregular_not_yours", {}, blocker=True)
        return None
    return loading.told.but_irregular(why) if why else loading.told


__all__ = [
    "AGENCY", "ITSELF", "ON_CONFLICT", "PLACE", "SKIP", "STOP", "UPDATE", "Loading", "changed",
    "exact_day", "irregular", "is_unknown", "version_differs",
]  # fmt: skip
