"""The fixed list of figures that a formula may name, counted for each agency of a day.

Those of progress ask each agency yes or no; two more count its procedures and its findings.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from acts.permissions import Actor
from audits.queries import corrections_by_rollout
from procedures.queries import coverage_on
from progress.agencies import AgencyOnDay
from progress.figures import CONFIRMED, FIGURES, Asked, YearOfAgency, years_of_agencies
from progress.summaries import Board

AGENCIES, PROCEDURES, FINDINGS = "progress/agencies", "admin-procedures", "findings"
# Figure → the list that holds what it counts, and what picks its rows there.
LISTS: dict[str, tuple[str, dict[str, str]]] = {
    "procedures_standing": (PROCEDURES, {"standing": "true", "in_scope": "true"}),
    "procedures_covered": (
        PROCEDURES,
        {"standing": "true", "in_scope": "true", "covered": "true"},
    ),
    "corrections_due": (FINDINGS, {"corrected": "due"}),
    "corrected_on_time": (FINDINGS, {"corrected": "in_time"}),
}
ALL = [*FIGURES, *LISTS]


@dataclass
class Counts:
    """What one figure counts of each agency, by id; `confirmed` is how much of it is."""

    total: dict[int, int] = field(default_factory=dict)
    confirmed: dict[int, int] = field(default_factory=dict)


@dataclass
class Figures:
    """Every figure of a day, each kind of question asked once and only when needed."""

    board: Board
    start: date
    user: Actor | None
    _counted: dict[str, Counts] = field(default_factory=dict, init=False)

    @cached_property
    def _years(self) -> dict[int, YearOfAgency]:
        return years_of_agencies(self.board.yard)

    @cached_property
    def _procedures(self) -> dict[str, Counts]:
        rows = coverage_on(self.board.day, self.user)
        sure = {row.agency_id: row.confirmed for row in rows}
        return {
            "procedures_standing": Counts({row.agency_id: row.denominator for row in rows}),
            "procedures_covered": Counts({row.agency_id: row.numerator for row in rows}, sure),
        }

    @cached_property
    def _corrections(self) -> dict[str, Counts]:
        """Findings of each agency's current rollout, as the board counts them."""
        found = corrections_by_rollout(self.board.day, self.start)
        told = {
            agency.id: found.get(agency.current.id, (0, 0, 0))
            for agency in self.board.agencies
            if agency.current
        }
        return {
            "corrections_due": Counts({pk: due for pk, (due, _, _) in told.items()}),
            "corrected_on_time": Counts(
                {pk: kept for pk, (_, kept, _) in told.items()},
                {pk: sure for pk, (_, _, sure) in told.items()},
            ),
        }

    def counts(self, code: str) -> Counts:
        """What the figure counts of each agency."""
        if code in FIGURES:
            if code not in self._counted:
                self._counted[code] = self._of_agencies(code)
            return self._counted[code]
        return (self._procedures if code.startswith("procedures") else self._corrections)[code]

    def _of_agencies(self, code: str) -> Counts:
        figure, found = FIGURES[code], Counts()
        for asked in self._asked_in_year if figure.of_year else self._asked:
            if figure.holds(asked):
                found.total[asked.agency.id] = 1
                found.confirmed[asked.agency.id] = int(figure.confirmed(asked))
        return found

    @cached_property
    def _asked(self) -> list[Asked]:
        unknown = YearOfAgency()
        return [Asked(agency, self.board.yard, unknown) for agency in self.board.agencies]

    @cached_property
    def _asked_in_year(self) -> list[Asked]:
        return [replace(a, year=self._years.get(a.agency.id, a.year)) for a in self._asked]

    def address(self, code: str, kinds: list[str], confirmed: bool = False) -> str:
        """The list whose `count` is the figure, under the same day, of agencies of these kinds."""
        path, params = LISTS.get(code, (AGENCIES, {"figure": code}))
        params = dict(params)
        if path == AGENCIES and confirmed:
            params["figure"] = f"{code}:{CONFIRMED}"
        elif path == FINDINGS:
            params["due_from"] = self.start.isoformat()
            params["corrected"] = "confirmed" if confirmed else params["corrected"]
        elif confirmed:
            params["confirmed"] = "true"
        told: list[tuple[str, Any]] = [*params.items(), *(("kind", kind) for kind in kinds)]
        told.append(("as_of", self.board.day.isoformat()))
        return f"/api/v1/{path}?{urlencode(told)}"


def of_kinds(agencies: list[AgencyOnDay], kinds: list[str]) -> list[AgencyOnDay]:
    """The agencies of these kinds; all of them when none is named."""
    return [a for a in agencies if a.kind in kinds] if kinds else agencies
