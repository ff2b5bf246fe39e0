"""What left the house: each report with the figures and rows it was printed from."""

from django.db import models

from acts.tracking import tracked
from agencies.models import Agency
from core.facts import Record

AGENCY, PROVINCE, BRIEF = "agency", "province", "brief"
KINDS = [AGENCY, PROVINCE, BRIEF]
WAITING, MAKING, READY, FAILED = "waiting", "making", "ready", "failed"
STATES = [WAITING, MAKING, READY, FAILED]
UNFINISHED = [WAITING, MAKING]
INTERRUPTED = "interrupted"  # as the failure of a report: its worker is gone


@tracked()
class Report(Record):
    """A report as of a day. `figures` never change once they are made: `sha256` is their hash.

    `parts` are the texts that people wrote; `files` are named by their content in the store of
    evidence. `printed`: an old paper report, whose figures somebody typed in.
    """

    kind = models.CharField(max_length=10, choices=[(kind, kind) for kind in KINDS])
    agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="reports",
        help_text="whose report it is; none for the province's",
    )  # fmt: skip
    day = models.DateField(help_text="as of which day the figures are")
    period_from = models.DateField(null=True, blank=True)
    period_to = models.DateField(null=True, blank=True)
    period_label = models.CharField(max_length=100, blank=True, default="")
    state = models.CharField(
        max_length=10, default=WAITING, choices=[(state, state) for state in STATES]
    )
    failure = models.CharField(max_length=300, blank=True, default="")
    job = models.UUIDField(
        null=True, blank=True, help_text="how far it is, once the worker has begun: jobs/{id}"
    )
    figures = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    parts = models.JSONField(default=dict, help_text="{code of the part: text}")
    files = models.JSONField(default=list, help_text="[{format, sha256, size}]")
    illustration = models.BooleanField(default=False)
    asked_at = models.DateTimeField(auto_now_add=True)
    made_at = models.DateTimeField(null=True, blank=True, help_text="when the figures were taken")
    made_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    printed = models.BooleanField(default=False)
    number = models.CharField(max_length=80, blank=True, default="")
    signed_on = models.DateField(null=True, blank=True, help_text="day of the paper, if printed")
    signed_off_on = models.DateField(null=True, blank=True)
    signed_off_by = models.ForeignKey(
        "accounts.User", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind=AGENCY, agency__isnull=False)
                | models.Q(kind__in=[PROVINCE, BRIEF], agency__isnull=True),
                name="report__of_nobody",
            ),
            models.CheckConstraint(
                condition=models.Q(period_to__gte=models.F("period_from")),
                name="report__period_ended_before_started",
            ),
        ]
        indexes = [models.Index(fields=["kind", "day"], name="report_of_day")]

    def __str__(self) -> str:
        return f"{self.kind} {self.day}"

    @property
    def home_agency_id(self) -> int | None:
        return self.agency_id
