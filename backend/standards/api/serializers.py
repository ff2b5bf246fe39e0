"""Shapes of editions and numbers of the law."""

from rest_framework import serializers

from core.shapes import DayField, Shape, TextField
from core.validity import VALIDITY_STATES
from standards.models import (
    TRACKS,
    Clause,
    Edition,
    EditionDate,
    PolicyValue,
    RequiredDocument,
)


class EditionDateShape(serializers.ModelSerializer):
    """A date in the life of an edition; without `on` nobody knows it yet."""

    id = serializers.IntegerField(read_only=True)
    url = serializers.SerializerMethodField()
    edition = serializers.CharField(source="edition_id")

    class Meta:
        model = EditionDate
        fields = [
            "id",
            "url",
            "row_version",
            "edition",
            "what",
            "track",
            "on",
            "source",
            "confirmed",
        ]

    def get_url(self, known: EditionDate) -> str:
        return f"/api/v1/edition-dates/{known.pk}"


class EditionDateFields(Shape):
    on = DayField(required=False, allow_null=True)
    source = TextField(required=False, allow_blank=True, max_length=1000)
    confirmed = serializers.BooleanField(required=False)


class EditionDateIn(EditionDateFields):
    """A date of an edition; only the end (`void`) names a track."""

    edition = serializers.SlugRelatedField(slug_field="code", queryset=Edition.objects.all())
    what = serializers.ChoiceField(choices=EditionDate.WHAT)
    track = serializers.ChoiceField(choices=TRACKS, required=False)


class RequiredShape(serializers.ModelSerializer):
    kind = serializers.CharField(source="kind_id")

    class Meta:
        model = RequiredDocument
        fields = ["kind", "min_count", "clause", "source", "confirmed"]


class EditionShape(serializers.ModelSerializer):
    """An edition with every date known of it, and how sure each is."""

    id = serializers.IntegerField(read_only=True)
    url = serializers.SerializerMethodField()
    dates = EditionDateShape(many=True)
    required = RequiredShape(many=True)

    class Meta:
        model = Edition
        fields = ["id", "url", "row_version", "code", "title", "dates", "required"]

    def get_url(self, edition: Edition) -> str:
        return f"/api/v1/editions/{edition.code}"


class ClauseShape(serializers.ModelSerializer):
    """A clause that a finding may name; `confirmed` false: taken over from another edition."""

    id = serializers.IntegerField(read_only=True)
    url = serializers.SerializerMethodField()
    edition = serializers.CharField(source="edition_id")

    class Meta:
        model = Clause
        fields = [
            "id",
            "url",
            "row_version",
            "edition",
            "number",
            "title",
            "title_en",
            "order",
            "confirmed",
        ]

    def get_url(self, clause: Clause) -> str:
        return f"/api/v1/clauses/{clause.pk}"


class PolicyValueShape(serializers.ModelSerializer):
    id = serializers.IntegerField(read_only=True)
    url = serializers.SerializerMethodField()
    value = serializers.FloatField()
    state = serializers.ChoiceField(
        choices=VALIDITY_STATES, read_only=True, help_text="as seen on the day"
    )

    class Meta:
        model = PolicyValue
        fields = [
            "id",
            "url",
            "row_version",
            "code",
            "value",
            "unit",
            "valid_from",
            "valid_to",
            "state",
            "legal_basis",
            "confirmed",
        ]

    def get_url(self, value: PolicyValue) -> str:
        return f"/api/v1/policy-values/{value.pk}"


class PolicyValueIn(Shape):
    code = serializers.CharField(max_length=60)
    value = serializers.DecimalField(max_digits=12, decimal_places=2, min_value=0)
    unit = serializers.CharField(required=False, allow_blank=True, max_length=20)
    valid_from = DayField()
    legal_basis = TextField(max_length=1000)
    confirmed = serializers.BooleanField(required=False, default=False)

    def validate_code(self, code: str) -> str:
        if not PolicyValue.objects.filter(code=code).exists():
            raise serializers.ValidationError(code, code="does_not_exist")
        return code


class PolicyValueFields(Shape):
    """What was written wrong, or is confirmed now; the code and its unit stay."""

    value = serializers.DecimalField(required=False, max_digits=12, decimal_places=2, min_value=0)
    valid_from = DayField(required=False)
    legal_basis = TextField(required=False, max_length=1000)
    confirmed = serializers.BooleanField(required=False)


class LabelShape(serializers.Serializer):
    """One line of a catalogue; a line may carry more than this."""

    code = serializers.CharField()
    label = serializers.CharField()
    label_en = serializers.CharField()
    order = serializers.IntegerField(required=False)
    tone = serializers.CharField(required=False)


class StageLabelShape(LabelShape):
    order = serializers.IntegerField()
    band = serializers.CharField()
    tone = serializers.CharField()


class DocumentKindLabelShape(LabelShape):
    level = serializers.IntegerField()
    is_procedure = serializers.BooleanField()


class PolicyLabelShape(LabelShape):
    subject = serializers.CharField()


class BodyLabelShape(LabelShape):
    aliases = serializers.ListField(child=serializers.CharField())
    valid_from = serializers.DateField(allow_null=True)
    valid_to = serializers.DateField(allow_null=True)
    confirmed = serializers.BooleanField()


class EditionLabelShape(LabelShape):
    to = serializers.DateField(allow_null=True)
    confirmed = serializers.BooleanField()

    def get_fields(self) -> dict[str, serializers.Field]:
        return {**super().get_fields(), "from": serializers.DateField(allow_null=True)}


class CataloguesShape(serializers.Serializer):
    """Every catalogue with its labels in Vietnamese and English."""

    stages = StageLabelShape(many=True)
    milestone_stages = StageLabelShape(many=True)
    flags = LabelShape(many=True)
    tracks = LabelShape(many=True)
    agency_kinds = LabelShape(many=True)
    document_kinds = DocumentKindLabelShape(many=True)
    document_states = LabelShape(many=True)
    document_changes = LabelShape(many=True)
    grades = LabelShape(many=True)
    dispositions = LabelShape(many=True)
    cause_categories = LabelShape(many=True)
    application_items = LabelShape(many=True)
    audit_kinds = LabelShape(many=True)
    audit_types = LabelShape(many=True)
    audit_recommendations = LabelShape(many=True)
    inspection_results = LabelShape(many=True)
    appraisal_results = LabelShape(many=True)
    succession_kinds = LabelShape(many=True)
    identifier_schemes = LabelShape(many=True)
    plan_kinds = LabelShape(many=True)
    decision_kinds = LabelShape(many=True)
    directive_kinds = LabelShape(many=True)
    application_states = LabelShape(many=True)
    declaration_kinds = LabelShape(many=True)
    declaration_reasons = LabelShape(many=True)
    status_event_kinds = LabelShape(many=True)
    training_topics = LabelShape(many=True)
    edition_dates = LabelShape(many=True)
    policy_subjects = LabelShape(many=True)
    policy_values = PolicyLabelShape(many=True)
    policy_units = LabelShape(many=True)
    validity_states = LabelShape(many=True)
    maintained = LabelShape(many=True)
    roles = LabelShape(many=True)
    acts = LabelShape(many=True)
    exemption_kinds = LabelShape(many=True)
    task_states = LabelShape(many=True)
    task_punctuality = LabelShape(many=True)
    procedure_levels = LabelShape(many=True)
    procedure_statuses = LabelShape(many=True)
    request_states = LabelShape(many=True)
    import_kinds = LabelShape(many=True)
    evidence_kinds = LabelShape(many=True)
    certification_bodies = BodyLabelShape(many=True)
    editions = EditionLabelShape(many=True)
