"""Shapes of planning and approval."""

from collections import Counter
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from acts.api.facts import FactIn, FactShape
from agencies.api.brief import AgencyBrief
from agencies.models import Agency
from core.shapes import DayField, NumberField, PartialDateField, Shape, TextField
from plans.api.rounds import SignedOriginal
from plans.models import (
    Appraisal,
    AppraisalOpinion,
    Decision,
    Directive,
    Milestone,
    OfficialDocument,
    Plan,
    Rollout,
    Submission,
    Task,
)
from plans.task_states import PUNCTUALITY, STATES
from standards.models import TRACKS, Edition


def by_code(model: type, **kwargs: object) -> serializers.SlugRelatedField:
    """A reference by code."""
    return serializers.SlugRelatedField(slug_field="code", queryset=model.objects.all(), **kwargs)


def by_id(model: type, **kwargs: object) -> serializers.PrimaryKeyRelatedField:
    """A reference by id."""
    return serializers.PrimaryKeyRelatedField(queryset=model.objects.all(), **kwargs)


class RolloutIn(Shape):
    agency = by_code(Agency)
    edition = by_code(Edition)
    track = serializers.ChoiceField(choices=TRACKS)
    opened_on = DayField(required=False, allow_null=True)
    previous_rollout = by_id(Rollout, source="previous", required=False, allow_null=True)


class RolloutCorrection(Shape):
    opened_on = DayField(
        required=False, allow_null=True, help_text="null: the day of its earliest fact"
    )
    previous_rollout = by_id(Rollout, source="previous", required=False, allow_null=True)


class PlanFields(FactIn):
    kind = serializers.ChoiceField(choices=Plan.KINDS)
    title = TextField(required=False, allow_blank=True, max_length=500)
    owner_name = TextField(required=False, allow_blank=True, max_length=200)
    owner_position = TextField(required=False, allow_blank=True, max_length=200)
    scope = serializers.CharField(required=False, allow_blank=True)
    objectives = serializers.CharField(required=False, allow_blank=True)
    started_on = PartialDateField(required=False, allow_null=True)
    completed_on = PartialDateField(required=False, allow_null=True)
    budget_vnd = serializers.IntegerField(
        required=False, allow_null=True, min_value=0, max_value=10**15
    )
    funding_source = TextField(required=False, allow_blank=True, max_length=200)
    consultant = TextField(required=False, allow_blank=True, max_length=300)


class MilestoneIn(Shape):
    """The day on which the plan wants a stage to be reached."""

    reason = None
    stage = serializers.ChoiceField(choices=Milestone.STAGES)
    planned_on = DayField()


def as_wanted(told: dict[str, Any]) -> dict[str, Any]:
    """Milestones as (stage, day), as the acts take them."""
    if "milestones" in told:
        told["milestones"] = [(each["stage"], each["planned_on"]) for each in told["milestones"]]
    return told


class PlanIn(PlanFields):
    rollout = by_id(Rollout)
    milestones = MilestoneIn(many=True, required=False)


class ScheduleIn(Shape):
    milestones = MilestoneIn(many=True)


class PlanCorrection(PlanFields):
    kind = serializers.ChoiceField(choices=Plan.KINDS, required=False)


class MilestoneShape(serializers.ModelSerializer):
    class Meta:
        model = Milestone
        fields = ["stage", "planned_on"]


class PlanShape(FactShape):
    agency = AgencyBrief(source="home_agency_id")
    rollout = serializers.IntegerField(source="rollout_id")
    rounds = serializers.IntegerField(read_only=True, help_text="how often it was submitted")
    opinions_open = serializers.IntegerField(
        read_only=True, help_text="opinions of a return that nobody has answered"
    )
    milestones = MilestoneShape(many=True, read_only=True)

    class Meta:
        model = Plan
        collection = "plans"
        fields = [
            *FactShape.COMMON,
            "agency",
            "rollout",
            "kind",
            "title",
            "owner_name",
            "owner_position",
            "scope",
            "objectives",
            "started_on",
            "started_on_precision",
            "completed_on",
            "completed_on_precision",
            "budget_vnd",
            "funding_source",
            "consultant",
            "rounds",
            "opinions_open",
            "milestones",
        ]


class SubmitIn(FactIn):
    number = NumberField(required=False, allow_blank=True)
    sent_on = PartialDateField(required=False, allow_null=True)
    sent_to = TextField(required=False, allow_blank=True, max_length=300)
    signed_original = SignedOriginal(required=False, allow_null=True)


class SubmitPaperIn(SubmitIn):
    signed_original = SignedOriginal()


class SubmissionIn(SubmitIn):
    plan = by_id(Plan)


class SubmissionShape(FactShape):
    agency = AgencyBrief(source="home_agency_id")
    rollout = serializers.IntegerField(source="rollout_id")
    plan = serializers.IntegerField(source="plan_id")
    signed_original = serializers.SerializerMethodField()

    class Meta:
        model = Submission
        collection = "submissions"
        fields = [
            *FactShape.COMMON,
            "agency",
            "rollout",
            "plan",
            "round",
            "number",
            "sent_on",
            "sent_on_precision",
            "sent_to",
            "received_on",
            "signed_original",
        ]

    @extend_schema_field(SignedOriginal(allow_null=True))
    def get_signed_original(self, submission: Submission) -> dict[str, object] | None:
        if not submission.needs_second_pair_of_eyes:
            return None
        return {
            "number": submission.original_number,
            "day": submission.original_on,
            "signer": submission.original_signer,
        }


class SubmissionCorrection(FactIn):
    number = NumberField(required=False, allow_blank=True)
    sent_on = PartialDateField(required=False, allow_null=True)
    received_on = DayField(required=False, allow_null=True)


class AppraisalFields(FactIn):
    council = TextField(required=False, allow_blank=True, max_length=300)
    met_on = PartialDateField(required=False, allow_null=True)
    result = serializers.ChoiceField(choices=Appraisal.RESULTS)
    minutes_number = NumberField(required=False, allow_blank=True)
    resubmit_due_on = DayField(required=False, allow_null=True)


class AppraisalIn(AppraisalFields):
    rollout = by_id(Rollout)
    opinions = serializers.ListField(child=TextField(max_length=4000), required=False)


class AppraisalCorrection(AppraisalFields):
    result = serializers.ChoiceField(choices=Appraisal.RESULTS, required=False)


class OpinionShape(serializers.ModelSerializer):
    class Meta:
        model = AppraisalOpinion
        fields = ["id", "text", "answer", "answered_on"]


class AppraisalShape(FactShape):
    agency = AgencyBrief(source="home_agency_id")
    rollout = serializers.IntegerField(source="rollout_id")
    submission = serializers.IntegerField(source="submission_id", allow_null=True)
    opinions = OpinionShape(many=True, read_only=True)
    opinions_open = serializers.SerializerMethodField()

    class Meta:
        model = Appraisal
        collection = "appraisals"
        fields = [
            *FactShape.COMMON,
            "agency",
            "rollout",
            "council",
            "met_on",
            "met_on_precision",
            "result",
            "minutes_number",
            "resubmit_due_on",
            "submission",
            "opinions",
            "opinions_open",
        ]

    def get_opinions_open(self, appraisal: Appraisal) -> int:
        return sum(1 for opinion in appraisal.opinions.all() if not opinion.answer)


class PaperFields(FactIn):
    """What identifies an official document and who signed it."""

    issuer = TextField(max_length=300)
    number = NumberField()
    signed_on = PartialDateField(required=False, allow_null=True)
    effective_on = DayField(required=False, allow_null=True)
    abstract = serializers.CharField(required=False, allow_blank=True)
    signer = TextField(required=False, allow_blank=True, max_length=200)
    signer_position = TextField(required=False, allow_blank=True, max_length=200)


class PaperShape(FactShape):
    issuer_agency = AgencyBrief(source="home_agency_id", allow_null=True)

    class Meta:
        model = OfficialDocument
        collection = "official-documents"
        fields = [
            *FactShape.COMMON,
            "issuer",
            "issuer_agency",
            "number",
            "signed_on",
            "signed_on_precision",
            "effective_on",
            "abstract",
            "signer",
            "signer_position",
        ]


class PaperCorrection(FactIn):
    effective_on = DayField(required=False, allow_null=True)
    abstract = serializers.CharField(required=False, allow_blank=True)
    signer = TextField(required=False, allow_blank=True, max_length=200)
    signer_position = TextField(required=False, allow_blank=True, max_length=200)


class DecisionIn(PaperFields):
    rollouts = by_id(Rollout, many=True, allow_empty=False)
    kind = serializers.ChoiceField(choices=Decision.KINDS, required=False)
    approved_budget_vnd = serializers.IntegerField(
        required=False, allow_null=True, min_value=0, max_value=10**15
    )
    deadline_on = DayField(required=False, allow_null=True)


class DecisionCorrection(FactIn):
    approved_budget_vnd = serializers.IntegerField(
        required=False, allow_null=True, min_value=0, max_value=10**15
    )
    deadline_on = DayField(required=False, allow_null=True)


class PaperBrief(serializers.ModelSerializer):
    class Meta:
        model = OfficialDocument
        fields = [
            "id",
            "issuer",
            "number",
            "signed_on",
            "signed_on_precision",
            "effective_on",
            "abstract",
            "signer",
            "signer_position",
        ]


class RolloutOfDecision(serializers.Serializer):
    id = serializers.IntegerField()
    agency = AgencyBrief(source="agency_id")


class DecisionShape(FactShape):
    document = PaperBrief(read_only=True)
    rollouts = RolloutOfDecision(many=True, read_only=True)
    original = serializers.SerializerMethodField(
        help_text="missing until a scan of the signed paper is attached: not final before"
    )

    class Meta:
        model = Decision
        collection = "decisions"
        fields = [
            *FactShape.COMMON,
            "document",
            "rollouts",
            "kind",
            "approved_budget_vnd",
            "deadline_on",
            "original",
        ]

    @extend_schema_field(serializers.ChoiceField(choices=["missing", "attached"]))
    def get_original(self, decision: Decision) -> str:
        return "attached" if decision.has_original else "missing"


class TaskIn(Shape):
    agency = by_code(Agency)
    rollout = by_id(Rollout, required=False, allow_null=True)
    what = serializers.CharField(required=False, allow_blank=True)
    due_on = DayField(required=False, allow_null=True)


class DirectiveIn(PaperFields):
    kind = serializers.ChoiceField(choices=Directive.KINDS, required=False)
    orders_transition = serializers.ListField(
        child=by_code(Edition), required=False, min_length=2, max_length=2
    )
    tasks = TaskIn(many=True, required=False)


class TaskShape(serializers.ModelSerializer):
    url = serializers.SerializerMethodField()
    agency = AgencyBrief(source="agency_id")
    directive = serializers.IntegerField(source="directive_id")
    document_number = serializers.CharField(source="directive.document.number", read_only=True)
    rollout = serializers.IntegerField(source="rollout_id", allow_null=True)
    carried_from = serializers.IntegerField(source="carried_from_id", allow_null=True)
    state = serializers.ChoiceField(choices=STATES, read_only=True)
    punctuality = serializers.ChoiceField(choices=PUNCTUALITY, read_only=True)
    days_late = serializers.IntegerField(
        read_only=True,
        allow_null=True,
        help_text="from the due day to the first answer, else to the day; negative when early",
    )

    class Meta:
        model = Task
        fields = [
            "id",
            "url",
            "row_version",
            "agency",
            "directive",
            "document_number",
            "rollout",
            "what",
            "due_on",
            "state",
            "punctuality",
            "days_late",
            "answered_on",
            "answer",
            "done_on",
            "delay_reason",
            "held_from",
            "held_to",
            "carried_from",
        ]

    def get_url(self, task: Task) -> str:
        return f"/api/v1/tasks/{task.pk}"


class TaskAnswer(FactIn):
    """A sentence, files (`evidence: [id]`), or the reason for the delay."""

    irregular = note = None
    answered_on = DayField(required=False, allow_null=True)
    answer = serializers.CharField(required=False, allow_blank=True, max_length=4000)
    done_on = DayField(required=False, allow_null=True)
    delay_reason = serializers.CharField(required=False, allow_blank=True, max_length=2000)


class AnswerCounts(serializers.Serializer):
    """How many tasks of a letter were answered in time, late, not at all, or have time left."""

    silent = serializers.IntegerField()
    late = serializers.IntegerField()
    waiting = serializers.IntegerField()
    on_time = serializers.IntegerField()


class DirectiveShape(FactShape):
    document = PaperBrief(read_only=True)
    orders_transition = serializers.SerializerMethodField()
    answers = serializers.SerializerMethodField()
    tasks = TaskShape(many=True, read_only=True)

    class Meta:
        model = Directive
        collection = "directives"
        fields = [*FactShape.COMMON, "document", "kind", "orders_transition", "answers", "tasks"]

    @extend_schema_field(AnswerCounts)
    def get_answers(self, directive: Directive) -> dict[str, int]:
        counts = Counter(task.punctuality for task in directive.tasks.all())
        return {name: counts[name] for name in PUNCTUALITY}

    def get_orders_transition(self, directive: Directive) -> list[str] | None:
        if directive.transition_to_id is None:
            return None
        return [directive.transition_from_id or "", directive.transition_to_id]


class DirectiveCorrection(FactIn):
    kind = serializers.ChoiceField(choices=Directive.KINDS, required=False)
