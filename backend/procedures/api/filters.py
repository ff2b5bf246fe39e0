"""Filters of administrative procedures."""

from typing import Any

import django_filters as filters
from django.db.models import Q, QuerySet

from acts.api.filters import Choices, Ids, Known, OnDay, WithoutAccents
from agencies.models import Agency, AgencyKind
from agencies.queries import ids_in_scope_on, ids_of_kinds_on
from procedures.models import AdminProcedure, ProcedureDecision
from procedures.queries import STANDING, in_state


class ProcedureFilter(OnDay):
    """?agency=SNV&status=amended&covered=false&flag=needs_review; standing: not taken away"""

    agency = Known(Agency, "agency")
    code = filters.CharFilter(field_name="code", lookup_expr="iexact")
    level = Choices(AdminProcedure.LEVELS)
    status = Choices(ProcedureDecision.STATUSES, method="in_statuses")
    standing = Choices(["true", "false"], method="of_standing")
    covered = Choices(["true", "false"], method="of_covered")
    linked = Choices(["true", "false"], method="of_linked")
    flag = Choices(["needs_review", "unconfirmed"], method="flagged")
    document = Ids(field_name="links__document_id")
    confirmed = Choices(["true", "false"], method="of_confirmed")
    in_scope = Choices(["true", "false"], method="of_in_scope")
    kind = Known(AgencyKind, "kind", method="of_kinds")
    search = WithoutAccents(field_name="search_text", lookup_expr="contains")

    class Meta:
        model = AdminProcedure
        fields: list[str] = []

    def of_confirmed(self, rows: QuerySet, _: str, given: list[str]) -> QuerySet:
        unknown = Q(confirmed_on=None)
        return rows.filter(_any({"true": ~unknown, "false": unknown}, given))

    def of_in_scope(self, rows: QuerySet, _: str, given: list[str]) -> QuerySet:
        inside = Q(agency__in=ids_in_scope_on(self.day))
        return rows.filter(_any({"true": inside, "false": ~inside}, given))

    def of_kinds(self, rows: QuerySet, _: str, kinds: Any) -> QuerySet:
        return rows.filter(agency__in=ids_of_kinds_on(self.day, kinds)) if kinds else rows

    def in_statuses(self, rows: QuerySet, _: str, statuses: list[str]) -> QuerySet:
        return rows.filter(in_state(*statuses))

    def of_standing(self, rows: QuerySet, _: str, given: list[str]) -> QuerySet:
        return rows.filter(
            _any({"true": in_state(*STANDING), "false": ~in_state(*STANDING)}, given)
        )

    def of_covered(self, rows: QuerySet, _: str, given: list[str]) -> QuerySet:
        return rows.filter(_any({"true": Q(covered=True), "false": Q(covered=False)}, given))

    def of_linked(self, rows: QuerySet, _: str, given: list[str]) -> QuerySet:
        return rows.filter(_any({"true": Q(n_documents__gt=0), "false": Q(n_documents=0)}, given))

    def flagged(self, rows: QuerySet, _: str, flags: list[str]) -> QuerySet:
        conditions = {"needs_review": Q(needs_review=True), "unconfirmed": Q(confirmed_on=None)}
        return rows.filter(_any(conditions, flags))


def _any(conditions: dict[str, Q], given: list[str]) -> Q:
    """The same parameter repeated means or."""
    whole = Q()
    for name in given:
        whole |= conditions[name]
    return whole
