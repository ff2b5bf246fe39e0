"""Addresses of the trail, of one record or of all that is an agency's."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from acts.api.reading import day_of, only_known_parameters
from acts.api.trail import FILTERS, wanted_of
from acts.api.trail import PARAMETERS as TRAIL
from acts.trail import history_of, tracked_models
from agencies.models import Agency
from core.paging import DEFAULT_LIMIT, MAX_LIMIT, MAX_OFFSET, envelope, whole_number
from core.problems import Problem
from core.rules import Malformed
from plans.models import Rollout
from progress.api import serializers
from progress.api.rollouts import visible_rollout


def page_of_history(request: Request, root: Any, pk: int) -> dict[str, Any]:
    """A page of the trail of a record and everything below it."""
    limit = whole_number(request, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT)
    offset = whole_number(request, "offset", 0, 0, MAX_OFFSET)
    rows, count, people = history_of(
        root, pk, limit=limit, offset=offset, wanted=wanted_of(request)
    )
    return {**envelope(rows, count, request, day_of(request)), "people": people}


class RolloutHistory(APIView):
    @extend_schema(parameters=TRAIL, responses=serializers.history_page())
    def get(self, request: Request, pk: int) -> Response:
        only_known_parameters(request, {"as_of", "limit", "offset"} | FILTERS)
        visible_rollout(request, pk)
        return Response(page_of_history(request, Rollout, pk))


class History(APIView):
    """The trail of any record, ?object=rollout:12, or of all that is an agency's, ?agency=SNV"""

    @extend_schema(
        parameters=[OpenApiParameter("object", str), OpenApiParameter("agency", str), *TRAIL],
        responses=serializers.history_page(),
    )
    def get(self, request: Request) -> Response:
        only_known_parameters(request, {"object", "agency", "as_of", "limit", "offset"} | FILTERS)
        code = request.query_params.get("agency")
        if code is not None and "object" in request.query_params:
            raise Malformed(("/agency", "parameter.invalid", {"value": code[:60]}))
        asked = f"agency:{code}" if code else request.query_params.get("object", "")
        name, _, number = asked.partition(":")
        models = {model._meta.model_name: model for model in tracked_models()}
        if name == "agency" and number and not number.isdecimal():
            number = str(Agency.objects.filter(code=number).values_list("pk", flat=True).first())
        if name not in models or not number.isdecimal() or len(number) > 18:
            raise Malformed(("/object", "parameter.invalid", {"value": f"{name}:{number}"[:60]}))
        record = models[name]._default_manager.filter(pk=int(number)).first()
        self._visible(request, record)
        return Response(page_of_history(request, models[name], int(number)))

    def _visible(self, request: Request, record: Any) -> None:
        """The trail has the scope of its record; a gone one is for the province-wide roles."""
        home = getattr(record, "home_agency_id", None)
        user = request.user
        if user.role in ("officer", "head"):
            if home is None or (home != user.agency_id and home not in user.predecessor_ids()):
                raise Problem(404, "record.not_found")
