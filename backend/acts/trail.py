"""Reading the trail back: who did what to which record, when and why, before and after."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection
from django.db.models import Model, Q

from core.text import sort_key

# Columns that say nothing to a reader: they change with every update or follow from others.
SILENT = {
    "id",
    "row_version",
    "recorded_at",
    "recorded_by_id",
    "confirmed_by_id",
    "confirmed_version",
    "sort_key",
    "search_text",
    "number_key",
    "issuer_key",
    "figures",  # a whole report: its hash beside it says whether it changed
}


def tracked_models() -> list[type[Model]]:
    """Every model that keeps a trail."""
    return [model for model in apps.get_models() if hasattr(model, "pgh_event_model")]


@dataclass(frozen=True)
class Wanted:
    """Which rows of a trail; None asks for all. `until` is the first moment left out."""

    actors: list[int] | None = None
    verbs: list[str] | None = None
    since: datetime | None = None
    until: datetime | None = None
    outside: bool | None = None


def history_of(
    root: type[Model], pk: int, *, limit: int, offset: int = 0, wanted: Wanted | None = None
) -> tuple[list[dict[str, Any]], int, list[dict[str, str]]]:
    """A page of what happened to a record and everything below it, newest first; count; people.

    The people are all who ever did something to it, whatever page or filter is shown. Each row:
    at, verb, actor, reason, outside (no act made it), object, operation, before, after. Voided
    records are in it, since only the event tables are asked. Three queries.
    """
    with connection.cursor() as cursor:
        page = {"pk": pk, "limit": limit, "offset": offset}
        cursor.execute(_history_sql(root), {**page, **asdict(wanted or Wanted())})
        versions = [
            (*row[:5], *(json.loads(text) if text else {} for text in row[5:8]), row[8])
            for row in cursor.fetchall()
        ]
        cursor.execute(_people_sql(root), {"pk": pk})
        actors = [actor for (actor,) in cursor.fetchall()]
    users = get_user_model().objects.in_bulk(actors)
    count = versions[0][8] if versions else 0
    return [_row(version, users) for version in versions], count, _people(users.values())


def _people(users: Iterable[Any]) -> list[dict[str, str]]:
    """Users by their names in the order of the Vietnamese alphabet."""
    people = [{"username": user.username, "name": user.name} for user in users]
    return sorted(people, key=lambda each: sort_key(each["name"] or each["username"]))


def outside_changes() -> int:
    """How many row versions were made by no act, over every table."""
    unlabelled = Q(pgh_context=None) | ~Q(pgh_context__metadata__has_key="verb")
    return sum(
        model.pgh_event_model.objects.filter(unlabelled).count()  # type: ignore[attr-defined]
        for model in tracked_models()
    )


def _row(version: tuple[Any, ...], users: dict[int, Any]) -> dict[str, Any]:
    name, obj, label, at, _, context, data, before, _ = version
    user = users.get(context.get("actor"))
    operation = label.split("_")[0]
    gone = operation == "delete"
    changed = [
        column
        for column in sorted(data)
        if column not in SILENT
        and not column.startswith("pgh_")
        and (gone or column not in before or before[column] != data[column])
    ]
    return {
        "at": at,
        "verb": context.get("verb") or operation,
        "actor": {"username": user.username, "name": user.name} if user else None,
        "reason": context.get("reason") or "",
        "outside": not context.get("verb"),
        "object": f"{name}:{obj}",
        "operation": operation,
        "before": {c: data[c] if gone else before[c] for c in changed if gone or c in before},
        "after": {} if gone else {c: data[c] for c in changed},
    }


@cache
def _history_sql(root: type[Model]) -> str:
    """One statement over the event tables of a record and of all that hangs below it."""
    parts = [
        f"SELECT '{model._meta.model_name}' AS name, e.pgh_obj_id, e.pgh_label, e.pgh_created_at,"
        " e.pgh_id, e.pgh_context_id, to_jsonb(e) AS data"
        f" FROM {_events(model)} e WHERE {condition}"
        for model, condition in _family(root).items()
    ]
    return f"""
    WITH versions AS ({" UNION ALL ".join(parts)}),
    compared AS (
      SELECT *, lag(data) OVER (PARTITION BY name, pgh_obj_id ORDER BY pgh_id) AS before
        FROM versions
    )
    SELECT name, pgh_obj_id, pgh_label, pgh_created_at, pgh_id,
           coalesce(context.metadata, '{{}}'::jsonb), data, before, count(*) OVER ()
      FROM compared LEFT JOIN pghistory_context context ON context.id = pgh_context_id
     WHERE (%(actors)s::bigint[] IS NULL
            OR (context.metadata->>'actor')::bigint = ANY(%(actors)s::bigint[]))
       AND (%(verbs)s::text[] IS NULL OR context.metadata->>'verb' = ANY(%(verbs)s::text[]))
       AND (%(since)s::timestamptz IS NULL OR pgh_created_at >= %(since)s)
       AND (%(until)s::timestamptz IS NULL OR pgh_created_at < %(until)s)
       AND (%(outside)s::boolean IS NULL
            OR (context.metadata->>'verb' IS NULL) = %(outside)s::boolean)
     ORDER BY pgh_created_at DESC, pgh_id DESC LIMIT %(limit)s OFFSET %(offset)s"""


@cache
def _people_sql(root: type[Model]) -> str:
    """The actors of every act that the family's event tables know."""
    parts = [
        f"SELECT e.pgh_context_id FROM {_events(model)} e WHERE {condition}"
        for model, condition in _family(root).items()
    ]
    return f"""
    SELECT DISTINCT (context.metadata->>'actor')::bigint
      FROM ({" UNION ".join(parts)}) acts
      JOIN pghistory_context context ON context.id = acts.pgh_context_id
     WHERE context.metadata->>'actor' IS NOT NULL"""


def _family(root: type[Model]) -> dict[type[Model], str]:
    """Model → the condition that picks its versions below the record; nearest relation first."""
    found: dict[type[Model], str] = {root: "pgh_obj_id = %(pk)s"}
    frontier = [root]
    while frontier:
        parent = frontier.pop(0)
        for model in tracked_models():
            for field in _relations(model):
                if model in found or field.related_model is not parent or _is_user(parent):
                    continue
                if field.target_field.name == "id" and field.name not in ("parent", "previous"):
                    found[model] = (
                        f"{field.column} IN"
                        f" (SELECT pgh_obj_id FROM {_events(parent)} WHERE {found[parent]})"
                    )
                    frontier.append(model)
    return found


def _relations(model: type[Model]) -> list[Any]:
    return [field for field in model._meta.fields if field.is_relation]


def _is_user(model: type[Model]) -> bool:
    """What somebody recorded does not hang below that person."""
    return model is get_user_model()


def _events(model: type[Model]) -> str:
    return str(model.pgh_event_model._meta.db_table)  # type: ignore[attr-defined]
