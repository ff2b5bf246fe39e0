"""Every error leaves as application/problem+json (RFC 9457), with all its places and reasons."""

import logging
import re
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import DataError, IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from rest_framework import exceptions
from rest_framework.response import Response

from core.rendering import dumps
from core.rules import Blocker, Malformed, RuleBroken
from core.sentences import language_of, sentence

log = logging.getLogger("problems")


class Problem(Exception):
    """An error with a status and a code of its own; `extra` joins the document."""

    def __init__(self, status: int, code: str, params: dict[str, Any] | None = None, **extra: Any):
        self.status, self.code, self.params, self.extra = status, code, params or {}, extra
        super().__init__(code)


def problem_body(request: Any, status: int, code: str, params: Any = None, **extra: Any) -> dict:
    """The document itself; the title is in the reader's language, `detail` is for logs."""
    title = sentence("problem", code, language_of(request), params)
    return {
        "type": f"/problems/{code}",
        "title": title,
        "status": status,
        "detail": extra.pop("detail", "") or title,
        "code": code,
        "request_id": getattr(request, "request_id", None)
        or getattr(getattr(request, "_request", None), "request_id", None),
        **extra,
    }


def blockers_as_rows(blockers: list[Blocker], language: str) -> list[dict[str, Any]]:
    """Reasons as they travel: code, sentence, parameters, and the field at fault if any.

    What would be said twice in the same words is said once.
    """
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for b in blockers:
        message = sentence("blocker", b.code, language, b.params)
        row: dict[str, Any] = {"code": b.code, "message": message, "params": b.params}
        row |= {"pointer": b.pointer} if b.pointer else {}
        row |= {"irregular": True} if b.irregular else {}
        rows.setdefault((b.code, message), row)
    return list(rows.values())


def _refusal(error: RuleBroken, language: str) -> dict[str, Any]:
    """All reasons; those about a field of the request at that field too; what is only unusual."""
    fields = [
        {"pointer": b.pointer, **{key: row[key] for key in ("code", "message")}}
        for b in error.blockers
        if b.pointer
        for row in blockers_as_rows([b], language)
    ]
    found: dict[str, Any] = {"blockers": blockers_as_rows(error.blockers, language)}
    if fields:
        found["errors"] = [row for i, row in enumerate(fields) if row not in fields[:i]]
    if error.warnings:
        found["warnings"] = blockers_as_rows(error.warnings, language)
    return found


def as_problem(error: Exception, context: dict[str, Any]) -> Response:
    """DRF's exception handler: every exception of a view becomes a problem document."""
    request = context.get("request")
    status, code, params, extra = _read(error, language_of(request))
    headers = {}
    if isinstance(error, exceptions.Throttled):
        headers["Retry-After"] = str(int(getattr(error, "wait", None) or 0) + 1)
    if "retry_after" in extra:
        headers["Retry-After"] = str(extra["retry_after"])
    if status == 401:
        headers["WWW-Authenticate"] = 'Session realm="iso"'
    if status >= 500:
        log.exception("unexpected error", exc_info=error)
    body = problem_body(request, status, code, params, **extra)
    return Response(body, status, headers=headers, content_type="application/problem+json")


def _read(error: Exception, language: str) -> tuple[int, str, dict[str, Any], dict[str, Any]]:
    match error:
        case Problem():
            return error.status, error.code, error.params, dict(error.extra)
        case RuleBroken():
            return 409, "rule.broken", {}, _refusal(error, language)
        case Malformed():
            rows = [
                {"pointer": at, "code": code, "message": sentence("error", code, language, params)}
                for at, code, params in error.errors
            ]
            return 400, "request.malformed", {}, {"errors": rows}
        case exceptions.ValidationError():
            return 400, "request.malformed", {}, {"errors": _field_errors(error.detail, language)}
        case exceptions.ParseError():
            return 400, "request.unreadable", {}, {"detail": str(error.detail)}
        case exceptions.NotAuthenticated() | exceptions.AuthenticationFailed():
            return 401, "session.required", {}, {}
        case exceptions.PermissionDenied() | PermissionDenied():
            if "CSRF" in str(error):
                return 403, "session.csrf", {}, {"detail": str(error)}
            return 403, "act.not_yours", {"act": str(error)}, {}
        case exceptions.NotFound() | Http404():
            return 404, "record.not_found", {}, {}
        case exceptions.MethodNotAllowed():
            return 405, "method.not_allowed", {}, {"detail": str(error.detail)}
        case exceptions.NotAcceptable():
            return 406, "format.not_acceptable", {}, {}
        case RequestDataTooBig():
            return 413, "request.too_large", {}, {}
        case exceptions.UnsupportedMediaType():
            return 415, "format.unsupported", {}, {"detail": str(error.detail)}
        case exceptions.Throttled():
            return 429, "request.throttled", {}, {}
        case IntegrityError():
            return 409, "rule.broken", {}, {"blockers": [_constraint(error, language)]}
        case DataError() | UnicodeError() | SuspiciousOperation():
            return 400, "request.malformed", {}, {"errors": [], "detail": "value out of range"}
    return 500, "server.error", {}, {"detail": ""}


def _constraint(error: IntegrityError, language: str) -> dict[str, Any]:
    """A database constraint speaks by its name: `finding__due_after_raised`."""
    diag = getattr(error.__cause__, "diag", None)
    name = getattr(diag, "constraint_name", None) or "unknown"
    code = re.sub(r"__", ".", name, count=1)
    return {"code": code, "message": sentence("blocker", code, language), "params": {}}


def _field_errors(detail: Any, language: str, pointer: str = "") -> list[dict[str, str]]:
    if isinstance(detail, dict):
        rows = []
        for key, value in detail.items():
            at = pointer if key == "non_field_errors" else f"{pointer}/{key}"
            rows += _field_errors(value, language, at)
        return rows
    if isinstance(detail, list) and any(isinstance(item, dict | list) for item in detail):
        rows = []
        for index, item in enumerate(detail):
            rows += _field_errors(item, language, f"{pointer}/{index}")
        return rows
    items = detail if isinstance(detail, list) else [detail]
    return [
        {
            "pointer": pointer,
            "code": getattr(item, "code", "invalid"),
            "message": sentence("error", str(getattr(item, "code", "")), language)
            if language == "vi" and _known(item)
            else str(item),
        }
        for item in items
    ]


def _known(item: Any) -> bool:
    """A built-in error of the framework; our own codes have a dot and bring their sentence."""
    code = str(getattr(item, "code", ""))
    return "." not in code and sentence("error", code) != code


def problem_response(request: HttpRequest, status: int, code: str, **extra: Any) -> HttpResponse:
    """A problem outside of a DRF view (unknown path, CSRF, server error)."""
    body = dumps(problem_body(request, status, code, **extra))
    return HttpResponse(body, status=status, content_type="application/problem+json")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return problem_response(request, 404, "record.not_found")


def server_error(request: HttpRequest) -> HttpResponse:
    return problem_response(request, 500, "server.error")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return problem_response(request, 413, "request.too_large")
    return problem_response(request, 400, "request.unreadable")


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    return problem_response(request, 403, "session.csrf", detail=reason)
