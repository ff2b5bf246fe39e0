"""Addresses of requests: the coordinator asks, the agency answers."""

from typing import Any

import django_filters as filters
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request

from acts.api.filters import Choices, Known, OnDay
from acts.api.writing import Writes, deliver, delivery_of
from agencies.api.brief import NamesAgencies
from agencies.models import Agency
from core.rules import Malformed
from core.shapes import NoBody
from enquiries import actions
from enquiries.api import serializers
from enquiries.models import Enquiry, EnquiryAnswer
from enquiries.queries import STATES, enquiries_on, in_state_on

SHAPE = serializers.RequestShape


class RequestFilter(OnDay):
    """?state=overdue&agency=SNV&object=finding:12; an overdue request is open too"""

    state = Choices(STATES, method="in_states")
    agency = Known(Agency, "agency")
    object = filters.CharFilter(method="about_record")

    class Meta:
        model = Enquiry
        fields: list[str] = []

    def in_states(self, rows: QuerySet, _: str, states: list[str]) -> QuerySet:
        wanted = Q()
        for state in states:
            wanted |= in_state_on(state, self.day)
        return rows.filter(wanted)

    def about_record(self, rows: QuerySet, _: str, text: str) -> QuerySet:
        name, _colon, key = text.partition(":")
        if not (key.isascii() and key.isdecimal()) or len(key) > 18:
            raise Malformed(("/object", "parameter.invalid", {"value": text[:60]}))
        return rows.filter(about=name, about_id=int(key))


class Requests(NamesAgencies, Writes):
    """Yêu cầu bổ sung tài liệu hoặc sửa số liệu."""

    serializer_class = SHAPE
    filterset_class = RequestFilter
    orderable = {
        "id": "id",
        "due_on": "due_on",
        "asked_on": "asked_on",
        "answered_on": "answered_on",
        "closed_on": "closed_on",
        "state": "state",
        "agency": "agency__code",
        "what": "what",
        "asked_by": "asked_by__username",
        "object": "about",
        "days_left": "due_on",
    }
    default_order = ("due_on",)
    counted = False

    def rows(self) -> QuerySet[Enquiry]:
        answers = EnquiryAnswer.objects.select_related("answered_by").order_by("pk")
        rows = enquiries_on(self.day, self.request.user).select_related("agency", "asked_by")
        return rows.prefetch_related(Prefetch("answers", answers))

    def shared(self, records: list[Any]) -> dict[str, Any]:
        return super().shared(records) | {"day": self.day}

    @extend_schema(request=serializers.AskIn, responses={201: SHAPE})
    def create(self, request: Request) -> HttpResponse:
        told = serializers.AskIn.read(request)
        agency, about = told.pop("agency"), told.pop("object", "")
        return self.added(
            request, lambda: actions.ask(agency, **told, about=about, by=request.user)
        )

    @extend_schema(request=serializers.AskManyIn, responses={201: serializers.RequestsShape})
    @action(detail=False, methods=["post"])
    def bulk(self, request: Request) -> HttpResponse:
        told = serializers.AskManyIn.read(request)
        self._no_parameters(request)
        agencies = list({agency.pk: agency for agency in told.pop("agencies")}.values())
        return deliver(
            delivery_of(request),
            lambda: actions.ask_many(agencies, **told, by=request.user),
            self._many,
            201,
        )

    def _many(self, asked: list[Enquiry]) -> dict[str, Any]:
        rows = self.rows().filter(pk__in=[enquiry.pk for enquiry in asked]).order_by("id")
        results = self.shown(list(rows))
        return {"count": len(results), "as_of": self.day, "results": results}

    @extend_schema(request=serializers.RequestAnswerIn, responses={200: SHAPE})
    @action(detail=True, methods=["post"])
    def answer(self, request: Request, pk: str) -> HttpResponse:
        told = serializers.RequestAnswerIn.read(request)
        files = request.evidence or ()
        return self.acted(
            request, pk, lambda asked: actions.answer(asked, **told, files=files, by=request.user)
        )

    @extend_schema(request=serializers.AcceptIn, responses={200: SHAPE})
    @action(detail=True, methods=["post"])
    def accept(self, request: Request, pk: str) -> HttpResponse:
        told = serializers.AcceptIn.read(request)
        return self.acted(request, pk, lambda asked: actions.accept(asked, **told, by=request.user))

    @extend_schema(request=serializers.RequestReturnIn, responses={200: SHAPE})
    @action(detail=True, methods=["post"], url_path="return")
    def send_back(self, request: Request, pk: str) -> HttpResponse:
        told = serializers.RequestReturnIn.read(request)
        return self.acted(
            request, pk, lambda asked: actions.send_back(asked, **told, by=request.user)
        )

    @extend_schema(request=NoBody, responses={200: SHAPE})
    @action(detail=True, methods=["post"])
    def withdraw(self, request: Request, pk: str) -> HttpResponse:
        told = NoBody.read(request)
        return self.acted(
            request, pk, lambda asked: actions.withdraw(asked, **told, by=request.user)
        )
