"""The address of the indicators."""

from datetime import date
from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from acts.api.reading import day_of, only_known_parameters, picked
from core.paging import page_of
from core.periods import Period, period_named
from core.rules import Malformed
from indicators.api.serializers import IndicatorPage
from indicators.queries import indicators_of_period, indicators_on


def day_or_period(request: Request) -> tuple[date, Period | None]:
    """?as_of= or ?period=; both at once are refused, neither means today."""
    text = request.query_params.get("period")
    if text is None:
        return day_of(request), None
    if "as_of" in request.query_params:
        raise Malformed(("/as_of", "parameter.not_with", {"other": "period"}))
    period = period_named(text)
    return period.day, period


def period_row(period: Period | None) -> dict[str, Any] | None:
    """The period as it travels."""
    if period is None:
        return None
    return {"code": period.code, "start": period.start, "end": period.end, "runs": period.runs}


class Indicators(APIView):
    """Chỉ số trên một ngày hoặc của một kỳ, với danh sách đằng sau mỗi số."""

    @extend_schema(
        parameters=[
            OpenApiParameter("as_of", {"type": "string", "format": "date"}),
            OpenApiParameter("period", str, description="2026, 2026-H1, 2026-Q3 or 2026-07"),
            OpenApiParameter("fields", str, many=True),
            OpenApiParameter("limit", str),
            OpenApiParameter("offset", str),
        ],
        responses=IndicatorPage,
    )
    def get(self, request: Request) -> Response:
        known = {"as_of", "period", "fields", "limit", "offset"}
        only_known_parameters(request, known)
        day, period = day_or_period(request)
        if period:
            rows = indicators_of_period(period, request.user)
        else:
            rows = indicators_on(day, request.user)
        page = page_of(rows, request, day)
        shown = picked(page["results"], request)
        return Response({**page, "period": period_row(period), "results": shown})
