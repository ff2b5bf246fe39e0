"""Who may take a comment out."""

from collections.abc import Iterator

from acts.permissions import Actor, Role
from comments.models import Comment
from core.rules import Blocker


def blockers_to_void(comment: Comment, by: Actor) -> Iterator[Blocker]:
    """Its author, or the coordinator; the trail keeps what it said. Source: issue 3, history."""
    if comment.author_id != by.pk and by.role not in (Role.COORDINATOR, Role.SYSTEM):
        yield Blocker("comment.of_another")
