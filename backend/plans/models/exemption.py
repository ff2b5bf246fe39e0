"""Leave from a deadline or from the programme, by a decision, until a day: it ends by itself."""

from django.db import models
from django.db.models import F, Q

from acts.tracking import tracked
from agencies.models import Agency
from core.facts import Fact, not_before
from plans.models.official_document import OfficialDocument
from plans.models.rollout import Rollout


@tracked()
class Exemption(Fact):
    """Runs from `from_on` to `to_on`, both inclusive; `ended_on` is the first day it is over.

    Without a rollout it is about everything the agency does.
    """

    of_the_province = True
    WHAT = ["deadline", "programme"]
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="exemptions")
    rollout = models.ForeignKey(
        Rollout, models.PROTECT, null=True, blank=True, related_name="exemptions"
    )
    what = models.CharField(max_length=10, choices=[(what, what) for what in WHAT])
    from_on = models.DateField()
    to_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    number = models.CharField(max_length=80, blank=True, default="")
    document = models.ForeignKey(
        OfficialDocument, models.PROTECT, null=True, blank=True, related_name="exemptions"
    )
    reason = models.TextField()

    class Meta:
        constraints = [
            not_before("exemption__to_before_from", "from_on", "to_on"),
            models.CheckConstraint(
                condition=Q(ended_on=None)
                | Q(ended_on__gte=F("from_on"), ended_on__lte=F("to_on")),
                name="exemption__end_outside",
            ),
        ]
        indexes = [models.Index(fields=["agency", "from_on"], name="exemption_of_agency")]

    def __str__(self) -> str:
        return f"{self.what} {self.from_on}–{self.to_on}"

    @property
    def home_agency_id(self) -> int:
        return self.agency_id

    def root(self) -> "models.QuerySet[Agency]":
        """The row that an act on this exemption locks."""
        return Agency.objects.filter(pk=self.agency_id)
