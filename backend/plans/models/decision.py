"""The decision that approves a plan; one decision may approve many agencies' plans."""

from django.db import models

from acts.tracking import tracked
from core.facts import Fact, Record
from plans.models.official_document import OfficialDocument
from plans.models.rollout import Rollout


@tracked()
class Decision(Fact):
    """Counts from the day its official document was signed."""

    KINDS = ["approve", "adjust", "revoke"]
    document = models.ForeignKey(OfficialDocument, models.PROTECT, related_name="decisions")
    kind = models.CharField(
        max_length=10, choices=[(kind, kind) for kind in KINDS], default="approve"
    )
    approved_budget_vnd = models.PositiveBigIntegerField(null=True, blank=True)
    deadline_on = models.DateField(null=True, blank=True)
    rollouts: "models.ManyToManyField[Rollout, DecisionRollout]" = models.ManyToManyField(
        Rollout, through="DecisionRollout", related_name="decisions"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "kind"], name="decision__exists")
        ]

    def __str__(self) -> str:
        return f"decision {self.pk}"

    @property
    def home_agency_id(self) -> int | None:
        return self.document.issuer_agency_id

    def root(self) -> "models.QuerySet[OfficialDocument]":
        """The row that an act on this fact locks: its official document."""
        return OfficialDocument.objects.filter(pk=self.document_id)


@tracked()
class DecisionRollout(Record):
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="links")
    rollout = models.ForeignKey(Rollout, models.PROTECT, related_name="decision_links")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "rollout"], name="decision_rollout__known")
        ]

    def __str__(self) -> str:
        return f"{self.decision_id} approves {self.rollout_id}"
