"""What every request carries: an id, a signed-in user, two allowed origins, a conditional read."""

import hashlib
import uuid
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request

from core.problems import Problem, problem_response
from core.proxies import REQUEST_ID

Handler = Callable[[HttpRequest], HttpResponse]


class RequestId:
    """Names each request, so that an error on a screen can be found in the log.

    A trusted proxy may have named it before, so that both logs use one name.
    """

    def __init__(self, get_response: Handler):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        named = request.headers.get("X-Request-ID", "")
        chosen = named if REQUEST_ID.fullmatch(named) else uuid.uuid4().hex
        request.request_id = chosen  # type: ignore[attr-defined]
        response = self.get_response(request)
        response["X-Request-ID"] = request.request_id  # type: ignore[attr-defined]
        return response


class CrossOrigin:
    """Answers for a SPA on another host name, when the installation allows one."""

    def __init__(self, get_response: Handler):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        origin = request.headers.get("Origin", "")
        allowed = origin in settings.CORS_ALLOWED_ORIGINS
        preflight = request.method == "OPTIONS" and allowed
        response = HttpResponse(status=204) if preflight else self.get_response(request)
        if allowed:
            response["Access-Control-Allow-Origin"] = origin
            response["Access-Control-Allow-Credentials"] = "true"
            response["Access-Control-Expose-Headers"] = (
                "ETag, Idempotent-Replayed, Preference-Applied, X-Request-ID"
            )
            response["Vary"] = "Origin"
            if preflight:
                response["Access-Control-Allow-Methods"] = "GET, POST, PATCH, DELETE, OPTIONS"
                response["Access-Control-Allow-Headers"] = (
                    "Content-Type, X-CSRFToken, If-Match, If-None-Match, Idempotency-Key,"
                    " Accept-Language, Prefer"
                )
        return response


class ConditionalRead:
    """A weak ETag of the body for reads: 304 when the reader has it already."""

    def __init__(self, get_response: Handler):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.content_type == "application/json" and request.method in ("POST", "PATCH"):
            if int(request.META.get("CONTENT_LENGTH") or 0) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
                return problem_response(request, 413, "request.too_large")
        response = self.get_response(request)
        if request.method == "GET" and response.status_code == 200 and not response.streaming:
            if request.path.startswith("/api/"):
                etag = f'W/"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"'
                response.setdefault("Cache-Control", "private, no-cache")
                response["ETag"] = etag
                if etag in request.headers.get("If-None-Match", ""):
                    response.status_code, response.content = 304, b""
        return response


class SignedIn(SessionAuthentication):
    """Django sessions; the anonymous get 401 and not 403."""

    def authenticate_header(self, request: Request) -> str:
        return 'Session realm="iso"'


class Entered(IsAuthenticated):
    """Signed in, with the second factor where the role asks for one."""

    def has_permission(self, request: Request, view: Any) -> bool:
        if not super().has_permission(request, view):
            return False
        if getattr(request.user, "owes_second_factor", False):
            raise Problem(403, "session.totp_owed")
        return True
