"""Who reads the feeds: a token in the header, its scopes, its addresses, its rate."""

import time
from typing import Any

from django.utils import timezone
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from rest_framework.authentication import BaseAuthentication
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from core.addresses import client_address, networks, within
from core.problems import Problem
from feeds.models import FeedClient
from feeds.queries import asked_within, client_with


class Bearer(BaseAuthentication):
    """Authorization: Bearer pirt_…; 401 for no token, an unknown, an expired or a revoked one."""

    def authenticate(self, request: Request) -> tuple[Any, FeedClient]:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        if not token.strip() or scheme.lower() != "bearer":
            raise Problem(401, "token.missing")
        client = client_with(token.strip())
        if client is None:
            raise Problem(401, "token.unknown")
        request._request.feed_client = client
        if client.revoked_at is not None:
            raise Problem(401, "token.revoked")
        if client.expires_at <= timezone.now():
            raise Problem(401, "token.expired")
        return None, client

    def authenticate_header(self, request: Request) -> str:
        return 'Bearer realm="feeds"'


class OfScope(BasePermission):
    """The view's `scope` is among the client's, and it asks from an address of its own."""

    def has_permission(self, request: Request, view: Any) -> bool:
        client: FeedClient = request.auth
        if client.addresses and not within(client_address(request), networks(client.addresses)):
            raise Problem(403, "token.address")
        if view.scope not in client.scopes:
            raise Problem(403, "token.scope", {"scope": view.scope})
        return True


class PerMinute(BaseThrottle):
    """So many requests in each minute of the clock, refused ones included."""

    def allow_request(self, request: Request, view: Any) -> bool:
        client: FeedClient = request.auth
        self.left = 60 - int(time.time()) % 60
        asked = asked_within(client, 60 - self.left)
        view.rate = (client.per_minute, max(client.per_minute - asked - 1, 0), self.left)
        return asked < client.per_minute

    def wait(self) -> float:
        return self.left


class BearerScheme(OpenApiAuthenticationExtension):
    """The token of a feed client."""

    target_class = "feeds.api.authentication.Bearer"
    name = "token"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer"}
