"""Reading the trail back: who did what to which record, when and why, before and after."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import Model, Q

# Columns that say nothing to a reader: they change with every update.
SILENT = {"row_version", "recorded_at", "recorded_by", "confirmed_by", "sort_key", "search_text"}


def tracked_models() -> list[type[Model]]:
    """Every model that keeps a trail."""
    return [model for model in apps.get_models() if hasattr(model, "pgh_event_model")]


def _parents(model: type[Model]) -> list[Any]:
    """Foreign keys of a tracked model to other tracked models."""
    return [
        field
        for field in model._meta.fields
        if field.is_relation and field.related_model in set(tracked_models())
    ]


def family(root: type[Model], pk: int) -> dict[type[Model], set[int]]:
    """Ids of every record, alive or gone, that hangs below a record: itself, its children, theirs.

    Read from the event tables, so voided records are found too.
    """
    found: dict[type[Model], set[int]] = {root: {pk}}
    stop = {"agencies.Agency", "accounts.User", "standards.Edition", "standards.DocumentKind"}
    frontier = [root]
    while frontier:
        parent = frontier.pop()
        for model in tracked_models():
            for field in _parents(model):
                if field.related_model is not parent or model is root:
                    continue
                if parent is not root and parent._meta.label in stop:
                    continue
                if field.target_field.name != "id":
                    continue
                events = model.pgh_event_model.objects.filter(  # type: ignore[attr-defined]
                    **{f"{field.attname}__in": found[parent]}
                )
                ids = set(events.values_list("pgh_obj_id", flat=True))
                if ids - found.get(model, set()):
                    found[model] = found.get(model, set()) | ids
                    frontier.append(model)
    return found


def history_of(root: type[Model], pk: int, limit: int = 500) -> list[dict[str, Any]]:
    """What happened to a record and everything below it, newest first; at most `limit` versions.

    Each row: at, verb, actor, reason, outside (no act made it), object, before, after.
    """
    versions: list[dict[str, Any]] = []
    for model, ids in family(root, pk).items():
        events = model.pgh_event_model.objects.filter(pgh_obj_id__in=ids)  # type: ignore[attr-defined]
        versions += _rows(model, events.select_related("pgh_context").order_by("pgh_obj_id", "pgh_id"))
    versions.sort(key=lambda row: (row["at"], row["_id"]), reverse=True)
    _name_actors(versions[:limit])
    for row in versions:
        row.pop("_id")
    return versions[:limit]


def _rows(model: type[Model], events: Iterable[Any]) -> list[dict[str, Any]]:
    names = [
        field.attname
        for field in model._meta.fields
        if field.name not in SILENT and not getattr(field, "generated", False) and not field.primary_key
    ]
    rows: list[dict[str, Any]] = []
    last: dict[int, dict[str, Any]] = {}
    for event in events:
        values = {n: getattr(event, n) for n in names if hasattr(event, n)}
        before = last.get(event.pgh_obj_id, {})
        gone = event.pgh_label.startswith("delete")
        changed = sorted(n for n in values if gone or before.get(n) != values[n])
        context = event.pgh_context.metadata if event.pgh_context else {}
        rows.append(
            {
                "_id": event.pgh_id,
                "at": event.pgh_created_at,
                "verb": context.get("verb") or event.pgh_label.split("_")[0],
                "actor": context.get("actor"),
                "reason": context.get("reason") or "",
                "outside": not context.get("verb"),
                "object": f"{model._meta.model_name}:{event.pgh_obj_id}",
                "operation": event.pgh_label.split("_")[0],
                "before": {n: values[n] if gone else before[n] for n in changed if gone or n in before},
                "after": {} if gone else {n: values[n] for n in changed},
            }
        )
        last[event.pgh_obj_id] = {} if gone else values
    return rows


def _name_actors(rows: list[dict[str, Any]]) -> None:
    users = get_user_model().objects.in_bulk({row["actor"] for row in rows if row["actor"]})
    for row in rows:
        user = users.get(row["actor"])
        row["actor"] = {"username": user.username, "name": user.name} if user else None


def outside_changes() -> int:
    """How many row versions were made by no act, over every table."""
    unlabelled = Q(pgh_context=None) | ~Q(pgh_context__metadata__has_key="verb")
    return sum(
        model.pgh_event_model.objects.filter(unlabelled).count()  # type: ignore[attr-defined]
        for model in tracked_models()
    )
