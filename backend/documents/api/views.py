"""Addresses of documents."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from acts.api.views import Facts, as_columns, fact_schema
from acts.api.writing import deliver, delivery_of
from acts.facts import void_fact
from agencies.api.brief import NamesAgencies
from agencies.queries import visible_to
from core.facts import with_names
from core.problems import blockers_as_rows
from core.sentences import language_of
from core.shapes import NoBody
from documents import actions, rules
from documents.api import filters, serializers
from documents.approval_rules import warnings_of_first
from documents.board_scope import ON_BOARD
from documents.models import Document, DocumentVersion, Promulgation
from documents.queries import shown_on
from documents.reviews import needs_review_on
from documents.warnings import warnings_of_promulgation


class Corrected(NamesAgencies, Facts):
    """Facts whose correction or voiding touches more than one row: `correct` and `take_out`."""

    correct: Any
    take_out: Any = staticmethod(void_fact)

    def partial_update(self, request: Request, pk: str) -> Response:
        told = self.Correction.read(request, partial=True)
        reason = told.pop("reason", "")
        correct = type(self).correct
        return self.acted(
            request,
            pk,
            lambda fact: correct(fact, as_columns(told), reason=reason, by=request.user),
        )

    @extend_schema(request=NoBody)
    @action(detail=True, methods=["post"])
    def void(self, request: Request, pk: str) -> Response:
        reason = NoBody.read(request).get("reason", "")
        take_out = type(self).take_out
        return self.acted(request, pk, lambda fact: take_out(fact, reason=reason, by=request.user))


@fact_schema(serializers.DocumentShape, serializers.DocumentIn, serializers.DocumentCorrection)
class Documents(Corrected):
    """Danh mục tài liệu của hệ thống quản lý chất lượng."""

    serializer_class = serializers.DocumentShape
    In, Correction = serializers.DocumentIn, serializers.DocumentCorrection
    filterset_class = filters.DocumentFilter
    orderable = {
        "id": "id",
        "code": "code",
        "title": "title",
        "kind": "kind__order",
        "unit": "unit",
        "field": "field",
        "rollout": "rollout_id",
        "agency": "rollout__agency__code",
        "listed_on": "listed_on",
        "withdrawn_on": "withdrawn_on",
        "placeholder": "placeholder",
        "state": "state",
        "effective_on": "effective_on",
        "needs_review": "needs_review",
    }
    on_board = ON_BOARD
    derived = frozenset({"state", "effective_on", "needs_review"})
    counted = False  # the filter knows which documents count on the day
    correct = staticmethod(actions.correct_document)

    def rows(self) -> QuerySet[Document]:
        return visible_to(self.request.user, Document.objects.all(), "rollout__agency_id")

    def in_detail(self, rows: QuerySet[Document]) -> QuerySet[Document]:
        shown = shown_on(self.day, rows).annotate(needs_review=needs_review_on(self.day))
        return with_names(shown)

    def agency_ids(self, record: Document) -> list[int | None]:
        return [record.agency_on_day]

    def in_full(self, record: Document) -> dict[str, Any]:
        warnings = list(rules.warnings_of_document(record))
        return {
            **super().in_full(record),
            "warnings": blockers_as_rows(warnings, language_of(self.request)),
        }

    def record(self, told: dict[str, Any]) -> Document:
        return actions.list_document(told.pop("rollout"), **told, by=self.request.user)

    @extend_schema(request=serializers.DocumentsIn, responses={201: serializers.DocumentsShape})
    @action(detail=False, methods=["post"])
    def bulk(self, request: Request) -> Response:
        told = serializers.DocumentsIn.read(request)
        self._no_parameters(request)
        note = told.pop("note", "")
        items = [{"note": note, **item} for item in told.pop("items")]
        return deliver(
            delivery_of(request),
            lambda: actions.list_documents(told.pop("rollout"), items, **told, by=request.user),
            self._many,
            201,
        )

    def _many(self, documents: list[Document]) -> dict[str, Any]:
        rows = Document.objects.filter(pk__in=[document.pk for document in documents])
        results = self.shown(list(self.in_detail(rows).order_by("id")))
        return {"count": len(results), "as_of": self.day, "results": results}

    @extend_schema(request=serializers.WithdrawIn, responses={200: serializers.DocumentShape})
    @action(detail=True, methods=["post"])
    def withdraw(self, request: Request, pk: str) -> Response:
        told = serializers.WithdrawIn.read(request)
        return self.acted(
            request,
            pk,
            lambda document: actions.withdraw_document(document, **told, by=request.user),
        )


@fact_schema(serializers.VersionShape, serializers.VersionIn, serializers.VersionFields)
class Versions(Corrected):
    """Lần ban hành, sửa đổi của tài liệu."""

    serializer_class = serializers.VersionShape
    In, Correction = serializers.VersionIn, serializers.VersionFields
    filterset_class = filters.VersionFilter
    orderable = {
        "id": "id",
        "document": "document_id",
        "code": "document__code",
        "issue_no": "issue_no",
        "revision_no": "revision_no",
        "drafted_on": "drafted_on",
        "reviewed_on": "reviewed_on",
        "approved_on": "approved_on",
        "issued_on": "issued_on",
        "effective_on": "effective_on",
        "withdrawn_on": "withdrawn_on",
    }
    correct = staticmethod(actions.correct_version)
    take_out = staticmethod(actions.void_version)

    def rows(self) -> QuerySet[DocumentVersion]:
        rows = with_names(DocumentVersion.objects.select_related("document__rollout"))
        return visible_to(self.request.user, rows, "document__rollout__agency_id")

    def in_full(self, record: DocumentVersion) -> dict[str, Any]:
        told = list(warnings_of_first(record, record.document.rollout))
        return super().in_full(record) | {
            "warnings": blockers_as_rows(told, language_of(self.request))
        }

    def record(self, told: dict[str, Any]) -> DocumentVersion:
        return actions.record_version(told.pop("document"), **told, by=self.request.user)


@fact_schema(
    serializers.PromulgationShape, serializers.PromulgationIn, serializers.PromulgationFields
)
class Promulgations(Corrected):
    """Quyết định ban hành tài liệu."""

    serializer_class = serializers.PromulgationShape
    In, Correction = serializers.PromulgationIn, serializers.PromulgationFields
    filterset_class = filters.PromulgationFilter
    orderable = {
        "id": "id",
        "number": "number",
        "signed_on": "signed_on",
        "effective_on": "effective_on",
        "rollout": "rollout_id",
    }
    correct = staticmethod(actions.correct_promulgation)
    take_out = staticmethod(actions.void_promulgation)

    def rows(self) -> QuerySet[Promulgation]:
        issued = DocumentVersion.objects.only("id", "document_id", "promulgation_id")
        rows = with_names(Promulgation.objects.select_related("rollout")).prefetch_related(
            Prefetch("versions", queryset=issued.order_by("document_id"))
        )
        return visible_to(self.request.user, rows, "rollout__agency_id")

    def in_full(self, record: Promulgation) -> dict[str, Any]:
        told = list(warnings_of_promulgation(record))
        return super().in_full(record) | {
            "warnings": blockers_as_rows(told, language_of(self.request))
        }

    def record(self, told: dict[str, Any]) -> Promulgation:
        return actions.record_promulgation(told.pop("rollout"), **told, by=self.request.user)
