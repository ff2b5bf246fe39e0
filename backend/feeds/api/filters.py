"""Filters of feed clients."""

import django_filters as filters
from django.db.models import Q, QuerySet
from django.utils import timezone

from acts.api.filters import Choices, OnDay
from feeds.models import SCOPES, FeedClient

STATES = ["active", "expired", "revoked"]


class FeedClientFilter(OnDay):
    """?state=active&scope=changes&search=dashboard"""

    state = Choices(STATES, method="in_states")
    scope = Choices(SCOPES, method="of_scopes")
    search = filters.CharFilter(field_name="name", lookup_expr="icontains")

    class Meta:
        model = FeedClient
        fields: list[str] = []

    def in_states(self, rows: QuerySet, _: str, states: list[str]) -> QuerySet:
        now, wanted = timezone.now(), Q()
        conditions = {
            "active": Q(revoked_at=None, expires_at__gt=now),
            "expired": Q(revoked_at=None, expires_at__lte=now),
            "revoked": Q(revoked_at__isnull=False),
        }
        for state in states:
            wanted |= conditions[state]
        return rows.filter(wanted)

    def of_scopes(self, rows: QuerySet, _: str, scopes: list[str]) -> QuerySet:
        return rows.filter(scopes__overlap=scopes) if scopes else rows
