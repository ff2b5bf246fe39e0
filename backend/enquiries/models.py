"""What the coordinator asks of an agency, and its answers."""

from django.db import models

from acts.tracking import tracked
from agencies.models import Agency
from core.facts import Record


@tracked()
class Enquiry(Record):
    """A file or a correction asked for until a day; about a record, named as in the trail, or none.

    Asked, answered and closed are days; a returned one waits for another answer.
    """

    OUTCOMES = ["accepted", "withdrawn"]
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="enquiries")
    about = models.CharField(max_length=40, blank=True, default="")
    about_id = models.BigIntegerField(null=True, blank=True)
    what = models.TextField()
    asked_on = models.DateField()
    asked_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(
        max_length=10, blank=True, default="", choices=[(outcome, outcome) for outcome in OUTCOMES]
    )
    closing_note = models.TextField(blank=True, default="")

    class Meta:
        verbose_name_plural = "enquiries"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_on=None, outcome="")
                | models.Q(closed_on__isnull=False, outcome__in=["accepted", "withdrawn"]),
                name="enquiry__closed_without_outcome",
            )
        ]
        indexes = [
            models.Index(
                fields=["agency", "due_on"],
                condition=models.Q(closed_on=None),
                name="enquiry_open_of_agency",
            )
        ]

    def __str__(self) -> str:
        return self.what[:60]

    @property
    def home_agency_id(self) -> int:
        return self.agency_id

    def root(self) -> "models.QuerySet[Enquiry]":
        """The row that an act on this enquiry locks: itself."""
        return Enquiry.objects.filter(pk=self.pk)


@tracked()
class EnquiryAnswer(Record):
    """One answer of the agency; `returned_on`: the coordinator asked again, and why."""

    enquiry = models.ForeignKey(Enquiry, models.CASCADE, related_name="answers")
    text = models.TextField(blank=True, default="")
    answered_on = models.DateField()
    answered_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    returned_on = models.DateField(null=True, blank=True)
    return_reason = models.TextField(blank=True, default="")

    def __str__(self) -> str:
        return self.text[:60]
