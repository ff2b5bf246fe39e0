"""The acts on comments; each passes the gate once."""

from typing import Any

from acts.gate import acting, needs_reason
from acts.permissions import Actor
from acts.registry import blockers_of_person
from comments.models import Comment
from core.rules import refuse


def write_comment(record: Any, *, text: str, reason: str = "", by: Actor) -> Comment:
    """Write an entry on a record that the writer sees."""
    itself = type(record)._default_manager.filter(pk=record.pk)
    with acting("comment.write", by=by, on=itself, reason=reason) as locked:
        return Comment.objects.create(
            about=str(type(record)._meta.model_name),
            about_id=locked.pk,
            agency_id=locked.home_agency_id,
            text=text,
            author_id=by.pk,
        )


def void_comment(comment: Comment, *, reason: str = "", by: Actor) -> None:
    """Take an entry out with a reason; the trail keeps what it said."""
    with acting(
        "comment.void", by=by, on=Comment.objects.filter(pk=comment.pk), reason=reason
    ) as locked:
        needs_reason(reason)
        refuse(blockers_of_person("comment.void", locked, by))
        locked.delete()
