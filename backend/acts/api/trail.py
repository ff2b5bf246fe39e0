"""Which rows of the trail are asked for: by whom, which acts, between which days, from outside."""

from datetime import date, datetime, time, timedelta

from django.contrib.auth import get_user_model
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request

from acts.api.reading import day_in, truth
from acts.permissions import MAY
from acts.trail import Wanted
from core.days import HOME
from core.rules import Malformed

FILTERS = {"actor", "verb", "from", "to", "outside"}
PARAMETERS = [
    OpenApiParameter("actor", str, many=True, description="user name"),
    OpenApiParameter("verb", str, many=True, enum=list(MAY)),
    OpenApiParameter("from", OpenApiTypes.DATE, description="first day, in the province's time"),
    OpenApiParameter("to", OpenApiTypes.DATE, description="last day, inclusive"),
    OpenApiParameter("outside", bool, description="made by no act of this system"),
]


def wanted_of(request: Request) -> Wanted:
    """The filters of the request; an unknown user, verb or day is refused."""
    names, verbs = (request.query_params.getlist(name) for name in ("actor", "verb"))
    users = get_user_model().objects.filter(username__in=names)
    known = dict(users.values_list("username", "pk")) if names else {}
    strange = [("actor", n) for n in names if n not in known]
    strange += [("verb", v) for v in verbs if v not in MAY]
    if strange:
        raise Malformed(
            *[(f"/{name}", "parameter.invalid", {"value": value[:60]}) for name, value in strange]
        )
    first, last = (
        day_in(request, name) if name in request.query_params else None for name in ("from", "to")
    )
    if first and last and last < first:
        raise Malformed(("/to", "parameter.invalid", {"value": last.isoformat()}))
    return Wanted(
        actors=list(known.values()) or None,
        verbs=verbs or None,
        since=_midnight(first) if first else None,
        until=_midnight(last + timedelta(days=1)) if last else None,
        outside=truth(request, "outside"),
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), HOME)
