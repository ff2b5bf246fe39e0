"""Exemptions: shapes, filters, addresses."""

from typing import Any

import django_filters as filters
from django.db.models import Q, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from acts.api.facts import FactIn, FactShape
from acts.api.filters import Choices, Known, OnDay
from acts.api.views import Facts, fact_schema
from agencies.api.brief import AgencyBrief, NamesAgencies
from agencies.models import Agency
from agencies.queries import visible_to
from core.facts import with_names
from core.shapes import DayField, NumberField, Shape
from plans import actions
from plans.api.serializers import by_code, by_id
from plans.exemption_rules import blockers_of_exemption
from plans.models import Exemption, OfficialDocument, Rollout
from plans.queries import exempted_on

STATES = ["running", "coming", "over"]


class ExemptionCorrection(FactIn):
    to_on = DayField(required=False)
    number = NumberField(required=False, allow_blank=True)
    document = by_id(OfficialDocument, required=False, allow_null=True)


class ExemptionIn(FactIn):
    agency = by_code(Agency)
    rollout = by_id(Rollout, required=False, allow_null=True)
    what = serializers.ChoiceField(choices=Exemption.WHAT)
    from_on = DayField()
    to_on = DayField()
    number = NumberField(required=False, allow_blank=True)
    document = by_id(OfficialDocument, required=False, allow_null=True)


class EndIn(Shape):
    on = DayField()


class ExemptionShape(FactShape):
    agency = AgencyBrief(source="agency_id")
    rollout = serializers.IntegerField(source="rollout_id", allow_null=True)
    document = serializers.IntegerField(source="document_id", allow_null=True)
    state = serializers.SerializerMethodField()

    class Meta:
        model = Exemption
        collection = "exemptions"
        fields = [
            *FactShape.COMMON,
            "agency",
            "rollout",
            "what",
            "from_on",
            "to_on",
            "ended_on",
            "number",
            "document",
            "reason",
            "state",
        ]

    def get_state(self, exemption: Exemption) -> str:
        day = self.context["view"].day
        if exemption.to_on < day or (exemption.ended_on and exemption.ended_on <= day):
            return "over"
        return "running" if exemption.from_on <= day else "coming"


class ExemptionFilter(OnDay):
    """?agency=SNV&what=deadline&state=running"""

    agency = Known(Agency, "agency")
    rollout = filters.NumberFilter(field_name="rollout_id")
    what = Choices(Exemption.WHAT, field_name="what")
    state = Choices(STATES, method="in_state")

    class Meta:
        model = Exemption
        fields: list[str] = []

    def in_state(self, rows: QuerySet, name: str, states: list[str]) -> QuerySet:
        over = Q(to_on__lt=self.day) | Q(ended_on__lte=self.day)
        asked = {
            "running": Q(pk__in=exempted_on(self.day).values("pk")),
            "coming": Q(from_on__gt=self.day) & ~over,
            "over": over,
        }
        wanted = Q()
        for state in states:
            wanted |= asked[state]
        return rows.filter(wanted)


@fact_schema(ExemptionShape, ExemptionIn, ExemptionCorrection)
class Exemptions(NamesAgencies, Facts):
    """Miễn, hoãn có thời hạn."""

    serializer_class = ExemptionShape
    In, Correction = ExemptionIn, ExemptionCorrection
    filterset_class = ExemptionFilter
    orderable = {
        "id": "id",
        "agency": "agency__code",
        "what": "what",
        "from_on": "from_on",
        "to_on": "to_on",
        "ended_on": "ended_on",
        "number": "number",
    }
    counted = False
    rules = blockers_of_exemption

    def rows(self) -> QuerySet[Exemption]:
        rows = with_names(Exemption.objects.select_related("agency", "rollout"))
        known = Q(from_on__lte=self.day) | Q(reported_by__lte=self.day)
        return visible_to(self.request.user, rows.filter(known), "agency_id")

    def record(self, told: dict[str, Any]) -> Exemption:
        return actions.grant_exemption(told.pop("agency"), **told, by=self.request.user)

    @extend_schema(request=EndIn, responses={200: ExemptionShape})
    @action(detail=True, methods=["post"])
    def end(self, request: Request, pk: str) -> Response:
        told = EndIn.read(request)
        return self.acted(
            request, pk, lambda leave: actions.end_exemption(leave, **told, by=request.user)
        )
