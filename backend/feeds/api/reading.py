"""What every address of the feeds does: who asks, how often, what changed since, what is noted."""

import hashlib
import re
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core.addresses import client_address
from core.days import today
from feeds.api.authentication import Bearer, OfScope, PerMinute
from feeds.api.streaming import TYPES, AlwaysJson
from feeds.queries import PREFIX, Position
from feeds.records import note_request

_TOKEN = re.compile(re.escape(PREFIX) + r"[\w\-]+")


class FeedView(APIView):
    """An address that a feed client of the `scope` may read."""

    authentication_classes = [Bearer]
    permission_classes = [OfScope]
    throttle_classes = [PerMinute]
    content_negotiation_class = AlwaysJson
    scope = ""
    rate: tuple[int, int, int] | None = None

    def handle_exception(self, exc: Exception) -> Response:
        response = super().handle_exception(exc)
        if response.status_code == 401:
            response["WWW-Authenticate"] = 'Bearer realm="feeds"'
        return response

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        done = super().finalize_response(request, response, *args, **kwargs)
        if self.rate:
            for name, value in zip(("Limit", "Remaining", "Reset"), self.rate, strict=True):
                done[f"RateLimit-{name}"] = str(value)
        done["Cache-Control"] = "private, no-cache"
        client = getattr(request._request, "feed_client", None)
        if client is not None:
            self._note(request, done, client)
        return done

    def _note(self, request: Request, response: Any, client: Any) -> None:
        data = getattr(response, "data", None)
        told = data if isinstance(data, dict) else {}
        rows = told.get("results")
        note_request(
            client,
            path=_TOKEN.sub(PREFIX + "…", request.get_full_path()),
            status=response.status_code,
            code=str(told.get("code", "")) if response.status_code >= 400 else "",
            rows=len(rows) if isinstance(rows, list) else getattr(response, "n_rows", None),
            address=client_address(request),
            request_id=getattr(request._request, "request_id", ""),
        )


def tag_of(request: Request, place: Position) -> str:
    """The ETag of an answer: the same question, day and place in the order of changes."""
    asked = [place.epoch, place.number, today(), request.get_full_path()]
    asked.append(request.headers.get("Accept", ""))
    told = "\n".join(map(str, asked)).encode()
    return f'W/"{hashlib.blake2b(told, digest_size=12).hexdigest()}"'


def unchanged(request: Request, tag: str) -> HttpResponse | None:
    """304 when the reader has the answer already."""
    known = request.headers.get("If-None-Match", "")
    if tag not in [one.strip() for one in known.split(",")]:
        return None
    response = HttpResponse(status=304)
    response["ETag"] = tag
    return response


def streamed(pieces: Any, kind: str, n_rows: int) -> StreamingHttpResponse:
    """A bulk answer; how many rows it will have goes into the log of requests."""
    response = StreamingHttpResponse(pieces, content_type=TYPES[kind])
    response.n_rows = n_rows  # type: ignore[attr-defined]
    response["X-Accel-Buffering"] = "no"
    return response
