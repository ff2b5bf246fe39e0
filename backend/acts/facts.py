"""What may happen to any fact: it is corrected, confirmed, or taken out with a reason."""

from collections.abc import Callable, Iterator
from typing import Any

from django.db.models import ProtectedError

from acts.gate import acting, needs_reason
from acts.permissions import Actor, Role
from acts.registry import asks_who, blockers_of_person
from core.days import today
from core.provenance import Provenance, by_hand
from core.rules import Blocker, RuleBroken, refuse


def told_by(actor: Actor, irregular: str = "") -> Provenance:
    """Provenance of a fact recorded by hand; only the coordinator may call it irregular."""
    if irregular and actor.role not in (Role.COORDINATOR, Role.SYSTEM):
        raise RuleBroken([Blocker("fact.irregular_not_yours", {}, "/irregular")])
    return by_hand(actor.pk, irregular)


def correct_fact(
    fact: Any,
    changes: dict[str, Any],
    *,
    reason: str = "",
    rules: Callable[[Any], Iterator[Blocker]] | None = None,
    by: Actor,
) -> Any:
    """Correct columns of a fact; `rules` look at the corrected fact before it is saved."""
    if changes.get("irregular"):
        told_by(by, changes["irregular"])
    with acting("fact.correct", by=by, on=fact.root(), reason=reason):
        current = type(fact)._default_manager.get(pk=fact.pk)
        against = list(blockers_of_person("fact.correct", current, by))
        for name, value in changes.items():
            setattr(current, name, value)
        if rules:
            against += rules(current)
        refuse(against, irregular=current.irregular)
        if changes:
            current.save(update_fields=list(changes))
        return current


def blockers_to_correct(fact: Any, by: Actor) -> Iterator[Blocker]:
    """What the province said of an agency, the agency does not correct: an appraisal, a leave.

    Source: domain reference 2.7, the Actor column of T4 and T6.
    """
    if getattr(fact, "of_the_province", False) and by.role in (Role.OFFICER, Role.HEAD):
        yield Blocker("fact.of_the_province")


asks_who("fact.correct", blockers_to_correct)


def confirm_fact(fact: Any, *, by: Actor) -> Any:
    """The coordinator confirms what was reported; `confirmed_on` is today.

    A fact that was changed since is confirmed again.
    """
    with acting("fact.confirm", by=by, on=fact.root()):
        current = type(fact)._default_manager.get(pk=fact.pk)
        refuse([*blockers_to_confirm(current), *blockers_of_person("fact.confirm", current, by)])
        current.confirmed_on, current.confirmed_by_id = today(), by.pk
        current.confirmed_version = current.row_version + 1  # the version that this act makes
        current.save(update_fields=["confirmed_on", "confirmed_by", "confirmed_version"])
        return current


def blockers_to_confirm(fact: Any) -> Iterator[Blocker]:
    """A fact is confirmed once, and again only after a change. Source: contract 3."""
    if fact.confirmed_on and not fact.changed_since_confirmation:
        yield Blocker("fact.already_confirmed", {"day": fact.confirmed_on.isoformat()})


def void_fact(fact: Any, *, reason: str, by: Actor) -> None:
    """Take a wrong fact out; its versions, the actor and the reason stay in the trail."""
    needs_reason(reason)
    with acting("fact.void", by=by, on=fact.root(), reason=reason):
        try:
            type(fact)._default_manager.get(pk=fact.pk).delete()
        except ProtectedError as error:
            raise RuleBroken(
                [Blocker("fact.has_dependents", {"count": len(error.protected_objects)})]
            ) from error
