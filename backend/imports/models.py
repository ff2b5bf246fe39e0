"""What was loaded, from where, with what result; and how far a long loading is."""

from django.db import models

from acts.tracking import tracked
from agencies.models import Agency
from core.facts import Record


@tracked()
class Import(Record):
    """One loading of case files or of a workbook: all of it happened in one labelled act.

    What it made and changed stands in the trail, under the act that also made this row.
    """

    CASE = "case"
    KINDS = [CASE, "agencies", "plans", "documents", "findings", "proofs", "admin-procedures"]
    kind = models.CharField(max_length=20, default=CASE, choices=[(kind, kind) for kind in KINDS])
    agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="+",
        help_text="whose officer loaded it; none for the province",
    )  # fmt: skip
    file_name = models.CharField(max_length=200, blank=True, default="")
    title = models.TextField(blank=True, default="")
    published_on = models.DateField(null=True, blank=True)
    url = models.URLField(max_length=500, blank=True, default="")
    real = models.BooleanField(default=False)
    counts = models.JSONField(default=dict)
    flags = models.JSONField(default=list)
    rollout_ids = models.JSONField(default=list)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey("accounts.User", models.PROTECT, null=True, related_name="+")
    undone_on = models.DateField(null=True, blank=True)
    undone_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_reason = models.TextField(blank=True, default="")

    def __str__(self) -> str:
        return self.title or f"import {self.pk}"

    @property
    def home_agency_id(self) -> int | None:
        return self.agency_id


class Job(models.Model):
    """How far a long loading is: written beside its transaction, read while it runs.

    No business fact, so no trail; a day later it is gone. `by_id` bears no constraint, because
    it is written on a connection of its own.
    """

    WAITING, RUNNING, DONE, FAILED = "waiting", "running", "done", "failed"
    STATES = [WAITING, RUNNING, DONE, FAILED]
    INTERRUPTED = "interrupted"
    id = models.UUIDField(primary_key=True)
    by_id = models.BigIntegerField()
    kind = models.CharField(max_length=30)
    state = models.CharField(
        max_length=10, default=RUNNING, choices=[(state, state) for state in STATES]
    )
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    failure = models.CharField(
        max_length=20, blank=True, default="", help_text="interrupted: who worked on it is gone"
    )
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.done}/{self.total}"
