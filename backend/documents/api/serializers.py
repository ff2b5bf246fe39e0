"""Shapes of documents, their versions and promulgations."""

from typing import Any

from rest_framework import serializers

from acts.api.facts import FactIn, FactShape
from agencies.api.brief import AgencyBrief
from core.shapes import DayField, NumberField, PartialDateField, Shape, TextField
from documents.models import Document, DocumentVersion, Promulgation
from documents.queries import STATES
from plans.api.serializers import by_id
from plans.models import Rollout
from standards.models import DocumentKind

MAX_ITEMS = 500


class KindField(serializers.CharField):
    """The code of a document kind; the catalogue is read once per request."""

    default_error_messages = {"does_not_exist": "no such document kind"}

    def to_internal_value(self, data: Any) -> str:
        code = super().to_internal_value(data)
        if "document_kinds" not in self.context:
            kinds = DocumentKind.objects.values_list("code", flat=True)
            self.context["document_kinds"] = set(kinds)
        if code not in self.context["document_kinds"]:
            self.fail("does_not_exist")
        return code


class DocumentFields(FactIn):
    code = TextField(max_length=60)
    title = TextField(required=False, allow_blank=True, max_length=500)
    kind = KindField(max_length=10)
    unit = TextField(required=False, allow_blank=True, max_length=200)
    field = TextField(required=False, allow_blank=True, max_length=200)
    listed_on = PartialDateField(required=False, allow_null=True)


class DocumentIn(DocumentFields):
    rollout = by_id(Rollout)


class DocumentItem(DocumentFields):
    """One line of a list; reason and irregularity are those of the whole."""

    reason = irregular = evidence = None


class DocumentsIn(FactIn):
    evidence = None  # a file proves one document
    rollout = by_id(Rollout)
    items = DocumentItem(many=True, allow_empty=False, max_length=MAX_ITEMS)


class DocumentCorrection(DocumentFields):
    withdrawn_on = DayField(required=False, allow_null=True)
    placeholder = serializers.BooleanField(required=False)


class WithdrawIn(Shape):
    withdrawn_on = DayField()


class DocumentShape(FactShape):
    agency = AgencyBrief(source="agency_on_day")
    rollout = serializers.IntegerField(source="rollout_id")
    kind = serializers.CharField(source="kind_id")
    state = serializers.ChoiceField(choices=STATES, read_only=True)
    effective_on = serializers.DateField(read_only=True, allow_null=True)
    needs_review = serializers.BooleanField(
        read_only=True, help_text="a procedure that it carries out has changed since"
    )

    class Meta:
        model = Document
        collection = "documents"
        fields = [
            *FactShape.COMMON,
            "agency",
            "rollout",
            "code",
            "title",
            "kind",
            "unit",
            "field",
            "state",
            "listed_on",
            "listed_on_precision",
            "effective_on",
            "withdrawn_on",
            "placeholder",
            "needs_review",
        ]


class DocumentsShape(serializers.Serializer):
    """What a bulk listing answers."""

    count = serializers.IntegerField()
    as_of = serializers.DateField()
    results = DocumentShape(many=True)


class VersionFields(FactIn):
    issue_no = serializers.IntegerField(required=False, min_value=1, max_value=999)
    revision_no = serializers.IntegerField(required=False, min_value=0, max_value=999)
    drafted_on = DayField(required=False, allow_null=True)
    reviewed_on = DayField(required=False, allow_null=True)
    approved_on = DayField(required=False, allow_null=True)
    issued_on = DayField(required=False, allow_null=True)
    effective_on = DayField(required=False, allow_null=True)
    change_reason = serializers.ChoiceField(
        choices=DocumentVersion.CHANGES, required=False, allow_blank=True
    )
    change_summary = serializers.CharField(required=False, allow_blank=True, max_length=4000)


class VersionIn(VersionFields):
    document = by_id(Document)


class VersionShape(FactShape):
    agency = AgencyBrief(source="home_agency_id")
    rollout = serializers.IntegerField(source="document.rollout_id")
    document = serializers.IntegerField(source="document_id")
    code = serializers.CharField(source="document.code")
    promulgation = serializers.IntegerField(source="promulgation_id", allow_null=True)

    class Meta:
        model = DocumentVersion
        collection = "document-versions"
        fields = [
            *FactShape.COMMON,
            "agency",
            "rollout",
            "document",
            "code",
            "promulgation",
            "issue_no",
            "revision_no",
            "drafted_on",
            "reviewed_on",
            "approved_on",
            "issued_on",
            "effective_on",
            "withdrawn_on",
            "change_reason",
            "change_summary",
        ]


class PromulgationFields(FactIn):
    number = NumberField(required=False, allow_blank=True)
    signed_on = PartialDateField(required=False, allow_null=True)
    effective_on = DayField(required=False, allow_null=True)


class IdList(serializers.ListField):
    """Ids of records, fetched in one query; an unknown one is an error."""

    child = serializers.IntegerField(min_value=1, max_value=2**63 - 1)
    default_error_messages = {"does_not_exist": "no record {pk}"}

    def __init__(self, model: type, **kwargs: Any):
        self.model = model
        super().__init__(allow_empty=False, max_length=MAX_ITEMS, required=False, **kwargs)

    def to_internal_value(self, data: Any) -> list[Any]:
        ids = super().to_internal_value(data)
        found = self.model.objects.in_bulk(ids)
        for pk in ids:
            if pk not in found:
                self.fail("does_not_exist", pk=pk)
        return list(found.values())


class PromulgationIn(PromulgationFields):
    rollout = by_id(Rollout)
    documents = IdList(Document, help_text="the latest version not yet issued of each is issued")
    versions = IdList(DocumentVersion, help_text="instead of documents: exactly these versions")

    def validate(self, told: dict[str, Any]) -> dict[str, Any]:
        if bool(told.get("documents")) == bool(told.get("versions")):
            raise serializers.ValidationError(
                {"documents": serializers.ErrorDetail("documents or versions", code="required")}
            )
        return told


class PromulgationShape(FactShape):
    agency = AgencyBrief(source="home_agency_id")
    rollout = serializers.IntegerField(source="rollout_id")
    documents = serializers.SerializerMethodField()

    class Meta:
        model = Promulgation
        collection = "promulgations"
        fields = [
            *FactShape.COMMON,
            "agency",
            "rollout",
            "number",
            "signed_on",
            "signed_on_precision",
            "effective_on",
            "documents",
        ]

    def get_documents(self, promulgation: Promulgation) -> list[int]:
        return [version.document_id for version in promulgation.versions.all()]
