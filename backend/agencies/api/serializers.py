"""Shapes of the register."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from acts.api.shapes import BlockerShape
from agencies.api.brief import AgencyBrief, AgencyBriefShape
from agencies.models import (
    Agency,
    AgencyIdentifier,
    AgencyKind,
    AgencyName,
    ScopeRule,
    Succession,
)
from agencies.rules import IDENTIFIER_FORMS
from core.shapes import DayField, Shape, TextField
from core.validity import VALIDITY_STATES

MOST_PAIRS = 100
CODE = r"^[A-Z0-9][A-Z0-9.\-]{0,38}[A-Z0-9]$"


def by_code(model: type, **kwargs: Any) -> serializers.SlugRelatedField:
    """A reference by code."""
    return serializers.SlugRelatedField(slug_field="code", queryset=model.objects.all(), **kwargs)


class AgencyShape(serializers.ModelSerializer):
    """An agency as of the day; outside its life it bears its nearest name."""

    id = serializers.IntegerField(read_only=True)
    url = serializers.SerializerMethodField()
    name = serializers.SerializerMethodField()
    name_en = serializers.SerializerMethodField()
    kind = serializers.SerializerMethodField()
    parent = AgencyBrief(source="parent_id_on_day", allow_null=True)
    active = serializers.BooleanField(source="exists", help_text="exists on the day")
    in_scope = serializers.BooleanField()

    class Meta:
        model = Agency
        fields = [
            "id",
            "url",
            "row_version",
            "code",
            "name",
            "name_en",
            "kind",
            "parent",
            "valid_from",
            "valid_to",
            "active",
            "in_scope",
            "confidence",
        ]

    def get_url(self, agency: Agency) -> str:
        return f"/api/v1/agencies/{agency.code}"

    def get_name(self, agency: Agency) -> str:
        return self.context["agencies"][agency.pk].name

    def get_name_en(self, agency: Agency) -> str:
        return self.context["agencies"][agency.pk].name_en

    def get_kind(self, agency: Agency) -> str:
        return self.context["agencies"][agency.pk].kind


class NameShape(serializers.ModelSerializer):
    class Meta:
        model = AgencyName
        fields = ["name", "name_en", "valid_from", "valid_to", "confidence"]


class IdentifierShape(serializers.ModelSerializer):
    class Meta:
        model = AgencyIdentifier
        fields = ["scheme", "value", "valid_from", "valid_to", "confidence"]


class AgencyHistory(serializers.Serializer):
    """What only the detail of an agency carries: all its names, spellings and identifiers."""

    names = serializers.SerializerMethodField()
    aliases = serializers.SerializerMethodField()
    identifiers = serializers.SerializerMethodField()

    @extend_schema_field(NameShape(many=True))
    def get_names(self, agency: Agency) -> Any:
        rows = sorted(agency.names.all(), key=lambda name: str(name.valid_from or ""))
        return NameShape(rows, many=True).data

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_aliases(self, agency: Agency) -> list[str]:
        return [alias.text for alias in agency.aliases.order_by("pk")]

    @extend_schema_field(IdentifierShape(many=True))
    def get_identifiers(self, agency: Agency) -> Any:
        return IdentifierShape(agency.identifiers.order_by("scheme", "pk"), many=True).data


class AgencyIn(Shape):
    code = serializers.RegexField(CODE, max_length=40)
    name = TextField(max_length=300)
    name_en = TextField(required=False, allow_blank=True, max_length=300)
    kind = by_code(AgencyKind)
    parent = by_code(Agency, required=False, allow_null=True)
    valid_from = DayField(required=False, allow_null=True)
    valid_to = DayField(required=False, allow_null=True)
    confidence = TextField(required=False, allow_blank=True, max_length=1000)


class RenameIn(Shape):
    name = TextField(max_length=300)
    name_en = TextField(required=False, allow_blank=True, max_length=300)
    from_on = DayField()


class IdentifyIn(Shape):
    scheme = serializers.ChoiceField(choices=list(IDENTIFIER_FORMS))
    value = TextField(max_length=35)
    valid_from = DayField(required=False, allow_null=True)
    valid_to = DayField(required=False, allow_null=True)


class AliasIn(Shape):
    text = TextField(max_length=300)


class SuccessionShape(serializers.ModelSerializer):
    """What became of an agency, or of what one came."""

    id = serializers.IntegerField(read_only=True, allow_null=True)
    url = serializers.SerializerMethodField()
    predecessor = AgencyBrief(source="predecessor_id")
    successor = AgencyBrief(source="successor_id", allow_null=True)

    class Meta:
        model = Succession
        fields = [
            "id",
            "url",
            "row_version",
            "predecessor",
            "successor",
            "kind",
            "effective_on",
            "decision",
            "confidence",
        ]

    def get_url(self, succession: Succession) -> str | None:
        return f"/api/v1/successions/{succession.pk}" if succession.pk else None


class CarriedShape(serializers.Serializer):
    """How much the heir takes over."""

    rollouts = serializers.IntegerField(help_text="in progress: without any proof")
    tasks = serializers.IntegerField(help_text="of directives, not answered yet")
    open_findings = serializers.IntegerField()
    documents = serializers.IntegerField(help_text="on the lists of these rollouts")


class StaysShape(serializers.Serializer):
    """What stays with the agency that ends, as its history; an heir never counts it as its own."""

    rollouts = serializers.IntegerField(help_text="that nobody takes over")
    tasks = serializers.IntegerField(help_text="not answered, that nobody takes over")
    certificates = serializers.IntegerField(help_text="in force on the last day")
    declarations = serializers.IntegerField(help_text="in force on the last day: declared anew")


class EndShape(serializers.Serializer):
    agency = AgencyBriefShape()
    valid_to = serializers.DateField()


class ChoiceShape(serializers.Serializer):
    id = serializers.IntegerField()
    label = serializers.CharField()


class ChoicesShape(serializers.Serializer):
    """What the predecessor holds still, to be named in `takes`."""

    rollouts = ChoiceShape(many=True)
    tasks = ChoiceShape(many=True)


class SuccessionEffects(SuccessionShape):
    """A reorganisation with what it changes, or would change."""

    ends = EndShape(allow_null=True)
    moves = AgencyBriefShape(many=True, help_text="bodies below, which come along")
    affected = serializers.DictField(child=serializers.IntegerField())
    carried = CarriedShape()
    stays = StaysShape()
    accounts_end = serializers.IntegerField()
    choices = ChoicesShape()

    class Meta(SuccessionShape.Meta):
        fields = [
            *SuccessionShape.Meta.fields,
            "ends",
            "moves",
            "affected",
            "carried",
            "stays",
            "accounts_end",
            "choices",
        ]


class Takes(Shape):
    """What the heir takes over, by id; what is not named stays."""

    reason = None
    rollouts = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=2**62), required=False, default=list
    )
    tasks = serializers.ListField(
        child=serializers.IntegerField(min_value=1, max_value=2**62), required=False, default=list
    )


class PaperIn(Shape):
    """What the paper says of a reorganisation, once for all its pairs."""

    kind = serializers.ChoiceField(choices=Succession.KINDS)
    effective_on = DayField()
    decision = TextField(required=False, allow_blank=True, max_length=200)


class PairIn(Shape):
    """One agency and who follows it."""

    reason = None
    predecessor = by_code(Agency)
    successor = by_code(Agency, required=False, allow_null=True)
    takes = Takes(
        required=False, allow_null=True, help_text="without it everything; a split must name it"
    )


class SuccessionIn(PairIn, PaperIn):
    """One pair with its paper."""


class ReorganisationIn(PaperIn):
    pairs = PairIn(many=True, allow_empty=False, max_length=MOST_PAIRS)


class PairEffects(SuccessionEffects):
    """One pair as it is worked out after those before it."""

    warnings = BlockerShape(many=True)

    class Meta(SuccessionEffects.Meta):
        fields = [*SuccessionEffects.Meta.fields, "warnings"]


class ReorganisationShape(serializers.Serializer):
    """A reorganisation of several agencies, in the order of its pairs."""

    count = serializers.IntegerField()
    as_of = serializers.DateField()
    results = PairEffects(many=True)
    warnings = BlockerShape(many=True, help_text="of all pairs, each sentence once")


class StepShape(serializers.Serializer):
    """One step of a lineage."""

    agency = AgencyBriefShape()
    kind = serializers.CharField()
    effective_on = serializers.DateField()
    decision = serializers.CharField()


class LineageShape(serializers.Serializer):
    """Neighbours with their day, and the whole line by the day."""

    agency = AgencyBriefShape()
    predecessors = StepShape(many=True)
    successors = StepShape(many=True)
    ancestors = AgencyBriefShape(many=True)
    descendants = AgencyBriefShape(many=True)
    as_of = serializers.DateField()


class ScopeRuleShape(serializers.ModelSerializer):
    id = serializers.IntegerField(read_only=True)
    url = serializers.SerializerMethodField()
    kind = serializers.CharField(source="kind_id", allow_null=True)
    agency = AgencyBrief(source="agency_id", allow_null=True)
    state = serializers.ChoiceField(
        choices=VALIDITY_STATES, read_only=True, help_text="as seen on the day"
    )

    class Meta:
        model = ScopeRule
        fields = [
            "id",
            "url",
            "row_version",
            "kind",
            "agency",
            "included",
            "valid_from",
            "valid_to",
            "state",
            "legal_basis",
            "confirmed",
        ]

    def get_url(self, rule: ScopeRule) -> str:
        return f"/api/v1/scope-rules/{rule.pk}"


class ScopeRuleIn(Shape):
    kind = by_code(AgencyKind, required=False, allow_null=True)
    agency = by_code(Agency, required=False, allow_null=True)
    included = serializers.BooleanField(required=False, default=True)
    valid_from = DayField(required=False, allow_null=True)
    valid_to = DayField(required=False, allow_null=True)
    legal_basis = TextField(max_length=1000)
    confirmed = serializers.BooleanField(required=False, default=False)


class ScopeRuleFields(Shape):
    """What was written wrong, or is confirmed now; whom the rule is about stays."""

    valid_from = DayField(required=False, allow_null=True)
    valid_to = DayField(required=False, allow_null=True)
    legal_basis = TextField(required=False, max_length=1000)
    confirmed = serializers.BooleanField(required=False)


class ScopeRuleEnd(Shape):
    valid_to = DayField()
