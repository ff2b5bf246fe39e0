"""The approval of a list: the head's word that these documents are what the system consists of."""

from django.db import models

from acts.tracking import tracked
from core.facts import Fact, counts_on, precision
from plans.models.rollout import OfRollout


@tracked()
class ListApproval(Fact, OfRollout):
    """A list was approved with so many documents; a list that grew is approved again.

    `n_documents` is counted when the approval is recorded: the documents on the list that day.
    """

    round = models.PositiveSmallIntegerField()
    approved_on = models.DateField(null=True, blank=True)
    approved_on_precision = precision()
    number = models.CharField(max_length=80, blank=True, default="")
    approver = models.CharField(max_length=200, blank=True, default="")
    approver_position = models.CharField(max_length=200, blank=True, default="")
    n_documents = models.PositiveIntegerField()
    counts_on = counts_on("approved_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rollout", "round"], name="list_approval__known")
        ]

    def __str__(self) -> str:
        return self.number or f"approval {self.round} of list {self.rollout_id}"
