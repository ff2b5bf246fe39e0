"""What happens to a proof or to the work: suspended, restored, withdrawn, cancelled, paused."""

from django.db import models

from acts.tracking import tracked
from certificates.models.proof import Certificate, Declaration
from core.facts import Fact, counts_on, precision
from plans.models.rollout import OfRollout


@tracked()
class StatusEvent(Fact, OfRollout):
    """Its day is the first on which it holds. Without a proof named it is about every proof of
    the rollout that counts by then."""

    SUSPENDED, RESTORED, WITHDRAWN, CANCELLED = "suspended", "restored", "withdrawn", "cancelled"
    KINDS = [SUSPENDED, RESTORED, WITHDRAWN, CANCELLED, "reduced", "paused", "resumed"]
    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in KINDS])
    certificate = models.ForeignKey(
        Certificate, models.PROTECT, null=True, blank=True, related_name="events"
    )
    declaration = models.ForeignKey(
        Declaration, models.PROTECT, null=True, blank=True, related_name="events"
    )
    on = models.DateField(null=True, blank=True)
    on_precision = precision()
    cause = models.TextField(blank=True, default="")
    document_number = models.CharField(max_length=80, blank=True, default="")
    counts_on = counts_on("on")

    class Meta:
        indexes = [models.Index(fields=["rollout", "kind", "counts_on"], name="event_of_rollout")]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"
