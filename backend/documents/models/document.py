"""The approved list: each document that an agency's system is to consist of."""

from django.db import models

from acts.tracking import tracked
from agencies.models import Agency
from core.facts import Fact, Record, counts_on, precision
from plans.models.rollout import OfRollout
from standards.models import DocumentKind


@tracked()
class Document(Fact, OfRollout):
    """A line of the list, on it from `listed_on` until the day before `withdrawn_on`.

    A placeholder stands for a document that a source only counts ("theo nguồn, chưa có danh mục").
    """

    code = models.CharField(max_length=60)
    title = models.CharField(max_length=500, blank=True, default="")
    kind = models.ForeignKey(DocumentKind, models.PROTECT, to_field="code", related_name="+")
    unit = models.CharField(max_length=200, blank=True, default="")
    field = models.CharField(max_length=200, blank=True, default="")
    listed_on = models.DateField(null=True, blank=True)
    listed_on_precision = precision()
    withdrawn_on = models.DateField(null=True, blank=True)
    placeholder = models.BooleanField(default=False)
    search_text = models.TextField(editable=False, blank=True, default="")
    counts_on = counts_on("listed_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["rollout", "code"],
                condition=models.Q(withdrawn_on=None),
                name="document__code_taken",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_on__gte=models.F("listed_on")),
                name="document__withdrawn_before_listed",
            ),
        ]
        # All that the ladder and the lists ask of a document, so that they read the index alone.
        indexes = [
            models.Index(
                fields=["rollout"],
                include=["id", "kind", "placeholder", "counts_on", "withdrawn_on"],
                name="document_of_rollout",
            )
        ]

    def __str__(self) -> str:
        return self.code


@tracked()
class DocumentHolder(Record):
    """A document that passed to another agency than its rollout did, from a day."""

    document = models.ForeignKey(Document, models.CASCADE, related_name="holders")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    held_from = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "held_from"], name="document_holder__known")
        ]

    def __str__(self) -> str:
        return f"{self.document_id} held by {self.agency_id}"
