"""What was loaded, from where, with what result."""

from django.db import models

from acts.tracking import tracked
from core.facts import Record


@tracked()
class Import(Record):
    """One loading of case files: everything in it happened in one labelled act."""

    title = models.TextField(blank=True, default="")
    published_on = models.DateField(null=True, blank=True)
    url = models.URLField(max_length=500, blank=True, default="")
    real = models.BooleanField(default=False)
    counts = models.JSONField(default=dict)
    flags = models.JSONField(default=list)
    rollout_ids = models.JSONField(default=list)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    home_agency_id = None

    def __str__(self) -> str:
        return self.title or f"import {self.pk}"
