"""What a procedure, an announcement and a link to a document must satisfy."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from agencies.models import Ancestry
from core.days import PartialDate, happened, ordered, partial
from core.rules import Blocker
from documents.models import Document
from procedures.models import AdminProcedure, ProcedureDecision
from procedures.queries import last_decision

# 1.001612 or 1.001612.000.00.00.H49. Source: domain reference 3.4 (S43).
_CODE = re.compile(r"^\d\.\d{6}(?:\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?$", re.ASCII)


def blockers_of_procedure(procedure: AdminProcedure) -> Iterator[Blocker]:
    """A code that no other procedure of the agency has. Source: reference 3.4."""
    same = AdminProcedure.objects.filter(agency=procedure.agency_id, code=procedure.code)
    if same.exclude(pk=procedure.pk).exists():
        yield Blocker("admin_procedure.code_taken", {"code": procedure.code}, "/code")


def blockers_of_decision(decision: ProcedureDecision) -> Iterator[Blocker]:
    """It was announced; what replaces a procedure is another one. Source: reference 3.4."""
    yield from happened((partial(decision, "published_on"), "/published_on"))
    if decision.replaced_by_id is None:
        return
    if decision.status != "replaced":
        yield Blocker("procedure_decision.not_replaced", {}, "/replaced_by")
    if decision.replaced_by_id == decision.procedure_id:
        yield Blocker("admin_procedure.replaced_by_itself", {}, "/replaced_by")


def blockers_to_change(procedure: AdminProcedure, published_on: PartialDate) -> Iterator[Blocker]:
    """Changes are announced one after the other. Source: reference 3.4."""
    last = last_decision(procedure)
    if last and last.published_on:
        yield from ordered(
            "admin_procedure.changed_before_last",
            partial(last, "published_on"),
            published_on,
            "/published_on",
        )


def blockers_to_link(
    procedure: AdminProcedure, documents: Sequence[Document], checked_on: date | None
) -> Iterator[Blocker]:
    """A procedure is carried out by documents of its own agency's line. Source: reference 3.4."""
    yield from happened((checked_on, "/checked_on"))
    line = _line_of(procedure.agency_id) if documents else set()
    for place, document in enumerate(documents):
        if document.rollout.agency_id not in line:
            yield Blocker(
                "admin_procedure.document_elsewhere",
                {"code": document.code},
                f"/documents/{place}",
            )


def _line_of(agency_id: int) -> set[int]:
    """The agency, those it came from and those that came from it."""
    before = Ancestry.objects.filter(agency=agency_id).values_list("predecessor_id", flat=True)
    after = Ancestry.objects.filter(predecessor=agency_id).values_list("agency_id", flat=True)
    return {agency_id, *before.union(after)}


def warnings_of_procedure(procedure: AdminProcedure) -> Iterator[Blocker]:
    """What is unusual but allowed: a code of another form. Source: reference 3.4."""
    if not _CODE.match(procedure.code):
        yield Blocker("admin_procedure.code_unusual", {"code": procedure.code}, "/code")
