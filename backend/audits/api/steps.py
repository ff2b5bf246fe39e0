"""Shapes of what happens to a finding: closed, verified, its effect checked, extended, disposed."""

from rest_framework import serializers

from acts.api.facts import FactIn, ProvenanceShape
from audits.models import FindingStep
from core.shapes import DayField, PartialDateField, Shape, TextField


class StepShape(serializers.ModelSerializer):
    provenance = ProvenanceShape(source="*", read_only=True)

    class Meta:
        model = FindingStep
        fields = [
            "id",
            "kind",
            "on",
            "on_precision",
            "cause",
            "cause_category",
            "effective",
            "verified_by",
            "disposition",
            "explanation",
            "due_on",
            "approved_by",
            "reopened_on",
            "reopen_reason",
            "note",
            "provenance",
        ]


class CloseIn(FactIn):
    completed_on = PartialDateField(required=False, allow_null=True)
    cause = serializers.CharField(required=False, allow_blank=True, max_length=10_000)
    cause_category = serializers.ChoiceField(
        choices=FindingStep.CAUSES, required=False, allow_blank=True
    )


class CheckIn(FactIn):
    effective = serializers.BooleanField()
    checked_on = PartialDateField(required=False, allow_null=True)
    checked_by = TextField(required=False, allow_blank=True, max_length=200)


class VerifyIn(FactIn):
    verified_on = PartialDateField(required=False, allow_null=True)
    verified_by = TextField(required=False, allow_blank=True, max_length=200)


class ExtendIn(Shape):
    due_on = DayField()
    approved_by = TextField(required=False, allow_blank=True, max_length=200)


class DispositionIn(FactIn):
    disposition = serializers.ChoiceField(choices=FindingStep.DISPOSITIONS)
