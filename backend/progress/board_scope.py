"""What the board counts, told to the plain lists of documents and findings below."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from agencies.queries import ids_in_scope_on
from audits import board_scope as findings_scope
from documents import board_scope as documents_scope
from documents.queries import listed_on
from plans.models import Rollout, RolloutHolder
from progress.agencies import speaking
from progress.stages import RolloutOnDay, rollouts_on


def _held_in_scope_on(day: date) -> QuerySet[RolloutHolder]:
    """Who holds which rollout on the day, agencies in scope only."""
    return RolloutHolder.objects.filter(
        Q(held_from=None) | Q(held_from__lte=day),
        Q(held_to=None) | Q(held_to__gte=day),
        agency__in=ids_in_scope_on(day),
    )


def own_lists_on(day: date) -> QuerySet[Any]:
    """Ids of the rollouts whose list is an agency's own on the day: the latest that has one."""
    listed = Rollout.objects.filter(
        Exists(listed_on(day).filter(rollout=OuterRef("pk"))), opened_on__lte=day
    )
    held = _held_in_scope_on(day).filter(rollout__in=listed.values("pk"))
    latest = held.order_by("agency", "-rollout__opened_on", "-rollout_id").distinct("agency")
    return latest.values("rollout_id")


def on_own_lists(documents: QuerySet[Any], day: date) -> QuerySet[Any]:
    """Documents on the own list of each agency in scope."""
    return documents.filter(rollout__in=own_lists_on(day))


def current_rollouts_on(day: date) -> list[int]:
    """Ids of the rollouts that speak for their agencies on the day; one query."""
    by_agency: dict[int, list[RolloutOnDay]] = {}
    for rollout in rollouts_on(day):
        by_agency.setdefault(rollout.agency_id, []).append(rollout)
    return [current.id for held in by_agency.values() if (current := speaking(held))]


def of_current_rollouts(rows: QuerySet[Any], day: date) -> QuerySet[Any]:
    """Rows with a rollout, of the current rollout of each agency in scope."""
    in_scope = _held_in_scope_on(day).filter(rollout__in=current_rollouts_on(day))
    return rows.filter(rollout__in=in_scope.values("rollout_id"))


documents_scope.register(on_own_lists)
findings_scope.register(of_current_rollouts)
