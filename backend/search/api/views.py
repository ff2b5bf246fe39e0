"""GET /search: one box for everything."""

from datetime import date
from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from acts.api.reading import day_of, only_known_parameters, picked
from agencies.api.brief import AgencyBriefShape
from agencies.models import Agency
from agencies.queries import briefs
from core.paging import page_of
from core.rules import Malformed
from core.shapes import parse_day
from search.finding import Wanted, described, found_on, shortened
from search.sources import KINDS

PARAMETERS = {"q", "kind", "from", "to", "agency", "limit", "offset", "fields", "as_of"}
DAY = {"type": "string", "format": "date"}


class HitShape(serializers.Serializer):
    """One record that holds the words."""

    kind = serializers.ChoiceField(choices=KINDS)
    id = serializers.IntegerField()
    title = serializers.CharField()
    excerpt = serializers.CharField()
    agency = AgencyBriefShape(allow_null=True)
    url = serializers.CharField()
    day = serializers.DateField(allow_null=True)


class HitPage(serializers.Serializer):
    """The best first, at most 500; `kinds` counts them by kind."""

    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    as_of = serializers.DateField()
    kinds = serializers.DictField(child=serializers.IntegerField())
    results = HitShape(many=True)


class Search(APIView):
    """Tìm khắp hệ thống, không cần dấu."""

    @extend_schema(
        parameters=[
            OpenApiParameter("q", str, description="words or their beginnings, a number, a code"),
            OpenApiParameter("kind", str, many=True, enum=KINDS),
            OpenApiParameter("from", DAY),
            OpenApiParameter("to", DAY),
            OpenApiParameter("agency", str, many=True),
            OpenApiParameter("limit", int),
            OpenApiParameter("offset", int),
            OpenApiParameter("fields", str, many=True),
            OpenApiParameter("as_of", DAY),
        ],
        responses=HitPage,
    )
    def get(self, request: Request) -> Response:
        only_known_parameters(request, PARAMETERS)
        day, words = day_of(request), request.query_params.get("q", "")[:200]
        hits = found_on(day, request.user, wanted(request, words))
        page = page_of(hits, request, day)
        named = briefs(day, [hit.agency_id for hit in page["results"]])
        rows = [shown(hit, words, named.get(hit.agency_id or 0)) for hit in page["results"]]
        return Response({**page, "kinds": described(hits), "results": picked(rows, request)})


def wanted(request: Request, words: str) -> Wanted:
    """What is asked, as its parameters say; one that is wrong is refused by name."""
    kinds = request.query_params.getlist("kind")
    for kind in kinds:
        if kind not in KINDS:
            raise Malformed(("/kind", "parameter.invalid", {"value": kind[:60]}))
    codes = request.query_params.getlist("agency")
    known = dict(Agency.objects.filter(code__in=codes).values_list("code", "pk")) if codes else {}
    for code in codes:
        if code not in known:
            raise Malformed(("/agency", "parameter.invalid", {"value": code[:60]}))
    first, last = _day(request, "from"), _day(request, "to")
    return Wanted(words.replace("\x00", ""), kinds, first, last, list(known.values()))


def _day(request: Request, name: str) -> date | None:
    text = request.query_params.get(name)
    day = parse_day(text)
    if text is not None and day is None:
        raise Malformed((f"/{name}", "day.malformed", {"value": text[:40]}))
    return day


def shown(hit: Any, words: str, agency: Any) -> dict[str, Any]:
    """A hit as it travels; an agency bears its name of the day."""
    return {
        "kind": hit.kind,
        "id": hit.pk,
        "title": agency.name if hit.kind == "agency" and agency else hit.title,
        "excerpt": shortened(hit.excerpt, words),
        "agency": agency.as_row() if agency else None,
        "url": hit.url,
        "day": hit.day,
    }
