"""Filters of applications, certificates, declarations and changes of status."""

from typing import Any

import django_filters as filters
from django.db.models import QuerySet

from acts.api.filters import Choices, Ids, Known, OnDay
from agencies.models import Agency
from certificates.models import Application, Certificate, Declaration, StatusEvent
from certificates.queries import (
    certificates_in_force_on,
    declarations_in_force_on,
    of_agencies_in_scope,
)
from standards.models import TRACKS, Edition

YES_NO = [("true", "true"), ("false", "false")]


class OfRollout(OnDay):
    """?agency=CODE&rollout=ID&track=…"""

    agency = Known(Agency, "rollout__agency__code")
    rollout = Ids(field_name="rollout_id")
    track = Choices(TRACKS, field_name="rollout__track")


class ApplicationFilter(OfRollout):
    state = Choices(Application.STATES, field_name="state")

    class Meta:
        model = Application
        fields: list[str] = []


class ProofFilter(OfRollout):
    """`in_force=true`: those that the board counts, in force and not suspended, of the agencies in
    scope; `current=all` or naming an agency or a rollout widens it to all agencies."""

    edition = Known(Edition, "edition")
    in_force = filters.ChoiceFilter(choices=YES_NO, method="as_is")
    suspended = filters.ChoiceFilter(choices=YES_NO, method="if_suspended")
    current = filters.ChoiceFilter(choices=[("all", "all"), ("board", "board")], method="as_is")

    def as_is(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return rows

    def if_suspended(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        suspended = self.in_force_on(self.day).filter(suspended_since__isnull=False).values("pk")
        return rows.filter(pk__in=suspended) if value == "true" else rows.exclude(pk__in=suspended)

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        rows = super().filter_queryset(queryset)
        told = self.form.cleaned_data
        if not told["in_force"]:
            return of_agencies_in_scope(self.day, rows) if told["current"] == "board" else rows
        counted = self.in_force_on(self.day).filter(suspended_since__isnull=True).values("pk")
        if told["in_force"] == "false":
            return rows.exclude(pk__in=counted)
        rows = rows.filter(pk__in=counted)
        named = told["agency"] or told["rollout"] or told["current"] == "all"
        return rows if named else of_agencies_in_scope(self.day, rows)

    def in_force_on(self, day: Any) -> QuerySet[Any]:
        raise NotImplementedError


class CertificateFilter(ProofFilter):
    number = filters.CharFilter(field_name="number", lookup_expr="iexact")

    class Meta:
        model = Certificate
        fields: list[str] = []

    def in_force_on(self, day: Any) -> QuerySet[Certificate]:
        return certificates_in_force_on(day)


class DeclarationFilter(ProofFilter):
    kind = Choices(Declaration.KINDS, field_name="kind")

    class Meta:
        model = Declaration
        fields: list[str] = []

    def in_force_on(self, day: Any) -> QuerySet[Declaration]:
        return declarations_in_force_on(day)


class StatusEventFilter(OfRollout):
    kind = Choices(StatusEvent.KINDS, field_name="kind")
    certificate = Ids(field_name="certificate_id")
    declaration = Ids(field_name="declaration_id")

    class Meta:
        model = StatusEvent
        fields: list[str] = []
