"""Putting feed clients and their reading on record."""

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F
from django.utils import timezone

from core.days import today
from feeds.models import FeedClient, FeedDay, FeedRequest
from feeds.queries import PREFIX, hashed

KEPT_DAYS = 60


def put_client(*, name: str, scopes: list[str], expires_at: datetime, **given: Any) -> FeedClient:
    """A new client with its `token`, known only now. Called inside an open act."""
    token = PREFIX + secrets.token_urlsafe(32)
    client = FeedClient.objects.create(
        name=name,
        scopes=sorted(set(scopes)),
        expires_at=expires_at,
        token_hash=hashed(token),
        hint=token[: len(PREFIX) + 4],
        **given,
    )
    client.token = token
    return client


def end_client(client: FeedClient) -> FeedClient:
    """The client's token ends now. Called inside an open act."""
    client.revoked_at = timezone.now()
    client.save(update_fields=["revoked_at"])
    return client


def note_request(
    client: FeedClient,
    *,
    path: str,
    status: int,
    code: str = "",
    rows: int | None = None,
    address: str = "",
    request_id: str = "",
) -> None:
    """Count a request of the client and keep it for some weeks; its token is in neither."""
    now = timezone.now()
    FeedRequest.objects.create(
        client=client,
        path=path[:500],
        status=status,
        code=code[:40],
        rows=rows,
        address=address[:50],
        request_id=request_id[:40],
    )
    refused, told = int(status >= 400), rows or 0
    seen = {"last_at": now, "last_from": address[:50]}
    first = {"requests": 1, "refused": refused, "rows": told, **seen}
    counted, new = FeedDay.objects.get_or_create(client=client, day=today(), defaults=first)
    if not new:
        FeedDay.objects.filter(pk=counted.pk).update(
            requests=F("requests") + 1,
            refused=F("refused") + refused,
            rows=F("rows") + told,
            **seen,
        )


def forget_old_requests() -> int:
    """Take out the requests of weeks ago; the days' counts stay. Returns how many."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    return FeedRequest.objects.filter(at__lt=before).delete()[0]
