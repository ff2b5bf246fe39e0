"""GET my-work: what waits for the reader, in three parts, each line with its one act."""

from collections import Counter
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from acts.api.reading import day_of, only_known_parameters
from acts.api.shapes import NextAct
from agencies.api.brief import AgencyBriefShape
from agencies.queries import briefs
from core.paging import page_of
from core.rules import Malformed
from core.sentences import language_of, sentence
from progress.api.views import query
from progress.my_work import PARTS, Line, work_of
from progress.next_acts import next_acts_of


class WorkLine(serializers.Serializer):
    part = serializers.ChoiceField(choices=PARTS)
    act = serializers.CharField()
    object = serializers.CharField(help_text="finding:12, rollout:3, agency:SNV")
    agency = AgencyBriefShape(allow_null=True)
    due_on = serializers.DateField(allow_null=True)
    days = serializers.IntegerField(allow_null=True, help_text="left; negative when overdue")
    why = serializers.CharField(help_text="a sentence in the reader's language")
    next_acts = NextAct(many=True)


class WorkParts(serializers.Serializer):
    overdue = serializers.IntegerField()
    week = serializers.IntegerField()
    later = serializers.IntegerField()


class WorkPage(serializers.Serializer):
    count = serializers.IntegerField()
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)
    as_of = serializers.DateField()
    parts = WorkParts()
    results = WorkLine(many=True)


class MyWork(APIView):
    """Việc của tôi: quá hạn, trong tuần, sau đó."""

    @extend_schema(parameters=query("limit", "offset", "part"), responses=WorkPage)
    def get(self, request: Request) -> Response:
        only_known_parameters(request, {"as_of", "limit", "offset", "part"})
        day = day_of(request)
        part = request.query_params.get("part")
        if part not in (None, *PARTS):
            raise Malformed(("/part", "parameter.invalid", {"value": str(part)[:60]}))
        lines = work_of(request.user, day)
        counts = Counter(line.part(day) for line in lines)
        wanted = [line for line in lines if part in (None, line.part(day))]
        page = page_of(wanted, request, day)
        named = briefs(day, {line.agency_id for line in page["results"]})
        language = language_of(request)
        known = next_acts_of(page["results"], request.user, language)
        page["results"] = [
            {**self._row(line, day, named, language), "next_acts": known[line]}
            for line in page["results"]
        ]
        return Response({**page, "parts": {name: counts[name] for name in PARTS}})

    def _row(self, line: Line, day: Any, named: Any, language: str) -> dict[str, Any]:
        brief = named.get(line.agency_id)
        told = {"name": line.name, "text": line.text}
        return {
            "part": line.part(day),
            "act": line.act,
            "object": line.object,
            "agency": brief.as_row() if brief else None,
            "due_on": line.due_on,
            "days": (line.due_on - day).days if line.due_on else None,
            "why": sentence("work", line.why, language, told).strip(" :"),
        }
