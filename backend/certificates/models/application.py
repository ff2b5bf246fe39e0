"""The file that asks for a certificate."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Case, F, Q, When
from django.db.models.functions import Coalesce

from acts.tracking import tracked
from core.facts import Fact, SpanEnd, precision
from plans.models.rollout import OfRollout


@tracked()
class Application(Fact, OfRollout):
    """Counts as sent only with a day or when it is said to be sent; being prepared is no stage."""

    STATES = ["being_prepared", "sent", "returned"]
    ITEMS = [
        "request",
        "decision",
        "document_list",
        "audit_report",
        "correction_report",
        "internal_audit",
        "review",
    ]
    addressee = models.CharField(max_length=300, blank=True, default="")
    number = models.CharField(max_length=80, blank=True, default="")
    sent_on = models.DateField(null=True, blank=True)
    sent_on_precision = precision()
    state = models.CharField(
        max_length=20, choices=[(state, state) for state in STATES], default="being_prepared"
    )
    items = ArrayField(
        models.CharField(max_length=20, choices=[(item, item) for item in ITEMS]),
        default=list,
        blank=True,
        help_text="what lies in the file",
    )
    returned_on = models.DateField(null=True, blank=True)
    counts_on = models.GeneratedField(
        expression=Coalesce(
            SpanEnd(F("sent_on"), F("sent_on_precision")),
            Case(When(Q(state="sent"), then=F("reported_by"))),
        ),
        output_field=models.DateField(null=True),
        db_persist=True,
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(returned_on__gte=F("sent_on")), name="application__returned_before_sent"
            )
        ]

    def __str__(self) -> str:
        return self.number or f"application {self.pk}"
