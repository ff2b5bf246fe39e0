"""Addresses under /feeds/v1: agencies, indicators, changes, sealed periods."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from drf_spectacular.views import SpectacularAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from acts.api.reading import day_of, only_known_parameters, truth
from agencies.models import AgencyKind
from core.days import today
from core.paging import DEFAULT_LIMIT, MAX_LIMIT, MAX_OFFSET, envelope, whole_number
from core.periods import period_named
from core.problems import Problem
from core.rules import Malformed
from feeds.agency_records import records_of, rows_on
from feeds.api import shapes
from feeds.api.reading import FeedView, streamed, tag_of, unchanged
from feeds.api.streaming import as_csv, as_ndjson, wanted_format
from feeds.changes import changes_since, cursor_of, here_and_now
from indicators.api.views import day_or_period, period_row
from indicators.queries import indicators_of_period, indicators_on

FORMATS = ("json", "csv", "ndjson")
FORMAT = OpenApiParameter("format", str, enum=FORMATS, description="csv and ndjson hold all rows")
AS_OF = OpenApiParameter("as_of", {"type": "string", "format": "date"}, description="default today")
WHOLE = {"type": "integer", "minimum": 0, "maximum": MAX_OFFSET}
LIMIT = OpenApiParameter(
    "limit", {"type": "integer", "minimum": 1, "maximum": MAX_LIMIT, "default": DEFAULT_LIMIT}
)
OFFSET = OpenApiParameter("offset", WHOLE)


class Agencies(FeedView):
    """Every agency that exists on the day, one record each."""

    scope = "agencies"

    @extend_schema(
        operation_id="agencies",
        parameters=[
            AS_OF,
            OpenApiParameter("code", str, many=True),
            OpenApiParameter("kind", str, many=True),
            OpenApiParameter("in_scope", bool),
            FORMAT,
            LIMIT,
            OFFSET,
        ],
        responses=shapes.in_formats(shapes.AgencyPage),
    )
    def get(self, request: Request) -> Any:
        known = {"as_of", "code", "kind", "in_scope", "format", "limit", "offset"}
        only_known_parameters(request, known)
        day, kind = day_of(request), wanted_format(request, FORMATS)
        limit = whole_number(request, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT)
        offset = whole_number(request, "offset", 0, 0, MAX_OFFSET)
        inside = truth(request, "in_scope")
        place = here_and_now(today())
        tag = tag_of(request, place)
        if same := unchanged(request, tag):
            return same
        rows = _asked(request, rows_on(day), inside)
        count = rows.count()
        if kind == "json":
            page = list(records_of(rows[offset : offset + limit], day, few=True))
            body = {**envelope(page, count, request, day), "cursor": cursor_of(place)}
            answer: Any = Response(body)
        elif kind == "csv":
            answer = streamed(as_csv(records_of(rows, day), shapes.AGENCY_COLUMNS), kind, count)
        else:
            answer = streamed(as_ndjson(records_of(rows, day)), kind, count)
        answer["ETag"], answer["Feed-Cursor"] = tag, cursor_of(place)
        answer["Feed-As-Of"] = day.isoformat()
        return answer


def _asked(request: Request, rows: QuerySet[Any], inside: bool | None) -> QuerySet[Any]:
    """The agencies of the parameters; a kind that is in no catalogue is refused."""
    codes = request.query_params.getlist("code")
    kinds = set(request.query_params.getlist("kind"))
    if kinds:
        unknown = kinds - set(AgencyKind.objects.values_list("code", flat=True))
        if unknown:
            raise Malformed(("/kind", "parameter.invalid", {"value": min(unknown)[:60]}))
        rows = rows.filter(kind_on_day__in=kinds)
    rows = rows.filter(code__in=codes) if codes else rows
    return rows if inside is None else rows.filter(in_scope=inside)


class Indicators(FeedView):
    """The indicators of a day or of a period."""

    scope = "indicators"

    @extend_schema(
        operation_id="indicators",
        parameters=[
            AS_OF,
            OpenApiParameter(
                "period",
                {"type": "string", "pattern": "^20[0-9]{2}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$"},
                description="2026, 2026-H1, 2026-Q3 or 2026-07; not together with as_of",
            ),
            FORMAT,
        ],
        responses=shapes.in_formats(shapes.IndicatorAnswer),
    )
    def get(self, request: Request) -> Any:
        only_known_parameters(request, {"as_of", "period", "format"})
        day, period = day_or_period(request)
        kind = wanted_format(request, FORMATS)
        tag = tag_of(request, here_and_now(today()))
        if same := unchanged(request, tag):
            return same
        rows = indicators_of_period(period) if period else indicators_on(day)
        told = [shapes.indicator_record(row) for row in rows]
        if kind == "json":
            body = {"as_of": day, "period": period_row(period), "results": told}
            answer: Any = Response(body)
        elif kind == "csv":
            answer = streamed(as_csv(told, shapes.INDICATOR_COLUMNS), kind, len(told))
        else:
            answer = streamed(as_ndjson(told), kind, len(told))
        answer["ETag"], answer["Feed-As-Of"] = tag, day.isoformat()
        return answer


class Changes(FeedView):
    """What changed since a cursor, in the order of commits, with each agency's record of today."""

    scope = "changes"

    @extend_schema(
        operation_id="changes",
        parameters=[
            OpenApiParameter("since", str, description="the last cursor; none begins with all"),
            LIMIT,
        ],
        responses={200: shapes.ChangesAnswer},
    )
    def get(self, request: Request) -> Any:
        only_known_parameters(request, {"since", "limit"})
        wanted_format(request, ("json",))
        limit = whole_number(request, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT)
        tag = tag_of(request, here_and_now(today()))
        if same := unchanged(request, tag):
            return same
        answer = Response(changes_since(request.query_params.get("since", ""), limit))
        answer["ETag"] = tag
        return answer


class Snapshot(FeedView):
    """The figures of a period as they were sealed; none is sealed yet, so 404."""

    scope = "indicators"

    @extend_schema(operation_id="snapshot", responses={404: shapes.ProblemShape})
    def get(self, request: Request, period: str) -> Any:
        only_known_parameters(request, set())
        period_named(period)
        raise Problem(404, "snapshot.not_sealed", {"period": period})


class Schema(SpectacularAPIView):
    """The OpenAPI document of the feeds alone."""
