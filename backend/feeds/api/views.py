"""Addresses under /api/v1/feed-clients: who may read the feeds, and how much they read."""

from datetime import datetime, time, timedelta

from django.db.models import QuerySet
from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from acts.api.reading import day_of, only_known_parameters
from acts.api.writing import Writes
from core.days import HOME, today
from core.shapes import NoBody
from feeds import actions
from feeds.api import filters, serializers
from feeds.models import FeedClient
from feeds.queries import clients_listed_for, with_usage

SHOWN_DAYS, SHOWN_REQUESTS = 31, 100


class FeedClients(Writes):
    """Mã truy cập nguồn dữ liệu: ai được đọc, đọc gì, đến khi nào, đã đọc bao nhiêu."""

    serializer_class = serializers.FeedClientShape
    filterset_class = filters.FeedClientFilter
    orderable = {
        "id": "id",
        "name": "name",
        "issued_at": "issued_at",
        "expires_at": "expires_at",
        "last_used_at": "last_used_at",
        "requests_today": "requests_today",
        "requests_total": "requests_total",
        "rows_today": "rows_today",
        "rows_total": "rows_total",
        "refused_total": "refused_total",
        "state": "standing",
        "row_version": "row_version",
    }
    default_order = ("name",)
    counted = False

    def rows(self) -> QuerySet[FeedClient]:
        return with_usage(clients_listed_for(self.request.user), today())

    @extend_schema(request=serializers.FeedClientIn, responses={201: serializers.IssuedShape})
    def create(self, request: Request) -> HttpResponse:
        told, made = serializers.FeedClientIn.read(request), []
        until = datetime.combine(told.pop("expires_on") + timedelta(days=1), time(), tzinfo=HOME)

        def issue() -> FeedClient:
            made.append(actions.issue_client(**told, expires_at=until, by=request.user))
            return made[0]

        answer = self.added(request, issue)
        for client in made:  # beside the kept answer, so that the token is stored nowhere
            answer.data = {**answer.data, "token": client.token}
        return answer

    @extend_schema(request=NoBody, responses={200: serializers.FeedClientShape})
    @action(detail=True, methods=["post"])
    def revoke(self, request: Request, pk: str) -> HttpResponse:
        told = NoBody.read(request)
        return self.acted(
            request, pk, lambda client: actions.revoke_client(client, **told, by=request.user)
        )

    @extend_schema(responses={200: serializers.UsageShape})
    @action(detail=True, methods=["get"])
    def usage(self, request: Request, pk: str) -> Response:
        only_known_parameters(request, {"as_of"})
        day_of(request)
        client = self.found(pk)
        days = client.days.order_by("-day")[:SHOWN_DAYS]
        requests = client.requests.order_by("-at")[:SHOWN_REQUESTS]
        return Response(
            {
                "days": serializers.FeedDayShape(days, many=True).data,
                "requests": serializers.FeedRequestShape(requests, many=True).data,
            }
        )
