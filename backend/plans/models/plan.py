"""The plan (đề án, kế hoạch) and the days it sets for the stages."""

from django.db import models

from acts.tracking import tracked
from core.facts import Fact, Record, counts_on, in_order, precision
from plans.models.rollout import OfRollout


@tracked()
class Plan(Fact, OfRollout):
    """Counts from the day it was started, else completed, else reported."""

    KINDS = ["de_an", "ke_hoach"]
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in KINDS])
    title = models.CharField(max_length=500, blank=True, default="")
    owner_name = models.CharField(max_length=200, blank=True, default="")
    owner_position = models.CharField(max_length=200, blank=True, default="")
    scope = models.TextField(blank=True, default="")
    objectives = models.TextField(blank=True, default="")
    started_on = models.DateField(null=True, blank=True)
    started_on_precision = precision()
    completed_on = models.DateField(null=True, blank=True)
    completed_on_precision = precision()
    budget_vnd = models.PositiveBigIntegerField(null=True, blank=True)
    funding_source = models.CharField(max_length=200, blank=True, default="")
    consultant = models.CharField(max_length=300, blank=True, default="")
    counts_on = counts_on("started_on", "completed_on")

    class Meta:
        constraints = [
            in_order("plan__completed_before_started", "started_on", "completed_on"),
            models.UniqueConstraint(fields=["rollout"], name="plan__exists"),
        ]

    def __str__(self) -> str:
        return self.title or f"plan {self.pk}"


@tracked()
class Milestone(Record):
    """The day on which the plan wants a stage to be reached."""

    # In the order of the way; the stages of the ladder that a plan can want.
    STAGES = [
        "submitted",
        "appraised",
        "approved",
        "documenting",
        "documented",
        "operating",
        "reviewed",
        "correcting",
        "corrected",
        "applied",
        "declared",
        "certified",
    ]
    PROVEN = ["declared", "certified"]
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="milestones")
    stage = models.CharField(max_length=20)
    planned_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "stage"], name="milestone__known")]

    def __str__(self) -> str:
        return f"{self.stage} {self.planned_on}"
