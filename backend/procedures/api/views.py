"""Addresses of administrative procedures (thủ tục hành chính)."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from acts.api.reading import only_known_parameters, picked
from acts.api.views import Facts, as_columns, fact_schema
from acts.api.writing import deliver, delivery_of
from agencies.api.brief import NamesAgencies
from agencies.models import Agency
from agencies.queries import briefs
from core.facts import with_names
from core.paging import page_of
from core.problems import blockers_as_rows
from core.rules import Malformed
from core.sentences import language_of
from procedures import actions, rules
from procedures.api import serializers
from procedures.api.filters import ProcedureFilter
from procedures.models import AdminProcedure, ProcedureDecision, ProcedureDocument
from procedures.queries import (
    Coverage,
    as_left_on,
    coverage_on,
    links_to_review_on,
    procedures_on,
)

SHAPE = serializers.ProcedureDetail
COUNTED = ("numerator", "denominator", "needs_review")


@fact_schema(SHAPE, serializers.ProcedureIn, serializers.ProcedureFields)
class AdminProcedures(NamesAgencies, Facts):
    """Thủ tục hành chính và tài liệu thực hiện."""

    serializer_class = SHAPE
    In, Correction = serializers.ProcedureIn, serializers.ProcedureFields
    filterset_class = ProcedureFilter
    orderable = {
        "id": "id",
        "code": "code",
        "name": "name",
        "field": "field",
        "level": "level",
        "agency": "agency__code",
        "status": "status",
        "published_on": "published_on",
        "published_on_precision": "published_on_precision",
        "decision_no": "decision_no",
        "replaced_by": "replaced_by_code",
        "covered": "covered",
        "needs_review": "needs_review",
        "n_documents": "n_documents",
        "time_limit_days": "time_limit_days",
    }
    default_order = ("code",)
    counted = False  # said by procedures_on
    derived = frozenset({"status"})

    def rows(self) -> QuerySet[AdminProcedure]:
        return procedures_on(self.day, self.request.user)

    def in_detail(self, rows: QuerySet[AdminProcedure]) -> QuerySet[AdminProcedure]:
        links = ProcedureDocument.objects.select_related("document").order_by("document__code")
        shown = with_names(as_left_on(self.day, rows).select_related("agency"))
        return shown.prefetch_related(Prefetch("links", links))

    def shared(self, records: list[Any]) -> dict[str, Any]:
        late = links_to_review_on(self.day).filter(procedure__in=[r.pk for r in records])
        known = set(late.values_list("pk", flat=True))
        return super().shared(records) | {"links_to_review": known}

    def shown(self, records: list[Any]) -> list[dict[str, Any]]:
        context = self.get_serializer_context() | self.shared(records)
        return list(serializers.ProcedureShape(records, many=True, context=context).data)

    def in_full(self, record: AdminProcedure) -> dict[str, Any]:
        """The procedure with everything announced of it by the day."""
        told = ProcedureDecision.objects.filter(procedure=record, counts_on__lte=self.day)
        decisions = serializers.AnnouncementShape(told.order_by("-counts_on", "-pk"), many=True)
        return super().in_full(record) | {
            "decisions": decisions.data,
            "warnings": blockers_as_rows(
                list(rules.warnings_of_procedure(record)), language_of(self.request)
            ),
        }

    def record(self, told: dict[str, Any]) -> AdminProcedure:
        return actions.record_procedure(told.pop("agency"), **told, by=self.request.user)

    def partial_update(self, request: Request, pk: str) -> HttpResponse:
        told = serializers.ProcedureFields.read(request, partial=True)
        reason = told.pop("reason", "")
        return self.acted(
            request,
            pk,
            lambda procedure: actions.correct_procedure(
                procedure, as_columns(told), reason=reason, by=request.user
            ),
        )

    @extend_schema(request=serializers.ProceduresIn, responses={201: serializers.ProceduresShape})
    @action(detail=False, methods=["post"])
    def bulk(self, request: Request) -> HttpResponse:
        told = serializers.ProceduresIn.read(request)
        self._no_parameters(request)
        agency, items = told.pop("agency"), told.pop("items")
        return deliver(
            delivery_of(request),
            lambda: actions.record_procedures(agency, items, **told, by=request.user),
            self._many,
            201,
        )

    def _many(self, procedures: list[AdminProcedure]) -> dict[str, Any]:
        rows = AdminProcedure.objects.filter(pk__in=[p.pk for p in procedures])
        rows = self.in_detail(rows).order_by("id")
        results = self.shown(list(rows))
        return {"count": len(results), "as_of": self.day, "results": results}

    @extend_schema(request=serializers.ChangeIn, responses={200: SHAPE})
    @action(detail=True, methods=["post"])
    def change(self, request: Request, pk: str) -> HttpResponse:
        told = serializers.ChangeIn.read(request)
        return self.acted(
            request, pk, lambda found: actions.change_procedure(found, **told, by=request.user)
        )

    @extend_schema(request=serializers.LinksIn, responses={200: SHAPE})
    @action(detail=True, methods=["post"])
    def link(self, request: Request, pk: str) -> HttpResponse:
        told = serializers.LinksIn.read(request)
        return self.acted(
            request, pk, lambda found: actions.link_procedure(found, **told, by=request.user)
        )

    @extend_schema(request=serializers.UnlinkIn, responses={200: SHAPE})
    @action(detail=True, methods=["post"])
    def unlink(self, request: Request, pk: str) -> HttpResponse:
        told = serializers.UnlinkIn.read(request)
        return self.acted(
            request, pk, lambda found: actions.unlink_procedure(found, **told, by=request.user)
        )

    @extend_schema(
        parameters=[
            OpenApiParameter("as_of", {"type": "string", "format": "date"}),
            OpenApiParameter("agency", str, many=True),
            OpenApiParameter("limit", int),
            OpenApiParameter("offset", int),
            OpenApiParameter("fields", str, many=True),
            OpenApiParameter("ordering", str, description="- reverses; default: least covered"),
        ],
        responses=serializers.CoveragePage,
        filters=False,
    )
    @action(detail=False, methods=["get"], pagination_class=None)
    def coverage(self, request: Request) -> Response:
        known = {"as_of", "agency", "limit", "offset", "fields", "ordering"}
        only_known_parameters(request, known)
        ordering = request.query_params.get("ordering", "")
        if ordering and ordering.lstrip("-") not in COUNTED:
            raise Malformed(("/ordering", "parameter.invalid", {"value": ordering[:60]}))
        wanted = self._agencies(request.query_params.getlist("agency"))
        covered = coverage_on(self.day, request.user)
        rows = [row for row in covered if not wanted or row.agency_id in wanted]
        named = briefs(self.day, [row.agency_id for row in rows])
        shown = [self._coverage(row, named[row.agency_id].as_row()) for row in rows]
        shown.sort(key=_least_covered)
        if ordering:
            shown.sort(key=lambda row: row[ordering.lstrip("-")], reverse=ordering[0] == "-")
        page = page_of(shown, request, self.day)
        return Response({**page, "results": picked(page["results"], request)})

    def _agencies(self, codes: list[str]) -> set[int]:
        """Ids of the agencies of ?agency=; an unknown code is refused."""
        found = dict(Agency.objects.filter(code__in=codes).values_list("code", "pk"))
        for code in codes:
            if code not in found:
                raise Malformed(("/agency", "parameter.invalid", {"value": code[:60]}))
        return set(found.values())

    def _coverage(self, row: Coverage, agency: dict[str, str]) -> dict[str, Any]:
        whole = f"/api/v1/admin-procedures?agency={agency['code']}&as_of={self.day}&standing=true"
        return {
            "agency": agency,
            "numerator": row.numerator,
            "denominator": row.denominator,
            "needs_review": row.needs_review,
            "lists": {
                "numerator": f"{whole}&covered=true",
                "denominator": whole,
                "needs_review": f"{whole}&flag=needs_review",
            },
        }


def _least_covered(row: dict[str, Any]) -> tuple[float, str]:
    return row["numerator"] / row["denominator"], row["agency"]["code"]
