"""Editions of the standard, what each requires, the bodies that audit, the numbers of the law."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from acts.tracking import tracked
from core.facts import Record

TRACKS = ["state_certificate", "declaration", "voluntary_certificate"]


@tracked()
class Edition(Record):
    """An edition of TCVN ISO 9001; its dates stand in EditionDate, with source and certainty."""

    code = models.CharField(max_length=10, unique=True)
    title = models.CharField(max_length=100)
    home_agency_id = None

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


@tracked()
class EditionDate(Record):
    """One date in the life of an edition; `void` is the first day on which its proofs end.

    A `void` row names the track it is for: the law ended certificates, not declarations.
    """

    WHAT = ["iso_published", "tcvn_published", "new_certificates_only", "void"]
    edition = models.ForeignKey(Edition, models.PROTECT, to_field="code", related_name="dates")
    what = models.CharField(max_length=30, choices=[(what, what) for what in WHAT])
    track = models.CharField(
        max_length=30, blank=True, default="", choices=[(track, track) for track in TRACKS]
    )
    on = models.DateField(null=True, blank=True)
    source = models.TextField(blank=True, default="")
    confirmed = models.BooleanField(default=False)
    home_agency_id = None

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "what", "track"], name="edition_date__known")
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.what} {self.on}"


@tracked()
class DocumentKind(Record):
    """A kind of QMS document: CSCL, QT-BB …; some are procedures, some are not."""

    code = models.CharField(max_length=10, unique=True)
    name = models.CharField(max_length=100)
    name_en = models.CharField(max_length=100, blank=True, default="")
    level = models.PositiveSmallIntegerField(default=2)
    is_procedure = models.BooleanField(default=False)
    order = models.PositiveSmallIntegerField(default=0)
    home_agency_id = None

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return self.code


@tracked()
class RequiredDocument(Record):
    """How many documents of a kind an edition requires at least."""

    edition = models.ForeignKey(Edition, models.PROTECT, to_field="code", related_name="required")
    kind = models.ForeignKey(DocumentKind, models.PROTECT, to_field="code", related_name="+")
    min_count = models.PositiveSmallIntegerField(default=1)
    clause = models.CharField(max_length=60, blank=True, default="")
    source = models.TextField(blank=True, default="")
    confirmed = models.BooleanField(default=False)
    home_agency_id = None

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", "kind"], name="required_document__known")
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.kind_id}"


@tracked()
class Clause(Record):
    """A clause of an edition, which a finding may name; the titles are words of our own."""

    edition = models.ForeignKey(Edition, models.PROTECT, to_field="code", related_name="clauses")
    number = models.CharField(max_length=12)
    title = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120, blank=True, default="")
    order = models.PositiveSmallIntegerField(default=0)
    confirmed = models.BooleanField(default=False)
    home_agency_id = None

    class Meta:
        ordering = ["edition", "order"]
        constraints = [models.UniqueConstraint(fields=["edition", "number"], name="clause__known")]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.number}"


@tracked()
class CertificationBody(Record):
    """A body that audits, such as QUACERT, with the names under which sources cite it."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=300)
    aliases = ArrayField(models.CharField(max_length=300), default=list, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    confirmed = models.BooleanField(default=False)
    home_agency_id = None

    def __str__(self) -> str:
        return self.code


@tracked()
class PolicyValue(Record):
    """A number of the law or of the province, with its unit, validity, basis and certainty."""

    code = models.CharField(max_length=60)
    value = models.DecimalField(max_digits=12, decimal_places=2)
    unit = models.CharField(max_length=20)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    legal_basis = models.TextField(blank=True, default="")
    confirmed = models.BooleanField(default=False)
    home_agency_id = None

    def __str__(self) -> str:
        return f"{self.code} = {self.value} {self.unit}"
