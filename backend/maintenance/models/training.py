"""Trainings: who was prepared for what."""

from django.db import models

from acts.tracking import tracked
from core.facts import Fact, counts_on, precision
from maintenance.models.of_agency import OfAgency


@tracked()
class Training(Fact, OfAgency):
    TOPICS = ["awareness", "documentation", "internal_auditor", "transition", "software"]
    topic = models.CharField(max_length=30, choices=[(topic, topic) for topic in TOPICS])
    held_on = models.DateField(null=True, blank=True)
    held_on_precision = precision()
    trainer = models.CharField(max_length=300, blank=True, default="")
    participants = models.PositiveIntegerField(null=True, blank=True)
    certificates = models.PositiveIntegerField(null=True, blank=True)
    counts_on = counts_on("held_on")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(certificates__lte=models.F("participants")),
                name="training__more_certificates_than_participants",
            )
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.held_on}"
