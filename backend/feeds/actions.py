"""The acts on feed clients; each passes the gate once."""

from datetime import datetime

from acts.gate import acting, needs_reason
from acts.permissions import Actor
from agencies.queries import province
from core.rules import refuse
from feeds import records, rules
from feeds.models import FeedClient


def issue_client(
    *,
    name: str,
    scopes: list[str],
    expires_at: datetime,
    addresses: list[str] | None = None,
    contact: str = "",
    per_minute: int = 120,
    reason: str = "",
    by: Actor,
) -> FeedClient:
    """Give a program a token; `token` is told only here, its hash is kept."""
    with acting("feed_client.issue", by=by, on=province(), reason=reason):
        refuse(rules.blockers_to_issue(expires_at, addresses or []))
        return records.put_client(
            name=name,
            scopes=scopes,
            expires_at=expires_at,
            addresses=addresses or [],
            contact=contact,
            per_minute=per_minute,
        )


def revoke_client(client: FeedClient, *, reason: str = "", by: Actor) -> FeedClient:
    """The token opens nothing from now on; a reason is asked for."""
    itself = FeedClient.objects.filter(pk=client.pk)
    with acting("feed_client.revoke", by=by, on=itself, reason=reason) as found:
        needs_reason(reason)
        refuse(rules.blockers_to_revoke(found))
        return records.end_client(found)
