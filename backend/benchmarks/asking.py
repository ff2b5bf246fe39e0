"""Who asks while it is measured: a coordinator and a feed client, made where none is."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from accounts.actions import create_account
from accounts.models import User
from feeds.actions import issue_client, revoke_client

REASON = "đo tốc độ"


def coordinator() -> User:
    """A coordinator on record, else one made for the measurement."""
    known = User.objects.filter(role="coordinator", is_active=True).order_by("pk").first()
    return known or create_account(
        username="do-toc-do",
        role="coordinator",
        password=secrets.token_urlsafe(16),
        name="Đo tốc độ",
        by=User.objects.system(),
    )


def signed_in() -> Client:
    """A client in which the coordinator has signed in."""
    client = Client(SERVER_NAME="localhost", HTTP_ACCEPT="application/json")
    client.force_login(coordinator())
    return client


@contextmanager
def feed_reader() -> Iterator[Client]:
    """A client with a token of its own for every feed, which is revoked at the end."""
    system = User.objects.system()
    issued = issue_client(
        name="Đo tốc độ",
        scopes=["agencies", "indicators", "changes"],
        expires_at=timezone.now() + timedelta(days=1),
        per_minute=10_000,
        reason=REASON,
        by=system,
    )
    try:
        yield Client(SERVER_NAME="localhost", HTTP_AUTHORIZATION=f"Bearer {issued.token}")
    finally:
        revoke_client(issued, reason=REASON, by=system)
