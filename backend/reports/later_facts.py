"""Facts of a report's time that were recorded, changed or taken out after it was made."""

import json
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection
from django.db.models import Model

from acts.permissions import Actor
from acts.trail import tracked_models
from agencies.queries import briefs
from core.columns import list_title
from core.labels import label
from reports.models import Report

SHOWN, LOOKED_AT = 100, 20_000
# What is said beside the facts, and who says it, changes no figure.
SILENT_APPS = {"accounts", "comments", "enquiries", "feeds", "imports", "reports"}


def later_facts(
    report: Report, user: Actor, language: str = "vi"
) -> tuple[list[dict[str, Any]], int]:
    """The newest of them as rows, and how many more there are.

    Asked of the trail, so that what was taken out is told as well. Of an agency's report only its
    own and the province's facts.
    """
    models = {
        str(model._meta.model_name): model
        for model in tracked_models()
        if model._meta.app_label not in SILENT_APPS
    }
    with connection.cursor() as cursor:
        cursor.execute(_sql(models), {"at": report.made_at, "most": LOOKED_AT})
        versions = cursor.fetchall()
    records = _records(models, versions)
    rows: list[Any] = []
    more = 0
    for name, pk, operation, at, told, data in versions:
        record = records.get((name, pk))
        counts_on = getattr(record, "counts_on", None)
        home = getattr(record, "home_agency_id", None) if record else _home(data)
        if not _of_its_time(report.day, operation, counts_on, data):
            continue
        if report.agency_id and home not in (None, report.agency_id):
            continue
        if len(rows) == SHOWN:
            more += 1
            continue
        rows.append((name, pk, operation, at, json.loads(told or "{}"), counts_on, home))
    return _shown(rows, models, report.day, language), more


def _sql(models: dict[str, type[Model]]) -> str:
    """SQL: every version written after a moment, newest first. Parameters %(at)s, %(most)s."""
    parts = [
        f"SELECT '{name}' AS name, e.pgh_obj_id AS pk,"
        " split_part(e.pgh_label, '_', 1) AS operation, e.pgh_created_at AS at,"
        " e.pgh_context_id AS context, to_jsonb(e)::text AS data"
        f" FROM {model.pgh_event_model._meta.db_table} e"  # type: ignore[attr-defined]
        " WHERE e.pgh_created_at > %(at)s"
        for name, model in models.items()
    ]
    return f"""
      SELECT DISTINCT ON (at, name, pk) name, pk, operation, at, told.metadata::text, data
        FROM ({" UNION ALL ".join(parts)}) versions
        LEFT JOIN pghistory_context told ON told.id = versions.context
       ORDER BY at DESC, name, pk LIMIT %(most)s"""


def _records(models: dict[str, type[Model]], versions: list[Any]) -> dict[tuple[str, int], Model]:
    """The records that still stand, by kind and id; one query for each kind."""
    ids: dict[str, set[int]] = {}
    for name, pk, *_ in versions:
        ids.setdefault(name, set()).add(pk)
    return {
        (name, pk): record
        for name, some in ids.items()
        for pk, record in models[name]._default_manager.in_bulk(some).items()
    }


def _of_its_time(day: date, operation: str, counts_on: date | None, data: str) -> bool:
    """Whether the fact speaks of the report's day: it counts by then, as far as one can tell."""
    if counts_on is not None:
        return counts_on <= day
    days = [
        value
        for name, value in json.loads(data).items()
        if value and name.endswith(("_on", "_from")) and isinstance(value, str)
    ]
    return not days or min(days) <= day.isoformat()


def _home(data: str) -> int | None:
    """The agency of a record that is gone, where its last version names one."""
    told = json.loads(data).get("agency_id")
    return int(told) if told else None


def _shown(
    rows: list[Any], models: dict[str, type[Model]], day: date, language: str
) -> list[dict[str, Any]]:
    named = briefs(day, [row[6] for row in rows])
    actors = {row[4]["actor"] for row in rows if "actor" in row[4]}
    people = get_user_model().objects.in_bulk(actors)
    found = []
    for name, pk, operation, at, told, counts_on, home in rows:
        part = str(models[name]._meta.verbose_name_plural).replace(" ", "-")
        verb = told.get("verb", "")
        brief, actor = named.get(home or 0), people.get(told.get("actor"))
        found.append(
            {
                "object": f"{name}:{pk}",
                "kind": name,
                "label": label("acts", verb, language) if verb else list_title(part, language),
                "operation": operation,
                "verb": verb,
                "agency": brief.as_row() if brief else None,
                "counts_on": counts_on,
                "at": at,
                "by": actor.username if actor else None,
                "reason": told.get("reason", ""),
            }
        )
    return found
