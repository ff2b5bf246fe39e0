"""The one act on the installation itself."""

from datetime import datetime
from importlib import import_module
from importlib.util import find_spec

from django.contrib.sessions.models import Session

from acts.gate import acting
from acts.permissions import Actor
from agencies.queries import province
from operations.models import Restoration


def record_restoration(*, data_until: datetime, by: Actor) -> Restoration:
    """Record that a backup was put back: every session ends.

    Sessions of the backup's day would otherwise be open again, also those signed out since.
    """
    with acting("backup.restore", by=by, on=province(), reason="đã khôi phục từ bản sao lưu"):
        restoration = Restoration.objects.create(data_until=data_until)
        Session.objects.all().delete()
        return restoration


def begin_epoch() -> None:
    """Cursors that followers got after the backup must not be taken for today's.

    The feeds pass the gate themselves; an installation without feeds has nothing to do.
    """
    if find_spec("feeds") and find_spec("feeds.epochs"):
        import_module("feeds.epochs").begin_epoch()
