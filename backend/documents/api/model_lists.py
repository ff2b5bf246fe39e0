"""Addresses of the province's model lists: the coordinator keeps them, everybody reads them."""

from typing import Any

from django.db.models import Count, Prefetch, QuerySet
from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request

from acts.api.filters import Choices, Known, OnDay
from acts.api.writing import Writes
from agencies.models import AgencyKind, valid_on
from agencies.queries import briefs
from core.shapes import DayField, Shape, TextField
from documents import actions
from documents.api.many import visible_rollout
from documents.api.serializers import MAX_ITEMS, KindField
from documents.models import ModelLine, ModelList
from plans.api.serializers import by_code, by_id
from plans.models import Rollout
from standards.models import Edition


class ModelLineIn(Shape):
    """A document of the model list; it has no days."""

    reason = None
    code = TextField(max_length=60)
    title = TextField(required=False, allow_blank=True, max_length=500)
    kind = KindField(max_length=10)
    unit = TextField(required=False, allow_blank=True, max_length=200)
    field = TextField(required=False, allow_blank=True, max_length=200)


class ModelListFields(Shape):
    title = TextField(required=False, allow_blank=True, max_length=300)
    note = serializers.CharField(required=False, allow_blank=True, max_length=4000)
    items = ModelLineIn(many=True, required=False, max_length=MAX_ITEMS)


class ModelListIn(ModelListFields):
    """A model list of `items`, or of what stands today on the list of `from_rollout`.

    Without a kind and an edition they are the rollout's.
    """

    agency_kind = by_code(AgencyKind, required=False)
    edition = by_code(Edition, required=False)
    valid_from = DayField()
    from_rollout = by_id(Rollout, required=False)

    def validate(self, told: dict[str, Any]) -> dict[str, Any]:
        missing = [name for name in ("agency_kind", "edition") if name not in told]
        if missing and "from_rollout" not in told:
            needed = serializers.ErrorDetail("or from_rollout", code="required")
            raise serializers.ValidationError({name: needed for name in missing})
        return told


class ModelListEnd(Shape):
    valid_to = DayField()


class ModelLineShape(serializers.ModelSerializer):
    kind = serializers.CharField(source="kind_id")

    class Meta:
        model = ModelLine
        fields = ["code", "title", "kind", "unit", "field"]


class ModelListShape(serializers.ModelSerializer):
    """A model list with its lines."""

    url = serializers.SerializerMethodField()
    agency_kind = serializers.CharField(source="agency_kind_id")
    edition = serializers.CharField(source="edition_id")
    documents = serializers.IntegerField(read_only=True)
    items = ModelLineShape(many=True, source="lines")

    class Meta:
        model = ModelList
        fields = [
            "id", "url", "row_version", "agency_kind", "edition", "title", "valid_from",
            "valid_to", "documents", "note", "items",
        ]  # fmt: skip

    def get_url(self, model_list: ModelList) -> str:
        return f"/api/v1/model-lists/{model_list.pk}"


class ModelListFilter(OnDay):
    """?agency_kind=so&edition=2015&active=true (valid on the day)"""

    agency_kind = Known(AgencyKind, "agency_kind")
    edition = Known(Edition, "edition")
    active = Choices(["true", "false"], method="valid")

    class Meta:
        model = ModelList
        fields: list[str] = []

    def valid(self, rows: QuerySet[ModelList], _: str, wanted: list[str]) -> QuerySet[ModelList]:
        if len(set(wanted)) != 1:
            return rows
        now = valid_on(self.day)
        return rows.filter(now) if "true" in wanted else rows.exclude(now)


class ModelLists(Writes):
    """Danh mục mẫu của tỉnh theo loại cơ quan."""

    serializer_class = ModelListShape
    filterset_class = ModelListFilter
    orderable = {
        "id": "id",
        "agency_kind": "agency_kind__order",
        "edition": "edition_id",
        "title": "title",
        "valid_from": "valid_from",
        "valid_to": "valid_to",
        "documents": "documents",
        "note": "note",
    }
    default_order = ("agency_kind__order", "edition", "-valid_from")
    counted = False

    def rows(self) -> QuerySet[ModelList]:
        lines = ModelLine.objects.order_by("kind__order", "code")
        rows = ModelList.objects.annotate(documents=Count("lines"))
        return rows.prefetch_related(Prefetch("lines", lines))

    @extend_schema(request=ModelListIn, responses={201: ModelListShape})
    def create(self, request: Request) -> HttpResponse:
        told = ModelListIn.read(request)
        source = told.pop("from_rollout", None)
        rollout = visible_rollout(request, source) if source else None
        if rollout:
            told = {**self._of(rollout), **told}
        return self.added(
            request, lambda: actions.record_model_list(**told, rollout=rollout, by=request.user)
        )

    def _of(self, rollout: Rollout) -> dict[str, Any]:
        """The kind that the rollout's agency is of today, and its edition."""
        kind = briefs(self.day, [rollout.agency_id])[rollout.agency_id].kind
        return {"agency_kind": AgencyKind.objects.get(code=kind), "edition": rollout.edition}

    @extend_schema(request=ModelListFields, responses={200: ModelListShape})
    def partial_update(self, request: Request, pk: str) -> HttpResponse:
        told: dict[str, Any] = ModelListFields.read(request, partial=True)
        reason = told.pop("reason", "")
        return self.acted(
            request,
            pk,
            lambda found: actions.correct_model_list(found, told, reason=reason, by=request.user),
        )

    @extend_schema(request=ModelListEnd, responses={200: ModelListShape})
    @action(detail=True, methods=["post"])
    def end(self, request: Request, pk: str) -> HttpResponse:
        told = ModelListEnd.read(request)
        return self.acted(
            request, pk, lambda found: actions.end_model_list(found, **told, by=request.user)
        )
