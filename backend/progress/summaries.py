"""The province-wide picture on a day: every number with the list behind it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from acts.permissions import AT_HOME, Actor
from progress.agencies import KEPT, AgencyOnDay, agencies_on, yard_of
from progress.figures import approved as is_approved
from progress.figures import documented as is_documented
from progress.flags import expiring, fresh
from progress.kept import WorkedOut
from progress.lists_behind import lists_behind
from progress.stages import PROVEN, STAGES, RolloutOnDay
from progress.yardsticks import Yardsticks

AT_LEAST_APPROVED = set(STAGES[: STAGES.index("approved")]) - {"closed"}
AT_LEAST_DOCUMENTED = {
    "suspended",
    "certified",
    "declared",
    "withdrawn",
    "lapsed",
    "applied",
    "corrected",
    "correcting",
    "reviewed",
    "operating",
    "documented",
}


@dataclass
class Board:
    """The agencies of a day with its yardsticks; each figure is asked of it once."""

    day: date
    agencies: list[AgencyOnDay]
    outside: int
    yard: Yardsticks

    @cached_property
    def current(self) -> list[RolloutOnDay]:
        return [agency.current for agency in self.agencies if agency.current]

    @cached_property
    def listings(self) -> list[RolloutOnDay]:
        return [agency.listing for agency in self.agencies if agency.listing]

    def count(self, holds: Callable[[AgencyOnDay], bool]) -> int:
        return sum(1 for agency in self.agencies if holds(agency))


def board_on(day: date, user: Actor | None = None) -> Board:
    """Every agency that exists on the day and this user may see, those in scope set apart."""
    return board_of(*agencies_on(day, user, scope=None))


def board_of(everybody: Iterable[AgencyOnDay], yard: Yardsticks) -> Board:
    """These agencies of a day, those in scope set apart."""
    told = list(everybody)
    inside = [agency for agency in told if agency.in_scope]
    outside = sum(1 for a in told if not a.in_scope and a.rollouts)
    return Board(yard.day, inside, outside, yard)


def summary_on(day: date, user: Actor | None = None) -> dict[str, Any]:
    """The board in one answer; shape of contract 4, with the list behind every number.

    What it tells is shared: nobody may change it.
    """
    if user is not None and user.role in AT_HOME:
        return summary_of(board_on(day, user))
    return _SUMMARIES.on(day)


def summary_of(board: Board) -> dict[str, Any]:
    """The figures of a board that was asked already; what `summary_on` answers."""
    day = board.day
    by_kind = Counter(agency.kind for agency in board.agencies)
    approved, *shares = rates(board)
    figures: dict[str, Any] = {
        "as_of": day.isoformat(),
        "agencies": {
            "in_scope": len(board.agencies),
            "outside_scope": board.outside,
            "no_data": board.count(lambda agency: agency.no_data),
            "by_kind": dict(by_kind),
        },
        "by_stage": by_stage(board.agencies),
        "by_kind_stage": _by_kind_stage(board.agencies),
        "by_edition": _by_edition(board.current),
        "rates": [approved],
        "shares": shares,
        "findings": findings(board),
        "overdue": {
            "findings": sum(rollout.overdue for rollout in board.current),
            "tasks": sum(agency.tasks_overdue for agency in board.agencies),
        },
        **documents(board),
        "proofs": proofs(board),
        "fresh_90_days": board.count(lambda agency: fresh(agency, board.yard)),
        "flags": dict(Counter(flag for agency in board.agencies for flag in agency.flags)),
    }
    figures["lists"] = lists_behind(figures, day)
    return figures


_SUMMARIES = WorkedOut(
    KEPT, lambda day, rows: summary_of(board_of(rows.values(), yard_of(rows, day)))
)


def by_stage(agencies: Iterable[AgencyOnDay]) -> list[dict[str, Any]]:
    """How many agencies are at which stage, in ladder order; stages nobody is at are left out.

    A proven stage says besides how many of its agencies maintain their proof.
    """
    counts: Counter[str] = Counter()
    kept: dict[str, Counter[str]] = {stage: Counter() for stage in PROVEN}
    for agency in agencies:
        counts[agency.stage] += 1
        if agency.proven:
            kept[agency.stage][agency.maintained] += 1
    return [stage_row(stage, counts[stage], kept.get(stage)) for stage in STAGES if counts[stage]]


def stage_row(stage: str, count: int, kept: Counter[str] | None = None) -> dict[str, Any]:
    """So many agencies are at the stage; of a proven one, how many maintain their proof."""
    row: dict[str, Any] = {"stage": stage, "count": count}
    return row | {"maintained": _three(kept or Counter())} if stage in PROVEN else row


def _three(kept: Counter[str]) -> dict[str, int]:
    return {state: kept[state] for state in ("yes", "no", "unknown")}


def rates(board: Board) -> list[dict[str, Any]]:
    """Numerator, how much of it is confirmed, how much only implied, and denominator."""
    total = len(board.agencies)
    approved = [a.current for a in board.agencies if is_approved(a)]
    documented = [a.current for a in board.agencies if is_documented(a)]
    proven = [a for a in board.agencies if a.proven]
    kept = [a for a in proven if a.maintained == "yes"]

    def rate(code: str, numerator: int, confirmed: int, implied: int, denominator: int) -> Any:
        return {
            "code": code,
            "numerator": numerator,
            "confirmed": confirmed,
            "implied": implied,
            "denominator": denominator,
        }

    implied = sum(1 for r in board.current if not r.approved_on and r.stage in AT_LEAST_APPROVED)
    return [
        rate(
            "approved",
            len(approved),
            sum(bool(r and r.decision_confirmed) for r in approved),
            implied,
            total,
        ),
        rate("documented", len(documented), _confirmed(documented), 0, total),
        rate("proven", len(proven), _confirmed(a.current for a in proven), 0, total),
        rate("maintained", len(kept), _confirmed(a.current for a in kept), 0, len(proven)),
    ]


def findings(board: Board) -> dict[str, int]:
    """Findings of external audits of each agency's current rollout."""
    names = ("major", "minor", "observation", "open", "unverified", "undisposed")
    return {name: sum(getattr(r, name) for r in board.current) for name in names}


def documents(board: Board) -> dict[str, Any]:
    """Documents on each agency's own list: planned, in force, and both by kind."""
    by_kind: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for rollout in board.listings:
        for kind, (listed, in_effect) in (rollout.kinds or {}).items():
            counts = by_kind[kind]
            counts[0] += listed
            counts[1] += in_effect
    return {
        "documents": {
            "planned": sum(rollout.listed for rollout in board.listings),
            "in_force": sum(rollout.in_effect for rollout in board.listings),
            "agencies_without_list": board.count(lambda agency: agency.listing is None),
            "by_kind": {kind: listed for kind, (listed, _) in by_kind.items()},
        },
        "documents_in_force_by_kind": {kind: n for kind, (_, n) in by_kind.items()},
    }


def proofs(board: Board) -> dict[str, Any]:
    """Proofs in force, certificates and declarations apart; how many agencies maintain theirs."""
    proven = [agency for agency in board.agencies if agency.proven]
    in_force = [r for a in board.agencies for r in a.rollouts if r.stage in PROVEN]
    kept = Counter(agency.maintained for agency in proven)
    return {
        "certificates_in_force": sum(r.stage == "certified" for r in in_force),
        "declarations_in_force": sum(r.stage == "declared" for r in in_force),
        "agencies_with_proof": len(proven),
        "maintained": _three(kept),
        "expiring_90_days": board.count(lambda agency: expiring(agency.current, board.yard)),
    }


def _confirmed(rollouts: Iterable[RolloutOnDay | None]) -> int:
    return sum(1 for rollout in rollouts if rollout and not rollout.unconfirmed)


def _by_kind_stage(agencies: list[AgencyOnDay]) -> list[dict[str, Any]]:
    counts = Counter(
        (a.kind, "no_data" if a.no_data else a.stage, a.maintained if a.proven else "")
        for a in agencies
    )
    order = {stage: place for place, stage in enumerate(["no_data", *reversed(STAGES)])}
    return [
        {"kind": kind, "stage": stage, "maintained": kept, "count": n}
        for (kind, stage, kept), n in sorted(
            counts.items(), key=lambda item: (item[0][0], order[item[0][1]], item[0][2])
        )
    ]


def _by_edition(current: list[RolloutOnDay]) -> list[dict[str, Any]]:
    counts = Counter(rollout.edition for rollout in current)
    return [{"edition": edition, "count": counts[edition]} for edition in sorted(counts)]


def in_rate(agency: AgencyOnDay, code: str, part: str) -> bool:
    """Whether the agency is counted in that part of a rate; the twin of `rates`."""
    alone = Board(date.min, [agency], 0, None)  # type: ignore[arg-type]
    row = next(rate for rate in rates(alone) if rate["code"] == code)
    return bool(row[part])
