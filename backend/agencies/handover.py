"""What an agency that ends hands on: each part above says here what it holds and how it moves."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from agencies.models import Agency
from core.rules import Blocker

# Of each kind that moves, the ids that the heir takes; None: everything.
Takes = dict[str, list[int]] | None


@dataclass(frozen=True)
class Heritage:
    """One kind of record that an heir takes over.

    `held`: what the agency holds still; `label`: how one is named to who chooses, in a language;
    `hand_on`: move these to the heir from the day; `warnings`: what is unusual when the heir gets
    these.
    """

    held: Callable[[Agency], QuerySet[Any]]
    label: Callable[[Any, str], str]
    hand_on: Callable[[Sequence[Any], Agency, date], None]
    warnings: Callable[[Sequence[Any], Agency], Iterator[Blocker]]


_heritages: dict[str, Heritage] = {}
_counts: dict[str, Callable[[Agency, date], int]] = {}
_alongs: dict[str, tuple[str, Callable[[Sequence[Any]], int]]] = {}


def hands_on(name: str, heritage: Heritage) -> None:
    """Register a kind of record that moves with a reorganisation; `name` is its key in `takes`."""
    _heritages[name] = heritage


def counts_at_end(name: str, count: Callable[[Agency, date], int]) -> None:
    """Register what a preview counts beside, on the agency's last day."""
    _counts[name] = count


def goes_along(name: str, of: str, count: Callable[[Sequence[Any]], int]) -> None:
    """Register what moves because what it hangs on does: the documents of a rollout."""
    _alongs[name] = (of, count)


def counted_along(taken: dict[str, list[Any]]) -> dict[str, int]:
    """How much goes along with what an heir takes."""
    return {name: count(taken.get(of, [])) for name, (of, count) in _alongs.items()}


def heritages() -> dict[str, Heritage]:
    """Every kind that moves, by name."""
    return dict(_heritages)


def held_by(agency: Agency) -> dict[str, list[Any]]:
    """What the agency holds now of every kind that moves."""
    return {name: list(kind.held(agency)) for name, kind in _heritages.items()}


def counted_at_end(agency: Agency, eve: date) -> dict[str, int]:
    """What else is there on the agency's last day: open findings, accounts, proofs."""
    return {name: count(agency, eve) for name, count in _counts.items()}
