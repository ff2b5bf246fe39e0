"""Filters of documents."""

from typing import Any

import django_filters as filters
from django.db.models import Q, QuerySet

from acts.api.filters import Choices, Ids, Known, OnDay, WithoutAccents
from agencies.models import Agency
from documents import reviews
from documents.board_scope import ON_BOARD
from documents.models import Document, DocumentVersion, ListApproval, Promulgation
from documents.queries import STATES, held_on, in_state_on, is_listed_on
from standards.models import DocumentKind

FLAGS = {
    "missing_list": Q(placeholder=True),
    "placeholder": Q(placeholder=True),
    "missing_date": Q(listed_on=None),
    "unconfirmed": Q(confirmed_on=None),
    "irregular": ~Q(irregular=""),
}


def any_of(conditions: list[Q]) -> Q:
    """The same parameter repeated means or."""
    whole = Q()
    for condition in conditions:
        whole |= condition
    return whole


class DocumentFilter(OnDay):
    """Without agency, rollout or id: the documents that the board counts, unless current=all."""

    id = Ids(field_name="id")
    agency = Known(Agency, "rollout__agency", method="of_agencies")
    rollout = Ids(field_name="rollout_id")
    kind = Known(DocumentKind, "kind")
    state = Choices(STATES, method="in_states")
    flag = Choices([*FLAGS, "needs_review"], method="flagged")
    placeholder = Choices(["true", "false"], method="counted_only")
    search = WithoutAccents(field_name="search_text", lookup_expr="contains")
    current = Choices(["own", "all"], method="leave", help_text="own (default) or all lists")

    class Meta:
        model = Document
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet[Document]) -> QuerySet[Document]:
        rows = super().filter_queryset(queryset)
        told = self.form.cleaned_data
        named = any(told[name] for name in ("id", "agency", "rollout"))
        if "all" in told["current"] or (named and not told["current"]):
            return rows.filter(Q(counts_on__lte=self.day) | Q(counts_on=None))
        return self.apply_default_scope(rows, self.day)

    def apply_default_scope(self, queryset: QuerySet[Document], day: Any) -> QuerySet[Document]:
        """The documents on the day's lists, narrowed to those that the board counts."""
        return ON_BOARD.narrowed(queryset.filter(is_listed_on(day)), day)

    def of_agencies(self, rows: QuerySet[Document], name: str, agencies: Any) -> Any:
        return rows.filter(held_on(self.day, agencies)) if agencies else rows

    def in_states(self, rows: QuerySet[Document], name: str, states: list[str]) -> Any:
        return rows.filter(any_of([in_state_on(state, self.day) for state in states]))

    def flagged(self, rows: QuerySet[Document], name: str, flags: list[str]) -> Any:
        review = {"needs_review": reviews.needs_review_on(self.day)}
        return rows.filter(any_of([(FLAGS | review)[flag] for flag in flags]))

    def counted_only(self, rows: QuerySet[Document], name: str, given: list[str]) -> Any:
        return rows.filter(placeholder__in=[text == "true" for text in given])

    def leave(self, rows: QuerySet[Document], name: str, given: list[str]) -> Any:
        return rows


class VersionFilter(OnDay):
    agency = Known(Agency, "document__rollout__agency")
    rollout = Ids(field_name="document__rollout_id")
    document = Ids(field_name="document_id")
    promulgation = Ids(field_name="promulgation_id")

    class Meta:
        model = DocumentVersion
        fields: list[str] = []


class PromulgationFilter(OnDay):
    agency = Known(Agency, "rollout__agency")
    rollout = Ids(field_name="rollout_id")
    number = filters.CharFilter(field_name="number", lookup_expr="iexact")

    class Meta:
        model = Promulgation
        fields: list[str] = []


class ApprovalFilter(OnDay):
    agency = Known(Agency, "rollout__agency")
    rollout = Ids(field_name="rollout_id")
    number = filters.CharFilter(field_name="number", lookup_expr="iexact")

    class Meta:
        model = ListApproval
        fields: list[str] = []
