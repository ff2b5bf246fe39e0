"""Who: agencies with dated names, kinds and parents, and what became of them."""

from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q

from acts.tracking import tracked
from core.facts import Record


class _Span(Func):
    function = "DATERANGE"
    output_field = DateRangeField()


def no_overlap(name: str, *keys: str) -> ExclusionConstraint:
    """Only one row of these keys may be valid on a day."""
    span = _Span(F("valid_from"), F("valid_to"), RangeBoundary(inclusive_upper=True))
    return ExclusionConstraint(
        name=name,
        expressions=[
            (span, RangeOperators.OVERLAPS),
            *[(key, RangeOperators.EQUAL) for key in keys],
        ],
    )


def valid_on(day: object, prefix: str = "") -> Q:
    """Rows whose validity covers the day, both ends inclusive, open ends allowed."""
    return (Q(**{f"{prefix}valid_from": None}) | Q(**{f"{prefix}valid_from__lte": day})) & (
        Q(**{f"{prefix}valid_to": None}) | Q(**{f"{prefix}valid_to__gte": day})
    )


class Dated(Record):
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    confidence = models.TextField(blank=True, default="")

    class Meta:
        abstract = True


@tracked()
class AgencyKind(Record):
    """A kind of agency: sở, UBND phường …; its code is the register's."""

    code = models.CharField(max_length=30, unique=True)
    name = models.CharField(max_length=100)
    name_en = models.CharField(max_length=100, blank=True, default="")
    order = models.PositiveSmallIntegerField(default=0)
    home_agency_id = None

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return self.code


@tracked()
class Agency(Dated):
    """A body of the province; its code never changes, its name, kind and parent may."""

    code = models.CharField(max_length=40, unique=True)

    class Meta:
        verbose_name_plural = "agencies"
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__gte=F("valid_from")), name="agency__ended_before_started"
            )
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def home_agency_id(self) -> int:
        return self.pk


@tracked()
class AgencyName(Dated):
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="names")
    name = models.CharField(max_length=300)
    name_en = models.CharField(max_length=300, blank=True, default="")
    sort_key = models.TextField(editable=False)
    search_text = models.TextField(editable=False)

    class Meta:
        constraints = [no_overlap("agency_name__overlaps", "agency")]
        indexes = [
            GinIndex(fields=["search_text"], name="agency_name_search", opclasses=["gin_trgm_ops"])
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class AgencyKindPeriod(Dated):
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="kinds")
    kind = models.ForeignKey(AgencyKind, models.PROTECT, to_field="code", related_name="+")

    class Meta:
        constraints = [no_overlap("agency_kind__overlaps", "agency")]

    def __str__(self) -> str:
        return f"{self.agency_id} {self.kind_id}"


@tracked()
class AgencyParent(Dated):
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="parents")
    parent = models.ForeignKey(Agency, models.PROTECT, related_name="children")

    class Meta:
        constraints = [no_overlap("agency_parent__overlaps", "agency")]

    def __str__(self) -> str:
        return f"{self.agency_id} under {self.parent_id}"


@tracked()
class AgencyAlias(Record):
    """Another spelling under which an agency appears in sources and workbooks."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="aliases")
    text = models.CharField(max_length=300)
    search_text = models.TextField(editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "search_text"], name="agency_alias__known")
        ]

    def __str__(self) -> str:
        return self.text


@tracked()
class AgencyIdentifier(Dated):
    """An official identifier: the old form 000.00.YY.H49 or the new H49.YY."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="identifiers")
    scheme = models.CharField(
        max_length=20, choices=[("qcvn_102_2016", "000.00.YY.H49"), ("qd_20_2020", "H49.YY")]
    )
    value = models.CharField(max_length=35)

    class Meta:
        constraints = [
            no_overlap("agency_identifier__overlaps", "agency", "scheme"),
            no_overlap("agency_identifier__taken", "scheme", "value"),
        ]

    def __str__(self) -> str:
        return self.value


@tracked()
class Succession(Record):
    """What became of an agency: many predecessors, many successors, one day."""

    KINDS = ["merge", "split", "rename", "dissolve", "transfer_of_functions"]
    predecessor = models.ForeignKey(Agency, models.PROTECT, related_name="successions_out")
    successor = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="successions_in"
    )
    kind = models.CharField(max_length=30, choices=[(kind, kind) for kind in KINDS])
    effective_on = models.DateField()
    decision = models.CharField(max_length=200, blank=True, default="")
    confidence = models.TextField(blank=True, default="")
    effects: Any = None  # known to the act that records it: what ended, what moved

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["predecessor", "successor", "effective_on"], name="succession__known"
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")), name="succession__of_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id}"

    @property
    def home_agency_id(self) -> int:
        return self.predecessor_id


class Ancestry(models.Model):
    """View: each agency with all its predecessors, through every succession."""

    id = models.BigIntegerField(primary_key=True)
    agency = models.ForeignKey(Agency, models.DO_NOTHING, related_name="+")
    predecessor = models.ForeignKey(Agency, models.DO_NOTHING, related_name="+")

    class Meta:
        managed = False
        db_table = "agencies_ancestry"

    def __str__(self) -> str:
        return f"{self.predecessor_id} before {self.agency_id}"


@tracked()
class ScopeRule(Dated):
    """Which agencies the programme obliges, by kind or one by one, from when, on what basis."""

    kind = models.ForeignKey(
        AgencyKind, models.PROTECT, to_field="code", null=True, blank=True, related_name="+"
    )
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="+")
    included = models.BooleanField(default=True)
    legal_basis = models.TextField(blank=True, default="")
    confirmed = models.BooleanField(default=False)
    home_agency_id = None

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__isnull=True, agency__isnull=False)
                | Q(kind__isnull=False, agency__isnull=True),
                name="scope_rule__kind_or_agency",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind_id or self.agency_id} {'in' if self.included else 'out'}"
