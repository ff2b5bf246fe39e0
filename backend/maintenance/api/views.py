"""Addresses of the yearly loop."""

from typing import Any

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response

from acts.api.views import Facts, as_columns, fact_schema
from agencies.api.brief import NamesAgencies
from agencies.queries import visible_to
from core.facts import with_names
from core.problems import blockers_as_rows
from core.sentences import language_of
from maintenance import actions, rules
from maintenance.api import filters, serializers
from maintenance.models import Board, Confirmation, MaintenanceYear, ManagementReview, Training
from maintenance.records import plan_columns


class OfAgency(NamesAgencies, Facts):
    """Facts of an agency and a day; `warnings` say what is unusual but allowed."""

    model: Any
    warnings: Any

    def rows(self) -> QuerySet[Any]:
        rows = with_names(self.model.objects.select_related("agency"))
        return visible_to(self.request.user, rows, "agency_id")

    def in_full(self, record: Any) -> dict[str, Any]:
        warnings = list(type(self).warnings(record))
        return {
            **super().in_full(record),
            "warnings": blockers_as_rows(warnings, language_of(self.request)),
        }


@fact_schema(serializers.ReviewShape, serializers.ReviewIn, serializers.ReviewFields)
class ManagementReviews(OfAgency):
    """Xem xét của lãnh đạo."""

    model = ManagementReview
    serializer_class = serializers.ReviewShape
    In, Correction = serializers.ReviewIn, serializers.ReviewFields
    filterset_class = filters.ReviewFilter
    orderable = {
        "id": "id",
        "agency": "agency__code",
        "held_on": "held_on",
        "chair": "chair",
        "minutes_number": "minutes_number",
    }
    warnings = rules.warnings_of_review
    rules = rules.blockers_of_review

    def record(self, told: dict[str, Any]) -> ManagementReview:
        return actions.record_review(told.pop("agency"), **told, by=self.request.user)


@fact_schema(serializers.TrainingShape, serializers.TrainingIn, serializers.TrainingFields)
class Trainings(OfAgency):
    """Đào tạo."""

    model = Training
    serializer_class = serializers.TrainingShape
    In, Correction = serializers.TrainingIn, serializers.TrainingFields
    filterset_class = filters.TrainingFilter
    orderable = {
        "id": "id",
        "agency": "agency__code",
        "topic": "topic",
        "held_on": "held_on",
        "trainer": "trainer",
        "participants": "participants",
        "certificates": "certificates",
    }
    warnings = rules.warnings_of_training
    rules = rules.blockers_of_training

    def record(self, told: dict[str, Any]) -> Training:
        return actions.record_training(told.pop("agency"), **told, by=self.request.user)


@fact_schema(serializers.BoardShape, serializers.BoardIn, serializers.BoardFields)
class Boards(OfAgency):
    """Ban chỉ đạo ISO của cơ quan."""

    model = Board
    serializer_class = serializers.BoardShape
    In, Correction = serializers.BoardIn, serializers.BoardFields
    filterset_class = filters.BoardFilter
    orderable = {
        "id": "id",
        "agency": "agency__code",
        "number": "number",
        "decided_on": "decided_on",
        "head": "head",
        "secretary": "secretary",
    }
    warnings = rules.warnings_of_board
    rules = rules.blockers_of_board

    def record(self, told: dict[str, Any]) -> Board:
        return actions.record_board(told.pop("agency"), **told, by=self.request.user)


@fact_schema(
    serializers.ConfirmationShape, serializers.ConfirmationIn, serializers.ConfirmationFields
)
class Confirmations(OfAgency):
    """Xác nhận không thay đổi theo quý."""

    model = Confirmation
    serializer_class = serializers.ConfirmationShape
    In, Correction = serializers.ConfirmationIn, serializers.ConfirmationFields
    filterset_class = filters.ConfirmationFilter
    orderable = {"agency": "agency__code"}
    warnings = staticmethod(lambda _: iter(()))
    rules = rules.blockers_of_confirmation

    def record(self, told: dict[str, Any]) -> Confirmation:
        return actions.confirm_unchanged(told.pop("agency"), **told, by=self.request.user)


@fact_schema(serializers.YearShape, serializers.YearIn, serializers.YearFields)
class MaintenanceYears(OfAgency):
    """Duy trì, cải tiến trong năm."""

    model = MaintenanceYear
    serializer_class = serializers.YearShape
    In, Correction = serializers.YearIn, serializers.YearFields
    filterset_class = filters.YearFilter
    counted = False
    orderable = {
        "id": "id",
        "agency": "agency__code",
        "year": "year",
        "board_renewed_on": "board_renewed_on",
        "documents_reviewed_on": "documents_reviewed_on",
        "documents_kept": "documents_kept",
        "documents_changed": "documents_changed",
        "report_number": "report_number",
        "report_sent_on": "report_sent_on",
    }
    warnings = rules.warnings_of_year

    def rows(self) -> QuerySet[MaintenanceYear]:
        return super().rows().filter(year__lte=self.day.year).prefetch_related("objectives")

    def record(self, told: dict[str, Any]) -> MaintenanceYear:
        return actions.record_year(told.pop("agency"), **told, by=self.request.user)

    def partial_update(self, request: Request, pk: str) -> Response:
        told = self.Correction.read(request, partial=True)
        reason = told.pop("reason", "")
        objectives = told.pop("objectives", None)
        changes = plan_columns(told.pop("plan", {})) | as_columns(told)
        return self.acted(
            request,
            pk,
            lambda year: actions.correct_year(
                year, changes, objectives, reason=reason, by=request.user
            ),
        )
