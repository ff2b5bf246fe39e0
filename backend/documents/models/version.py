"""Versions of a document and the decisions that promulgate them."""

from itertools import combinations

from django.db import models
from django.db.models import F
from django.db.models.functions import Coalesce

from acts.tracking import tracked
from core.facts import Fact, counts_on, not_before, precision
from documents.models.document import Document
from plans.models.rollout import OfRollout, Rollout

# The steps of a version in the order in which they are taken; unknown days are allowed anywhere.
STEPS = ["drafted", "reviewed", "approved", "issued", "effective"]


@tracked()
class Promulgation(Fact, OfRollout):
    """One decision of the agency that issues many document versions."""

    number = models.CharField(max_length=80, blank=True, default="")
    signed_on = models.DateField(null=True, blank=True)
    signed_on_precision = precision()
    effective_on = models.DateField(null=True, blank=True)
    counts_on = counts_on("signed_on")

    class Meta:
        constraints = [
            not_before("promulgation__effective_before_signed", "signed_on", "effective_on")
        ]

    def __str__(self) -> str:
        return self.number or f"promulgation {self.pk}"


@tracked()
class DocumentVersion(Fact):
    """One issue of a document: drafted, reviewed, approved, issued, in effect, withdrawn.

    `issued_on` is the day of its promulgation, or the day it took effect where that is all
    that is known. `withdrawn_on` is the first day on which it no longer counts: the day on which
    the next version took effect or the document was withdrawn, kept by documents.records.rechain.
    """

    CHANGES = [
        "procedure_changed",
        "law_changed",
        "organisation",
        "improvement",
        "corrective_action",
        "edition_transition",
    ]
    document = models.ForeignKey(Document, models.PROTECT, related_name="versions")
    promulgation = models.ForeignKey(
        Promulgation, models.PROTECT, null=True, blank=True, related_name="versions"
    )
    issue_no = models.PositiveSmallIntegerField(default=1)
    revision_no = models.PositiveSmallIntegerField(default=0)
    drafted_on = models.DateField(null=True, blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    issued_on = models.DateField(null=True, blank=True)
    effective_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    change_reason = models.CharField(
        max_length=30, blank=True, default="", choices=[(change, change) for change in CHANGES]
    )
    change_summary = models.TextField(blank=True, default="")
    counts_on = models.GeneratedField(
        expression=Coalesce(*[F(f"{step}_on") for step in STEPS], F("reported_by")),
        output_field=models.DateField(),
        db_persist=True,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["document", "issue_no", "revision_no"], name="document_version__known"
            ),
            *[
                not_before(
                    f"document_version__{later}_before_{earlier}", f"{earlier}_on", f"{later}_on"
                )
                for earlier, later in combinations(STEPS, 2)
            ],
            not_before(
                "document_version__withdrawn_before_effective", "effective_on", "withdrawn_on"
            ),
        ]
        indexes = [
            models.Index(
                fields=["document"],
                include=[
                    "counts_on",
                    "reviewed_on",
                    "approved_on",
                    "issued_on",
                    "effective_on",
                    "withdrawn_on",
                ],
                name="version_of_document",
            )
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.issue_no}.{self.revision_no}"

    @property
    def home_agency_id(self) -> int:
        return self.document.rollout.agency_id

    def root(self) -> models.QuerySet[Rollout]:
        """The row that an act on this version locks."""
        return Rollout.objects.filter(pk=self.document.rollout_id)
