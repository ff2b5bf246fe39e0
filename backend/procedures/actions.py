"""The acts on administrative procedures; each passes the gate once."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.shortcuts import get_object_or_404

from acts.facts import told_by
from acts.gate import acting
from acts.permissions import Actor
from agencies.models import Agency
from core.days import PartialDate
from core.rules import refuse
from documents.models import Document
from procedures import records, rules
from procedures.models import AdminProcedure


def record_procedure(
    agency: Agency, *, reason: str = "", irregular: str = "", by: Actor, **given: Any
) -> AdminProcedure:
    """Record one administrative procedure of an agency."""
    with acting("procedure.record", by=by, on=_agency(agency), reason=reason) as home:
        return records.put_procedure(home, told=told_by(by, irregular), **given)


def record_procedures(
    agency: Agency, items: Sequence[dict[str, Any]], *, reason: str = "", by: Actor
) -> list[AdminProcedure]:
    """Record many procedures in one act; one wrong line refuses them all."""
    with acting("procedure.record", by=by, on=_agency(agency), reason=reason) as home:
        return records.put_procedures(home, items, told=told_by(by))


def change_procedure(
    procedure: AdminProcedure,
    *,
    status: str,
    published_on: PartialDate,
    decision_no: str = "",
    replaced_by: AdminProcedure | None = None,
    reason: str = "",
    irregular: str = "",
    note: str = "",
    by: Actor,
) -> AdminProcedure:
    """Record that a decision amended, abolished or replaced a procedure, or restored it."""
    with acting("procedure.change", by=by, on=procedure.root(), reason=reason):
        current = get_object_or_404(AdminProcedure, pk=procedure.pk)
        records.put_change(
            current,
            status=status,
            published_on=published_on,
            decision_no=decision_no,
            replaced_by=replaced_by,
            note=note,
            told=told_by(by, irregular),
        )
        return current


def link_procedure(
    procedure: AdminProcedure,
    documents: Sequence[Document],
    *,
    checked_on: date | None = None,
    reason: str = "",
    by: Actor,
) -> AdminProcedure:
    """Say which documents carry a procedure out, and when they were compared with it."""
    with acting("procedure.link", by=by, on=procedure.root(), reason=reason):
        current = get_object_or_404(AdminProcedure, pk=procedure.pk)
        refuse(rules.blockers_to_link(current, documents, checked_on))
        records.put_links(current, documents, checked_on=checked_on)
        return current


def unlink_procedure(
    procedure: AdminProcedure, documents: Sequence[Document], *, reason: str = "", by: Actor
) -> AdminProcedure:
    """Say that documents no longer carry a procedure out."""
    with acting("procedure.unlink", by=by, on=procedure.root(), reason=reason):
        current = get_object_or_404(AdminProcedure, pk=procedure.pk)
        records.take_links_off(current, documents)
        return current


def correct_procedure(
    procedure: AdminProcedure, changes: dict[str, Any], *, reason: str = "", by: Actor
) -> AdminProcedure:
    """Correct columns of a procedure; its search text follows."""
    told_by(by, changes.get("irregular", ""))
    with acting("fact.correct", by=by, on=procedure.root(), reason=reason):
        current = get_object_or_404(AdminProcedure, pk=procedure.pk)
        for name, value in changes.items():
            setattr(current, name, value)
        refuse(rules.blockers_of_procedure(current), irregular=current.irregular)
        return records.keep_corrected(current)


def _agency(agency: Agency) -> Any:
    return Agency.objects.filter(pk=agency.pk)
