"""Data quality: named checks, each with the rows at fault and the address that mends each.

A check is a function of the day that yields its parts: rows of any kind, each with what is wrong
with it and the way from it to its agency. Nothing is stored, nothing is refused.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import BigIntegerField, CharField, F, Model, Q, QuerySet, Value
from django.db.models.functions import Cast

from acts.permissions import Actor
from acts.trail import tracked_models
from agencies.queries import briefs, visible_to
from core.facts import Fact
from progress.faults import (
    agencies_without_accounts,
    agencies_without_data,
    audits_without_body,
    beyond_the_list,
    certificates_too_long,
    decisions_without_day,
    declarations_without_signer,
    double_numbers,
    findings_without_due_day,
    heirs_to_declare,
    rollouts_past_edition,
    rollouts_with_placeholders,
    two_proofs_on_a_day,
)
from standards.queries import policy_on


@dataclass(frozen=True)
class Part:
    """Rows of one model; `what` is the column or text that says what is wrong with each."""

    rows: QuerySet[Any]
    agency: str
    what: Any = ""


Check = Callable[[date], Iterator[Part]]

# Collections of the API by model, for the address of a row.
COLLECTIONS = {
    "agency": "agencies", "appraisal": "appraisals", "application": "applications",
    "audit": "audits", "board": "boards", "certificate": "certificates",
    "correctiveaction": "corrective-actions", "decision": "decisions",
    "declaration": "declarations", "directive": "directives", "document": "documents",
    "documentversion": "document-versions", "finding": "findings",
    "listapproval": "list-approvals",
    "maintenanceyear": "maintenance-years", "managementreview": "management-reviews",
    "officialdocument": "official-documents", "plan": "plans", "promulgation": "promulgations",
    "rollout": "rollouts", "statusevent": "status-events", "submission": "submissions",
    "training": "trainings",
}  # fmt: skip
# From a fact to its agency, where it has no agency of its own.
PATHS = {
    "correctiveaction": "finding__agency_id", "findingstep": "finding__agency_id",
    "decision": "document__issuer_agency_id", "directive": "document__issuer_agency_id",
    "documentversion": "document__rollout__agency_id", "officialdocument": "issuer_agency_id",
}  # fmt: skip
# The record whose page shows a fact that has no address of its own.
SHOWN_BY = {"findingstep": ("finding", "finding_id")}


def fact_models() -> list[type[Model]]:
    """Every kind of fact that has an address, or stands on the page of one that has."""
    return [
        model for model in apps.get_models()
        if issubclass(model, Fact) and (_name(model) in COLLECTIONS or _name(model) in SHOWN_BY)
    ]  # fmt: skip


def _name(model: type[Model]) -> str:
    return str(model._meta.model_name)


def _path(model: type[Model]) -> str:
    if _name(model) in PATHS:
        return PATHS[_name(model)]
    names = {field.name for field in model._meta.get_fields()}
    return "agency_id" if "agency" in names else "rollout__agency_id"


def _facts(condition: Q, what: Any) -> Iterator[Part]:
    for model in fact_models():
        yield Part(model._default_manager.filter(condition), _path(model), what)


def _irregular(day: date) -> Iterator[Part]:
    yield from _facts(~Q(irregular="") & Q(reported_by__lte=day), "irregular")


def _unconfirmed(day: date) -> Iterator[Part]:
    limit = day - timedelta(days=policy_on(day).days("confirmation.days"))
    yield from _facts(Q(confirmed_on=None, recorded_at__date__lt=limit), "source")


def _outside(day: date) -> Iterator[Part]:
    """Row versions that no act has made; they belong to no agency's own list."""
    unlabelled = Q(pgh_context=None) | ~Q(pgh_context__metadata__has_key="verb")
    for model in tracked_models():
        events = model.pgh_event_model.objects  # type: ignore[attr-defined]
        yield Part(events.filter(unlabelled, pgh_created_at__date__lte=day), "", "pgh_label")


def _only(rows: Callable[[date], QuerySet[Any]], agency: str, what: Any) -> Check:
    def check(day: date) -> Iterator[Part]:
        yield Part(rows(day), agency, what)

    return check


# The checks by name, the most serious first within each grade.
CHECKS: dict[str, tuple[str, Check]] = {
    "outside_changes": ("high", _outside),
    "double_numbers": ("high", _only(double_numbers, "issuer_agency_id", "number")),
    "two_proofs_on_a_day": (
        "high", lambda day: (Part(rows, "rollout__agency_id", "number")
                             for rows in two_proofs_on_a_day(day))),
    "rollouts_past_edition": ("high", _only(rollouts_past_edition, "agency_id", "edition_id")),
    "heirs_to_declare": ("high", _only(heirs_to_declare, "pk", "code")),
    "findings_without_due_day": ("medium", _only(findings_without_due_day, "agency_id", "code")),
    "certificates_too_long": (
        "medium", _only(certificates_too_long, "rollout__agency_id", "number")),
    "beyond_the_list": (
        "medium", lambda day: (Part(*part) for part in beyond_the_list(day))),
    "audits_without_body": ("medium", _only(audits_without_body, "agency_id", "type")),
    "decisions_without_day": (
        "medium", _only(decisions_without_day, "document__issuer_agency_id", "document__number")),
    "declarations_without_signer": (
        "medium", _only(declarations_without_signer, "rollout__agency_id", "number")),
    "irregular_facts": ("medium", _irregular),
    "agencies_without_data": ("medium", _only(agencies_without_data, "pk", "code")),
    "agencies_without_accounts": ("low", _only(agencies_without_accounts, "pk", "code")),
    "rollouts_with_placeholders": ("low", _only(rollouts_with_placeholders, "agency_id", "track")),
    "unconfirmed_facts": ("low", _unconfirmed),
}  # fmt: skip


def counts_on(day: date, user: Actor) -> dict[str, int]:
    """How many rows each check finds among what the user may see; one query for all checks."""
    parts: list[str] = []
    params: list[Any] = []
    for code, (_, check) in CHECKS.items():
        sql, given = _union(_visible(check(day), user))
        parts.append(f"SELECT '{code}', count(*) FROM ({sql}) AS rows")
        params += given
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), params)
        return dict(cursor.fetchall())


def page_of_check(
    code: str, day: date, user: Actor, *, limit: int, offset: int
) -> tuple[list[dict[str, Any]], int]:
    """Rows of one check as {object, agency, what, url}, and how many there are; two queries."""
    sql, params = _union(_visible(CHECKS[code][1](day), user))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT row_name, row_record, row_agency, row_what, count(*) OVER ()"
            f" FROM ({sql}) AS rows ORDER BY row_name, row_record LIMIT %s OFFSET %s",
            [*params, limit, offset],
        )
        found = cursor.fetchall()
    named = briefs(day, {row[2] for row in found})
    rows = [
        _row(name, record, named.get(agency), what, code == "outside_changes")
        for name, record, agency, what, _ in found
    ]
    return rows, found[0][4] if found else 0


def _row(name: str, record: int, agency: Any, what: str, trail: bool) -> dict[str, Any]:
    url = f"/api/v1/{COLLECTIONS[name]}/{record}" if name in COLLECTIONS else None
    if name == "agency":
        url = f"/api/v1/agencies/{agency.code}" if agency else None
    if trail:
        url = None
    key = agency.code if name == "agency" and agency else record
    return {
        "object": f"{name}:{key}",
        "agency": agency.as_row() if agency else None,
        "what": what,
        "url": url or f"/api/v1/history?object={name}:{key}",
    }


def _visible(parts: Iterator[Part], user: Actor) -> list[QuerySet[Any]]:
    """The parts within the user's scope, under the same four columns."""
    shown = []
    for part in parts:
        rows = visible_to(user, part.rows, part.agency) if part.agency else _whole(part.rows, user)
        shown.append(rows.order_by().values(**_columns(part)))
    return shown


def _whole(rows: QuerySet[Any], user: Actor) -> QuerySet[Any]:
    """Rows of no agency are for those who see the whole province."""
    return rows.none() if user.agency_id else rows


def _columns(part: Part) -> dict[str, Any]:
    name, key = _name(part.rows.model), "pk"
    if name in SHOWN_BY:
        name, key = SHOWN_BY[name]
    if hasattr(part.rows.model, "pgh_obj_id"):
        tracked = part.rows.model.pgh_obj.field.related_model
        name, key = _name(tracked), "pgh_obj_id"
    agency = F(part.agency) if part.agency else Value(None, output_field=BigIntegerField())
    return {
        "row_name": Value(name, output_field=CharField()),
        "row_record": Cast(F(key), BigIntegerField()),
        "row_agency": Cast(agency, BigIntegerField()),
        "row_what": Cast(F(part.what), CharField()),
    }


def _union(shown: list[QuerySet[Any]]) -> tuple[str, list[Any]]:
    """The parts as one statement with its parameters; an empty part is left out."""
    nothing = (
        "SELECT ''::text AS row_name, 0::bigint AS row_record, 0::bigint AS row_agency,"
        " ''::text AS row_what WHERE FALSE"
    )
    parts: list[str] = [nothing]
    params: list[Any] = []
    for rows in shown:
        if rows.query.is_empty():
            continue
        sql, given = rows.query.sql_with_params()
        parts.append(sql)
        params += list(given)
    return " UNION ALL ".join(f"({part})" for part in parts), params
