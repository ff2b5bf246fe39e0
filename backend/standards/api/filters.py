"""Filters of editions and numbers of the law."""

from typing import Any

import django_filters as filters
from django.db.models import Q, QuerySet

from acts.api.filters import Choices, Known, OnDay
from core.days import today
from core.validity import VALIDITY_STATES
from standards.models import Clause, Edition, EditionDate, PolicyValue
from standards.queries import codes_named, values_on


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
    """?code=maintenance.months&active=true (valid on the day)&confirmed=false&search=duy tri"""

    code = filters.AllValuesMultipleFilter(field_name="code")
    active = Choices(["true", "false"], method="valid")
    state = Choices(VALIDITY_STATES)
    confirmed = Choices(["true", "false"], method="sure")
    search = filters.CharFilter(method="named")

    class Meta:
        model = PolicyValue
        fields: list[str] = []

    def valid(self, rows: QuerySet[Any], _: str, wanted: list[str]) -> QuerySet[Any]:
        now = values_on(self.day or today()).values("pk")
        if set(wanted) == {"true"}:
            return rows.filter(pk__in=now)
        return rows.exclude(pk__in=now) if set(wanted) == {"false"} else rows

    def sure(self, rows: QuerySet[Any], _: str, wanted: list[str]) -> QuerySet[Any]:
        return rows.filter(confirmed__in=[text == "true" for text in wanted])

    def named(self, rows: QuerySet[Any], _: str, words: str) -> QuerySet[Any]:
        return rows.filter(code__in=codes_named(words))


class EditionDateFilter(OnDay):
    """?edition=2026&what=void&confirmed=false"""

    edition = Known(Edition, "edition")
    what = Choices(EditionDate.WHAT)
    confirmed = Choices(["true", "false"], method="sure")

    class Meta:
        model = EditionDate
        fields: list[str] = []

    def sure(self, rows: QuerySet[Any], _: str, wanted: list[str]) -> QuerySet[Any]:
        return rows.filter(confirmed__in=[text == "true" for text in wanted])
