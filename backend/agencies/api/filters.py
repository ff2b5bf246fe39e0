"""Filters of the register."""

from typing import Any

import django_filters as filters
from django.db.models import Q, QuerySet

from acts.api.filters import Choices, Known, OnDay
from agencies.models import Agency, AgencyKind, ScopeRule, Succession
from agencies.queries import spelled_like
from core.validity import VALIDITY_STATES

YES_NO = ["true", "false"]


class AgencyFilter(OnDay):
    """?kind=so&parent=UBND-TINH&active=true&in_scope=true&search=noi vu"""

    kind = Known(AgencyKind, "kind", method="of_kind")
    parent = Known(Agency, "parent", method="below")
    active = Choices(YES_NO, method="living")
    in_scope = Choices(YES_NO, method="obliged")
    search = filters.CharFilter(method="spelled")

    class Meta:
        model = Agency
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        rows = super().filter_queryset(queryset)
        return rows if self.form.cleaned_data["active"] else rows.filter(exists=True)

    def of_kind(self, rows: QuerySet[Any], _: str, kinds: Any) -> QuerySet[Any]:
        codes = [kind.code for kind in kinds]
        return rows.filter(kind_on_day__in=codes) if codes else rows

    def below(self, rows: QuerySet[Any], _: str, parents: Any) -> QuerySet[Any]:
        codes = [parent.code for parent in parents]
        return rows.filter(parent_code_on_day__in=codes) if codes else rows

    def living(self, rows: QuerySet[Any], _: str, wanted: list[str]) -> QuerySet[Any]:
        return rows.filter(exists__in=[text == "true" for text in wanted])

    def obliged(self, rows: QuerySet[Any], _: str, wanted: list[str]) -> QuerySet[Any]:
        return rows.filter(in_scope__in=[text == "true" for text in wanted])

    def spelled(self, rows: QuerySet[Any], _: str, text: str) -> QuerySet[Any]:
        return rows.filter(spelled_like(text))


class SuccessionFilter(OnDay):
    """?agency=SNV (either end) &predecessor= &successor= &kind= &search=so noi vu"""

    agency = Known(Agency, "agency", method="of_agency")
    predecessor = Known(Agency, "predecessor__code")
    successor = Known(Agency, "successor__code")
    kind = Choices(Succession.KINDS, field_name="kind")
    search = filters.CharFilter(method="spelled")

    class Meta:
        model = Succession
        fields: list[str] = []

    def of_agency(self, rows: QuerySet[Any], _: str, agencies: Any) -> QuerySet[Any]:
        ids = [agency.pk for agency in agencies]
        return rows.filter(Q(predecessor__in=ids) | Q(successor__in=ids)) if ids else rows

    def spelled(self, rows: QuerySet[Any], _: str, text: str) -> QuerySet[Any]:
        found = Agency.objects.filter(spelled_like(text)).values("pk")
        decided = Q(decision__icontains=text)
        return rows.filter(decided | Q(predecessor__in=found) | Q(successor__in=found))


class ScopeRuleFilter(OnDay):
    kind = Known(AgencyKind, "kind__code")
    agency = Known(Agency, "agency__code")
    state = Choices(VALIDITY_STATES)

    class Meta:
        model = ScopeRule
        fields: list[str] = []
