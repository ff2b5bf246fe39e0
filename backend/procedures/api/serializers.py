"""Shapes of administrative procedures."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from acts.api.facts import FactIn, FactShape
from agencies.api.brief import AgencyBrief
from agencies.models import Agency
from core.shapes import DayField, PartialDateField, Shape, TextField
from documents.api.serializers import MAX_ITEMS, IdList
from documents.models import Document
from plans.api.serializers import by_code, by_id
from procedures.models import AdminProcedure, ProcedureDecision


class ProcedureFields(FactIn):
    code = TextField(max_length=40)
    name = TextField(max_length=600)
    field = TextField(required=False, allow_blank=True, max_length=200)
    level = serializers.ChoiceField(choices=AdminProcedure.LEVELS, required=False, allow_blank=True)
    time_limit_days = serializers.IntegerField(
        required=False, allow_null=True, min_value=0, max_value=3650
    )


class AnnouncedFields(ProcedureFields):
    status = serializers.ChoiceField(choices=ProcedureDecision.STATUSES, required=False)
    decision_no = TextField(required=False, allow_blank=True, max_length=80)
    published_on = PartialDateField(required=False, allow_null=True)
    documents = IdList(Document, help_text="that carry it out")
    checked_on = DayField(required=False, allow_null=True)


class ProcedureIn(AnnouncedFields):
    agency = by_code(Agency)


class ProcedureItem(AnnouncedFields):
    """One line of a list; reason and irregularity are those of the whole."""

    reason = irregular = evidence = None


class ProceduresIn(Shape):
    agency = by_code(Agency)
    items = ProcedureItem(many=True, allow_empty=False, max_length=MAX_ITEMS)


class ChangeIn(FactIn):
    status = serializers.ChoiceField(choices=ProcedureDecision.STATUSES)
    decision_no = TextField(required=False, allow_blank=True, max_length=80)
    published_on = PartialDateField()
    replaced_by = by_id(AdminProcedure, required=False, allow_null=True)


class LinksIn(Shape):
    documents = IdList(Document)
    checked_on = DayField(required=False, allow_null=True)

    def validate(self, told: dict[str, Any]) -> dict[str, Any]:
        return _with_documents(told)


class UnlinkIn(Shape):
    documents = IdList(Document)

    def validate(self, told: dict[str, Any]) -> dict[str, Any]:
        return _with_documents(told)


def _with_documents(told: dict[str, Any]) -> dict[str, Any]:
    if not told.get("documents"):
        raise serializers.ValidationError(
            {"documents": serializers.ErrorDetail("documents", code="required")}
        )
    return told


class AnnouncementShape(serializers.ModelSerializer):
    """What one decision announced of a procedure."""

    replaced_by = serializers.IntegerField(source="replaced_by_id", allow_null=True)

    class Meta:
        model = ProcedureDecision
        fields = [
            "id",
            "status",
            "decision_no",
            "published_on",
            "published_on_precision",
            "replaced_by",
        ]


class DocumentOfProcedure(serializers.Serializer):
    """A document that carries it out, with the day on which the two were compared last."""

    id = serializers.IntegerField(source="document_id")
    url = serializers.SerializerMethodField()
    code = serializers.CharField(source="document.code")
    title = serializers.CharField(source="document.title")
    checked_on = serializers.DateField(allow_null=True)
    needs_review = serializers.SerializerMethodField()

    def get_url(self, link: Any) -> str:
        return f"/api/v1/documents/{link.document_id}"

    def get_needs_review(self, link: Any) -> bool:
        return link.pk in self.context["links_to_review"]


class ProcedureShape(FactShape):
    agency = AgencyBrief(source="agency_id")
    status = serializers.ChoiceField(choices=ProcedureDecision.STATUSES, read_only=True)
    decision_no = serializers.CharField(read_only=True, allow_null=True)
    published_on = serializers.DateField(read_only=True, allow_null=True)
    published_on_precision = serializers.CharField(read_only=True, allow_null=True)
    replaced_by = serializers.CharField(
        source="replaced_by_code", read_only=True, allow_null=True, help_text="its code"
    )
    n_documents = serializers.IntegerField(read_only=True)
    covered = serializers.BooleanField(
        read_only=True, help_text="a document in effect carries it out as it stands"
    )
    needs_review = serializers.BooleanField(read_only=True)
    documents = serializers.SerializerMethodField()

    class Meta:
        model = AdminProcedure
        collection = "admin-procedures"
        fields = [
            *FactShape.COMMON,
            "agency",
            "code",
            "name",
            "field",
            "level",
            "time_limit_days",
            "status",
            "decision_no",
            "published_on",
            "published_on_precision",
            "replaced_by",
            "n_documents",
            "covered",
            "needs_review",
            "documents",
        ]

    @extend_schema_field(DocumentOfProcedure(many=True))
    def get_documents(self, procedure: AdminProcedure) -> list[dict[str, Any]]:
        links = procedure.links.all()
        return list(DocumentOfProcedure(links, many=True, context=self.context).data)


class ProcedureDetail(ProcedureShape):
    decisions = AnnouncementShape(many=True, required=False, help_text="newest first")

    class Meta(ProcedureShape.Meta):
        fields = [*ProcedureShape.Meta.fields, "decisions"]


class ProceduresShape(serializers.Serializer):
    """What a bulk recording answers."""

    count = serializers.IntegerField()
    as_of = serializers.DateField()
    results = ProcedureShape(many=True)


class CoverageShape(serializers.Serializer):
    """Of an agency's standing procedures, how many a document in effect carries out as is."""

    agency = serializers.DictField()
    numerator = serializers.IntegerField()
    denominator = serializers.IntegerField()
    needs_review = serializers.IntegerField()
    lists = serializers.DictField(help_text="numerator, denominator, needs_review: their lists")


class CoveragePage(serializers.Serializer):
    """One row per agency, and the whole."""

    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    as_of = serializers.DateField()
    results = CoverageShape(many=True)
