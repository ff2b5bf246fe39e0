"""The two proofs: a certificate that somebody grants, a declaration that the agency signs."""

from django.db import models
from django.db.models import F, Q

from acts.tracking import tracked
from core.facts import Fact, counts_on, in_order, precision
from plans.models.rollout import OfRollout
from standards.models import Edition


@tracked()
class Certificate(Fact, OfRollout):
    """In force from its day until `valid_to` inclusive, unless something ends it before."""

    number = models.CharField(max_length=80)
    issuer = models.CharField(max_length=300)
    edition = models.ForeignKey(Edition, models.PROTECT, to_field="code", related_name="+")
    scope = models.TextField(blank=True, default="")
    decision_number = models.CharField(max_length=80, blank=True, default="")
    issued_on = models.DateField(null=True, blank=True)
    issued_on_precision = precision()
    valid_from = models.DateField(null=True, blank=True)
    valid_from_precision = precision()
    valid_to = models.DateField(null=True, blank=True)
    counts_on = counts_on("valid_from", "issued_on")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__gt=F("issued_on")), name="certificate__ended_before_issued"
            ),
            models.CheckConstraint(
                condition=Q(valid_to__gt=F("valid_from")), name="certificate__ended_before_valid"
            ),
            in_order("certificate__valid_before_issued", "issued_on", "valid_from"),
        ]

    def __str__(self) -> str:
        return self.number


@tracked()
class Declaration(Fact, OfRollout):
    """In force from the day it was signed until re-declared, withdrawn or cancelled."""

    KINDS = ["first", "again"]
    REASONS = ["adjusted", "extended", "narrowed", "edition_changed", "agency_renamed"]
    number = models.CharField(max_length=80, blank=True, default="")
    edition = models.ForeignKey(Edition, models.PROTECT, to_field="code", related_name="+")
    scope = models.TextField(blank=True, default="")
    kind = models.CharField(max_length=10, choices=[(k, k) for k in KINDS], default="first")
    why_again = models.CharField(
        max_length=20, blank=True, default="", choices=[(r, r) for r in REASONS]
    )
    signer = models.CharField(max_length=200, blank=True, default="")
    signed_on = models.DateField(null=True, blank=True)
    signed_on_precision = precision()
    posted_on = models.DateField(null=True, blank=True)
    posted_url = models.URLField(max_length=500, blank=True, default="")
    notified_on = models.DateField(null=True, blank=True)
    counts_on = counts_on("signed_on")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(posted_on__gte=F("signed_on")), name="declaration__posted_before_signed"
            )
        ]

    def __str__(self) -> str:
        return self.number or f"declaration {self.pk}"
