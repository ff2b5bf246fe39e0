"""The columns that every record and every fact share."""

from typing import TypeVar

from django.db import models
from django.db.models import F, Func
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThanOrEqual

T = TypeVar("T", bound=models.Model)
PRECISIONS = [("day", "ngày"), ("month", "tháng"), ("year", "năm")]


class SpanEnd(Func):
    """SQL twin of core.days.span_end: the day from which a partial date counts."""

    function = "span_end"
    output_field = models.DateField()


def precision() -> models.CharField:
    """The column beside a date that says how exactly it is known."""
    return models.CharField(max_length=5, choices=PRECISIONS, default="day")


def counts_on(*names: str) -> models.GeneratedField:
    """The day from which a fact counts: its first known date, else the day it was reported."""
    ends = [SpanEnd(F(name), F(f"{name}_precision")) for name in names]
    return models.GeneratedField(
        expression=Coalesce(*ends, F("reported_by")),
        output_field=models.DateField(),
        db_persist=True,
    )


class Record(models.Model):
    """Anything that people change: its version rises with every update (a database trigger)."""

    row_version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


class Fact(Record):
    """A dated record with its provenance: who said so, when, from which source."""

    source = models.TextField(blank=True, default="")
    source_url = models.URLField(max_length=500, blank=True, default="")
    real = models.BooleanField(default=True, help_text="false: an illustration, not a real record")
    reported_by = models.DateField(help_text="day on which the source was published or recorded")
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, related_name="+", editable=False
    )
    confirmed_on = models.DateField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+"
    )
    confirmed_version = models.PositiveIntegerField(
        null=True, blank=True, editable=False, help_text="row_version that was confirmed"
    )
    irregular = models.TextField(
        blank=True, default="", help_text="why a fact against a rule of its day was recorded"
    )
    note = models.TextField(blank=True, default="")

    class Meta:
        abstract = True

    @property
    def changed_since_confirmation(self) -> bool:
        """Whether the row has another version than the one that was confirmed."""
        return self.confirmed_version is not None and self.row_version > self.confirmed_version


def in_order(name: str, earlier: str, later: str) -> models.CheckConstraint:
    """A row constraint: some day of the later span follows the earlier one; unknown days pass.

    Named for what is wrong, its name being the code of the reason:
    plan__completed_before_started.
    """
    end = SpanEnd(F(later), F(f"{later}_precision"))
    return models.CheckConstraint(condition=GreaterThanOrEqual(end, F(earlier)), name=name)


def not_before(name: str, earlier: str, later: str) -> models.CheckConstraint:
    """A row constraint between two days known exactly."""
    return models.CheckConstraint(condition=GreaterThanOrEqual(F(later), F(earlier)), name=name)


def with_names(rows: "models.QuerySet[T]") -> "models.QuerySet[T]":
    """Facts with `recorded_by_name` and `confirmed_by_name`: what a row tells of two accounts."""
    return rows.annotate(
        recorded_by_name=F("recorded_by__username"), confirmed_by_name=F("confirmed_by__username")
    )
