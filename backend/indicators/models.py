"""Indicators as data: which figure is divided by which, for whom, from when, on what basis."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from acts.tracking import tracked
from core.facts import Record


@tracked()
class Indicator(Record):
    """A rate of the programme: one figure over another, both of the fixed list of figures.

    `scope` holds kinds of agencies (none: every agency in scope); `parts` are figures told beside
    the numerator. Another formula is a new row that begins when the old one ends.
    """

    UNITS = ["percent"]
    code = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200, blank=True, default="")
    unit = models.CharField(max_length=10, choices=[(u, u) for u in UNITS], default="percent")
    numerator = models.CharField(max_length=40, help_text="a figure")
    denominator = models.CharField(max_length=40, help_text="a figure")
    parts = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    scope = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    legal_basis = models.TextField(blank=True, default="")
    confirmed = models.BooleanField(default=False)
    home_agency_id = None

    class Meta:
        ordering = ["order", "code"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "valid_from"], name="indicator__known", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return self.code
