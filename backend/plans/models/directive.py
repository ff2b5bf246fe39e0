"""What the province orders, and each agency's task under it."""

from django.db import models

from acts.tracking import tracked
from agencies.models import Agency
from core.facts import Fact, Record
from plans.models.official_document import OfficialDocument
from plans.models.rollout import Rollout
from standards.models import Edition


@tracked()
class Directive(Fact):
    """Counts from the day its official document was signed.

    With `transition_to` it changes the edition of the running rollouts its tasks name.
    """

    KINDS = ["letter", "province_plan", "council_conclusion", "inspection_plan"]
    document = models.ForeignKey(OfficialDocument, models.PROTECT, related_name="directives")
    kind = models.CharField(
        max_length=30, choices=[(kind, kind) for kind in KINDS], default="letter"
    )
    transition_from = models.ForeignKey(
        Edition, models.PROTECT, to_field="code", null=True, blank=True, related_name="+"
    )
    transition_to = models.ForeignKey(
        Edition, models.PROTECT, to_field="code", null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document"], name="directive__exists")]

    def __str__(self) -> str:
        return f"directive {self.pk}"

    @property
    def home_agency_id(self) -> int | None:
        return self.document.issuer_agency_id

    def root(self) -> "models.QuerySet[OfficialDocument]":
        """The row that an act on this fact locks: its official document."""
        return OfficialDocument.objects.filter(pk=self.document_id)


@tracked()
class Task(Record):
    """What one agency is told to do, until when, and what it answered."""

    directive = models.ForeignKey(Directive, models.CASCADE, related_name="tasks")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="tasks")
    rollout = models.ForeignKey(
        Rollout, models.PROTECT, null=True, blank=True, related_name="tasks"
    )
    what = models.TextField(blank=True, default="")
    due_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True, default="")
    done_on = models.DateField(null=True, blank=True)
    delay_reason = models.TextField(blank=True, default="")
    # A task that a reorganisation hands on ends here on a day and goes on as the heir's own.
    held_from = models.DateField(null=True, blank=True)
    held_to = models.DateField(null=True, blank=True)
    carried_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="carried_to"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["directive", "agency", "rollout"],
                name="task__known",
                nulls_distinct=False,
            )
        ]

    def __str__(self) -> str:
        return f"task {self.pk}"

    @property
    def home_agency_id(self) -> int:
        return self.agency_id

    def root(self) -> "models.QuerySet[Agency]":
        """The row that an act on this task locks."""
        return Agency.objects.filter(pk=self.agency_id)
