"""Planned against actual: the documents of a rollout month by month."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from acts.api.reading import day_of, only_known_parameters
from documents.api.many import visible_rollout
from documents.months import milestones_of, months_of


class DocumentMonth(serializers.Serializer):
    """A month-end, or the day itself: planned is what was listed by then."""

    day = serializers.DateField()
    planned = serializers.IntegerField()
    issued = serializers.IntegerField()
    in_effect = serializers.IntegerField()
    due_issued = serializers.IntegerField(allow_null=True)
    due_in_effect = serializers.IntegerField(allow_null=True)


class DocumentMonthsShape(serializers.Serializer):
    as_of = serializers.DateField()
    documented_by = serializers.DateField(allow_null=True)
    operating_by = serializers.DateField(allow_null=True)
    months = DocumentMonth(many=True)


class DocumentMonths(APIView):
    """Planned, issued and in effect by each month's end; the milestones of the plan beside."""

    @extend_schema(
        parameters=[OpenApiParameter("as_of", {"type": "string", "format": "date"})],
        responses=DocumentMonthsShape,
    )
    def get(self, request: Request, pk: int) -> Response:
        only_known_parameters(request, {"as_of"})
        day = day_of(request)
        rollout = visible_rollout(request, pk)
        milestones = milestones_of(rollout.pk, day)
        told = {
            "as_of": day,
            "documented_by": milestones.get("documented"),
            "operating_by": milestones.get("operating"),
            "months": months_of(rollout.pk, day, milestones),
        }
        return Response(DocumentMonthsShape(told).data)
