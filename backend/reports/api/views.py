"""Addresses of reports: making them, their files, how they compare with what is known today."""

from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework.decorators import action
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.request import Request
from rest_framework.response import Response

from acts.api.reading import day_of, only_known_parameters
from acts.api.writing import Writes
from agencies.api.brief import NamesAgencies
from core.days import today
from core.problems import Problem
from core.rules import Malformed
from core.sentences import language_of
from core.shapes import NoBody
from evidence import store
from reports import actions
from reports.actions import Period
from reports.api import serializers
from reports.api.filters import ReportFilter
from reports.comparison import compared
from reports.interrupted import end_interrupted
from reports.models import Report
from reports.queries import reports_seen_by
from reports.rendering.names import FORMATS, MEDIA_TYPES, file_name


class AsItIs(BaseContentNegotiation):
    """?format= picks a file of the report here, and no renderer."""

    def select_parser(self, request: Request, parsers: list[Any]) -> Any:
        return parsers[0]

    def select_renderer(
        self, request: Request, renderers: list[Any], format_suffix: str | None = None
    ) -> tuple[Any, str]:
        return renderers[0], renderers[0].media_type


@extend_schema_view(retrieve=extend_schema(responses=serializers.ReportDetailShape))
class Reports(NamesAgencies, Writes):
    """Báo cáo: lập, tải về, so với số liệu hiện nay."""

    serializer_class = serializers.ReportShape
    filterset_class = ReportFilter
    orderable = {"id": "id", "kind": "kind", "day": "day", "state": "state",
                 "asked_at": "asked_at", "made_at": "made_at"}  # fmt: skip
    default_order = ("-id",)
    counted = False

    def rows(self) -> QuerySet[Report]:
        rows = reports_seen_by(self.request.user)
        return rows.defer("figures") if self.action == "list" else rows

    def list(self, request: Request) -> Response:
        end_interrupted()
        return super().list(request)

    def retrieve(self, request: Request, pk: str) -> Response:
        end_interrupted()
        return super().retrieve(request, pk)

    def in_full(self, record: Report) -> dict[str, Any]:
        """The report with what was printed and the texts that people wrote."""
        more = serializers.ReportDetailShape(
            record, context=self.get_serializer_context() | self.shared([record])
        ).data
        whole = {"progress": more["progress"], "parts": more["parts"], "figures": record.figures}
        return super().in_full(record) | whole

    @extend_schema(request=serializers.ReportIn, responses={201: serializers.ReportDetailShape})
    def create(self, request: Request) -> HttpResponse:
        told = serializers.ReportIn.read(request)
        period = _period(told.pop("period", None))
        kind, day = told.pop("kind"), told.pop("day", None) or today()
        return self.added(
            request,
            lambda: actions.make_report(kind, day=day, period=period, **told, by=request.user),
        )

    @extend_schema(request=serializers.PrintedIn, responses={201: serializers.ReportDetailShape})
    @action(detail=False, methods=["post"])
    def printed(self, request: Request) -> HttpResponse:
        told = serializers.PrintedIn.read(request)
        groups = [{**group, "kind": group["kind"].code} for group in told.pop("groups")]
        period = _period(told.pop("period"))
        return self.added(
            request,
            lambda: actions.enter_printed(groups, period=period, **told, by=request.user),
        )

    @extend_schema(
        request=serializers.ReportCorrection, responses={200: serializers.ReportDetailShape}
    )
    def partial_update(self, request: Request, pk: str) -> HttpResponse:
        told = serializers.ReportCorrection.read(request, partial=True)
        parts, reason = told.get("parts", {}), told.get("reason", "")
        return self.acted(
            request,
            pk,
            lambda report: actions.edit_texts(report, parts, reason=reason, by=request.user),
        )

    @extend_schema(request=NoBody, responses={200: serializers.ReportDetailShape})
    @action(detail=True, methods=["post"])
    def make_again(self, request: Request, pk: str) -> HttpResponse:
        told = NoBody.read(request)
        return self.acted(
            request, pk, lambda report: actions.make_again(report, **told, by=request.user)
        )

    @extend_schema(request=NoBody, responses={200: serializers.ReportDetailShape})
    @action(detail=True, methods=["post"])
    def sign_off(self, request: Request, pk: str) -> HttpResponse:
        told = NoBody.read(request)
        return self.acted(
            request, pk, lambda report: actions.sign_off_report(report, **told, by=request.user)
        )

    @extend_schema(
        parameters=[OpenApiParameter("format", str, required=True, enum=FORMATS)],
        responses={(200, media_type): bytes for media_type in MEDIA_TYPES.values()},
    )
    @action(detail=True, methods=["get"], content_negotiation_class=AsItIs)
    def file(self, request: Request, pk: str) -> HttpResponse:
        only_known_parameters(request, {"format", "as_of"})
        day_of(request)
        report, wanted = self.found(pk), request.query_params.get("format", "")
        if wanted not in FORMATS:
            raise Malformed(("/format", "parameter.invalid", {"value": wanted[:60]}))
        return _sent(report, wanted)

    @extend_schema(responses=serializers.ComparisonShape)
    @action(detail=True, methods=["get"])
    def comparison(self, request: Request, pk: str) -> Response:
        only_known_parameters(request, {"as_of"})
        day_of(request)  # a report is of its own day, whatever day is looked at
        report = self.found(pk)
        return Response(compared(report, request.user, language_of(request)))


def _sent(report: Report, wanted: str) -> HttpResponse:
    """The stored file under its name; 404 when there is none."""
    kept = next((file for file in report.files if file["format"] == wanted), None)
    if kept is None:
        raise Problem(404, "report.file_missing")
    try:
        stream = store.opened_content(kept["sha256"])
    except OSError as error:
        raise Problem(404, "report.file_missing") from error
    answer = FileResponse(stream, content_type=MEDIA_TYPES[wanted])
    answer["Content-Length"] = str(kept["size"])
    answer["Content-Disposition"] = content_disposition_header(True, file_name(report, wanted))
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-cache"
    return answer


def _period(told: dict[str, Any] | None) -> Period | None:
    return Period(told["from"], told["to"], told["label"]) if told else None
