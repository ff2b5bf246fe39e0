"""What every request carries: an id, a signed-in user, two allowed origins, a conditional read."""

import hashlib
import uuid
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from rest_framework.authentication import SessionAuthentication
from rest_framework.request import Request

from core.problems import problem_response

Handler = Callable[[HttpRequest], HttpResponse]


class RequestId:
    """Names each request, so that an error on a screen can be found in the log."""

    def __init__(self, get_response: Handler):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.request_id = uuid.uuid4().hex  # type: ignore[attr-defined]
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
