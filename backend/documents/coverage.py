"""What an edition requires of a list, and what a list may be copied from."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from agencies.models import AgencyKindPeriod, valid_on
from agencies.queries import PROVINCE
from documents.models import Document, ModelList
from documents.queries import is_listed_on
from plans.models import Rollout
from standards.models import RequiredDocument


def required_kinds(edition: str, listed: dict[str, int]) -> list[dict[str, Any]]:
    """Each kind that the edition requires: how many at least, how many the list has.

    `listed`: kind → documents on the list of the day. Source: domain reference 3.2.
    """
    rows = RequiredDocument.objects.filter(edition__code=edition).select_related("kind")
    return [
        {
            "kind": one.kind_id,
            "name": one.kind.name,
            "required": one.min_count,
            "listed": listed.get(one.kind_id, 0),
            "missing": listed.get(one.kind_id, 0) < one.min_count,
            "clause": one.clause,
        }
        for one in rows.order_by("kind__order")
    ]


def lists_to_copy(rollout: Rollout, day: date, seen: Iterable[int]) -> QuerySet[Rollout]:
    """Rollouts whose list may be taken over: of those seen, of agencies of the same kind, of the
    province itself; each with `documents`, how many are on its list.

    The code and title of a document are no secret between offices of one kind; its days are.
    """
    kinds = AgencyKindPeriod.objects.filter(valid_on(day))
    own = kinds.filter(agency=rollout.agency_id).values("kind")
    alike = kinds.filter(kind__in=own).values("agency")
    rows = Rollout.objects.filter(
        Q(pk__in=list(seen)) | Q(agency__in=alike) | Q(agency__code=PROVINCE)
    ).exclude(pk=rollout.pk)
    listed = Document.objects.filter(is_listed_on(day), placeholder=False)
    on_list = Q(documents__in=listed.values("pk"))
    return (
        rows.annotate(listed=Count("documents", filter=on_list))
        .filter(listed__gt=0)
        .annotate(code=F("agency__code"))
        .select_related("agency")
    )


def model_lists_to_copy(rollout: Rollout, day: date) -> QuerySet[ModelList]:
    """The province's model lists of the day for the kind of agency that a rollout is of.

    Each with `listed`, how many lines it has.
    """
    kinds = AgencyKindPeriod.objects.filter(valid_on(day), agency=rollout.agency_id)
    rows = ModelList.objects.filter(valid_on(day), agency_kind__in=kinds.values("kind"))
    return rows.annotate(listed=Count("lines")).order_by("edition_id", "-valid_from")


def lines_of(source: Rollout | ModelList, day: date) -> list[dict[str, Any]]:
    """The lines of a list without their days, as put_documents takes them."""
    rows: QuerySet[Any]
    if isinstance(source, ModelList):
        rows = source.lines.all()
    else:
        rows = Document.objects.filter(is_listed_on(day), rollout=source, placeholder=False)
    names = ("code", "title", "unit", "field")
    return [
        {name: getattr(line, name) for name in names} | {"kind": line.kind_id}
        for line in rows.order_by("kind__order", "code")
    ]
