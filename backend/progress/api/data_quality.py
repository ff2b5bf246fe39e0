"""Addresses of data quality: the checks with their counts, and the rows that each finds."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from acts.api.reading import day_of, only_known_parameters
from agencies.api.brief import AgencyBriefShape
from core.paging import DEFAULT_LIMIT, MAX_LIMIT, MAX_OFFSET, envelope, page_of, whole_number
from core.problems import Problem
from core.sentences import language_of, sentence
from progress.api.serializers import page_shape
from progress.data_quality import CHECKS, counts_on, page_of_check

AS_OF = OpenApiParameter("as_of", {"type": "string", "format": "date"})


class CheckRow(serializers.Serializer):
    """One check: how many rows it finds among what the reader may see."""

    check = serializers.CharField()
    title = serializers.CharField()
    severity = serializers.ChoiceField(choices=["high", "medium", "low"])
    count = serializers.IntegerField()
    url = serializers.CharField(help_text="the rows")


class FaultRow(serializers.Serializer):
    """One row that a check finds; `url` leads to the record where it is mended."""

    object = serializers.CharField()
    agency = AgencyBriefShape(allow_null=True)
    what = serializers.CharField()
    url = serializers.CharField()


class DataQuality(APIView):
    """Every named check with its count, the most serious first."""

    @extend_schema(
        operation_id="data_quality_list", parameters=[AS_OF], responses=page_shape(CheckRow)
    )
    def get(self, request: Request) -> Response:
        only_known_parameters(request, {"as_of", "limit", "offset"})
        day = day_of(request)
        counts = counts_on(day, request.user)
        rows = [
            {
                "check": code,
                "title": title_of(code, request),
                "severity": severity,
                "count": counts[code],
                "url": f"/api/v1/data-quality/{code}",
            }
            for code, (severity, _) in CHECKS.items()
        ]
        return Response(page_of(rows, request, day))


class RowsOfCheck(APIView):
    """The rows that one check finds."""

    @extend_schema(
        parameters=[AS_OF, OpenApiParameter("limit", int), OpenApiParameter("offset", int)],
        responses=page_shape(FaultRow),
    )
    def get(self, request: Request, check: str) -> Response:
        only_known_parameters(request, {"as_of", "limit", "offset"})
        if check not in CHECKS:
            raise Problem(404, "record.not_found")
        day = day_of(request)
        limit = whole_number(request, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT)
        offset = whole_number(request, "offset", 0, 0, MAX_OFFSET)
        rows, count = page_of_check(check, day, request.user, limit=limit, offset=offset)
        page: dict[str, Any] = envelope(rows, count, request, day)
        told = {"check": check, "title": title_of(check, request), "severity": CHECKS[check][0]}
        return Response(told | page)


def title_of(check: str, request: Request) -> str:
    """What the check finds, in the reader's language."""
    return sentence("check", check, language_of(request))
