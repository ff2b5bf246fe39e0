"""Comments within a reader's scope, and the records that may bear them."""

from datetime import date
from typing import Any

from django.db.models import Model, QuerySet

from acts.permissions import AT_HOME, Actor
from acts.trail import tracked_models
from agencies.models import Agency
from agencies.queries import visible_to
from comments.models import Comment

# Accounts are persons, and a comment on a comment is another comment.
SILENT_APPS = {"accounts", "comments", "imports"}


def commentable() -> dict[str, type[Model]]:
    """Kinds of record that bear comments, by the name that the trail uses."""
    return {
        str(model._meta.model_name): model
        for model in tracked_models()
        if hasattr(model, "home_agency_id") and model._meta.app_label not in SILENT_APPS
    }


def reference(text: str) -> tuple[str, int] | None:
    """(kind, id) of `rollout:12` or `agency:SNV`; None when it names no kind of record."""
    name, _, key = text.partition(":")
    if name == "agency" and key and not key.isdecimal():
        key = str(Agency.objects.filter(code=key).values_list("pk", flat=True).first() or "")
    if name not in commentable() or not key.isdecimal() or len(key) > 18:
        return None
    return name, int(key)


def record_seen_by(user: Actor, name: str, pk: int) -> Any:
    """The record if it exists and its reader may see it, else None."""
    record: Any = commentable()[name]._default_manager.filter(pk=pk).first()
    if record is not None and user.role in AT_HOME:
        home = record.home_agency_id
        if home is None or home not in {user.agency_id, *user.predecessor_ids()}:
            return None
    return record


def comments_on(day: date, user: Actor) -> QuerySet[Comment]:
    """Comments written by the day on records that this user may see, with their authors."""
    rows = Comment.objects.select_related("author").filter(at__date__lte=day)
    return visible_to(user, rows, "agency_id")
