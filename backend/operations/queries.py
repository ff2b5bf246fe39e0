"""What the installation knows of its backups and restorations."""

import json
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from operations.models import Restoration

NOTE = "last-verified.json"  # written by deploy/local/backups.py beside the backups
SHOWN_FOR = timedelta(days=14)  # what is missing has been entered again by then


def last_verified_backup() -> dict[str, Any] | None:
    """The newest backup that was read back whole; None when none is known.

    `{"name", "taken_at", "verified_at", "second_place"}`, moments as datetime; second_place is
    whether a copy lies elsewhere.
    """
    try:
        told = json.loads((settings.BACKUP_DIR / NOTE).read_text(encoding="utf-8"))
        moments = {name: parse_datetime(told[name]) for name in ("taken_at", "verified_at")}
        kept = {"name": str(told["name"]), "second_place": bool(told.get("second_place"))}
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return {**kept, **moments} if all(moments.values()) else None


def seconds_since(moment: datetime) -> float:
    """The age of a moment, in seconds."""
    return (timezone.now() - moment).total_seconds()


def restored_until() -> datetime | None:
    """The moment to which the data reach, for two weeks after a backup was put back."""
    recent = Restoration.objects.filter(restored_at__gt=timezone.now() - SHOWN_FOR)
    until = recent.order_by("-restored_at").values_list("data_until", flat=True).first()
    return timezone.localtime(until) if until else None


def restorations() -> list[Any]:
    """Every restoration, newest first."""
    return list(Restoration.objects.order_by("-restored_at").values("data_until", "restored_at"))
