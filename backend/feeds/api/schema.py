"""Two OpenAPI documents: the system's own leaves the feeds out, theirs holds nothing else."""

from typing import Any

Endpoints = list[tuple[str, str, str, Any]]


def without_feeds(endpoints: Endpoints) -> Endpoints:
    """What the system's own document tells of."""
    return [one for one in endpoints if not one[0].startswith("/feeds/")]


SETTINGS = {
    "TITLE": "Provincial ISO Rollout Tracker: feeds",
    "DESCRIPTION": "Every agency's record, the indicators and what changed. See docs/feeds.md.",
    "SCHEMA_PATH_PREFIX": "/feeds/v1",
    "PREPROCESSING_HOOKS": [],
}
