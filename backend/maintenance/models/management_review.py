"""The head's review of the system (xem xét của lãnh đạo)."""

from django.db import models

from acts.tracking import tracked
from core.facts import Fact, counts_on, precision
from maintenance.models.of_agency import OfAgency


@tracked()
class ManagementReview(Fact, OfAgency):
    held_on = models.DateField(null=True, blank=True)
    held_on_precision = precision()
    chair = models.CharField(max_length=200, blank=True, default="")
    conclusions = models.TextField(blank=True, default="")
    minutes_number = models.CharField(max_length=80, blank=True, default="")
    counts_on = counts_on("held_on")

    class Meta:
        indexes = [models.Index(fields=["agency", "counts_on"], name="review_by_agency")]

    def __str__(self) -> str:
        return f"review {self.held_on}"
