"""A session ends after IDLE_MINUTES without a request; a long upload is no idleness."""

import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

SEEN = "seen"
EVERY = 60  # seconds; a row is not written for each request


class IdleTimeout:
    """Writes now and then that somebody is still there; the session's age does the rest."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        note(request)
        response = self.get_response(request)
        note(request)  # the end of a long upload counts
        return response


def note(request: HttpRequest) -> None:
    """Move the session's end when the last noted request is a minute old."""
    session = request.session
    if not session.session_key or session.is_empty():
        return
    now = int(time.time())
    if now - session.get(SEEN, 0) >= EVERY:
        session[SEEN] = now
