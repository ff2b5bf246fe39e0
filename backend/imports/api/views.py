"""Imports: case files as JSON, workbooks as uploaded files; what was loaded; taking it back."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from acts.api.exporting import MEDIA_TYPES
from acts.api.reading import day_of, only_known_parameters, truth
from acts.api.writing import Writes, deliver, delivery_of
from acts.permissions import MAY
from agencies.api.brief import NamesAgencies
from agencies.models import Agency
from agencies.queries import existing_on, visible_to
from core.days import today
from core.parsers import NfcJson, read_json
from core.problems import Problem
from core.rules import Malformed
from core.sentences import language_of
from core.shapes import NoBody
from imports.actions import load_workbook, undo_import
from imports.api import serializers
from imports.case import import_cases
from imports.jobs import as_it_is, promised
from imports.models import Import, Job
from imports.workbooks.kinds import KINDS
from imports.workbooks.opening import MEGABYTE, MOST_BYTES
from imports.workbooks.sending import Outcome, Sent
from imports.workbooks.templates import template
from plans.models import Rollout

_FORM_OVERHEAD = MEGABYTE
AS_OF = OpenApiParameter("as_of", {"type": "string", "format": "date"})


class OneWorkbook(MultiPartParser):
    """A form whose length is known to be within the limit before it is read."""

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        request = (parser_context or {}).get("request")
        length = int(request.META.get("CONTENT_LENGTH") or 0) if request is not None else 0
        if length > MOST_BYTES + _FORM_OVERHEAD:
            raise Problem(413, "workbook.too_large", {"megabytes": MOST_BYTES // MEGABYTE})
        return super().parse(stream, media_type, parser_context)


class Imports(NamesAgencies, Writes):
    """What was loaded; POST loads a case file (coordinator only) or a workbook."""

    serializer_class = serializers.ImportShape
    parser_classes = [NfcJson, OneWorkbook]
    orderable = {"id": "id", "at": "at", "kind": "kind"}
    counted = False

    def rows(self) -> QuerySet[Import]:
        rows = Import.objects.select_related("by", "undone_by")
        return visible_to(self.request.user, rows, "agency_id")

    @extend_schema(
        request={
            "application/json": {"type": "object"},
            "multipart/form-data": serializers.WorkbookIn,
        },
        parameters=[OpenApiParameter("dry_run", bool)],
        responses={201: serializers.LoadedShape, 200: serializers.LoadedShape},
    )
    def create(self, request: Request) -> HttpResponse:
        only_known_parameters(request, {"dry_run"})
        dry_run = bool(truth(request, "dry_run"))
        form = "multipart" in (request.content_type or "")
        if form and "kind" in request.data:
            return self._workbook(request, dry_run)
        if request.user.role not in MAY["records.import"].roles:
            raise Problem(403, "act.not_yours")
        data = _case_data(request)
        if dry_run:
            done = import_cases(data, by=request.user, dry_run=True)
            return Response(self.shown([done])[0], 200)
        return deliver(
            delivery_of(request),
            lambda: import_cases(data, by=request.user),
            lambda done: self.shown([done])[0],
            201,
        )

    def _workbook(self, request: Request, dry_run: bool) -> HttpResponse:
        if request.user.role not in MAY["workbook.load"].roles:
            raise PermissionDenied("workbook.load")
        told = serializers.WorkbookIn.read(request)
        sent, reason = _sent(told), told.pop("reason", "")
        if dry_run:
            outcome = load_workbook(sent, dry_run=True, by=request.user)
            clean = outcome.loading.clean
            job = promised(kind=sent.kind, by=request.user) if clean else None
            return Response({**self._outcome(request, outcome), "job": job}, 200)

        def load() -> Outcome:
            outcome = load_workbook(sent, reason=reason, by=request.user)
            if outcome.saved is None:
                found = self._outcome(request, outcome)
                raise Problem(409, "workbook.refused", **found)
            return outcome

        return deliver(
            delivery_of(request), load, lambda outcome: self._outcome(request, outcome), 201
        )

    def _outcome(self, request: Request, outcome: Outcome) -> dict[str, Any]:
        saved = outcome.saved or Import(
            kind=outcome.sent.kind, file_name=outcome.sent.file_name, title=outcome.sent.source
        )
        return {**self.shown([saved])[0], **outcome.as_row(language_of(request))}

    @extend_schema(request=NoBody, responses={200: serializers.ImportShape})
    @action(detail=True, methods=["post"])
    def undo(self, request: Request, pk: str) -> HttpResponse:
        reason = NoBody.read(request).get("reason", "")
        return self.acted(
            request, pk, lambda done: undo_import(done, reason=reason, by=request.user)
        )


def _sent(told: dict[str, Any]) -> Sent:
    file = told["file"]
    if file.size > MOST_BYTES:
        raise Problem(413, "workbook.too_large", {"megabytes": MOST_BYTES // MEGABYTE})
    names = ("kind", "sheet", "mapping", "on_conflict", "conflicts", "choices", "defaults",
             "source", "job")  # fmt: skip
    given = {name: told[name] for name in names if told.get(name)}
    return Sent(file_name=file.name or "", content=file.read(), **given)


def _case_data(request: Request) -> Any:
    """The case itself: the JSON body, or the uploaded file read as JSON."""
    if "multipart" not in (request.content_type or ""):
        return request.data
    upload = request.FILES.get("file")
    if upload is None:
        raise Malformed(("/file", "required", {}))
    if upload.size > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        raise Problem(413, "request.too_large")
    return read_json(upload.read())


class Template(APIView):
    """A workbook to be filled in, with what is on record: documents.xlsx?agency=SNV"""

    @extend_schema(
        parameters=[AS_OF, OpenApiParameter("agency", str, many=True)],
        responses={(200, MEDIA_TYPES["xlsx"]): bytes},
    )
    def get(self, request: Request, name: str) -> HttpResponse:
        only_known_parameters(request, {"agency", "as_of"})
        day_of(request)  # a template holds what is on record now, to be gone on with
        kind = name.removesuffix(".xlsx")
        if not name.endswith(".xlsx") or kind not in KINDS:
            raise Problem(404, "record.not_found")
        agencies, rollouts = _of_agencies(request, kind)
        rows = KINDS[kind].existing(agencies, rollouts)
        content = template(KINDS[kind], rows, language_of(request))
        answer = HttpResponse(content, content_type=MEDIA_TYPES["xlsx"])
        answer["Content-Disposition"] = f'attachment; filename="mau-{kind}_{today()}.xlsx"'
        answer["Cache-Control"] = "private, no-store"
        return answer


def _of_agencies(request: Request, kind: str) -> tuple[list[int], list[int]]:
    """The agencies whose records a template holds, and the rollouts that they hold."""
    user, codes = request.user, request.query_params.getlist("agency")
    seen = visible_to(user, Agency.objects.all(), "pk")
    chosen = seen.filter(code__in=codes) if codes else seen.filter(pk=user.agency_id)
    if not codes and kind == "agencies":
        chosen = seen.filter(existing_on(today()))
    if len(set(codes)) > len(found := list(chosen.values_list("pk", flat=True))):
        raise Malformed(("/agency", "parameter.invalid", {"value": ", ".join(codes)[:60]}))
    held = Rollout.objects.filter(holders__agency__in=found)
    return found, list(held.values_list("pk", flat=True).distinct())


class JobView(APIView):
    """How far a long loading is; its id was told by the dry run, or chosen by who started it."""

    @extend_schema(parameters=[AS_OF], responses=serializers.JobShape)
    def get(self, request: Request, pk: str) -> Response:
        only_known_parameters(request, {"as_of"})
        day_of(request)  # a job is as it is now, whatever day is looked at
        try:
            job = Job.objects.filter(pk=UUID(pk)).first()
        except ValueError:
            job = None
        if job is None:
            raise Problem(404, "record.not_found")
        return Response(serializers.JobShape(as_it_is(job)).data)
