"""Audits: by a certification body, by the agency itself; and the province's inspections."""

from django.db import models
from django.db.models import Case, F, When
from django.db.models.functions import Coalesce

from acts.tracking import tracked
from agencies.models import Agency
from core.facts import Fact, SpanEnd, in_order, precision
from plans.models.rollout import Rollout
from standards.models import CertificationBody, Edition

# Audits of the whole system: only these bring a rollout to `correcting` or `corrected`.
FULL_TYPES = ["stage2", "recertification", "transition"]
TYPES = [
    "stage1",
    "stage2",
    "surveillance1",
    "surveillance2",
    "recertification",
    "transition",
    "extension",
    "special",
]


@tracked()
class Audit(Fact):
    """Held on its last known day; one that is only planned (`planned_on` alone) does not count.

    External audits belong to a rollout, internal ones and inspections to the agency and a day;
    the three kinds are never mixed in a count.
    """

    KINDS = ["external", "internal", "inspection"]
    RESULTS = ["passed", "to_correct", "failed"]
    RECOMMENDATIONS = ["grant", "grant_after_correction", "refuse", "maintain", "suspend"]
    kind = models.CharField(max_length=10, choices=[(kind, kind) for kind in KINDS])
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="audits")
    rollout = models.ForeignKey(
        Rollout, models.PROTECT, null=True, blank=True, related_name="audits"
    )
    body = models.ForeignKey(
        CertificationBody, models.PROTECT, null=True, blank=True, related_name="audits"
    )
    type = models.CharField(
        max_length=20, blank=True, default="", choices=[(type_, type_) for type_ in TYPES]
    )
    edition = models.ForeignKey(
        Edition, models.PROTECT, to_field="code", null=True, blank=True, related_name="+"
    )
    planned_on = models.DateField(null=True, blank=True)
    from_on = models.DateField(null=True, blank=True)
    from_on_precision = precision()
    to_on = models.DateField(null=True, blank=True)
    to_on_precision = precision()
    lead = models.CharField(max_length=200, blank=True, default="")
    auditors = models.JSONField(
        default=list, blank=True, help_text="[{name, unit, audits: [units that they audit]}]"
    )
    report_number = models.CharField(max_length=80, blank=True, default="")
    recommendation = models.CharField(
        max_length=30, blank=True, default="", choices=[(code, code) for code in RECOMMENDATIONS]
    )
    result = models.CharField(
        max_length=20, blank=True, default="", choices=[(result, result) for result in RESULTS]
    )
    conclusions = models.TextField(blank=True, default="")
    counts_on = models.GeneratedField(
        expression=Coalesce(
            SpanEnd(F("to_on"), F("to_on_precision")),
            SpanEnd(F("from_on"), F("from_on_precision")),
            Case(When(planned_on__isnull=True, then=F("reported_by"))),
        ),
        output_field=models.DateField(null=True),
        db_persist=True,
    )

    class Meta:
        constraints = [
            in_order("audit__ended_before_started", "from_on", "to_on"),
            models.CheckConstraint(
                condition=models.Q(kind="external", rollout__isnull=False)
                | models.Q(kind__in=["internal", "inspection"]),
                name="audit__external_without_rollout",
            ),
        ]
        indexes = [models.Index(fields=["agency", "kind", "counts_on"], name="audit_by_agency")]

    def __str__(self) -> str:
        return f"{self.kind} audit {self.pk}"

    @property
    def home_agency_id(self) -> int:
        return self.agency_id

    def root(self) -> models.QuerySet[Rollout] | models.QuerySet[Agency]:
        """The row that an act on this audit locks: its rollout, else its agency."""
        if self.rollout_id:
            return Rollout.objects.filter(pk=self.rollout_id)
        return Agency.objects.filter(pk=self.agency_id)
