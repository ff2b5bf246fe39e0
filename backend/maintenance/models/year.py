"""The yearly loop in which most agencies live after their proof."""

from django.db import models

from acts.tracking import tracked
from core.facts import Fact, Record
from maintenance.models.of_agency import OfAgency


@tracked()
class MaintenanceYear(Fact, OfAgency):
    year = models.PositiveSmallIntegerField()
    plan_number = models.CharField(max_length=80, blank=True, default="")
    plan_signed_on = models.DateField(null=True, blank=True)
    board_renewed_on = models.DateField(null=True, blank=True)
    documents_reviewed_on = models.DateField(null=True, blank=True)
    documents_kept = models.PositiveSmallIntegerField(null=True, blank=True)
    documents_changed = models.PositiveSmallIntegerField(null=True, blank=True)
    report_number = models.CharField(max_length=80, blank=True, default="")
    report_sent_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "year"], name="maintenance_year__exists"),
            models.CheckConstraint(
                condition=models.Q(year__gte=2001, year__lte=2100),
                name="maintenance_year__out_of_range",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.year}"


@tracked()
class Objective(Record):
    """A quality objective of the year: what is aimed at and what was reached."""

    maintenance_year = models.ForeignKey(MaintenanceYear, models.CASCADE, related_name="objectives")
    text = models.TextField()
    target = models.CharField(max_length=100, blank=True, default="")
    actual = models.CharField(max_length=100, blank=True, default="")

    def __str__(self) -> str:
        return self.text[:60]
