"""Addresses of applications, certificates, declarations and changes of status."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from acts.api.views import Facts, fact_schema
from agencies.api.brief import NamesAgencies
from agencies.queries import visible_to
from certificates import actions, rules, warnings
from certificates.api import filters, serializers
from certificates.models import Application, Certificate, Declaration, StatusEvent
from certificates.queries import with_standing_on
from core.facts import with_names
from core.problems import blockers_as_rows
from core.rules import Blocker
from core.sentences import language_of


class Warned:
    """Mixin: a detail answer says what is unusual about the record, but allowed."""

    warnings: Any = None

    def in_full(self, record: Any) -> dict[str, Any]:
        found = list(type(self).warnings(record, self.day))  # type: ignore[attr-defined]
        language = language_of(self.request)  # type: ignore[attr-defined]
        shown: dict[str, Any] = super().in_full(record)  # type: ignore[misc]
        return shown | {"warnings": blockers_as_rows(found, language)}


@fact_schema(
    serializers.ApplicationShape, serializers.ApplicationIn, serializers.ApplicationCorrection
)
class Applications(Warned, NamesAgencies, Facts):
    """Hồ sơ đề nghị chứng nhận."""

    serializer_class = serializers.ApplicationShape
    In, Correction = serializers.ApplicationIn, serializers.ApplicationCorrection
    filterset_class = filters.ApplicationFilter
    orderable = {
        "id": "id",
        "sent_on": "sent_on",
        "state": "state",
        "number": "number",
        "addressee": "addressee",
        "rollout": "rollout_id",
        "agency": "rollout__agency__code",
        "returned_on": "returned_on",
    }
    warnings = warnings.warnings_of_application
    rules = rules.blockers_of_application

    def rows(self) -> QuerySet[Application]:
        rows = with_names(Application.objects.select_related("rollout"))
        return visible_to(self.request.user, rows, "rollout__agency_id")

    def record(self, told: dict[str, Any]) -> Application:
        return actions.record_application(told.pop("rollout"), **told, by=self.request.user)

    @extend_schema(request=serializers.SendIn, responses={200: serializers.ApplicationShape})
    @action(detail=True, methods=["post"])
    def send(self, request: Request, pk: str) -> Response:
        told = serializers.SendIn.read(request)
        return self.acted(
            request,
            pk,
            lambda application: actions.send_application(application, **told, by=request.user),
            asks_all=True,
        )


class Proofs(NamesAgencies, Facts):
    """What certificates and declarations share: their standing on the day, their events."""

    counted = False
    kind = ""

    def rows(self) -> QuerySet[Any]:
        told = with_names(self.serializer_class.Meta.model.objects.select_related("rollout"))
        rows = with_standing_on(self.day, told, self.kind)
        return visible_to(self.request.user, rows, "rollout__agency_id")

    def filtered(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return super().filtered(rows.filter(counts_on__lte=self.day))

    def shared(self, records: list[Any]) -> dict[str, Any]:
        return super().shared(records) | {"day": self.day}

    def in_full(self, record: Any) -> dict[str, Any]:
        """The proof with what happened to it by the day."""
        events = with_names(StatusEvent.objects.select_related("rollout")).filter(
            Q(**{self.kind: record}) | Q(certificate=None, declaration=None),
            rollout=record.rollout_id,
            counts_on__lte=self.day,
        )
        context = self.get_serializer_context() | self.shared([record])
        shown = serializers.EventShape(
            events.order_by("counts_on", "pk"), many=True, context=context
        )
        return super().in_full(record) | {"events": shown.data}


def edition_by_code(told: dict[str, Any]) -> dict[str, Any]:
    """The same particulars with the edition by its code."""
    edition = told.pop("edition", None)
    return {**told, "edition": edition.code if edition else None}


@fact_schema(
    serializers.CertificateShape, serializers.CertificateIn, serializers.CertificateCorrection
)
class Certificates(Warned, Proofs):
    """Giấy chứng nhận."""

    serializer_class = serializers.CertificateShape
    In, Correction = serializers.CertificateIn, serializers.CertificateCorrection
    filterset_class = filters.CertificateFilter
    orderable = {
        "id": "id",
        "number": "number",
        "issuer": "issuer",
        "issued_on": "issued_on",
        "valid_from": "valid_from",
        "valid_to": "valid_to",
        "suspended_since": "suspended_since",
        "ended_since": "ended_since",
        "edition": "edition_id",
        "rollout": "rollout_id",
        "agency": "rollout__agency__code",
    }
    warnings = warnings.warnings_of_certificate
    rules = rules.blockers_of_certificate
    kind = "certificate"

    def record(self, told: dict[str, Any]) -> Certificate:
        return actions.issue_certificate(
            told.pop("rollout"), **edition_by_code(told), by=self.request.user
        )


@fact_schema(
    serializers.DeclarationShape, serializers.DeclarationIn, serializers.DeclarationCorrection
)
class Declarations(Warned, Proofs):
    """Bản công bố."""

    serializer_class = serializers.DeclarationShape
    In, Correction = serializers.DeclarationIn, serializers.DeclarationCorrection
    filterset_class = filters.DeclarationFilter
    orderable = {
        "id": "id",
        "number": "number",
        "signed_on": "signed_on",
        "posted_on": "posted_on",
        "notified_on": "notified_on",
        "kind": "kind",
        "suspended_since": "suspended_since",
        "ended_since": "ended_since",
        "edition": "edition_id",
        "rollout": "rollout_id",
        "agency": "rollout__agency__code",
    }
    warnings = warnings.warnings_of_declaration
    rules = rules.blockers_of_declaration
    kind = "declaration"

    def record(self, told: dict[str, Any]) -> Declaration:
        return actions.sign_declaration(
            told.pop("rollout"), **edition_by_code(told), by=self.request.user
        )


def blockers_of_corrected_event(event: StatusEvent) -> Iterator[Blocker]:
    """A corrected change of status keeps its day in order."""
    yield from rules.blockers_of_event(event, strict=False)


@fact_schema(serializers.EventShape, serializers.EventIn, serializers.EventCorrection)
class StatusEvents(Warned, NamesAgencies, Facts):
    """Tạm đình chỉ, khôi phục, thu hồi, hủy bỏ, thu hẹp; tạm dừng, tiếp tục."""

    serializer_class = serializers.EventShape
    In, Correction = serializers.EventIn, serializers.EventCorrection
    filterset_class = filters.StatusEventFilter
    orderable = {
        "id": "id",
        "kind": "kind",
        "on": "on",
        "rollout": "rollout_id",
        "agency": "rollout__agency__code",
        "document_number": "document_number",
    }
    warnings = warnings.warnings_of_event
    rules = blockers_of_corrected_event

    def rows(self) -> QuerySet[StatusEvent]:
        rows = with_names(StatusEvent.objects.select_related("rollout"))
        return visible_to(self.request.user, rows, "rollout__agency_id")

    def record(self, told: dict[str, Any]) -> StatusEvent:
        return actions.record_event(told.pop("rollout"), **told, by=self.request.user)
