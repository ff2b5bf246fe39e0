"""Epochs: a cursor is worth something only in the database that gave it."""

import secrets

from django.db import connection, transaction

from feeds.models import FeedEpoch
from feeds.queries import Position, position


def begin_epoch(reason: str) -> str:
    """Begin an epoch, so that every cursor given before is refused; returns its code.

    To be called after each restore: `manage.py begin_epoch --reason …`.
    """
    with transaction.atomic():
        last = position().number
        with connection.cursor() as cursor:
            cursor.execute("SELECT feeds_place()")
            (place,) = cursor.fetchone()
            # Who begins anew is told every agency.
            cursor.execute("SELECT feeds_note(ARRAY(SELECT id FROM agencies_agency))")
        epoch = FeedEpoch.objects.create(
            code=secrets.token_hex(6), reason=reason[:200], after=last, place=place
        )
    return epoch.code


def standing() -> Position:
    """Where the feed stands; a database that was restored in silence begins its epoch here."""
    known = position()
    if not known.epoch or not known.here:
        begin_epoch("restored" if known.epoch else "first installed")
        known = position()
    return known
