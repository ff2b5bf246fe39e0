"""Addresses of evidence: files of the agencies and what they prove."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request

from acts.api.reading import day_of, only_known_parameters, truth
from acts.api.views import as_columns
from acts.api.writing import Writes
from acts.facts import confirm_fact
from agencies.api.brief import NamesAgencies
from core.parsers import NfcJson
from core.problems import Problem
from core.rules import Malformed
from core.shapes import NoBody
from evidence import actions
from evidence.api import serializers
from evidence.api.files import answered
from evidence.api.filters import EvidenceFilter
from evidence.api.uploads import OneFile
from evidence.contents import ENDINGS
from evidence.models import Evidence
from evidence.queries import evidence_on, evidence_seen_by, record_named, versions_of

SHAPE = serializers.EvidenceShape


def of_file(shape: type) -> dict[str, type]:
    """A body that brings a file: as a form, or as base64 in JSON."""
    return {"multipart/form-data": shape, "application/json": shape}


class Evidences(NamesAgencies, Writes):
    """Tài liệu kiểm chứng: bản chính đã ký, biên bản, ảnh chụp."""

    serializer_class = SHAPE
    filterset_class = EvidenceFilter
    parser_classes = [OneFile, NfcJson]
    orderable = {
        "id": "id",
        "name": "name",
        "number": "number",
        "dated_on": "dated_on",
        "size": "size",
        "media_type": "media_type",
        "agency": "agency__code",
        "recorded_at": "recorded_at",
    }
    counted = False  # said by evidence_on

    def rows(self) -> QuerySet[Evidence]:
        return evidence_on(self.day, self.request.user)

    def in_full(self, record: Evidence) -> dict[str, Any]:
        """The evidence with every version of its paper."""
        chain = serializers.FileVersion(versions_of(record), many=True).data
        return super().in_full(record) | {"versions": chain}

    @extend_schema(
        request=of_file(serializers.EvidenceIn),
        responses={201: SHAPE},
    )
    def create(self, request: Request) -> HttpResponse:
        told = serializers.EvidenceIn.read(request)
        agency, file = told.pop("agency"), told.pop("file")
        told["about"] = self._named(told)
        return self.added(
            request, lambda: actions.attach_evidence(agency, file, **told, by=request.user)
        )

    @extend_schema(request=serializers.EvidenceCorrection, responses={200: SHAPE})
    def partial_update(self, request: Request, pk: str) -> HttpResponse:
        told = serializers.EvidenceCorrection.read(request, partial=True)
        reason = told.pop("reason", "")
        return self.acted(
            request,
            pk,
            lambda evidence: actions.correct_evidence(
                evidence, as_columns(told), reason=reason, by=request.user
            ),
        )

    @extend_schema(
        request=of_file(serializers.NewVersion),
        responses={200: SHAPE},
    )
    @action(detail=True, methods=["post"])
    def replace(self, request: Request, pk: str) -> HttpResponse:
        told = serializers.NewVersion.read(request)
        file = told.pop("file")
        return self.acted(
            request,
            pk,
            lambda evidence: actions.replace_evidence(evidence, file, **told, by=request.user),
        )

    @extend_schema(request=serializers.LinkIn, responses={200: SHAPE})
    @action(detail=True, methods=["post"])
    def attach(self, request: Request, pk: str) -> HttpResponse:
        told = serializers.LinkIn.read(request)
        name = told.pop("object")
        return self.acted(
            request,
            pk,
            lambda evidence: actions.link_evidence(
                self._record(name), [evidence.pk], **told, by=request.user
            ),
        )

    def _named(self, told: dict[str, Any]) -> Any:
        """The record that a new file is to prove, if the body names one."""
        name = told.pop("object", None)
        return self._record(name) if name else None

    def _record(self, name: str) -> Any:
        """The record of `finding:12`; Malformed for one that its reader does not see."""
        record = record_named(name, self.request.user)
        if record is None:
            raise Malformed(("/object", "does_not_exist", {}))
        return record

    @extend_schema(request=serializers.MergeIn, responses={201: SHAPE})
    @action(detail=False, methods=["post"])
    def merge(self, request: Request) -> HttpResponse:
        told = serializers.MergeIn.read(request)
        photos = self._photos(told.pop("evidence"))
        told["about"] = self._named(told)
        name = told.pop("name", "") or photos[0].name.rpartition(".")[0] or photos[0].name
        return self.added(
            request,
            lambda: actions.merge_evidence(photos, f"{name}.pdf", **told, by=request.user),
        )

    def _photos(self, ids: list[int]) -> list[Evidence]:
        """The photos in the order given; 404 when its reader does not see one of them."""
        found = evidence_seen_by(self.request.user).in_bulk(ids)
        if len(found) < len(set(ids)):
            raise Problem(404, "record.not_found")
        return [found[pk] for pk in ids]

    @extend_schema(request=NoBody, responses={200: SHAPE})
    @action(detail=True, methods=["post"])
    def confirm(self, request: Request, pk: str) -> HttpResponse:
        NoBody.read(request)
        return self.acted(request, pk, lambda fact: confirm_fact(fact, by=request.user))

    @extend_schema(request=NoBody, responses={200: SHAPE})
    @action(detail=True, methods=["post"])
    def void(self, request: Request, pk: str) -> HttpResponse:
        told = NoBody.read(request)
        return self.acted(
            request, pk, lambda fact: actions.void_evidence(fact, **told, by=request.user)
        )

    @extend_schema(
        parameters=[
            OpenApiParameter("inline", bool, description="shown in the page: PDF and images")
        ],
        responses={(200, media_type): OpenApiTypes.BINARY for media_type in ENDINGS},
    )
    @action(detail=True, methods=["get"])
    def file(self, request: Request, pk: str) -> HttpResponse:
        only_known_parameters(request, {"inline", "as_of"})
        day_of(request)  # a file is the same on every day, but a day that has not come is refused
        evidence = evidence_seen_by(request.user).filter(pk=int(pk)).first()
        if evidence is None:
            raise Problem(404, "record.not_found")
        return answered(evidence, request, inline=bool(truth(request, "inline")))
