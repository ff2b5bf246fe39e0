"""Addresses of planning and approval."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from acts.api.views import Facts, fact_schema
from acts.api.writing import Writes
from agencies.api.brief import NamesAgencies
from agencies.queries import visible_to
from core.facts import with_names
from core.problems import blockers_as_rows
from core.sentences import language_of
from plans import actions, rules, warnings
from plans.api import filters, rounds, serializers
from plans.models import (
    Appraisal,
    Decision,
    Directive,
    Milestone,
    OfficialDocument,
    Plan,
    Submission,
    Task,
)
from plans.queries import tasks_held_on, with_original, with_rounds
from plans.task_states import with_state


class Warned(NamesAgencies, Facts):
    """Facts of which `warnings` say what is unusual but allowed."""

    warnings: Any

    def in_full(self, record: Any) -> dict[str, Any]:
        warnings = list(type(self).warnings(record))
        return {
            **super().in_full(record),
            "warnings": blockers_as_rows(warnings, language_of(self.request)),
        }


@fact_schema(serializers.PlanShape, serializers.PlanIn, serializers.PlanCorrection)
class Plans(Warned):
    """Đề án, kế hoạch."""

    serializer_class = serializers.PlanShape
    In, Correction = serializers.PlanIn, serializers.PlanCorrection
    filterset_class = filters.PlanFilter
    orderable = {"id": "id", "started_on": "started_on", "completed_on": "completed_on"}
    warnings = warnings.warnings_of_plan
    rules = rules.blockers_of_plan

    def rows(self) -> QuerySet[Plan]:
        rows = with_names(Plan.objects.select_related("rollout"))
        in_order = Milestone.objects.order_by("planned_on", "pk")
        rows = rows.prefetch_related(Prefetch("milestones", in_order))
        return visible_to(self.request.user, with_rounds(rows), "rollout__agency_id")

    def record(self, told: dict[str, Any]) -> Plan:
        given = serializers.as_wanted(told)
        return actions.record_plan(given.pop("rollout"), **given, by=self.request.user)

    @extend_schema(request=serializers.ScheduleIn, responses={200: serializers.PlanShape})
    @action(detail=True, methods=["post"])
    def schedule(self, request: Request, pk: str) -> Response:
        told = serializers.as_wanted(serializers.ScheduleIn.read(request))
        return self.acted(
            request, pk, lambda plan: actions.schedule_plan(plan, **told, by=request.user)
        )

    @extend_schema(request=serializers.SubmitIn, responses={200: serializers.PlanShape})
    @action(detail=True, methods=["post"])
    def submit(self, request: Request, pk: str) -> Response:
        told = serializers.SubmitIn.read(request)
        return self.acted(
            request, pk, lambda plan: submitted(plan, told, request.user), asks_all=True
        )

    @extend_schema(request=serializers.SubmitPaperIn, responses={200: serializers.PlanShape})
    @action(detail=True, methods=["post"])
    def submit_paper(self, request: Request, pk: str) -> Response:
        told = serializers.SubmitPaperIn.read(request)
        return self.acted(
            request, pk, lambda plan: submitted(plan, told, request.user), asks_all=True
        )

    @extend_schema(request=rounds.ReturnIn, responses={200: serializers.PlanShape})
    @action(detail=True, methods=["post"], url_path="return")
    def send_back(self, request: Request, pk: str) -> Response:
        told = rounds.ReturnIn.read(request)
        return self.acted(
            request, pk, lambda plan: actions.return_plan(plan, **told, by=request.user)
        )


def submitted(plan: Plan, told: dict[str, Any], by: Any) -> Submission:
    """Submit by the head's own act, or with the original that the head signed on paper."""
    told = {name: value for name, value in told.items() if name != "note"}
    if told.get("signed_original"):
        return actions.submit_plan_on_paper(plan, **told, by=by)
    told.pop("signed_original", None)
    return actions.submit_plan(plan, **told, by=by)


@fact_schema(
    serializers.SubmissionShape, serializers.SubmissionIn, serializers.SubmissionCorrection
)
class Submissions(Warned):
    """Tờ trình."""

    serializer_class = serializers.SubmissionShape
    In, Correction = serializers.SubmissionIn, serializers.SubmissionCorrection
    filterset_class = filters.SubmissionFilter
    orderable = {"id": "id", "sent_on": "sent_on", "round": "round"}
    warnings = warnings.warnings_of_submission
    rules = rules.blockers_of_submission

    def rows(self) -> QuerySet[Submission]:
        rows = with_names(Submission.objects.select_related("rollout", "plan"))
        return visible_to(self.request.user, rows, "rollout__agency_id")

    def record(self, told: dict[str, Any]) -> Submission:
        return submitted(told.pop("plan"), told, self.request.user)

    @extend_schema(request=rounds.ReceiveIn, responses={200: serializers.SubmissionShape})
    @action(detail=True, methods=["post"])
    def receive(self, request: Request, pk: str) -> Response:
        told = rounds.ReceiveIn.read(request)
        return self.acted(
            request, pk, lambda sent: actions.receive_submission(sent, **told, by=request.user)
        )


@fact_schema(serializers.AppraisalShape, serializers.AppraisalIn, serializers.AppraisalCorrection)
class Appraisals(Warned):
    """Thẩm định của Hội đồng."""

    serializer_class = serializers.AppraisalShape
    In, Correction = serializers.AppraisalIn, serializers.AppraisalCorrection
    filterset_class = filters.AppraisalFilter
    orderable = {"id": "id", "met_on": "met_on"}
    warnings = warnings.warnings_of_appraisal
    rules = rules.blockers_of_appraisal

    def rows(self) -> QuerySet[Appraisal]:
        rows = with_names(
            Appraisal.objects.select_related("rollout", "submission")
        ).prefetch_related("opinions")
        return visible_to(self.request.user, rows, "rollout__agency_id")

    def record(self, told: dict[str, Any]) -> Appraisal:
        return actions.record_appraisal(told.pop("rollout"), **told, by=self.request.user)

    @extend_schema(request=rounds.AnswersIn, responses={200: serializers.AppraisalShape})
    @action(detail=True, methods=["post"])
    def answer(self, request: Request, pk: str) -> Response:
        told = rounds.AnswersIn.read(request)
        return self.acted(
            request, pk, lambda made: actions.answer_opinions(made, **told, by=request.user)
        )


PAPER = ("effective_on", "abstract", "signer", "signer_position")


def _paper(told: dict[str, Any]) -> dict[str, Any]:
    """The particulars of the official document, taken out of a decision or a directive."""
    return {name: told.pop(name) for name in PAPER if name in told}


@fact_schema(serializers.PaperShape, serializers.PaperFields, serializers.PaperCorrection)
class OfficialDocuments(NamesAgencies, Facts):
    """Văn bản: quyết định, công văn, kế hoạch của tỉnh."""

    serializer_class = serializers.PaperShape
    In, Correction = serializers.PaperFields, serializers.PaperCorrection
    filterset_class = filters.PaperFilter
    orderable = {"id": "id", "signed_on": "signed_on", "number": "number_key", "issuer": "issuer"}
    rules = rules.blockers_of_document

    def rows(self) -> QuerySet[OfficialDocument]:
        return with_names(OfficialDocument.objects.select_related("issuer_agency"))

    def record(self, told: dict[str, Any]) -> OfficialDocument:
        told.pop("irregular", None)
        return actions.record_document(**{"signed_on": None, **told}, by=self.request.user)


@fact_schema(serializers.DecisionShape, serializers.DecisionIn, serializers.DecisionCorrection)
class Decisions(NamesAgencies, Facts):
    """Quyết định phê duyệt."""

    serializer_class = serializers.DecisionShape
    In, Correction = serializers.DecisionIn, serializers.DecisionCorrection
    filterset_class = filters.DecisionFilter
    orderable = {"id": "id", "signed_on": "document__signed_on", "number": "document__number_key"}
    counted = False

    def rows(self) -> QuerySet[Decision]:
        rows = with_original(
            with_names(Decision.objects.select_related("document")).prefetch_related("rollouts")
        )
        return visible_to(self.request.user, rows, "rollouts__agency_id").filter(
            document__counts_on__lte=self.day
        )

    def agency_ids(self, record: Decision) -> list[int | None]:
        return [rollout.agency_id for rollout in record.rollouts.all()]

    def record(self, told: dict[str, Any]) -> Decision:
        paper = _paper(told)
        return actions.record_decision(
            told.pop("rollouts"),
            **{"signed_on": None, **told},
            document=paper,
            by=self.request.user,
        )


@fact_schema(serializers.DirectiveShape, serializers.DirectiveIn, serializers.DirectiveCorrection)
class Directives(NamesAgencies, Facts):
    """Văn bản chỉ đạo và việc giao cho từng cơ quan."""

    serializer_class = serializers.DirectiveShape
    In, Correction = serializers.DirectiveIn, serializers.DirectiveCorrection
    filterset_class = filters.DirectiveFilter
    orderable = {"id": "id", "signed_on": "document__signed_on"}
    counted = False

    def rows(self) -> QuerySet[Directive]:
        rows = with_names(Directive.objects.select_related("document")).prefetch_related(
            Prefetch("tasks", with_state(Task.objects.all(), self.day))
        )
        return rows.filter(document__counts_on__lte=self.day)

    def agency_ids(self, record: Directive) -> list[int | None]:
        return [task.agency_id for task in record.tasks.all()]

    def record(self, told: dict[str, Any]) -> Directive:
        paper = _paper(told)
        editions = told.pop("orders_transition", None)
        told.pop("irregular", None)
        told.pop("note", None)
        return actions.record_directive(
            **{"signed_on": None, **told},
            transition=(editions[0].code, editions[1].code) if editions else None,
            document=paper,
            by=self.request.user,
        )


class Tasks(NamesAgencies, Writes):
    """Việc giao cho cơ quan theo văn bản chỉ đạo."""

    serializer_class = serializers.TaskShape
    filterset_class = filters.TaskFilter
    orderable = {
        "agency": "agency__code",
        "document_number": "directive__document__number_key",
        "state": "state",
        "punctuality": "punctuality",
        "days_late": "days_late",
    }
    counted = False

    def rows(self) -> QuerySet[Task]:
        rows = tasks_held_on(self.day).select_related("agency", "directive__document")
        rows = rows.filter(directive__document__counts_on__lte=self.day)
        return visible_to(self.request.user, with_state(rows, self.day), "agency_id")

    @extend_schema(request=serializers.TaskAnswer, responses={200: serializers.TaskShape})
    @action(detail=True, methods=["post"])
    def answer(self, request: Request, pk: str) -> Response:
        told = serializers.TaskAnswer.read(request)
        return self.acted(
            request, pk, lambda task: actions.answer_task(task, **told, by=request.user)
        )
