"""Shapes of feed clients, for the administrator."""

from rest_framework import serializers

from core.shapes import DayField, Shape, TextField
from feeds.api.filters import STATES
from feeds.models import SCOPES, FeedClient, FeedDay, FeedRequest


class FeedClientShape(serializers.ModelSerializer):
    """A client without its token; what it asked for today and in total."""

    id = serializers.IntegerField(read_only=True)
    url = serializers.SerializerMethodField()
    scopes = serializers.ListField(child=serializers.ChoiceField(choices=SCOPES))
    addresses = serializers.ListField(child=serializers.CharField())
    state = serializers.ChoiceField(choices=STATES, source="standing")
    requests_today = serializers.IntegerField()
    rows_today = serializers.IntegerField()
    requests_total = serializers.IntegerField()
    refused_total = serializers.IntegerField()
    rows_total = serializers.IntegerField()
    last_used_at = serializers.DateTimeField(allow_null=True)

    class Meta:
        model = FeedClient
        fields = [
            "id",
            "url",
            "row_version",
            "name",
            "contact",
            "hint",
            "scopes",
            "addresses",
            "per_minute",
            "issued_at",
            "expires_at",
            "revoked_at",
            "state",
            "requests_today",
            "rows_today",
            "requests_total",
            "refused_total",
            "rows_total",
            "last_used_at",
        ]

    def get_url(self, client: FeedClient) -> str:
        return f"/api/v1/feed-clients/{client.pk}"


class IssuedShape(FeedClientShape):
    """With the token, which is told once; a repeated request gets the client without it."""

    token = serializers.CharField(required=False)

    class Meta(FeedClientShape.Meta):
        fields = [*FeedClientShape.Meta.fields, "token"]


class FeedClientIn(Shape):
    name = TextField(max_length=200)
    contact = TextField(required=False, allow_blank=True, max_length=200)
    scopes = serializers.ListField(
        child=serializers.ChoiceField(choices=SCOPES), min_length=1, max_length=10
    )
    addresses = serializers.ListField(
        child=serializers.CharField(max_length=50), required=False, max_length=50
    )
    per_minute = serializers.IntegerField(required=False, min_value=1, max_value=10000)
    expires_on = DayField(help_text="the last day on which it opens anything; a year at most")


class FeedDayShape(serializers.ModelSerializer):
    class Meta:
        model = FeedDay
        fields = ["day", "requests", "refused", "rows", "last_at", "last_from"]


class FeedRequestShape(serializers.ModelSerializer):
    class Meta:
        model = FeedRequest
        fields = ["at", "path", "status", "code", "rows", "address", "request_id"]


class UsageShape(serializers.Serializer):
    """The last days of a client and its last requests."""

    days = FeedDayShape(many=True)
    requests = FeedRequestShape(many=True)
