"""The log: one JSON object per line, with the request's id; no names, no tokens, no searches."""

import logging
import time
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.http import HttpRequest, HttpResponse
from pythonjsonlogger.core import RESERVED_ATTRS

request_id: ContextVar[str] = ContextVar("request_id", default="")
log = logging.getLogger("requests")

QUIET = {"/healthz", "/readyz", "/metrics"}  # asked every few seconds by machines


class WithRequestId(logging.Filter):
    """Every line that a request causes bears its id."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.request_id = request_id.get() or None
        return True


class Journal:
    """One line per request: what was asked, how it ended, how long it took.

    The address is told without its query, which may hold a person's name or a token.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.monotonic()
        # Never reset: Django tells of an error after the last middleware; the next request of
        # this thread puts its own id here.
        request_id.set(getattr(request, "request_id", ""))
        response = self.get_response(request)
        if request.path not in QUIET:
            log.info("request", extra=told(request, response, time.monotonic() - began))
        return response


def told(request: HttpRequest, response: HttpResponse, seconds: float) -> dict[str, Any]:
    """The line's values; the role says who asked, the trail says which person acted."""
    cached = getattr(request, "_cached_user", None)  # asking for it here would be a query
    return {
        "method": request.method,
        "path": request.path,
        "status": response.status_code,
        "ms": round(seconds * 1000, 1),
        "role": getattr(cached, "role", None),
    }


def logging_of(level: str) -> dict[str, Any]:
    """The value of LOGGING; gunicorn uses it as well."""
    lines = {"class": "logging.StreamHandler", "formatter": "json", "filters": ["request_id"]}
    fields = "{levelname}{name}{message}{request_id}"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"request_id": {"()": "core.journal.WithRequestId"}},
        "formatters": {
            "json": {
                "()": "pythonjsonlogger.json.JsonFormatter",
                "fmt": fields,
                "style": "{",
                "timestamp": "at",
                "rename_fields": {"levelname": "level", "name": "logger"},
                # Django adds the request itself, whose address holds what was searched for.
                "reserved_attrs": [*RESERVED_ATTRS, "request"],
                "json_ensure_ascii": False,
            }
        },
        "handlers": {"console": lines},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            "requests": {"level": level},
            "pictures": {"level": level},
            "django.request": {"level": "ERROR"},  # a refusal has its line above already
            "django_tasks": {"level": level},
            "gunicorn": {"level": level},
            "gunicorn.access": {"level": "ERROR"},  # its lines hold what was searched for
            # What axes would tell holds user names and addresses; its tables keep them instead.
            "axes": {"level": "ERROR"},
        },
    }
