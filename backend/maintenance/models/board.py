"""The agency's ISO steering board (Ban chỉ đạo ISO)."""

from django.db import models

from acts.tracking import tracked
from core.facts import Fact, counts_on, precision
from maintenance.models.of_agency import OfAgency


@tracked()
class Board(Fact, OfAgency):
    number = models.CharField(max_length=80, blank=True, default="")
    decided_on = models.DateField(null=True, blank=True)
    decided_on_precision = precision()
    head = models.CharField(max_length=200, blank=True, default="")
    secretary = models.CharField(max_length=200, blank=True, default="")
    counts_on = counts_on("decided_on")

    def __str__(self) -> str:
        return self.number or f"board {self.pk}"
