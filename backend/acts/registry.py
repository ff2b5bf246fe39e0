"""What may be done next to a record, and if not, why not: one registry, filled by each app."""

from collections.abc import Callable, Container, Iterator
from typing import Any

from django.db import models

from acts.permissions import Actor, may
from core.problems import blockers_as_rows
from core.rules import Blocker

StateRule = Callable[[Any], Iterator[Blocker]]
PersonRule = Callable[[Any, Actor], Iterator[Blocker]]

_offers: dict[type[models.Model], list[tuple[str, StateRule | None]]] = {}
_of_persons: dict[str, list[PersonRule]] = {}


def offers(verb: str, on: type[models.Model], unless: StateRule | None = None) -> None:
    """Register an act on a kind of record; `unless` yields why it cannot be done now."""
    _offers.setdefault(on, []).append((verb, unless))


def asks_who(verb: str, rule: PersonRule) -> None:
    """Register what a verb asks of the person who does it, beside the role: four eyes, say."""
    _of_persons.setdefault(verb, []).append(rule)


def blockers_of_person(verb: str, record: Any, by: Actor) -> Iterator[Blocker]:
    """Why this person may not do the verb to this record, though the role may."""
    for rule in _of_persons.get(verb, []):
        yield from rule(record, by)


def next_acts(
    record: models.Model, user: Actor, language: str = "vi", only: Container[str] | None = None
) -> list[dict[str, Any]]:
    """Each act on this record, or `only` some, as {"act", "allowed", "blockers"}.

    Screens draw buttons from it.
    """
    rows = []
    for verb, unless in _offers.get(type(record), []):
        if only is not None and verb not in only:
            continue
        blockers: list[Blocker] = []
        if not may(user, verb, record.home_agency_id):  # type: ignore[attr-defined]
            blockers.append(Blocker("act.not_yours"))
        else:
            blockers += unless(record) if unless else []
            blockers += blockers_of_person(verb, record, user)
        rows.append(
            {
                "act": verb,
                "allowed": not blockers,
                "blockers": blockers_as_rows(blockers, language),
            }
        )
    return rows


def registered() -> dict[type[models.Model], list[str]]:
    """Every registered act by model, for the documentation and its test."""
    return {model: [verb for verb, _ in acts] for model, acts in _offers.items()}
