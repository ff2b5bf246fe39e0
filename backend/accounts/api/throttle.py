"""Wrong passwords are counted, right ones are not."""

from django.core.cache import cache
from django.http import HttpRequest
from rest_framework.exceptions import Throttled

from core.addresses import client_address

LIMIT, SECONDS = 10, 300


def _key(request: HttpRequest, username: str) -> str:
    return f"wrong-password:{client_address(request)}:{username.lower().encode().hex()[:120]}"


def refuse_guessing(request: HttpRequest, username: str) -> None:
    """Raise Throttled after too many wrong passwords for one name from one address."""
    if cache.get(_key(request, username), 0) >= LIMIT:
        raise Throttled(wait=SECONDS)


def note_wrong_password(request: HttpRequest, username: str) -> None:
    """Count one more; the count is forgotten after five quiet minutes."""
    key = _key(request, username)
    cache.set(key, cache.get(key, 0) + 1, SECONDS)
