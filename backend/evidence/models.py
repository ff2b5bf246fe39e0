"""Scanned proof: a file kept unchanged, what it is, and which records it proves."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from acts.tracking import tracked
from agencies.models import Agency
from core.facts import Fact, Record, counts_on, precision


@tracked()
class Evidence(Fact):
    """One version of one file. The next version names it in `replaces`; both files stay.

    Counts from the day that the paper itself bears, else from the day it was reported.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="evidence")
    name = models.CharField(max_length=200, help_text="the file's own name")
    media_type = models.CharField(max_length=80)
    size = models.PositiveBigIntegerField(help_text="bytes")
    sha256 = models.CharField(max_length=64)
    number = models.CharField(max_length=80, blank=True, default="")
    dated_on = models.DateField(null=True, blank=True)
    dated_on_precision = precision()
    abstract = models.TextField(blank=True, default="")
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )
    merged_from = models.JSONField(
        default=list, blank=True, help_text="ids of the photos that became this PDF"
    )
    search_text = models.TextField(editable=False, blank=True, default="")
    counts_on = counts_on("dated_on")

    class Meta:
        verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(condition=models.Q(size__gt=0), name="evidence__empty"),
        ]
        indexes = [
            models.Index(fields=["sha256"], name="evidence_sha256"),
            GinIndex(fields=["search_text"], name="evidence_search", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def home_agency_id(self) -> int:
        return self.agency_id

    def root(self) -> "models.QuerySet[Agency]":
        """The row that an act on this evidence locks."""
        return Agency.objects.filter(pk=self.agency_id)

    @property
    def kept_as(self) -> str:
        """The file's name in the store: its content, so that equal files are kept once."""
        return f"{self.sha256[:2]}/{self.sha256}"


@tracked()
class EvidenceLink(Record):
    """A record that a file proves, named as in the trail (`finding`, 12).

    `agency` is the record's agency when the file was attached.
    """

    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="links")
    about = models.CharField(max_length=40)
    about_id = models.BigIntegerField()
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["evidence", "about", "about_id"], name="evidence_link__known"
            )
        ]
        indexes = [models.Index(fields=["about", "about_id"], name="evidence_of_record")]

    def __str__(self) -> str:
        return f"{self.evidence_id} proves {self.about}:{self.about_id}"

    @property
    def home_agency_id(self) -> int | None:
        return self.agency_id
