"""One agency as a record of the feed. Source: domain reference 6.4.

A record says nothing that differs from one day to the next by itself (no count of days, no day of
the question), so that it stands until something happens or `next_change_on` comes.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet

from agencies.models import Agency
from agencies.queries import existing_on
from core.days import today
from feeds.details import Details, details_of
from feeds.next_change import next_changes
from progress.agencies import AgencyOnDay, agencies_among, everybody_on
from progress.rows import document_counts, finding_counts
from progress.stages import PROVEN, RolloutOnDay

CHUNK = 500
QUALITY = [
    "no_data",
    "irregular",
    "missing_original",
    "missing_date",
    "missing_list",
    "unconfirmed",
]


def rows_on(day: date) -> QuerySet[Any]:
    """Every agency that exists on the day, in scope or not, by code; to be narrowed."""
    return everybody_on(day).order_by("code")


def records_of(
    rows: QuerySet[Any], day: date, *, few: bool = False, bare: bool = False
) -> Iterator[dict[str, Any]]:
    """The records of `rows_on(day)`, narrowed and cut as one likes, in its order.

    `few`: a page of them. `bare`: without `next_change_on`, told of today's records only. Six
    queries, and some twenty for every few hundred agencies, whose objects are all that is held.
    """
    ids = list(rows.values_list("pk", flat=True))
    agencies, yard = agencies_among(day, ids, few=few)
    for start in range(0, len(agencies), CHUNK):
        some = agencies[start : start + CHUNK]
        details = details_of(some, day)
        coming = next_changes(some, yard) if day == today() and not bare else {}
        for agency in some:
            yield _record(agency, details, coming.get(agency.id))


def agency_records_on(
    day: date, codes: Collection[str] | None = None, *, bare: bool = False
) -> list[dict[str, Any]]:
    """The records of a day, all at once."""
    few = codes is not None and len(codes) <= CHUNK
    rows = Agency.objects.filter(existing_on(day)).order_by("code")
    rows = rows if codes is None else rows.filter(code__in=list(codes))
    return list(records_of(rows, day, few=few, bare=bare))


def _record(agency: AgencyOnDay, details: Details, coming: date | None) -> dict[str, Any]:
    rollout = agency.current
    moments = [r.last_recorded_at for r in agency.rollouts if r.last_recorded_at]
    return {
        "code": agency.code,
        "name": agency.name,
        "kind": agency.kind,
        "identifiers": details.identifiers.get(agency.id, []),
        "in_scope": agency.in_scope,
        "stage": agency.stage,
        "stage_since": rollout.stage_since if rollout else None,
        "track": rollout.track if rollout else None,
        "edition": rollout.edition if rollout else None,
        "confirmed": bool(rollout and not rollout.unconfirmed),
        "maintained": agency.maintained,
        "flags": [flag for flag in agency.flags if flag not in QUALITY],
        **_of_rollout(rollout, details),
        "documents": _documents(agency.listing, details),
        "last_internal_audit": agency.latest_internal_audit,
        "last_management_review": agency.latest_review,
        "findings": finding_counts(rollout),
        "data_quality": [flag for flag in agency.flags if flag in QUALITY],
        "fresh_on": agency.fresh_on,
        "last_updated_at": max(moments) if moments else None,
        "real": rollout.real if rollout else True,
        "next_change_on": coming,
    }


def _of_rollout(rollout: RolloutOnDay | None, details: Details) -> dict[str, Any]:
    if rollout is None:
        names = ["plan", "approval", "last_external_audit", "certificate", "declaration"]
        return {**dict.fromkeys(names), "evidence": []}
    return {
        "plan": details.plans.get(rollout.id),
        "approval": details.approvals.get(rollout.id),
        "last_external_audit": details.audits.get(rollout.id),
        "certificate": _proof(rollout, "certificate", details),
        "declaration": _proof(rollout, "declaration", details),
        "evidence": details.evidence.get(rollout.id, []),
    }


def _documents(listing: RolloutOnDay | None, details: Details) -> dict[str, Any]:
    kinds = {
        kind: listed for kind, (listed, _) in sorted(((listing and listing.kinds) or {}).items())
    }
    return {
        **document_counts(listing),
        "by_kind": kinds,
        "needs_review": details.reviews.get(listing.id, 0) if listing else 0,
    }


def _proof(rollout: RolloutOnDay, kind: str, details: Details) -> dict[str, Any] | None:
    """The proof in force, or the one of the kind that was in force last, by its state."""
    if rollout.proof_kind != kind:
        return None
    status = "suspended" if rollout.suspended else "in_force"
    scope = details.scopes.get((kind, rollout.proof_id or 0), "")
    return {
        "number": rollout.proof_number or "",
        "edition": rollout.proof_edition,
        "valid_from": rollout.proof_since,
        "valid_to": rollout.valid_to,
        "scope": scope,
        "status": status if rollout.stage in (*PROVEN, "suspended") else rollout.stage,
    }
