"""Putting procedures on record: rules, then rows. Called inside an open act, also by imports."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from agencies.models import Agency
from core.days import PartialDate, columns
from core.provenance import Provenance
from core.rules import Blocker, RuleBroken, refuse
from core.text import search_text
from documents.models import Document
from procedures import rules
from procedures.models import AdminProcedure, ProcedureDecision, ProcedureDocument


def put_procedure(
    agency: Agency,
    *,
    code: str,
    name: str,
    told: Provenance,
    status: str = "in_force",
    decision_no: str = "",
    published_on: PartialDate | None = None,
    documents: Sequence[Document] = (),
    checked_on: date | None = None,
    **given: Any,
) -> AdminProcedure:
    """A procedure with the decision that announced it, and the documents that carry it out."""
    procedure = AdminProcedure(
        agency=agency,
        code=code,
        name=name,
        search_text=searched(code, name),
        **given,
        **columns(announced_on=published_on),
        **told.columns(),
    )
    decision = ProcedureDecision(
        status=status, decision_no=decision_no, **columns(published_on=published_on),
        **told.columns(),
    )  # fmt: skip
    refuse(
        [
            *rules.blockers_of_procedure(procedure),
            *rules.blockers_of_decision(decision),
            *rules.blockers_to_link(procedure, documents, checked_on),
        ],
        irregular=told.irregular,
    )
    procedure.save()
    decision.procedure = procedure
    decision.save()
    put_links(procedure, documents, checked_on=checked_on)
    return procedure


def put_procedures(
    agency: Agency, items: Sequence[dict[str, Any]], *, told: Provenance
) -> list[AdminProcedure]:
    """Many at once; every line at fault is named, and one wrong line refuses them all."""
    made: list[AdminProcedure] = []
    wrong: list[Blocker] = []
    for place, item in enumerate(items):
        try:
            made.append(put_procedure(agency, told=told, **item))
        except RuleBroken as error:
            at = f"/items/{place}"
            wrong += [replace(b, pointer=f"{at}{b.pointer}") for b in error.blockers]
    refuse(wrong)
    return made


def searched(code: str, name: str) -> str:
    """What a search without accents finds a procedure by."""
    return search_text(code, name)


def put_change(
    procedure: AdminProcedure,
    *,
    status: str,
    published_on: PartialDate,
    told: Provenance,
    decision_no: str = "",
    replaced_by: AdminProcedure | None = None,
    note: str = "",
) -> ProcedureDecision:
    """What a later decision announced of a procedure."""
    decision = ProcedureDecision(
        procedure=procedure,
        status=status,
        decision_no=decision_no,
        replaced_by=replaced_by,
        note=note,
        **columns(published_on=published_on),
        **told.columns(),
    )
    refuse(
        [
            *rules.blockers_to_change(procedure, published_on),
            *rules.blockers_of_decision(decision),
        ],
        irregular=told.irregular,
    )
    decision.save()
    return decision


def put_links(
    procedure: AdminProcedure, documents: Sequence[Document], *, checked_on: date | None
) -> None:
    """Link documents; one that is linked already gets the new day of checking, if any."""
    for document in documents:
        link, new = ProcedureDocument.objects.get_or_create(
            procedure=procedure, document=document, defaults={"checked_on": checked_on}
        )
        if not new and checked_on:
            link.checked_on = checked_on
            link.save(update_fields=["checked_on"])


def take_links_off(procedure: AdminProcedure, documents: Sequence[Document]) -> None:
    """The documents no longer carry the procedure out."""
    ProcedureDocument.objects.filter(procedure=procedure, document__in=documents).delete()


def keep_corrected(procedure: AdminProcedure) -> AdminProcedure:
    """Save corrected columns; the search text follows."""
    procedure.search_text = searched(procedure.code, procedure.name)
    procedure.save()
    return procedure
