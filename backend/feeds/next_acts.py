"""What may be done next to a feed client."""

from acts.registry import offers
from feeds import rules
from feeds.models import FeedClient

offers("feed_client.revoke", on=FeedClient, unless=rules.blockers_to_revoke)
