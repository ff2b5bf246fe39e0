"""What happened to the installation itself."""

from django.db import models

from acts.tracking import tracked
from core.facts import Record


@tracked()
class Restoration(Record):
    """A backup was put back: what was recorded after `data_until` is lost until entered again."""

    data_until = models.DateTimeField(help_text="moment of the backup")
    restored_at = models.DateTimeField(auto_now_add=True)
    home_agency_id = None

    def __str__(self) -> str:
        return f"restored to {self.data_until}"
