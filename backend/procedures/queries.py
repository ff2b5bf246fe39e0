"""Procedures as questions on a day: their status, the documents to review, the coverage."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from acts.permissions import AT_HOME, Actor
from agencies.queries import visible_to
from core.rawsql import answers, of_day
from documents.models import Document
from documents.queries import in_effect_on
from procedures.models import AdminProcedure, ProcedureDecision, ProcedureDocument

# A procedure that citizens may ask for: announced, changed or not, and not taken away.
STANDING = ["in_force", "amended"]


def _latest(day: date, procedure: str) -> QuerySet[ProcedureDecision]:
    """What was announced of a procedure by the day, newest first."""
    decisions = ProcedureDecision.objects.filter(procedure=OuterRef(procedure), counts_on__lte=day)
    return decisions.order_by("-counts_on", "-pk")


def procedures_on(day: date, user: Actor | None) -> QuerySet[AdminProcedure]:
    """Procedures announced by the day that this user sees (all for None), with `as_left_on`."""
    rows = AdminProcedure.objects.filter(counts_on__lte=day)
    return as_left_on(day, visible_to(user, rows, "agency_id") if user else rows)


def as_left_on(day: date, rows: QuerySet[AdminProcedure]) -> QuerySet[AdminProcedure]:
    """Procedures as the last decision by the day left them.

    With `status`, `decision_no`, `published_on` (and its precision), `replaced_by_code`,
    `n_documents`, `covered` and `needs_review`.
    """
    latest = _latest(day, "pk")
    linked = ProcedureDocument.objects.filter(procedure=OuterRef("pk")).order_by()
    counted = linked.values("procedure").annotate(n=Count("pk")).values("n")
    return rows.annotate(
        status=Coalesce(Subquery(latest.values("status")[:1]), Value("in_force")),
        decision_no=Subquery(latest.values("decision_no")[:1]),
        published_on=Subquery(latest.values("published_on")[:1]),
        published_on_precision=Subquery(latest.values("published_on_precision")[:1]),
        replaced_by_code=Subquery(latest.values("replaced_by__code")[:1]),
        n_documents=Coalesce(Subquery(counted), 0),
        covered=Exists(_links_up_to_date(day).filter(procedure=OuterRef("pk"))),
        needs_review=Exists(links_to_review_on(day).filter(procedure=OuterRef("pk"))),
    )


def _links_in_effect(day: date) -> QuerySet[Any]:
    """Links to documents in effect on the day, with `effective_on` and the procedure's
    `changed_on`.
    """
    version = in_effect_on(day).filter(document=OuterRef("document")).order_by("-effective_on")
    changed = _latest(day, "procedure").values("counts_on")
    return ProcedureDocument.objects.annotate(
        effective_on=Subquery(version.values("effective_on")[:1]),
        changed_on=Subquery(changed[:1]),
    ).filter(effective_on__isnull=False)


def links_to_review_on(day: date) -> QuerySet[ProcedureDocument]:
    """Links whose procedure changed after its document took effect and was checked last.

    Source: domain reference 3.4.
    """
    return _links_in_effect(day).filter(
        Q(checked_on=None) | Q(checked_on__lt=F("changed_on")),
        changed_on__gt=F("effective_on"),
    )


def _links_up_to_date(day: date) -> QuerySet[ProcedureDocument]:
    """Links whose document is in effect and speaks of the procedure as it stands."""
    return _links_in_effect(day).filter(
        Q(changed_on__lte=F("effective_on")) | Q(checked_on__gte=F("changed_on"))
    )


def needs_review_on(day: date) -> Exists:
    """Condition of a document: some procedure of it changed after it. "Cần rà soát"."""
    return Exists(links_to_review_on(day).filter(document=OuterRef("pk")))


def documents_to_review_on(day: date) -> QuerySet[Document]:
    """The documents that need a review on the day."""
    return Document.objects.filter(needs_review_on(day))


def in_state(*statuses: str) -> Q:
    """Condition of procedures_on: the last decision left it in one of these."""
    return Q(status__in=statuses)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of an agency's standing procedures, those that a document in effect carries out as is."""

    agency_id: int
    numerator: int
    denominator: int
    needs_review: int
    confirmed: int


def coverage_on(day: date, user: Actor | None) -> list[Coverage]:
    """The coverage of each agency that has a standing procedure on the day; one query.

    Source: domain reference 3.4, "độ phủ quy trình".
    """
    everybody = user is None or user.role not in AT_HOME
    rows = answers(_question_of_coverage(), day=day) if everybody else _covered(day, user)
    return [Coverage(*row) for row in rows]


@cache
def _question_of_coverage() -> str:
    """SQL: the coverage of every agency."""
    return of_day(lambda day: _covered(day, None))


def _covered(day: date, user: Actor | None) -> QuerySet[Any]:
    counted = (
        procedures_on(day, user)
        .filter(in_state(*STANDING))
        .values("agency_id")
        .annotate(
            numerator=Count("pk", filter=Q(covered=True)),
            denominator=Count("pk"),
            to_review=Count("pk", filter=Q(needs_review=True)),
            confirmed=Count("pk", filter=Q(covered=True, confirmed_on__isnull=False)),
        )
        .order_by("agency_id")
    )
    columns = ("agency_id", "numerator", "denominator", "to_review", "confirmed")
    return counted.values_list(*columns)


def last_decision(procedure: AdminProcedure) -> ProcedureDecision | None:
    """The latest decision on record, whatever the day."""
    return procedure.decisions.order_by("-counts_on", "-pk").first()
