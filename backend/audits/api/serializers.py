"""Shapes of audits and findings."""

from typing import Any

from rest_framework import serializers

from acts.api.facts import FactIn, FactShape
from agencies.api.brief import AgencyBrief
from agencies.models import Agency
from audits.api.references import BodyField, by_code, by_id
from audits.models import Audit, CorrectiveAction, Finding
from audits.models.audit import TYPES
from core.shapes import DayField, PartialDateField, Shape, TextField
from documents.models import Document
from plans.models import Rollout
from standards.models import Edition

MANY = 500


class FindingFields(Shape):
    """What an audit report says of one finding."""

    reason = None
    grade = serializers.ChoiceField(choices=Finding.GRADES)
    code = TextField(required=False, allow_blank=True, max_length=40)
    clause = TextField(required=False, allow_blank=True, max_length=20)
    unit = TextField(required=False, allow_blank=True, max_length=200)
    description = serializers.CharField(required=False, allow_blank=True, max_length=10_000)
    document = by_id(Document, required=False, allow_null=True)
    raised_on = PartialDateField(required=False, allow_null=True)
    due_on = DayField(required=False, allow_null=True)
    repeat_of = serializers.IntegerField(
        source="repeat_of_id",
        required=False,
        allow_null=True,
        min_value=1,
        max_value=2**62,
        help_text="id of the earlier finding of the same agency and clause that this one repeats",
    )


class FindingRow(FindingFields):
    """A line of an audit report; `count` makes that many of it."""

    count = serializers.IntegerField(required=False, min_value=1, max_value=200)
    note = serializers.CharField(required=False, allow_blank=True, max_length=4000)


class FindingIn(FactIn, FindingRow):
    audit = by_id(Audit)


class FindingCorrection(FactIn, FindingFields):
    grade = serializers.ChoiceField(choices=Finding.GRADES, required=False)


class AuditorIn(Shape):
    """Who audited, of which unit, and which units: nobody should audit the own one."""

    reason = None
    name = TextField(max_length=200)
    unit = TextField(required=False, allow_blank=True, max_length=200)
    audits = serializers.ListField(child=TextField(max_length=200), required=False, max_length=100)


class AuditFields(FactIn):
    body = BodyField(required=False, allow_null=True)
    type = serializers.ChoiceField(choices=TYPES, required=False, allow_blank=True)
    edition = by_code(Edition, required=False, allow_null=True)
    planned_on = DayField(required=False, allow_null=True)
    lead = TextField(required=False, allow_blank=True, max_length=200)
    auditors = AuditorIn(many=True, required=False, max_length=50)
    report_number = TextField(required=False, allow_blank=True, max_length=80)
    recommendation = serializers.ChoiceField(
        choices=Audit.RECOMMENDATIONS, required=False, allow_blank=True
    )
    result = serializers.ChoiceField(choices=Audit.RESULTS, required=False, allow_blank=True)
    conclusions = serializers.CharField(required=False, allow_blank=True, max_length=20_000)

    def get_fields(self) -> dict[str, serializers.Field]:
        """`from` is no name in Python, so the two days are added here."""
        days = {
            name: PartialDateField(source=f"{name}_on", required=False, allow_null=True)
            for name in ("from", "to")
        }
        return super().get_fields() | days


class AuditIn(AuditFields):
    kind = serializers.ChoiceField(choices=Audit.KINDS)
    rollout = by_id(Rollout, required=False, allow_null=True)
    agency = by_code(Agency, required=False, allow_null=True)
    findings = FindingRow(many=True, required=False, max_length=MANY)

    def validate(self, told: dict[str, Any]) -> dict[str, Any]:
        """An external audit says of which rollout it is, by which body and of which type."""
        needed = ("rollout", "body", "type") if told["kind"] == "external" else ()
        missing = {name: "required" for name in needed if not told.get(name)}
        if told["kind"] != "external" and not (told.get("agency") or told.get("rollout")):
            missing["agency"] = "required"
        if missing:
            raise serializers.ValidationError(
                {
                    name: serializers.ErrorDetail("required", code=code)
                    for name, code in missing.items()
                }
            )
        return told


class AuditCorrection(AuditFields):
    pass


class ResultIn(AuditFields):
    """The report of an audit."""

    findings = FindingRow(many=True, required=False, max_length=MANY)


class CountsShape(serializers.Serializer):
    """Findings of one audit on the day."""

    major = serializers.IntegerField()
    minor = serializers.IntegerField()
    observation = serializers.IntegerField()
    open = serializers.IntegerField()
    unverified = serializers.IntegerField()
    undisposed = serializers.IntegerField()


NO_FINDINGS = {name: 0 for name in CountsShape._declared_fields}


class AuditShape(FactShape):
    agency = AgencyBrief(source="home_agency_id")
    rollout = serializers.IntegerField(source="rollout_id", allow_null=True)
    body = serializers.SlugRelatedField(slug_field="code", read_only=True, allow_null=True)
    body_name = serializers.CharField(source="body.name", default=None, allow_null=True)
    edition = serializers.CharField(source="edition_id", allow_null=True)
    held_on = serializers.DateField(source="counts_on", allow_null=True)
    findings = serializers.SerializerMethodField()

    class Meta:
        model = Audit
        collection = "audits"
        fields = [
            *FactShape.COMMON,
            "agency",
            "rollout",
            "kind",
            "type",
            "body",
            "body_name",
            "edition",
            "planned_on",
            "held_on",
            "lead",
            "auditors",
            "report_number",
            "recommendation",
            "result",
            "conclusions",
            "findings",
        ]

    def get_fields(self) -> dict[str, serializers.Field]:
        """The days under their names on the wire."""
        fields = super().get_fields()
        for name in ("from", "to"):
            fields[name] = serializers.DateField(
                source=f"{name}_on", read_only=True, allow_null=True
            )
            fields[f"{name}_precision"] = serializers.CharField(
                source=f"{name}_on_precision", read_only=True
            )
        return fields

    def get_findings(self, audit: Audit) -> dict[str, int]:
        return self.context["counts"].get(audit.pk, NO_FINDINGS)


class FindingShape(FactShape):
    """A finding with its state on the day; `due_on` is the due day as extended by then."""

    agency = AgencyBrief(source="home_agency_id")
    audit = serializers.IntegerField(source="audit_id")
    audit_held_on = serializers.DateField(source="audit.counts_on", allow_null=True)
    rollout = serializers.IntegerField(source="rollout_id", allow_null=True)
    source = serializers.CharField(source="source_kind")
    document = serializers.IntegerField(source="document_id", allow_null=True)
    first_due_on = serializers.DateField(source="due_on", allow_null=True)
    due_on = serializers.DateField(source="due_on_day", allow_null=True)
    completed_on = serializers.DateField(allow_null=True)
    completed_on_precision = serializers.CharField(allow_null=True)
    repeat_of = serializers.IntegerField(source="repeat_of_id", allow_null=True)
    cause = serializers.CharField(allow_null=True)
    cause_category = serializers.CharField(allow_null=True)
    verified_on = serializers.DateField(allow_null=True)
    verified_on_precision = serializers.CharField(allow_null=True)
    verified_by = serializers.CharField(allow_null=True)
    checked_on = serializers.DateField(allow_null=True)
    checked_by = serializers.CharField(allow_null=True)
    effective = serializers.BooleanField(allow_null=True)
    days_early = serializers.IntegerField(allow_null=True)
    disposition = serializers.CharField(allow_null=True)
    disposition_reason = serializers.CharField(allow_null=True)
    states = serializers.SerializerMethodField()

    class Meta:
        model = Finding
        collection = "findings"
        fields = [
            *FactShape.COMMON,
            "agency",
            "audit",
            "audit_held_on",
            "rollout",
            "source",
            "grade",
            "code",
            "clause",
            "unit",
            "document",
            "description",
            "raised_on",
            "raised_on_precision",
            "first_due_on",
            "due_on",
            "completed_on",
            "completed_on_precision",
            "cause",
            "cause_category",
            "verified_on",
            "verified_on_precision",
            "verified_by",
            "checked_on",
            "checked_by",
            "effective",
            "repeat_of",
            "days_early",
            "disposition",
            "disposition_reason",
            "states",
        ]

    def get_states(self, finding: Finding) -> list[str]:
        names = ("open", "overdue", "unverified", "undisposed")
        return [name for name in names if getattr(finding, f"is_{name}")]


class ActionFields(FactIn):
    what = serializers.CharField(max_length=10_000)
    responsible = TextField(required=False, allow_blank=True, max_length=200)
    due_on = DayField(required=False, allow_null=True)


class ActionIn(ActionFields):
    finding = by_id(Finding)


class ActionCorrection(ActionFields):
    what = serializers.CharField(required=False, max_length=10_000)
    done_on = DayField(required=False, allow_null=True)
    accepted_on = DayField(required=False, allow_null=True)


class ActionShape(FactShape):
    agency = AgencyBrief(source="home_agency_id")
    finding = serializers.IntegerField(source="finding_id")

    class Meta:
        model = CorrectiveAction
        collection = "corrective-actions"
        fields = [
            *FactShape.COMMON,
            "agency",
            "finding",
            "what",
            "responsible",
            "due_on",
            "done_on",
            "accepted_on",
        ]
