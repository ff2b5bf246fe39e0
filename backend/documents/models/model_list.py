"""The province's model lists: what an agency of a kind usually has, to be taken over."""

from django.db import models

from acts.tracking import tracked
from agencies.models import AgencyKind
from core.facts import Record
from standards.models import DocumentKind, Edition


@tracked()
class ModelList(Record):
    """The model list of one kind of agency and one edition, from a day to a day, both inclusive.

    It is no agency's fact: nothing is counted from it, agencies copy lines of it.
    """

    agency_kind = models.ForeignKey(AgencyKind, models.PROTECT, to_field="code", related_name="+")
    edition = models.ForeignKey(Edition, models.PROTECT, to_field="code", related_name="+")
    title = models.CharField(max_length=300, blank=True, default="")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True, default="")
    home_agency_id = None

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency_kind", "edition", "valid_from"], name="model_list__known"
            ),
            models.CheckConstraint(
                condition=models.Q(valid_to__gte=models.F("valid_from")),
                name="model_list__ended_before_begun",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.agency_kind_id} {self.edition_id}"


@tracked()
class ModelLine(Record):
    """A document of a model list."""

    model_list = models.ForeignKey(ModelList, models.CASCADE, related_name="lines")
    code = models.CharField(max_length=60)
    title = models.CharField(max_length=500, blank=True, default="")
    kind = models.ForeignKey(DocumentKind, models.PROTECT, to_field="code", related_name="+")
    unit = models.CharField(max_length=200, blank=True, default="")
    field = models.CharField(max_length=200, blank=True, default="")
    home_agency_id = None

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["model_list", "code"], name="model_line__code_taken")
        ]

    def __str__(self) -> str:
        return self.code
