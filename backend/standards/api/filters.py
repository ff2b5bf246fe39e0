"""Filters of editions and numbers of the law."""

from typing import Any

import django_filters as filters
from django.db.models import Q, QuerySet

from acts.api.filters import Choices, Known, OnDay
from core.days import today
from standards.models import Clause, Edition, PolicyValue
from standards.queries import values_on


class ClauseFilter(OnDay):
    """?edition=2008&search=7.5 (number or title)"""

    edition = Known(Edition, "edition")
    search = filters.CharFilter(method="with_words")

    class Meta:
        model = Clause
        fields: list[str] = []

    def with_words(self, rows: QuerySet[Any], _: str, words: str) -> QuerySet[Any]:
        return rows.filter(
            Q(number__startswith=words) | Q(title__icontains=words) | Q(title_en__icontains=words)
        )


class PolicyValueFilter(OnDay):
    """?code=maintenance.months&active=true (valid on the day)"""

    code = filters.AllValuesMultipleFilter(field_name="code")
    active = Choices(["true", "false"], method="valid")

    class Meta:
        model = PolicyValue
        fields: list[str] = []

    def valid(self, rows: QuerySet[Any], _: str, wanted: list[str]) -> QuerySet[Any]:
        now = values_on(self.day or today()).values("pk")
        if set(wanted) == {"true"}:
            return rows.filter(pk__in=now)
        return rows.exclude(pk__in=now) if set(wanted) == {"false"} else rows
