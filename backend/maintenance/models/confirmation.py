"""The agency says that what is on record still holds: "xác nhận không thay đổi"."""

from datetime import date, timedelta

from django.db import models

from acts.tracking import tracked
from core.facts import Fact
from maintenance.models.of_agency import OfAgency


def quarter_of(day: date) -> str:
    """The quarter of a day, as 2026-Q4."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def quarter_end(day: date) -> date:
    """The last day of the quarter of a day."""
    month = (day.month + 2) // 3 * 3
    first_of_next = date(day.year + month // 12, month % 12 + 1, 1)
    return first_of_next - timedelta(days=1)


@tracked()
class Confirmation(Fact, OfAgency):
    """One for each agency and quarter; from its day every figure of the agency is fresh."""

    quarter = models.CharField(max_length=7)
    stated_on = models.DateField()
    counts_on = models.GeneratedField(
        expression=models.F("stated_on"),  # type: ignore[arg-type]
        output_field=models.DateField(),
        db_persist=True,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "quarter"], name="confirmation__exists")
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.quarter}"
