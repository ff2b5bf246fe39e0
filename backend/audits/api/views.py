"""Addresses of audits, findings and corrective actions."""

from collections.abc import Callable
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet, prefetch_related_objects
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from acts.api.views import Facts, as_columns, fact_schema
from agencies.api.brief import NamesAgencies
from agencies.queries import visible_to
from audits import actions, rules, warnings
from audits.api import filters, serializers, steps
from audits.board_scope import ON_BOARD
from audits.models import Audit, CorrectiveAction, Finding, FindingStep
from audits.queries import findings_raised_on, with_state_on
from core.facts import with_names
from core.problems import blockers_as_rows
from core.sentences import language_of
from core.shapes import NoBody, Shape


@fact_schema(serializers.AuditShape, serializers.AuditIn, serializers.AuditCorrection)
class Audits(NamesAgencies, Facts):
    """Đánh giá của tổ chức chứng nhận, đánh giá nội bộ, kiểm tra của tỉnh."""

    serializer_class = serializers.AuditShape
    In, Correction = serializers.AuditIn, serializers.AuditCorrection
    filterset_class = filters.AuditFilter
    orderable = {
        "id": "id",
        "kind": "kind",
        "type": "type",
        "from": "from_on",
        "to": "to_on",
        "held_on": "counts_on",
        "planned_on": "planned_on",
        "edition": "edition_id",
        "body": "body__code",
        "rollout": "rollout_id",
        "agency": "agency__code",
        "result": "result",
        "report_number": "report_number",
    }
    rules = rules.blockers_of_audit

    def rows(self) -> QuerySet[Audit]:
        rows = with_names(Audit.objects.select_related("rollout", "body"))
        return visible_to(self.request.user, rows, "agency_id")

    def shared(self, records: list[Any]) -> dict[str, Any]:
        return super().shared(records) | {"counts": self._counts(records)}

    def _counts(self, audits: list[Audit]) -> dict[int, dict[str, int]]:
        """The findings of these audits on the day, counted in one query."""
        found = with_state_on(self.day, findings_raised_on(self.day).filter(audit__in=audits))
        grades = {g: Count("pk", filter=Q(grade=g)) for g in Finding.GRADES}
        states = {
            s: Count("pk", filter=Q(**{f"is_{s}": True}))
            for s in ("open", "unverified", "undisposed")
        }
        counted = found.values("audit_id").annotate(**grades, **states)
        return {
            row["audit_id"]: {name: row[name] for name in (*grades, *states)} for row in counted
        }

    def in_full(self, record: Audit) -> dict[str, Any]:
        """The audit with what is unusual about it."""
        return super().in_full(record) | {"warnings": self._warnings(record)}

    def _warnings(self, audit: Audit) -> list[dict[str, Any]]:
        told = list(warnings.warnings_of_audit(audit, self.day))
        return blockers_as_rows(told, language_of(self.request))

    def record(self, told: dict[str, Any]) -> Audit:
        edition = told.pop("edition", None)
        return actions.record_audit(
            **told, edition=edition.code if edition else None, by=self.request.user
        )

    @extend_schema(request=serializers.ResultIn, responses={200: serializers.AuditShape})
    @action(detail=True, methods=["post"])
    def record_result(self, request: Request, pk: str) -> Response:
        told = serializers.ResultIn.read(request)
        return self.acted(
            request, pk, lambda audit: actions.record_result(audit, **told, by=request.user)
        )


@fact_schema(serializers.FindingShape, serializers.FindingIn, serializers.FindingCorrection)
class Findings(NamesAgencies, Facts):
    """Điểm không phù hợp và điểm lưu ý, khuyến nghị."""

    serializer_class = serializers.FindingShape
    In, Correction = serializers.FindingIn, serializers.FindingCorrection
    filterset_class = filters.FindingFilter
    counted = False
    orderable = {
        "id": "id",
        "grade": "grade",
        "code": "code",
        "clause": "clause",
        "unit": "unit",
        "raised_on": "raised_on",
        "due_on": "due_on_day",
        "first_due_on": "due_on",
        "completed_on": "completed_on",
        "verified_on": "verified_on",
        "audit": "audit_id",
        "days_early": "days_early",
        "disposition": "disposition",
        "rollout": "rollout_id",
        "agency": "agency__code",
        "source": "source_kind",
    }
    on_board = ON_BOARD
    derived = frozenset({"due_on", "completed_on", "verified_on", "days_early", "disposition"})
    rules = rules.blockers_of_finding

    def rows(self) -> QuerySet[Finding]:
        return visible_to(self.request.user, Finding.objects.all(), "agency_id")

    def in_detail(self, rows: QuerySet[Finding]) -> QuerySet[Finding]:
        return with_names(with_state_on(self.day, rows).select_related("audit"))

    def filtered(self, rows: QuerySet[Finding]) -> QuerySet[Finding]:
        return super().filtered(rows.filter(counts_on__lte=self.day))

    def in_full(self, record: Finding) -> dict[str, Any]:
        """The finding with its steps, its actions, and the earlier one that it repeats."""
        people = ("recorded_by", "confirmed_by")
        taken = FindingStep.objects.select_related(*people).order_by("counts_on", "pk")
        plans = CorrectiveAction.objects.select_related("finding", *people).order_by("pk")
        prefetch_related_objects([record], Prefetch("steps", taken), Prefetch("actions", plans))
        shared = self.get_serializer_context() | self.shared([record])
        known = [step for step in record.steps.all() if step.counts_on <= self.day]
        return super().in_full(record) | {
            "steps": steps.StepShape(known, many=True).data,
            "actions": serializers.ActionShape(
                record.actions.all(), many=True, context=shared
            ).data,
            "repeats": self._earlier(record),
            "warnings": blockers_as_rows(
                list(warnings.warnings_of_finding(record, self.day)), language_of(self.request)
            ),
        }

    def _earlier(self, finding: Finding) -> int | None:
        """The latest earlier finding of the same clause at the agency, if any."""
        if not finding.clause:
            return None
        same = findings_raised_on(finding.counts_on).filter(
            agency=finding.agency_id, clause__iexact=finding.clause
        )
        others = same.exclude(audit=finding.audit_id).order_by("-counts_on", "-pk")
        return others.values_list("pk", flat=True).first()

    def record(self, told: dict[str, Any]) -> Finding:
        return actions.raise_finding(told.pop("audit"), **told, by=self.request.user)

    def _act(self, request: Request, pk: str, shape: type[Shape], act: Callable[..., Any]) -> Any:
        told = shape.read(request)
        return self.acted(request, pk, lambda finding: act(finding, **told, by=request.user))

    @extend_schema(request=steps.CloseIn, responses={200: serializers.FindingShape})
    @action(detail=True, methods=["post"])
    def close(self, request: Request, pk: str) -> Response:
        return self._act(request, pk, steps.CloseIn, actions.close_finding)

    @extend_schema(request=steps.VerifyIn, responses={200: serializers.FindingShape})
    @action(detail=True, methods=["post"])
    def verify(self, request: Request, pk: str) -> Response:
        return self._act(request, pk, steps.VerifyIn, actions.verify_finding)

    @extend_schema(request=steps.CheckIn, responses={200: serializers.FindingShape})
    @action(detail=True, methods=["post"])
    def check_effectiveness(self, request: Request, pk: str) -> Response:
        return self._act(request, pk, steps.CheckIn, actions.check_effectiveness)

    @extend_schema(request=steps.ExtendIn, responses={200: serializers.FindingShape})
    @action(detail=True, methods=["post"])
    def extend(self, request: Request, pk: str) -> Response:
        return self._act(request, pk, steps.ExtendIn, actions.extend_finding)

    @extend_schema(request=steps.DispositionIn, responses={200: serializers.FindingShape})
    @action(detail=True, methods=["post"])
    def disposition(self, request: Request, pk: str) -> Response:
        return self._act(request, pk, steps.DispositionIn, actions.dispose_finding)

    @extend_schema(request=NoBody, responses={200: serializers.FindingShape})
    @action(detail=True, methods=["post"])
    def reopen(self, request: Request, pk: str) -> Response:
        return self._act(request, pk, NoBody, actions.reopen_finding)


@fact_schema(serializers.ActionShape, serializers.ActionIn, serializers.ActionCorrection)
class CorrectiveActions(NamesAgencies, Facts):
    """Hành động khắc phục."""

    serializer_class = serializers.ActionShape
    In, Correction = serializers.ActionIn, serializers.ActionCorrection
    filterset_class = filters.ActionFilter
    orderable = {
        "id": "id",
        "due_on": "due_on",
        "done_on": "done_on",
        "accepted_on": "accepted_on",
        "finding": "finding_id",
        "responsible": "responsible",
    }
    counted = False

    def rows(self) -> QuerySet[CorrectiveAction]:
        rows = with_names(CorrectiveAction.objects.select_related("finding"))
        rows = rows.filter(reported_by__lte=self.day)
        return visible_to(self.request.user, rows, "finding__agency_id")

    def record(self, told: dict[str, Any]) -> CorrectiveAction:
        return actions.plan_action(told.pop("finding"), **told, by=self.request.user)

    def partial_update(self, request: Request, pk: str) -> Response:
        told = serializers.ActionCorrection.read(request, partial=True)
        reason = told.pop("reason", "")
        return self.acted(
            request,
            pk,
            lambda record: actions.correct_action(
                record, as_columns(told), reason=reason, by=request.user
            ),
        )
