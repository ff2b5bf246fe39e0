"""POST /imports: a case file as JSON or as an uploaded file."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request
from rest_framework.response import Response

from acts.api.reading import Reads, only_known_parameters, truth
from acts.api.writing import deliver, delivery_of
from acts.permissions import MAY
from core.parsers import NfcJson, read_json
from core.problems import Problem
from core.rules import Malformed
from imports.case import import_cases
from imports.models import Import


class ImportShape(serializers.ModelSerializer):
    rollouts = serializers.JSONField(source="rollout_ids")
    url = serializers.SerializerMethodField()

    class Meta:
        model = Import
        fields = ["id", "url", "title", "published_on", "real", "rollouts", "counts", "flags", "at"]

    def get_url(self, done: Import) -> str | None:
        return f"/api/v1/imports/{done.pk}" if done.pk else None


class Imports(Reads):
    """What was loaded; POST loads a case file (coordinator only)."""

    serializer_class = ImportShape
    parser_classes = [NfcJson, MultiPartParser]
    orderable = {"id": "id", "at": "at"}
    counted = False

    def rows(self) -> Any:
        if self.request.user.role in ("officer", "head"):
            return Import.objects.none()
        return Import.objects.all()

    @extend_schema(
        request={
            "application/json": {"type": "object"},
            "multipart/form-data": {
                "type": "object",
                "properties": {"file": {"type": "string", "format": "binary"}},
            },
        },
        parameters=[OpenApiParameter("dry_run", bool)],
        responses={201: ImportShape, 200: ImportShape},
    )
    def create(self, request: Request) -> HttpResponse:
        only_known_parameters(request, {"dry_run"})
        dry_run = bool(truth(request, "dry_run"))
        if request.user.role not in MAY["records.import"].roles:
            raise Problem(403, "act.not_yours")
        data = _case_data(request)
        if dry_run:
            done = import_cases(data, by=request.user, dry_run=True)
            return Response(ImportShape(done).data, 200)
        return deliver(
            delivery_of(request),
            lambda: import_cases(data, by=request.user),
            lambda done: ImportShape(done).data,
            201,
        )


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
