"""Many documents at once: edited together, copied from another list."""

from typing import Any

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from acts.api.reading import day_of, only_known_parameters
from acts.api.writing import deliver, delivery_of
from agencies.api.brief import AgencyBriefShape
from agencies.queries import briefs, visible_to
from core.days import PartialDate, columns
from core.paging import page_of
from core.problems import Problem
from core.shapes import DayField, PartialDateField, Shape, TextField
from documents import actions
from documents.api.serializers import MAX_ITEMS, DocumentsShape, KindField
from documents.api.views import Documents
from documents.coverage import lists_to_copy
from documents.models import STEPS, Document
from plans.api.serializers import by_id
from plans.models import Rollout

STEP_DAYS = tuple(f"{step}_on" for step in STEPS)


class Seen(Shape):
    """A document and the row_version that its sender saw."""

    reason = None
    id = serializers.IntegerField(min_value=1, max_value=2**62)
    row_version = serializers.IntegerField(min_value=1, max_value=2**31 - 1)


class SharedChanges(Shape):
    """What the documents get, and the days that their latest versions get; null takes a day out."""

    reason = None
    kind = KindField(required=False, max_length=10)
    unit = TextField(required=False, allow_blank=True, max_length=200)
    field = TextField(required=False, allow_blank=True, max_length=200)
    note = serializers.CharField(required=False, allow_blank=True, max_length=4000)
    listed_on = PartialDateField(required=False, allow_null=True)

    def get_fields(self) -> dict[str, serializers.Field]:
        days = {name: DayField(required=False, allow_null=True) for name in STEP_DAYS}
        return super().get_fields() | days

    def validate(self, told: dict[str, Any]) -> dict[str, Any]:
        if not told:
            raise serializers.ValidationError(serializers.ErrorDetail("changes", code="required"))
        return told


class BulkEditIn(Shape):
    items = Seen(many=True, allow_empty=False, max_length=MAX_ITEMS)
    changes = SharedChanges()


class CopyIn(Shape):
    from_rollout = by_id(Rollout)
    to_rollout = by_id(Rollout)
    kinds = serializers.ListField(child=KindField(max_length=10), required=False, max_length=50)


class SourceShape(serializers.Serializer):
    """A list that may be taken over."""

    rollout = serializers.IntegerField()
    agency = AgencyBriefShape()
    edition = serializers.CharField()
    track = serializers.CharField()
    documents = serializers.IntegerField()


class SourcesShape(serializers.Serializer):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    as_of = serializers.DateField()
    results = SourceShape(many=True)


def shown_many(request: Request, documents: list[Document]) -> dict[str, Any]:
    """Documents as their list shows them."""
    view = Documents(request=request, format_kwarg=None, action="list")
    return view._many(documents)


def visible_rollout(request: Request, rollout: Rollout | int) -> Rollout:
    """The rollout, if the account may see it; else 404."""
    pk = rollout if isinstance(rollout, int) else rollout.pk
    rows = visible_to(request.user, Rollout.objects.all(), "agency_id", "holders__agency_id")
    found = rows.filter(pk=pk).select_related("agency").first()
    if found is None:
        raise Problem(404, "record.not_found")
    return found


class BulkEdit(APIView):
    """The same changes for many documents of one list: all or none."""

    @extend_schema(request=BulkEditIn, responses={200: DocumentsShape})
    def post(self, request: Request) -> HttpResponse:
        only_known_parameters(request, {"as_of"})
        told = BulkEditIn.read(request)
        seen = {item["id"]: item["row_version"] for item in told["items"]}
        rows = visible_to(request.user, Document.objects.all(), "rollout__agency_id")
        documents = list(rows.filter(pk__in=list(seen)).select_related("rollout__agency"))
        if len(documents) < len(seen):
            raise Problem(404, "record.not_found")
        changes, days = _sorted(told["changes"])
        return deliver(
            delivery_of(request),
            lambda: actions.edit_documents(
                documents, changes, days, seen=seen, reason=told.get("reason", ""), by=request.user
            ),
            lambda done: shown_many(request, done),
            200,
        )


def _sorted(told: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Columns of documents, and days of their versions."""
    days = {name: told[name] for name in STEP_DAYS if name in told}
    changes: dict[str, Any] = {}
    for name, value in told.items():
        if name == "listed_on":
            changes |= columns(listed_on=value if isinstance(value, PartialDate) else None)
        elif name not in days:
            changes[name] = value
    return changes, days


class Copy(APIView):
    """Take over the list of another rollout, without its days."""

    @extend_schema(request=CopyIn, responses={201: DocumentsShape})
    def post(self, request: Request) -> HttpResponse:
        only_known_parameters(request, {"as_of"})
        told = CopyIn.read(request)
        target = visible_rollout(request, told["to_rollout"])
        source = _sources(request, target).filter(pk=told["from_rollout"].pk).first()
        if source is None:
            raise Problem(404, "record.not_found")
        return deliver(
            delivery_of(request),
            lambda: actions.copy_list(
                source,
                target,
                kinds=told.get("kinds", ()),
                reason=told.get("reason", ""),
                by=request.user,
            ),
            lambda made: shown_many(request, made),
            201,
        )


def _sources(request: Request, rollout: Rollout) -> Any:
    seen = visible_to(request.user, Rollout.objects.all(), "agency_id", "holders__agency_id")
    return lists_to_copy(rollout, day_of(request), seen.values_list("pk", flat=True))


class ListSources(APIView):
    """The lists that a rollout may take over: own ones, those of its kind, the province's."""

    @extend_schema(
        parameters=[
            OpenApiParameter("as_of", {"type": "string", "format": "date"}),
            OpenApiParameter("limit", int),
            OpenApiParameter("offset", int),
        ],
        responses=SourcesShape,
    )
    def get(self, request: Request, pk: int) -> Response:
        only_known_parameters(request, {"as_of", "limit", "offset"})
        day = day_of(request)
        found = list(_sources(request, visible_rollout(request, pk)).order_by("agency__code", "pk"))
        named = briefs(day, [rollout.agency_id for rollout in found])
        rows = [
            {
                "rollout": rollout.pk,
                "agency": named[rollout.agency_id].as_row(),
                "edition": rollout.edition_id,
                "track": rollout.track,
                "documents": rollout.listed,
            }
            for rollout in found
        ]
        return Response(page_of(rows, request, day))
