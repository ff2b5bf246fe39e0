"""Taking an import back: what it made and changed stands in the trail, under its act.

A row is taken out as long as it is as the import left it and no other record names it; a row
that was changed gets the values back that it had before.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import Model

from acts.trail import tracked_models
from core.rules import Blocker
from imports.models import Import
from plans.models import Rollout
from plans.queries import earliest_fact_of

MOST_REASONS = 50
BATCH = 1000
# A rollout without a given day reaches back to its earliest fact, so the day follows by itself.
FOLLOWS = {(Rollout, "opened_on")}

Values = dict[str, Any]


@dataclass
class Done:
    """What one act did: rows made, as it left them; rows changed, before and after, by column."""

    made: dict[type[Model], dict[int, Values]] = field(default_factory=lambda: defaultdict(dict))
    changed: dict[type[Model], dict[int, dict[str, tuple[Any, Any]]]] = field(
        default_factory=lambda: defaultdict(dict)
    )


def done_by(done: Import) -> Done:
    """What the act of an import did, read from the trail."""
    events = Import.pgh_event_model.objects  # type: ignore[attr-defined]
    act = events.filter(pgh_obj_id=done.pk).order_by("pgh_id").first()
    found = Done()
    if act is None or act.pgh_context_id is None:
        return found
    for model in tracked_models():
        if model is not Import:
            _read(found, model, act.pgh_context_id)
    return found


def _read(found: Done, model: type[Model], context: Any) -> None:
    events = model.pgh_event_model.objects  # type: ignore[attr-defined]
    last: dict[int, Values] = {}
    first: dict[int, Values] = {}
    for event in events.filter(pgh_context_id=context).order_by("pgh_id").values():
        pk = event["pgh_obj_id"]
        first.setdefault(pk, event)
        last[pk] = event
    gone = [pk for pk, event in last.items() if event["pgh_label"].startswith("delete")]
    for pk, event in first.items():
        if event["pgh_label"].startswith("insert"):
            if pk not in gone:
                found.made[model][pk] = _values(last[pk])
        else:
            before = events.filter(pgh_obj_id=pk, pgh_id__lt=event["pgh_id"]).order_by("-pgh_id")
            then = before.values().first()
            found.changed[model][pk] = _differences(_values(then or {}), _values(last[pk]))


def _values(event: Values) -> Values:
    return {
        name: value
        for name, value in event.items()
        if not name.startswith("pgh_") and name not in ("id", "row_version")
    }


def _differences(before: Values, after: Values) -> dict[str, tuple[Any, Any]]:
    return {n: (before[n], after[n]) for n in after if n in before and before[n] != after[n]}


def blockers_to_undo(done: Import) -> Iterator[Blocker]:
    """An import is undone once, and only as long as nothing was built on it. Source: issue 4."""
    if done.undone_on:
        yield Blocker("import.already_undone", {"day": done.undone_on.isoformat()})
        return
    did = done_by(done)
    if not did.made and not did.changed:
        yield Blocker("import.nothing_to_undo")
    reasons = _reasons(did)
    for count, blocker in enumerate(reasons):
        if count >= MOST_REASONS:
            return
        yield blocker


def _reasons(did: Done) -> Iterator[Blocker]:
    for model, rows in did.made.items():
        for pk, now in _now(model, rows).items():
            if _differences(rows[pk], now):
                yield Blocker("import.row_changed", _name(model, pk))
        yield from _dependents(model, list(rows), did)
    for model, changes in did.changed.items():
        standing = _now(model, changes)
        for pk, columns in changes.items():
            other = [
                name
                for name, (_, after) in columns.items()
                if (model, name) not in FOLLOWS and standing.get(pk, {}).get(name, after) != after
            ]
            if other or pk not in standing:
                yield Blocker("import.row_changed", _name(model, pk))


def _now(model: type[Model], pks: Iterable[int]) -> dict[int, Values]:
    """These rows as they stand, those that are gone left out."""
    rows = model._default_manager.filter(pk__in=list(pks)).values()
    return {row["id"]: _values(row) for row in rows}


def _dependents(model: type[Model], pks: list[int], did: Done) -> Iterator[Blocker]:
    """Rows of others that name one of these: by a relation, or by its name in the trail."""
    for relation in model._meta.related_objects:
        other: Any = relation.related_model
        if not hasattr(other, "pgh_event_model"):
            continue
        rows = other._default_manager.filter(
            **{f"{relation.field.name}__in": model._default_manager.filter(pk__in=pks)}
        )
        named = rows.exclude(pk__in=list(did.made.get(other, ())))
        for pk, target in named.values_list("pk", relation.field.name)[:MOST_REASONS]:
            yield Blocker(
                "import.has_dependents", _name(model, target) | {"by": _object(other, pk)}
            )
    for other in tracked_models():
        if {"about", "about_id"} <= {one.name for one in other._meta.fields}:
            name = model._meta.model_name
            rows = other._default_manager.filter(about=name, about_id__in=pks)
            named = rows.exclude(pk__in=list(did.made.get(other, ())))
            for pk, target in named.values_list("pk", "about_id")[:MOST_REASONS]:
                params = _name(model, target) | {"by": _object(other, pk)}
                yield Blocker("import.has_dependents", params)


def _object(model: type[Model], pk: Any) -> str:
    return f"{model._meta.model_name}:{pk}"


def _name(model: type[Model], pk: Any) -> dict[str, Any]:
    record = model._default_manager.filter(pk=pk).first() if isinstance(pk, int) else None
    return {"object": _object(model, pk), "name": str(record)[:80] if record else str(pk)}


def take_back(done: Import) -> None:
    """Give changed rows their values back and take out the rows that were made."""
    did = done_by(done)
    for model, rows in did.made.items():
        pks = list(rows)
        for start in range(0, len(pks), BATCH):
            found = model._default_manager.filter(pk__in=pks[start : start + BATCH])
            found._raw_delete(found.db)
    with connection.cursor() as cursor:  # what still names one of them is refused here, not later
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    for model, changes in did.changed.items():
        _give_back(model, changes)


def _give_back(model: type[Model], changes: dict[int, dict[str, tuple[Any, Any]]]) -> None:
    found = model._default_manager.in_bulk(list(changes))
    names: set[str] = set()
    for pk, record in found.items():
        for name, (before, _) in changes[pk].items():
            if (model, name) in FOLLOWS:
                before = earliest_fact_of(record) or before  # type: ignore[arg-type]
            setattr(record, name, before)
            names.add(name)
    fields = sorted({_field(model, name) for name in names})
    if fields:
        model._default_manager.bulk_update(list(found.values()), fields, batch_size=BATCH // 4)


def _field(model: type[Model], attname: str) -> str:
    return next(one.name for one in model._meta.fields if one.attname == attname)
