"""Shapes of what is read with a stage."""

from functools import cache
from typing import Any

from drf_spectacular.utils import inline_serializer
from rest_framework import serializers

from acts.api.shapes import BlockerShape, NextAct
from agencies.api.brief import AgencyBriefShape


class CountsShape(serializers.Serializer):
    planned = serializers.IntegerField()
    in_force = serializers.IntegerField()


class OwnDocuments(serializers.Serializer):
    """Null where there is no list: unknown is not zero."""

    planned = serializers.IntegerField(allow_null=True)
    in_force = serializers.IntegerField(allow_null=True)


class FindingCounts(serializers.Serializer):
    major = serializers.IntegerField()
    minor = serializers.IntegerField()
    observation = serializers.IntegerField()
    open = serializers.IntegerField()
    unverified = serializers.IntegerField()
    undisposed = serializers.IntegerField()
    overdue = serializers.IntegerField()


class DeadlineShape(serializers.Serializer):
    due_on = serializers.DateField()
    what = serializers.CharField()
    days = serializers.IntegerField(help_text="days left, negative when overdue")


class AgencyProgress(serializers.Serializer):
    """One row of progress/agencies."""

    agency = AgencyBriefShape()
    in_scope = serializers.BooleanField()
    rollout = serializers.IntegerField(allow_null=True)
    stage = serializers.CharField()
    stage_since = serializers.DateField(allow_null=True)
    days_in_stage = serializers.IntegerField(allow_null=True)
    edition = serializers.CharField(allow_null=True)
    track = serializers.CharField(allow_null=True)
    flags = serializers.ListField(child=serializers.CharField())
    maintained = serializers.ChoiceField(choices=["yes", "no", "unknown"])
    documents = OwnDocuments()
    findings = FindingCounts()
    next_deadline = DeadlineShape(allow_null=True)
    fresh_on = serializers.DateField(allow_null=True)
    reached = serializers.DictField(child=serializers.DateField(allow_null=True))
    real = serializers.BooleanField()


class LeadTimes(serializers.Serializer):
    """Days between the finished plan, the decision and the audit; null when a day is unknown."""

    plan_to_decision = serializers.IntegerField(allow_null=True)
    decision_to_audit = serializers.IntegerField(allow_null=True)


class ProofShape(serializers.Serializer):
    kind = serializers.ChoiceField(choices=["certificate", "declaration"])
    id = serializers.IntegerField()
    number = serializers.CharField()
    edition = serializers.CharField()
    since = serializers.DateField()
    valid_to = serializers.DateField(allow_null=True)
    suspended = serializers.BooleanField()


class RolloutRow(serializers.Serializer):
    id = serializers.IntegerField()
    url = serializers.CharField()
    agency = AgencyBriefShape()
    edition = serializers.CharField()
    edition_at_opening = serializers.CharField()
    track = serializers.CharField()
    cycle = serializers.IntegerField()
    opened_on = serializers.DateField()
    previous_rollout = serializers.IntegerField(allow_null=True)
    stage = serializers.CharField()
    stage_since = serializers.DateField(allow_null=True)
    days_in_stage = serializers.IntegerField(allow_null=True)
    flags = serializers.ListField(child=serializers.CharField())
    documents = OwnDocuments()
    findings = FindingCounts()
    lead_times = LeadTimes()
    proofs = ProofShape(many=True)
    real = serializers.BooleanField()
    as_of = serializers.DateField()
    row_version = serializers.IntegerField()


class RequiredKind(serializers.Serializer):
    """A kind of document that the edition requires, and whether the list lacks it."""

    kind = serializers.CharField()
    name = serializers.CharField()
    required = serializers.IntegerField()
    listed = serializers.IntegerField()
    missing = serializers.BooleanField()
    clause = serializers.CharField(allow_blank=True)


class RolloutDetail(RolloutRow):
    required_kinds = RequiredKind(many=True)
    documents_by_kind = serializers.DictField(child=serializers.IntegerField())
    procedures = serializers.IntegerField(allow_null=True)
    next_acts = NextAct(many=True)
    warnings = BlockerShape(many=True)


class MissingShape(serializers.Serializer):
    code = serializers.CharField()
    message = serializers.CharField()


class JourneyStep(serializers.Serializer):
    stage = serializers.CharField()
    reached_on = serializers.DateField(allow_null=True)
    passed = serializers.BooleanField()
    current = serializers.BooleanField()
    number = serializers.CharField()
    planned_on = serializers.DateField(allow_null=True)
    missing = MissingShape(many=True)


class HistoryActor(serializers.Serializer):
    username = serializers.CharField()
    name = serializers.CharField()


class HistoryRow(serializers.Serializer):
    at = serializers.DateTimeField()
    verb = serializers.CharField()
    actor = HistoryActor(allow_null=True)
    reason = serializers.CharField()
    outside = serializers.BooleanField()
    object = serializers.CharField()
    operation = serializers.CharField()
    before = serializers.DictField()
    after = serializers.DictField()


class CellCount(serializers.Serializer):
    kind = serializers.CharField()
    stage = serializers.CharField()
    maintained = serializers.CharField()
    count = serializers.IntegerField()


class EditionCount(serializers.Serializer):
    edition = serializers.CharField()
    count = serializers.IntegerField()


class Rate(serializers.Serializer):
    code = serializers.CharField()
    numerator = serializers.IntegerField()
    confirmed = serializers.IntegerField()
    implied = serializers.IntegerField()
    denominator = serializers.IntegerField()


class Maintained(serializers.Serializer):
    yes = serializers.IntegerField()
    no = serializers.IntegerField()
    unknown = serializers.IntegerField()


class StageCount(serializers.Serializer):
    stage = serializers.CharField()
    count = serializers.IntegerField()
    maintained = Maintained(required=False)


class ProofCounts(serializers.Serializer):
    certificates_in_force = serializers.IntegerField()
    declarations_in_force = serializers.IntegerField()
    agencies_with_proof = serializers.IntegerField()
    maintained = Maintained()
    expiring_90_days = serializers.IntegerField()


class ScopeCounts(serializers.Serializer):
    in_scope = serializers.IntegerField()
    outside_scope = serializers.IntegerField()
    no_data = serializers.IntegerField()
    by_kind = serializers.DictField(child=serializers.IntegerField())


class BoardFindings(serializers.Serializer):
    major = serializers.IntegerField()
    minor = serializers.IntegerField()
    observation = serializers.IntegerField()
    open = serializers.IntegerField()
    unverified = serializers.IntegerField()
    undisposed = serializers.IntegerField()


class OverdueCounts(serializers.Serializer):
    findings = serializers.IntegerField()
    tasks = serializers.IntegerField()


class DocumentCounts(CountsShape):
    agencies_without_list = serializers.IntegerField()
    by_kind = serializers.DictField(child=serializers.IntegerField())


class SummaryShape(serializers.Serializer):
    """The province board in one answer; `lists` has the list behind every number."""

    as_of = serializers.DateField()
    agencies = ScopeCounts()
    by_stage = StageCount(many=True)
    by_kind_stage = CellCount(many=True)
    by_edition = EditionCount(many=True)
    rates = Rate(many=True)
    shares = Rate(many=True)
    findings = BoardFindings()
    overdue = OverdueCounts()
    documents = DocumentCounts()
    documents_in_force_by_kind = serializers.DictField(child=serializers.IntegerField())
    proofs = ProofCounts()
    fresh_90_days = serializers.IntegerField()
    flags = serializers.DictField(child=serializers.IntegerField())
    lists = serializers.DictField(child=serializers.CharField())


class PointFindings(serializers.Serializer):
    open = serializers.IntegerField()
    overdue = serializers.IntegerField()


class PointShape(serializers.Serializer):
    day = serializers.DateField()
    in_scope = serializers.IntegerField()
    no_data = serializers.IntegerField()
    by_stage = StageCount(many=True)
    documents = CountsShape()
    findings = PointFindings()
    overdue_agencies = serializers.IntegerField()
    proofs = ProofCounts()
    rates = Rate(many=True)


class TrendShape(serializers.Serializer):
    as_of = serializers.DateField()
    points = PointShape(many=True)
    quarter_end = PointShape()


class ChangeShape(serializers.Serializer):
    agency = AgencyBriefShape()
    before = serializers.CharField(allow_null=True)
    after = serializers.CharField(allow_null=True)
    since = serializers.DateField(allow_null=True)
    number = serializers.CharField()
    recorded_late = serializers.BooleanField()


class ChangesShape(serializers.Serializer):
    as_of = serializers.DateField()
    results = ChangeShape(many=True)


class LateShape(DeadlineShape):
    agency = AgencyBriefShape()
    object = serializers.CharField(
        allow_null=True, help_text="certificate:12 and the like; null for the agency as a whole"
    )


@cache
def history_page() -> Any:
    """A page of the trail, with everybody who appears anywhere in the whole of it."""
    return page_shape(HistoryRow, people=HistoryActor(many=True))


@cache
def page_shape(row: type[serializers.Serializer], **more: Any) -> Any:
    """The envelope of a list computed in memory, for the schema."""
    return inline_serializer(
        f"{row.__name__}Page",
        {
            "count": serializers.IntegerField(),
            "next": serializers.CharField(allow_null=True),
            "previous": serializers.CharField(allow_null=True),
            "as_of": serializers.DateField(),
            "results": row(many=True),
            **more,
        },
    )
