"""Filters of the yearly loop."""

from typing import Any

import django_filters as filters
from django import forms
from django.db.models import QuerySet

from acts.api.filters import Choices, Known, OnDay
from agencies.models import Agency
from maintenance.models import Board, Confirmation, MaintenanceYear, ManagementReview, Training


class _YearsField(forms.Field):
    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> list[int]:
        if any(not (text.isdecimal() and len(text) == 4) for text in value or []):
            raise forms.ValidationError("a year has four digits", code="invalid")
        return [int(text) for text in value or []]


class Years(filters.Filter):
    """?year=2024&year=2025"""

    field_class = _YearsField

    def filter(self, qs: QuerySet[Any], value: list[int]) -> QuerySet[Any]:
        return qs.filter(**{f"{self.field_name}__in": value}) if value else qs


class OfAgency(OnDay):
    """?agency=CODE"""

    agency = Known(Agency, "agency")


class ReviewFilter(OfAgency):
    year = Years(field_name="counts_on__year")

    class Meta:
        model = ManagementReview
        fields: list[str] = []


class TrainingFilter(OfAgency):
    topic = Choices(Training.TOPICS, field_name="topic")
    year = Years(field_name="counts_on__year")

    class Meta:
        model = Training
        fields: list[str] = []


class BoardFilter(OfAgency):
    year = Years(field_name="counts_on__year")

    class Meta:
        model = Board
        fields: list[str] = []


class ConfirmationFilter(OfAgency):
    year = Years(field_name="stated_on__year")
    quarter = filters.CharFilter(field_name="quarter", lookup_expr="iexact")

    class Meta:
        model = Confirmation
        fields: list[str] = []


class YearFilter(OfAgency):
    year = Years(field_name="year")

    class Meta:
        model = MaintenanceYear
        fields: list[str] = []
