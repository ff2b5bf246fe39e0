"""What a feed client needs before it gets a token."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from core.addresses import networks
from core.rules import Blocker
from feeds.models import FeedClient

LONGEST = timedelta(days=366)


def blockers_to_issue(expires_at: datetime, addresses: list[str]) -> Iterator[Blocker]:
    """A token ends within a year, and its addresses are addresses. Source: issue 5, feeds."""
    now = timezone.now()
    if expires_at <= now:
        yield Blocker("feed_client.ended_before_issued", {}, "/expires_on")
    if expires_at > now + LONGEST:
        yield Blocker("feed_client.too_long", {}, "/expires_on")
    for text in addresses:
        try:
            networks((text,))
        except ValueError:
            yield Blocker("feed_client.no_address", {"address": text}, "/addresses")


def blockers_to_revoke(client: FeedClient) -> Iterator[Blocker]:
    """A token ends once. Source: issue 5, feeds."""
    if client.revoked_at is not None:
        yield Blocker("feed_client.revoked", {})
