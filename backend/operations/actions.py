"""The one act on the installation itself."""

from datetime import datetime

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
