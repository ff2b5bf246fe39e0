"""Filters of reports."""

import django_filters as filters

from acts.api.filters import Choices, Known, OnDay
from agencies.models import Agency
from reports.models import KINDS, STATES, Report


class ReportFilter(OnDay):
    """?kind=agency&state=ready&agency=SNV&printed=true"""

    kind = Choices(KINDS)
    state = Choices(STATES)
    agency = Known(Agency, "agency")
    printed = filters.BooleanFilter()

    class Meta:
        model = Report
        fields: list[str] = []
