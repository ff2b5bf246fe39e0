"""Filters of evidence."""

import django_filters as filters
from django.db.models import Q, QuerySet

from acts.api.filters import Choices, Known, OnDay, WithoutAccents
from agencies.models import Agency
from core.rules import Malformed
from evidence.contents import ENDINGS
from evidence.models import Evidence
from evidence.queries import current, provable


class EvidenceFilter(OnDay):
    """?agency=SNV&object=finding:12&type=pdf&linked=false; old versions with versions=all"""

    agency = Known(Agency, "agency")
    object = filters.CharFilter(method="of_record")
    type = Choices(list(ENDINGS.values()), method="of_types")
    sha256 = filters.CharFilter(field_name="sha256", lookup_expr="iexact")
    number = filters.CharFilter(field_name="number", lookup_expr="iexact")
    linked = Choices(["true", "false"], method="attached")
    versions = Choices(["current", "all"], method="leave")
    search = WithoutAccents(field_name="search_text", lookup_expr="contains")

    class Meta:
        model = Evidence
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet[Evidence]) -> QuerySet[Evidence]:
        rows = super().filter_queryset(queryset)
        return rows if "all" in self.form.cleaned_data["versions"] else rows.filter(current())

    def of_record(self, rows: QuerySet[Evidence], _: str, text: str) -> QuerySet[Evidence]:
        name, _colon, key = text.partition(":")
        if name not in provable() or not (key.isascii() and key.isdecimal()) or len(key) > 18:
            raise Malformed(("/object", "parameter.invalid", {"value": text[:60]}))
        return rows.filter(links__about=name, links__about_id=int(key))

    def of_types(self, rows: QuerySet[Evidence], _: str, endings: list[str]) -> QuerySet[Evidence]:
        return rows.filter(media_type__in=[k for k, end in ENDINGS.items() if end in endings])

    def attached(self, rows: QuerySet[Evidence], _: str, given: list[str]) -> QuerySet[Evidence]:
        wanted = Q()
        for text in given:
            wanted |= Q(links__isnull=text == "false")
        return rows.filter(wanted).distinct()

    def leave(self, rows: QuerySet[Evidence], _: str, given: list[str]) -> QuerySet[Evidence]:
        return rows
