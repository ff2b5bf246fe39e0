"""Addresses of the board: its figures, its agencies, what is due, what changed."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from acts.api.reading import day_in, day_of, only_known_parameters, truth
from core.paging import page_of, whole_number
from core.rules import Malformed
from progress.agencies import agencies_on
from progress.api import serializers
from progress.api.agency_list import page_of_agencies
from progress.changes import changes_between
from progress.clocks import clocks_of
from progress.flags import next_deadline
from progress.summaries import summary_on
from progress.trend import trend_to

AS_OF = OpenApiParameter("as_of", {"type": "string", "format": "date"})


def query(*names: str) -> list[OpenApiParameter]:
    """Text parameters for the schema, the day among them."""
    return [AS_OF, *[OpenApiParameter(name, str, many=True) for name in names]]


class Summary(APIView):
    """The province board in one call."""

    @extend_schema(parameters=[AS_OF], responses=serializers.SummaryShape)
    def get(self, request: Request) -> Response:
        only_known_parameters(request, {"as_of"})
        return Response(summary_on(day_of(request), request.user))


class Trend(APIView):
    """Twelve month-ends."""

    @extend_schema(parameters=[AS_OF], responses=serializers.TrendShape)
    def get(self, request: Request) -> Response:
        only_known_parameters(request, {"as_of", "months"})
        months = whole_number(request, "months", 12, 1, 36)
        return Response(trend_to(day_of(request), request.user, months))


class AgencyList(APIView):
    """Every agency of the day with its stage."""

    @extend_schema(
        parameters=query(
            "kind",
            "stage",
            "edition",
            "track",
            "flag",
            "maintained",
            "in_scope",
            "has_list",
            "with_rollout",
            "expiring",
            "rate",
            "figure",
            "cell",
            "search",
            "ordering",
            "limit",
            "offset",
            "fields",
        ),
        responses=serializers.page_shape(serializers.AgencyProgress),
    )
    def get(self, request: Request) -> Response:
        return Response(page_of_agencies(request, day_of(request)))


class Deadlines(APIView):
    """What each agency must do next, and the clocks that run; the most overdue first."""

    @extend_schema(
        parameters=query("limit", "offset", "overdue"),
        responses=serializers.page_shape(serializers.LateShape),
    )
    def get(self, request: Request) -> Response:
        only_known_parameters(request, {"as_of", "limit", "offset", "overdue"})
        day = day_of(request)
        agencies, yard = agencies_on(day, request.user)
        rows = [
            {"agency": a.as_row(), **deadline}
            for a in agencies
            if (deadline := next_deadline(a, yard))
        ]
        rows += [
            {
                "agency": c["agency"].as_row(),
                "due_on": c["due_on"],
                "what": c["code"],
                "days": c["days"],
                "object": c["object"],
            }
            for c in clocks_of(agencies, yard)
        ]
        rows = [{"object": None, **row} for row in rows]
        overdue = truth(request, "overdue")
        if overdue is not None:
            rows = [row for row in rows if (row["days"] < 0) == overdue]
        rows.sort(key=lambda row: (row["due_on"], row["agency"]["code"]))
        return Response(page_of(rows, request, day))


class Changes(APIView):
    """Which agencies moved between two days; what was only recorded late is marked."""

    @extend_schema(parameters=query("from", "to"), responses=serializers.ChangesShape)
    def get(self, request: Request) -> Response:
        only_known_parameters(request, {"from", "to", "as_of"})
        day_of(request)
        start, end = day_in(request, "from"), day_in(request, "to")
        if end < start:
            raise Malformed(("/to", "parameter.invalid", {"value": end.isoformat()}))
        return Response(changes_between(start, end, request.user))
