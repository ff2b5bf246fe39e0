"""Submission of a plan and its appraisal by the provincial council, round by round."""

from django.db import models

from acts.tracking import tracked
from core.facts import Fact, Record, counts_on, precision
from plans.models.plan import Plan
from plans.models.rollout import OfRollout


@tracked()
class Submission(Fact, OfRollout):
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="submissions")
    round = models.PositiveSmallIntegerField(default=1)
    number = models.CharField(max_length=80, blank=True, default="")
    sent_on = models.DateField(null=True, blank=True)
    sent_on_precision = precision()
    sent_to = models.CharField(max_length=300, blank=True, default="")
    received_on = models.DateField(null=True, blank=True)
    # Where the head signs on paper: the original that the officer sends in the head's stead.
    original_number = models.CharField(max_length=80, blank=True, default="")
    original_on = models.DateField(null=True, blank=True)
    original_signer = models.CharField(max_length=200, blank=True, default="")
    counts_on = counts_on("sent_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "round"], name="submission__known"),
            models.CheckConstraint(
                condition=models.Q(received_on__gte=models.F("sent_on")),
                name="submission__received_before_sent",
            ),
        ]

    def __str__(self) -> str:
        return self.number or f"submission {self.pk}"

    @property
    def needs_second_pair_of_eyes(self) -> bool:
        """Whether its confirmation stands for the head's own act: it was signed on paper."""
        return bool(self.original_number)


@tracked()
class Appraisal(Fact, OfRollout):
    of_the_province = True
    RESULTS = ["passed", "passed_with_changes", "failed"]
    submission = models.ForeignKey(
        Submission,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="appraisals",
        help_text="the round that was judged: the last one on record by then",
    )
    council = models.CharField(max_length=300, blank=True, default="")
    met_on = models.DateField(null=True, blank=True)
    met_on_precision = precision()
    result = models.CharField(max_length=30, choices=[(result, result) for result in RESULTS])
    minutes_number = models.CharField(max_length=80, blank=True, default="")
    resubmit_due_on = models.DateField(null=True, blank=True)
    counts_on = counts_on("met_on")

    def __str__(self) -> str:
        return f"{self.council} {self.result}"


@tracked()
class AppraisalOpinion(Record):
    """What the council asked for, and what the agency answered."""

    appraisal = models.ForeignKey(Appraisal, models.CASCADE, related_name="opinions")
    text = models.TextField()
    answer = models.TextField(blank=True, default="")
    answered_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.text[:60]
