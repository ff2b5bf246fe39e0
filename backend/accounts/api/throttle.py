"""A locked name is told so, with the time to wait."""

from django.http import HttpRequest

from accounts.locking import locked, seconds_locked
from core.addresses import client_address
from core.problems import Problem


def refuse_guessing(request: HttpRequest, username: str) -> None:
    """Raise Problem 429 with Retry-After after too many wrong attempts from one address."""
    if locked(request, username):
        seconds = seconds_locked(username, client_address(request))
        raise Problem(429, "session.locked", {"minutes": -(-seconds // 60)}, retry_after=seconds)
