"""Addresses for machines that watch, and the administrator's look at the installation."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from drf_spectacular.utils import extend_schema
from prometheus_client import CONTENT_TYPE_LATEST
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from acts.api.reading import only_known_parameters
from acts.permissions import Role
from core.proxies import local, trusted
from operations import health, metrics, queries
from operations.api import serializers


def healthz(request: HttpRequest) -> HttpResponse:
    """This process answers; nothing else is asked."""
    return JsonResponse({"status": "ok"})


def readyz(request: HttpRequest) -> HttpResponse:
    """Whether requests can be served: 200, else 503 with what is wrong."""
    found = health.checks()
    ready = all(said == "ok" for said in found.values())
    return JsonResponse(
        {"status": "ok" if ready else "unready", "checks": found}, status=200 if ready else 503
    )


def metrics_page(request: HttpRequest) -> HttpResponse:
    """For this machine and the installation's own addresses; to others there is no such page."""
    peer, visitor = request.META["PEER_ADDR"], request.META["REMOTE_ADDR"]
    if not all(local(address) or trusted(address) for address in (peer, visitor)):
        raise Http404
    return HttpResponse(metrics.page(), content_type=CONTENT_TYPE_LATEST)


class Operations(APIView):
    """Tình trạng hệ thống: bản sao lưu, khôi phục, các điều kiện hoạt động."""

    @extend_schema(responses={200: serializers.OperationsShape})
    def get(self, request: Request) -> Response:
        only_known_parameters(request, set())
        if request.user.role != Role.ADMINISTRATOR:
            raise PermissionDenied("operations.read")
        kept = queries.last_verified_backup()
        told: dict[str, Any] | None = None
        if kept:
            told = {**kept, "age_seconds": int(queries.seconds_since(kept["verified_at"]))}
        return Response(
            {
                "backup": told,
                "restorations": queries.restorations(),
                "checks": [{"check": n, "said": said} for n, said in health.checks().items()],
            }
        )
