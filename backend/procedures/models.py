"""Administrative procedures (TTHC): what was announced of them, and what carries them out."""

from django.db import models
from django.db.models import Q

from acts.tracking import tracked
from agencies.models import Agency
from core.facts import Fact, Record, counts_on, precision
from documents.models import Document


@tracked()
class AdminProcedure(Fact):
    """One procedure of an agency by its national code. Counts from its first announcement."""

    LEVELS = ["tinh", "huyen", "xa"]
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="admin_procedures")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=600)
    field = models.CharField(max_length=200, blank=True, default="")
    level = models.CharField(
        max_length=10, choices=[(level, level) for level in LEVELS], blank=True, default=""
    )
    time_limit_days = models.PositiveSmallIntegerField(null=True, blank=True)
    announced_on = models.DateField(null=True, blank=True, editable=False)
    announced_on_precision = precision()
    search_text = models.TextField(editable=False, blank=True, default="")
    documents: "models.ManyToManyField[Document, ProcedureDocument]" = models.ManyToManyField(
        Document, through="ProcedureDocument", related_name="admin_procedures"
    )
    counts_on = counts_on("announced_on")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agency", "code"], name="admin_procedure__code_taken")
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def home_agency_id(self) -> int:
        return self.agency_id

    def root(self) -> "models.QuerySet[Agency]":
        """The row that an act on this procedure locks."""
        return Agency.objects.filter(pk=self.agency_id)


@tracked()
class ProcedureDecision(Fact):
    """What one decision announced of a procedure: its status from that day."""

    STATUSES = ["in_force", "amended", "abolished", "replaced"]
    procedure = models.ForeignKey(AdminProcedure, models.CASCADE, related_name="decisions")
    status = models.CharField(max_length=10, choices=[(status, status) for status in STATUSES])
    decision_no = models.CharField(max_length=80, blank=True, default="")
    published_on = models.DateField(null=True, blank=True)
    published_on_precision = precision()
    replaced_by = models.ForeignKey(
        AdminProcedure, models.PROTECT, null=True, blank=True, related_name="replaces"
    )
    counts_on = counts_on("published_on")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(replaced_by=None) | Q(status="replaced"),
                name="procedure_decision__not_replaced",
            )
        ]
        indexes = [models.Index(fields=["procedure", "counts_on"], name="decision_of_procedure")]

    def __str__(self) -> str:
        return f"{self.procedure_id} {self.status}"

    @property
    def home_agency_id(self) -> int:
        return self.procedure.agency_id

    def root(self) -> "models.QuerySet[Agency]":
        """The row that an act on this decision locks."""
        return Agency.objects.filter(pk=self.procedure.agency_id)


@tracked()
class ProcedureDocument(Record):
    """A document that carries a procedure out; `checked_on`: compared with it last."""

    procedure = models.ForeignKey(AdminProcedure, models.CASCADE, related_name="links")
    document = models.ForeignKey(Document, models.CASCADE, related_name="procedure_links")
    checked_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["procedure", "document"], name="procedure_document__known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document_id} does {self.procedure_id}"
