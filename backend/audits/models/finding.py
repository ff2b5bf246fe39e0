"""Findings and the dated steps of their life."""

from django.db import models

from acts.tracking import tracked
from agencies.models import Agency
from audits.models.audit import Audit
from core.facts import Fact, counts_on, precision
from documents.models import Document
from plans.models.rollout import Rollout

MAJOR, MINOR, OBSERVATION = "major", "minor", "observation"
NONCONFORMITIES = [MAJOR, MINOR]


@tracked()
class Finding(Fact):
    """A nonconformity (major, minor) or an observation, raised on the last day of its audit.

    `agency`, `rollout` and `source_kind` repeat those of the audit, so that the province-wide
    counts need no join; they are written once, by the act that raises the finding.
    """

    GRADES = [MAJOR, MINOR, OBSERVATION]
    audit = models.ForeignKey(Audit, models.PROTECT, related_name="findings")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="findings")
    rollout = models.ForeignKey(
        Rollout, models.PROTECT, null=True, blank=True, related_name="findings"
    )
    source_kind = models.CharField(max_length=10, choices=[(k, k) for k in Audit.KINDS])
    code = models.CharField(max_length=40, blank=True, default="")
    grade = models.CharField(max_length=12, choices=[(grade, grade) for grade in GRADES])
    clause = models.CharField(max_length=20, blank=True, default="")
    unit = models.CharField(max_length=200, blank=True, default="")
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="findings"
    )
    description = models.TextField(blank=True, default="")
    raised_on = models.DateField(null=True, blank=True)
    raised_on_precision = precision()
    due_on = models.DateField(null=True, blank=True)
    repeat_of = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="repeated_by"
    )
    days_early_reported = models.SmallIntegerField(
        null=True, blank=True, help_text="calendar days early as a source says, negative when late"
    )
    counts_on = counts_on("raised_on")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(due_on__gte=models.F("raised_on")),
                name="finding__due_before_raised",
            )
        ]
        indexes = [
            models.Index(fields=["rollout", "source_kind"], name="finding_of_rollout"),
            models.Index(fields=["agency"], name="finding_of_agency"),
        ]

    def __str__(self) -> str:
        return self.code or f"finding {self.pk}"

    @property
    def home_agency_id(self) -> int:
        return self.agency_id

    def root(self) -> models.QuerySet[Rollout] | models.QuerySet[Agency]:
        """The row that an act on this finding locks: its rollout, else its agency."""
        if self.rollout_id:
            return Rollout.objects.filter(pk=self.rollout_id)
        return Agency.objects.filter(pk=self.agency_id)

    @property
    def is_nonconformity(self) -> bool:
        return self.grade in NONCONFORMITIES

    @property
    def is_external_major(self) -> bool:
        """Whether clause, category of the cause and a check of its effect are asked for."""
        return self.grade == MAJOR and self.source_kind == "external"


@tracked()
class FindingStep(Fact):
    """Something that happened to a finding on a day; a reopening ends a step, never rewrites it.

    completed: the agency has finished; verified: the auditor accepts; disposed: what became of an
    observation; extended: another due date; effective: somebody looked later whether it had helped,
    and `effective` says so. It stands from its day until before `reopened_on`.
    """

    COMPLETED, VERIFIED, DISPOSED, EXTENDED = "completed", "verified", "disposed", "extended"
    EFFECTIVE = "effective"
    KINDS = [COMPLETED, VERIFIED, DISPOSED, EXTENDED, EFFECTIVE]
    CAUSES = ["people", "process", "equipment", "management", "external", "other"]
    DISPOSITIONS = ["done", "not_done"]
    finding = models.ForeignKey(Finding, models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in KINDS])
    on = models.DateField(null=True, blank=True)
    on_precision = precision()
    cause = models.TextField(blank=True, default="")
    cause_category = models.CharField(
        max_length=12, blank=True, default="", choices=[(code, code) for code in CAUSES]
    )
    effective = models.BooleanField(null=True, blank=True)
    verified_by = models.CharField(max_length=200, blank=True, default="")
    disposition = models.CharField(
        max_length=10, blank=True, default="", choices=[(code, code) for code in DISPOSITIONS]
    )
    explanation = models.TextField(blank=True, default="")
    due_on = models.DateField(null=True, blank=True)
    approved_by = models.CharField(max_length=200, blank=True, default="")
    reopened_on = models.DateField(null=True, blank=True)
    reopen_reason = models.TextField(blank=True, default="")
    counts_on = counts_on("on")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["finding", "kind"],
                condition=models.Q(reopened_on=None) & ~models.Q(kind="extended"),
                name="finding_step__standing",
            ),
            models.CheckConstraint(
                condition=models.Q(reopened_on__gte=models.F("on")),
                name="finding_step__reopened_before_done",
            ),
        ]
        indexes = [
            models.Index(
                fields=["finding", "kind"],
                include=["counts_on", "reopened_on"],
                name="step_of_finding",
            )
        ]

    def __str__(self) -> str:
        return f"{self.finding_id} {self.kind}"

    @property
    def home_agency_id(self) -> int:
        return self.finding.agency_id

    def root(self) -> models.QuerySet[Rollout] | models.QuerySet[Agency]:
        """The row that an act on it locks: that of the finding."""
        return self.finding.root()


@tracked()
class CorrectiveAction(Fact):
    """What is to be done about a finding, by whom, until when."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="actions")
    what = models.TextField()
    responsible = models.CharField(max_length=200, blank=True, default="")
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    accepted_on = models.DateField(
        null=True, blank=True, help_text="day on which the auditor accepted this plan"
    )

    def __str__(self) -> str:
        return self.what[:60]

    @property
    def home_agency_id(self) -> int:
        return self.finding.agency_id

    def root(self) -> models.QuerySet[Rollout] | models.QuerySet[Agency]:
        """The row that an act on it locks: that of the finding."""
        return self.finding.root()
