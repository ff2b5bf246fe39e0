"""An official document: one record for each issuer, number and year; facts refer to it."""

from django.db import models

from acts.tracking import tracked
from agencies.models import Agency
from core.facts import Fact, counts_on, precision


@tracked()
class OfficialDocument(Fact):
    issuer = models.CharField(max_length=300)
    issuer_agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="issued_documents"
    )
    issuer_key = models.CharField(max_length=300, editable=False)
    number = models.CharField(max_length=80)
    number_key = models.CharField(max_length=80, editable=False)
    year = models.PositiveSmallIntegerField(null=True, editable=False)
    signed_on = models.DateField(null=True, blank=True)
    signed_on_precision = precision()
    effective_on = models.DateField(null=True, blank=True)
    abstract = models.TextField(blank=True, default="")
    signer = models.CharField(max_length=200, blank=True, default="")
    signer_position = models.CharField(max_length=200, blank=True, default="")
    counts_on = counts_on("signed_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["issuer_key", "number_key", "year"], name="official_document__known"
            ),
            models.CheckConstraint(
                condition=models.Q(effective_on__gte=models.F("signed_on")),
                name="official_document__effective_before_signed",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def home_agency_id(self) -> int | None:
        return self.issuer_agency_id

    def root(self) -> "models.QuerySet[OfficialDocument]":
        """The row that an act on this document locks: itself."""
        return OfficialDocument.objects.filter(pk=self.pk)
