"""Many documents at once: edited together, copied from another list."""

from datetime import date
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
from agencies.queries import briefs, province, visible_to
from core.days import PartialDate, columns
from core.paging import page_of
from core.problems import Problem
from core.rules import Malformed
from core.shapes import DayField, PartialDateField, Shape, TextField
from documents import actions
from documents.api.serializers import MAX_ITEMS, DocumentsShape, KindField
from documents.api.views import Documents
from documents.coverage import lines_of, lists_to_copy, model_lists_to_copy
from documents.models import STEPS, Document, ModelList
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
    """One source, a list or a model list; `kinds` and `codes` narrow what is taken of it."""

    from_rollout = by_id(Rollout, required=False)
    from_model_list = by_id(ModelList, required=False)
    to_rollout = by_id(Rollout)
    kinds = serializers.ListField(child=KindField(max_length=10), required=False, max_length=50)
    codes = serializers.ListField(
        child=TextField(max_length=60), required=False, max_length=MAX_ITEMS
    )

    def validate(self, told: dict[str, Any]) -> dict[str, Any]:
        if ("from_rollout" in told) == ("from_model_list" in told):
            wrong = serializers.ErrorDetail("from_rollout or from_model_list", code="required")
            raise serializers.ValidationError({"from_rollout": wrong})
        return told


class SourceShape(serializers.Serializer):
    """A list that may be taken over: of a rollout, or a model list of the province."""

    rollout = serializers.IntegerField(allow_null=True)
    model_list = serializers.IntegerField(allow_null=True)
    title = serializers.CharField(allow_blank=True, help_text="of a model list")
    agency = AgencyBriefShape()
    edition = serializers.CharField()
    track = serializers.CharField(allow_blank=True)
    documents = serializers.IntegerField()


class LineShape(serializers.Serializer):
    """A line that may be taken over; `known`: its code stands on the list already."""

    code = serializers.CharField()
    title = serializers.CharField(allow_blank=True)
    kind = serializers.CharField()
    unit = serializers.CharField(allow_blank=True)
    field = serializers.CharField(allow_blank=True)
    known = serializers.BooleanField()


class PageShape(serializers.Serializer):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    as_of = serializers.DateField()


class SourcesShape(PageShape):
    results = SourceShape(many=True)


class LinesShape(PageShape):
    results = LineShape(many=True)


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
        named = told.get("from_rollout"), told.get("from_model_list")
        source = _source(request, target, *(one.pk if one else None for one in named))
        return deliver(
            delivery_of(request),
            lambda: actions.copy_list(
                source,
                target,
                kinds=told.get("kinds", ()),
                codes=told.get("codes", ()),
                reason=told.get("reason", ""),
                by=request.user,
            ),
            lambda made: shown_many(request, made),
            201,
        )


def _sources(request: Request, rollout: Rollout) -> Any:
    seen = visible_to(request.user, Rollout.objects.all(), "agency_id", "holders__agency_id")
    return lists_to_copy(rollout, day_of(request), seen.values_list("pk", flat=True))


def _source(
    request: Request, target: Rollout, rollout: int | None, model_list: int | None
) -> Rollout | ModelList:
    """The list that is named, if it may be taken over; else 404."""
    if model_list is None:
        rows = _sources(request, target).filter(pk=rollout)
    else:
        rows = model_lists_to_copy(target, day_of(request)).filter(pk=model_list)
    found: Rollout | ModelList | None = rows.first()
    if found is None:
        raise Problem(404, "record.not_found")
    return found


def _offered(request: Request, target: Rollout) -> list[Rollout | ModelList]:
    """Every list that may be taken over, the province's model lists first."""
    rows = _sources(request, target).order_by("agency__code", "pk")
    return [*model_lists_to_copy(target, day_of(request)), *rows]


PAGE = [
    OpenApiParameter("as_of", {"type": "string", "format": "date"}),
    OpenApiParameter("limit", int),
    OpenApiParameter("offset", int),
]


class ListSources(APIView):
    """The lists that a rollout may take over: the province's model, own ones, those of its kind."""

    @extend_schema(parameters=PAGE, responses=SourcesShape)
    def get(self, request: Request, pk: int) -> Response:
        only_known_parameters(request, {"as_of", "limit", "offset"})
        day = day_of(request)
        found = _offered(request, visible_rollout(request, pk))
        by_province = province().values_list("pk", flat=True).first() or 0
        named = briefs(day, [by_province, *(getattr(one, "agency_id", 0) for one in found)])
        rows = [
            {
                "rollout": None if isinstance(source, ModelList) else source.pk,
                "model_list": source.pk if isinstance(source, ModelList) else None,
                "title": getattr(source, "title", ""),
                "agency": named[getattr(source, "agency_id", by_province)].as_row(),
                "edition": source.edition_id,
                "track": getattr(source, "track", ""),
                "documents": source.listed,
            }
            for source in found
        ]
        return Response(page_of(rows, request, day))


class ListLines(APIView):
    """What would be taken over from a list, and which codes stand on this one already.

    Without a source: from the first that is offered; nothing where none is.
    """

    @extend_schema(
        parameters=[
            *PAGE,
            OpenApiParameter("from_rollout", int),
            OpenApiParameter("from_model_list", int),
        ],
        responses=LinesShape,
    )
    def get(self, request: Request, pk: int) -> Response:
        sources = ("from_rollout", "from_model_list")
        only_known_parameters(request, {"as_of", "limit", "offset", *sources})
        target = visible_rollout(request, pk)
        named = [_id_in(request, name) for name in sources]
        found = [_source(request, target, *named)] if any(named) else _offered(request, target)
        day = day_of(request)
        standing = Document.objects.filter(rollout=target, withdrawn_on=None)
        known = set(standing.values_list("code", flat=True))
        rows = [{**line, "known": line["code"] in known} for line in _lines(found, day)]
        return Response(page_of(rows, request, day))


def _lines(found: list[Rollout | ModelList], day: date) -> list[dict[str, Any]]:
    return lines_of(found[0], day) if found else []


def _id_in(request: Request, name: str) -> int | None:
    text = request.query_params.get(name)
    if text is not None and not (text.isascii() and text.isdecimal() and len(text) < 19):
        raise Malformed((f"/{name}", "parameter.invalid", {"value": text[:60]}))
    return int(text) if text is not None else None
