"""Feed clients, what they read, and the order of changes."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models import Case, Max, Q, QuerySet, Sum, Value, When
from django.utils import timezone

from acts.permissions import Actor, Role
from agencies.models import Agency
from feeds.models import FeedChange, FeedClient, FeedRequest
from progress.kept import Mark

PREFIX = "pirt_"


def hashed(token: str) -> str:
    """What is kept of a token. Its 256 random bits need no salt and no slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()


def client_with(token: str) -> FeedClient | None:
    """The client of a token, ended or not; None for any other text.

    The hash is looked up, so that how long it takes says nothing about the token.
    """
    if not token.startswith(PREFIX) or len(token) > 100:
        return None
    return FeedClient.objects.filter(token_hash=hashed(token)).first()


def clients_listed_for(user: Actor) -> QuerySet[FeedClient]:
    """Feed clients that this user may list: who reads what of the province.

    The administrator manages them, the coordinator answers for the figures; raises
    PermissionDenied for others.
    """
    if user.role not in (Role.ADMINISTRATOR, Role.COORDINATOR):
        raise PermissionDenied("feed_client.list")
    return FeedClient.objects.all()


def with_usage(clients: QuerySet[FeedClient], day: date) -> QuerySet[FeedClient]:
    """Clients with what they asked for on the day and in total, and when last.

    `standing` is active, expired or revoked.
    """
    of_day = Q(days__day=day)
    return clients.annotate(
        requests_today=Sum("days__requests", filter=of_day, default=0),
        rows_today=Sum("days__rows", filter=of_day, default=0),
        requests_total=Sum("days__requests", default=0),
        refused_total=Sum("days__refused", default=0),
        rows_total=Sum("days__rows", default=0),
        last_used_at=Max("days__last_at"),
        standing=Case(
            When(revoked_at__isnull=False, then=Value("revoked")),
            When(expires_at__lte=timezone.now(), then=Value("expired")),
            default=Value("active"),
        ),
    )


def asked_within(client: FeedClient, seconds: int) -> int:
    """How many requests the client made within the last so many seconds."""
    since = timezone.now() - timedelta(seconds=seconds)
    return FeedRequest.objects.filter(client=client, at__gt=since).count()


@dataclass(frozen=True)
class Position:
    """Where the feed stands: its epoch, the last number, and the day of the calendar noted."""

    epoch: str
    after: int
    number: int
    noted_to: date | None
    here: bool
    place: str


def position() -> Position:
    """Where the feed stands now; `here` is false in a database that was restored. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(e.code, ''), coalesce(e.after, 0),"
            " coalesce((SELECT max(number) FROM feeds_feedchange), 0),"
            " (SELECT max(noted_to) FROM feeds_feedcalendar), e.place = here.place, here.place"
            " FROM (SELECT feeds_place() AS place) here LEFT JOIN LATERAL"
            " (SELECT code, after, place FROM feeds_feedepoch ORDER BY id DESC LIMIT 1) e ON TRUE"
        )
        code, after, number, noted_to, here, place = cursor.fetchone()
    return Position(code, after, number, noted_to, bool(here), place)


def changes_after(number: int, limit: int) -> list[FeedChange]:
    """The next changes in commit order, those that concern no agency left out."""
    rows = FeedChange.objects.filter(number__gt=number, agency_id__gt=0)
    return list(rows.order_by("number")[:limit])


class CommitOrder:
    """Tells `progress` which agencies have changed, so that it may keep what it asked."""

    def mark(self) -> Mark:
        """The last number, and the database and the epoch that gave it. One query."""
        now = position()
        return Mark(f"{now.place}/{now.epoch}", now.number)

    def changed(self, after: Mark, upto: Mark) -> set[int]:
        """The agencies of the changes after one number up to another. One query."""
        rows = FeedChange.objects.filter(number__gt=after.number, number__lte=upto.number)
        return set(rows.values_list("agency_id", flat=True)) - {0}


def codes_of(agencies: Iterable[int]) -> dict[int, str]:
    """Agencies by id as their codes; one that was taken out is known by its trail."""
    wanted = set(agencies)
    found = dict(Agency.objects.filter(pk__in=wanted).values_list("pk", "code"))
    if missing := wanted - set(found):
        events = Agency.pgh_event_model.objects.filter(id__in=missing)  # type: ignore[attr-defined]
        found |= dict(events.values_list("id", "code"))
    return found
