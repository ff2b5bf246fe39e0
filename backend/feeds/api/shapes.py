"""Shapes of what the feeds answer."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse
from rest_framework import serializers

from acts.api.shapes import ProblemShape
from indicators.api.serializers import FormulaShape, IndicatorPeriodShape
from progress.api.serializers import FindingCounts

__all__ = ["ProblemShape"]


class IdentifierShape(serializers.Serializer):
    scheme = serializers.CharField(help_text="qcvn_102_2016 or qd_20_2020")
    value = serializers.CharField()


class PlanRecord(serializers.Serializer):
    kind = serializers.CharField()
    title = serializers.CharField(allow_blank=True)
    started_on = serializers.DateField(allow_null=True)
    completed_on = serializers.DateField(allow_null=True)
    completed_on_precision = serializers.CharField()


class ApprovalRecord(serializers.Serializer):
    number = serializers.CharField()
    signed_on = serializers.DateField(allow_null=True)
    signed_on_precision = serializers.CharField()
    issuer = serializers.CharField()


class AuditRecord(serializers.Serializer):
    held_on = serializers.DateField()
    body = serializers.CharField(allow_null=True)
    type = serializers.CharField()


class ProofRecord(serializers.Serializer):
    number = serializers.CharField(allow_blank=True)
    edition = serializers.CharField(allow_null=True)
    valid_from = serializers.DateField(allow_null=True)
    valid_to = serializers.DateField(
        allow_null=True, help_text="its printed day, or the last day of its edition if earlier"
    )
    scope = serializers.CharField(allow_blank=True)
    status = serializers.CharField(help_text="in_force or suspended")


class DocumentsRecord(serializers.Serializer):
    """Null where there is no list: unknown is not zero."""

    planned = serializers.IntegerField(allow_null=True)
    in_force = serializers.IntegerField(allow_null=True)
    by_kind = serializers.DictField(child=serializers.IntegerField())
    needs_review = serializers.IntegerField()


class EvidenceRecord(serializers.Serializer):
    id = serializers.IntegerField()
    about = serializers.CharField()
    sha256 = serializers.CharField()


class AgencyRecord(serializers.Serializer):
    """An agency; the same until something happens or `next_change_on` comes."""

    code = serializers.CharField()
    name = serializers.CharField()
    kind = serializers.CharField(allow_blank=True)
    identifiers = IdentifierShape(many=True)
    in_scope = serializers.BooleanField()
    stage = serializers.CharField()
    stage_since = serializers.DateField(allow_null=True)
    track = serializers.CharField(allow_null=True)
    edition = serializers.CharField(allow_null=True)
    confirmed = serializers.BooleanField(help_text="every fact of the rollout that speaks is")
    maintained = serializers.ChoiceField(choices=["yes", "no", "unknown"])
    flags = serializers.ListField(child=serializers.CharField())
    plan = PlanRecord(allow_null=True)
    approval = ApprovalRecord(allow_null=True)
    last_external_audit = AuditRecord(allow_null=True)
    certificate = ProofRecord(allow_null=True)
    declaration = ProofRecord(allow_null=True)
    evidence = EvidenceRecord(many=True)
    documents = DocumentsRecord()
    last_internal_audit = serializers.DateField(allow_null=True)
    last_management_review = serializers.DateField(allow_null=True)
    findings = FindingCounts()
    data_quality = serializers.ListField(child=serializers.CharField())
    fresh_on = serializers.DateField(allow_null=True)
    last_updated_at = serializers.DateTimeField(allow_null=True)
    real = serializers.BooleanField(help_text="false: an illustration, not a real record")
    next_change_on = serializers.DateField(
        allow_null=True, help_text="first day on which it differs without any act; of today only"
    )


class AgencyPage(serializers.Serializer):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    as_of = serializers.DateField()
    cursor = serializers.CharField(help_text="where to go on from with /changes?since=")
    results = AgencyRecord(many=True)


class ChangeRecord(serializers.Serializer):
    cursor = serializers.CharField()
    agency = serializers.CharField()
    noted_at = serializers.DateTimeField()
    cause = serializers.ChoiceField(choices=["act", "calendar"])
    deleted = serializers.BooleanField(help_text="it no longer exists today")
    record = AgencyRecord(allow_null=True)


class ChangesAnswer(serializers.Serializer):
    as_of = serializers.DateField()
    cursor = serializers.CharField(help_text="for the next question, whatever it answers")
    more = serializers.BooleanField(help_text="ask again at once")
    results = ChangeRecord(many=True)


class NumbersRecord(serializers.Serializer):
    numerator = serializers.IntegerField()
    confirmed = serializers.IntegerField()
    denominator = serializers.IntegerField()
    value = serializers.FloatField(allow_null=True, help_text="null: nothing to divide by")


class KindRecord(NumbersRecord):
    kind = serializers.CharField()


class PartRecord(serializers.Serializer):
    figure = serializers.CharField()
    label = serializers.CharField()
    label_en = serializers.CharField()
    count = serializers.IntegerField()


class IndicatorRecord(NumbersRecord):
    code = serializers.CharField()
    title = serializers.CharField()
    title_en = serializers.CharField(allow_blank=True)
    unit = serializers.CharField()
    formula = FormulaShape()
    scope = serializers.ListField(child=serializers.CharField())
    legal_basis = serializers.CharField(allow_blank=True)
    formula_confirmed = serializers.BooleanField()
    due_from = serializers.DateField()
    parts = PartRecord(many=True)
    by_kind = KindRecord(many=True)


class IndicatorAnswer(serializers.Serializer):
    as_of = serializers.DateField()
    period = IndicatorPeriodShape(allow_null=True)
    results = IndicatorRecord(many=True)


def indicator_record(row: dict[str, Any]) -> dict[str, Any]:
    """An indicator without the lists behind it, which ask for a session."""
    names = IndicatorRecord().fields
    told = {name: row[name] for name in names if name not in ("parts", "by_kind")}
    told["parts"] = [{name: p[name] for name in PartRecord().fields} for p in row["parts"]]
    told["by_kind"] = [{name: k[name] for name in KindRecord().fields} for k in row["by_kind"]]
    return told


def columns_of(shape: type[serializers.Serializer]) -> list[str]:
    """The columns of a CSV: scalars, lists as one, inner objects field by field."""
    found: list[str] = []
    for name, one in shape().fields.items():
        inner = isinstance(one, serializers.Serializer)
        found += [f"{name}.{part}" for part in columns_of(type(one))] if inner else [name]
    return found


AGENCY_COLUMNS = columns_of(AgencyRecord)
INDICATOR_COLUMNS = columns_of(IndicatorRecord)


def in_formats(shape: type[serializers.Serializer]) -> dict[Any, Any]:
    """The responses of an address that answers JSON, CSV and NDJSON."""
    text = OpenApiResponse(OpenApiTypes.STR)
    return {
        (200, "application/json"): shape,
        (200, "text/csv"): text,
        (200, "application/x-ndjson"): text,
        304: OpenApiResponse(description="nothing has changed since that ETag"),
    }
