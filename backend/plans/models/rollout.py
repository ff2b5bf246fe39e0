"""One agency's work towards one proof: the root and the lock of every fact below it."""

from django.db import models
from django.db.models import Q

from acts.tracking import tracked
from agencies.models import Agency
from core.facts import Record
from standards.models import TRACKS, Edition


@tracked()
class Rollout(Record):
    """Agency × track × edition at opening × cycle.

    `opened_on` is the day given, else it reaches back to the earliest dated fact recorded.
    """

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="rollouts_opened")
    edition = models.ForeignKey(Edition, models.PROTECT, to_field="code", related_name="+")
    track = models.CharField(max_length=30, choices=[(track, track) for track in TRACKS])
    cycle = models.PositiveSmallIntegerField(default=1)
    opened_on = models.DateField(null=True, blank=True)
    opened_on_given = models.BooleanField(default=False)
    previous = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="next")
    real = models.BooleanField(default=True)
    source = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "track", "edition", "cycle"], name="rollout__exists"
            )
        ]
        indexes = [models.Index(fields=["opened_on"], name="rollout_opened_on")]

    def __str__(self) -> str:
        return f"rollout {self.pk}"

    @property
    def home_agency_id(self) -> int:
        return self.agency_id

    def root(self) -> "models.QuerySet[Rollout]":
        """The row that an act on this rollout locks: itself."""
        return Rollout.objects.filter(pk=self.pk)


@tracked()
class RolloutHolder(Record):
    """Which agency holds a rollout, from when to when: a merger adds a row, no past day changes."""

    rollout = models.ForeignKey(Rollout, models.CASCADE, related_name="holders")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="held_rollouts")
    held_from = models.DateField(null=True, blank=True)
    held_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["rollout"],
                condition=Q(held_to__isnull=True),
                name="rollout_holder__one_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"{self.rollout_id} held by {self.agency_id}"

    @property
    def home_agency_id(self) -> int:
        return self.agency_id


class OfRollout(models.Model):
    """Abstract: a fact that belongs to one rollout and is locked with it."""

    rollout = models.ForeignKey(Rollout, models.PROTECT, related_name="%(class)ss")

    class Meta:
        abstract = True

    @property
    def home_agency_id(self) -> int:
        return self.rollout.agency_id

    def root(self) -> models.QuerySet[Rollout]:
        """The row that an act on this fact locks."""
        return Rollout.objects.filter(pk=self.rollout_id)
