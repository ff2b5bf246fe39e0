"""Shapes of the yearly loop."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from acts.api.facts import FactIn, FactShape
from agencies.api.brief import AgencyBrief
from agencies.models import Agency
from core.shapes import DayField, NumberField, PartialDateField, Shape, TextField
from maintenance.models import (
    Board,
    Confirmation,
    MaintenanceYear,
    ManagementReview,
    Objective,
    Training,
)
from plans.api.serializers import by_code

OF_AGENCY = [*FactShape.COMMON, "agency"]


class ReviewFields(FactIn):
    held_on = PartialDateField(required=False, allow_null=True)
    chair = TextField(required=False, allow_blank=True, max_length=200)
    conclusions = serializers.CharField(required=False, allow_blank=True, max_length=20000)
    minutes_number = NumberField(required=False, allow_blank=True)


class ReviewIn(ReviewFields):
    agency = by_code(Agency)


class ReviewShape(FactShape):
    agency = AgencyBrief(source="agency_id")

    class Meta:
        model = ManagementReview
        collection = "management-reviews"
        fields = [
            *OF_AGENCY,
            "held_on",
            "held_on_precision",
            "chair",
            "conclusions",
            "minutes_number",
        ]


class TrainingFields(FactIn):
    topic = serializers.ChoiceField(choices=Training.TOPICS)
    held_on = PartialDateField(required=False, allow_null=True)
    trainer = TextField(required=False, allow_blank=True, max_length=300)
    participants = serializers.IntegerField(
        required=False, allow_null=True, min_value=1, max_value=100_000
    )
    certificates = serializers.IntegerField(
        required=False, allow_null=True, min_value=0, max_value=100_000
    )


class TrainingIn(TrainingFields):
    agency = by_code(Agency)


class TrainingShape(FactShape):
    agency = AgencyBrief(source="agency_id")

    class Meta:
        model = Training
        collection = "trainings"
        fields = [
            *OF_AGENCY,
            "topic",
            "held_on",
            "held_on_precision",
            "trainer",
            "participants",
            "certificates",
        ]


class BoardFields(FactIn):
    number = NumberField(required=False, allow_blank=True)
    decided_on = PartialDateField(required=False, allow_null=True)
    head = TextField(required=False, allow_blank=True, max_length=200)
    secretary = TextField(required=False, allow_blank=True, max_length=200)


class BoardIn(BoardFields):
    agency = by_code(Agency)


class BoardShape(FactShape):
    agency = AgencyBrief(source="agency_id")

    class Meta:
        model = Board
        collection = "boards"
        fields = [
            *OF_AGENCY,
            "number",
            "decided_on",
            "decided_on_precision",
            "head",
            "secretary",
        ]


class ConfirmationFields(FactIn):
    pass


class ConfirmationIn(ConfirmationFields):
    agency = by_code(Agency)
    stated_on = DayField(required=False)


class ConfirmationShape(FactShape):
    agency = AgencyBrief(source="agency_id")

    class Meta:
        model = Confirmation
        collection = "confirmations"
        fields = [*OF_AGENCY, "quarter", "stated_on"]


class YearPlanIn(Shape):
    reason = None
    number = NumberField(required=False, allow_blank=True)
    signed_on = DayField(required=False, allow_null=True)


class ObjectiveIn(Shape):
    reason = None
    text = TextField(max_length=2000)
    target = TextField(required=False, allow_blank=True, max_length=100)
    actual = TextField(required=False, allow_blank=True, max_length=100)


class YearFields(FactIn):
    year = serializers.IntegerField(min_value=2001, max_value=2100)
    plan = YearPlanIn(required=False)
    objectives = ObjectiveIn(many=True, required=False, max_length=200)
    board_renewed_on = DayField(required=False, allow_null=True)
    documents_reviewed_on = DayField(required=False, allow_null=True)
    documents_kept = serializers.IntegerField(
        required=False, allow_null=True, min_value=0, max_value=32_767
    )
    documents_changed = serializers.IntegerField(
        required=False, allow_null=True, min_value=0, max_value=32_767
    )
    report_number = NumberField(required=False, allow_blank=True)
    report_sent_on = DayField(required=False, allow_null=True)


class YearIn(YearFields):
    agency = by_code(Agency)


class ObjectiveShape(serializers.ModelSerializer):
    class Meta:
        model = Objective
        fields = ["id", "text", "target", "actual"]


class YearPlanShape(serializers.Serializer):
    number = serializers.CharField(allow_blank=True)
    signed_on = serializers.DateField(allow_null=True)


class YearShape(FactShape):
    agency = AgencyBrief(source="agency_id")
    plan = serializers.SerializerMethodField()
    objectives = ObjectiveShape(many=True, read_only=True)

    class Meta:
        model = MaintenanceYear
        collection = "maintenance-years"
        fields = [
            *OF_AGENCY,
            "year",
            "plan",
            "objectives",
            "board_renewed_on",
            "documents_reviewed_on",
            "documents_kept",
            "documents_changed",
            "report_number",
            "report_sent_on",
        ]

    @extend_schema_field(YearPlanShape)
    def get_plan(self, year: MaintenanceYear) -> dict[str, Any]:
        signed_on = year.plan_signed_on
        return {
            "number": year.plan_number,
            "signed_on": signed_on.isoformat() if signed_on else None,
        }
