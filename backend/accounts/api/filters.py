"""Filters of accounts."""

import django_filters as filters
from django.db.models import Q, QuerySet

from accounts.api.serializers import ROLES
from accounts.models import User
from acts.api.filters import Choices, Known, OnDay
from agencies.models import Agency


class UserFilter(OnDay):
    """?agency=SNV&role=officer&search=noi vu"""

    agency = Known(Agency, "agency__code")
    role = Choices(ROLES, field_name="role")
    search = filters.CharFilter(method="named")

    class Meta:
        model = User
        fields: list[str] = []

    def named(self, rows: QuerySet[User], _: str, text: str) -> QuerySet[User]:
        return rows.filter(Q(username__icontains=text) | Q(name__icontains=text))
