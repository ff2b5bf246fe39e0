"""The acts on documents; each passes the gate once."""

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar

from django.db import models
from django.db.models import Max
from django.shortcuts import get_object_or_404

from acts.facts import told_by
from acts.gate import acting, needs_reason
from acts.permissions import Actor
from agencies.models import AgencyKind
from agencies.queries import province
from core.days import PartialDate, columns, today
from core.problems import Problem
from core.rules import refuse
from documents import records, rules
from documents.approval_rules import blockers_of_approval, day_counted
from documents.coverage import lines_of
from documents.models import Document, DocumentVersion, ListApproval, ModelList, Promulgation
from documents.queries import listed_on
from plans.models import Rollout
from plans.records import reach_back
from standards.models import Edition

M = TypeVar("M", bound=models.Model)


def list_document(
    rollout: Rollout, *, reason: str = "", irregular: str = "", by: Actor, **given: Any
) -> Document:
    """Put one document on the list of a rollout."""
    with acting("document.list", by=by, on=rollout.root(), reason=reason) as locked:
        return records.put_document(locked, told=told_by(by, irregular), **given)


def list_documents(
    rollout: Rollout,
    items: Sequence[dict[str, Any]],
    *,
    reason: str = "",
    irregular: str = "",
    by: Actor,
) -> list[Document]:
    """Put many documents on the list in one act; one wrong line refuses them all."""
    with acting("document.list", by=by, on=rollout.root(), reason=reason) as locked:
        return records.put_documents(locked, items, told=told_by(by, irregular))


def edit_documents(
    documents: Sequence[Document],
    changes: dict[str, Any],
    days: dict[str, date | None],
    *,
    seen: dict[int, int],
    reason: str = "",
    by: Actor,
) -> list[Document]:
    """Give many documents of one list the same columns, and their latest versions the same days.

    `seen`: id → the row_version that its sender saw; another one refuses all with 412. A document
    without a version gets its first when days are given. `kind` is a code.
    """
    refuse(rules.blockers_of_several(documents))
    named = {("kind_id" if name == "kind" else name): value for name, value in changes.items()}
    with acting("fact.correct", by=by, on=documents[0].root(), reason=reason) as locked:
        current = _fresh(Document, list(seen), "rollout__agency")
        stale = [document for document in current if document.row_version != seen[document.pk]]
        if stale or len(current) != len(seen):
            gone = sorted(set(seen) - {document.pk for document in current})
            rows = [{"id": document.pk, "row_version": document.row_version} for document in stale]
            raise Problem(412, "record.stale", stale=rows, gone=gone)
        for document in current:
            document.rollout = locked
        return records.put_changes(
            [(document, named, days) for document in current], told=told_by(by)
        )


def copy_list(
    source: Rollout | ModelList,
    rollout: Rollout,
    *,
    kinds: Sequence[str] = (),
    codes: Sequence[str] = (),
    reason: str = "",
    by: Actor,
) -> list[Document]:
    """Put the lines of another list on this one, without their days; known codes are left out.

    `kinds` and `codes` narrow what is taken; empty, everything is.
    """
    with acting("document.list", by=by, on=rollout.root(), reason=reason) as locked:
        standing = Document.objects.filter(rollout=locked, withdrawn_on=None)
        known = set(standing.values_list("code", flat=True))
        lines = [
            line
            for line in lines_of(source, today())
            if line["code"] not in known
            and (not kinds or line["kind"] in kinds)
            and (not codes or line["code"] in codes)
        ]
        refuse(rules.blockers_to_copy(lines))
        return records.put_documents(locked, lines, told=told_by(by))


def record_model_list(
    *,
    agency_kind: AgencyKind,
    edition: Edition,
    valid_from: date,
    items: Sequence[dict[str, Any]] = (),
    rollout: Rollout | None = None,
    title: str = "",
    note: str = "",
    reason: str = "",
    by: Actor,
) -> ModelList:
    """Keep the province's model list of a kind of agency and an edition, from a day on.

    Its lines are `items`, else those that stand on the list of the rollout today.
    """
    with acting("model_list.record", by=by, on=province(), reason=reason):
        return records.put_model_list(
            agency_kind=agency_kind,
            edition=edition,
            valid_from=valid_from,
            lines=items or (lines_of(rollout, today()) if rollout else []),
            title=title,
            note=note,
        )


def correct_model_list(
    model_list: ModelList, changes: dict[str, Any], *, reason: str = "", by: Actor
) -> ModelList:
    """Correct title, note or lines of a model list; `items` replaces all its lines."""
    rows = ModelList.objects.filter(pk=model_list.pk)
    with acting("model_list.correct", by=by, on=rows, reason=reason) as current:
        named = {name: value for name, value in changes.items() if name != "items"}
        return records.keep_model_list(current, named, changes.get("items"))


def end_model_list(
    model_list: ModelList, *, valid_to: date, reason: str = "", by: Actor
) -> ModelList:
    """Say which day is the last on which a model list is valid."""
    needs_reason(reason)
    rows = ModelList.objects.filter(pk=model_list.pk)
    with acting("model_list.end", by=by, on=rows, reason=reason) as current:
        return records.put_end(current, valid_to)


def correct_document(
    document: Document, changes: dict[str, Any], *, reason: str = "", by: Actor
) -> Document:
    """Correct columns of a document (`kind` is a code); its versions end with it."""
    if "kind" in changes:
        changes = {**changes, "kind_id": changes["kind"]}
        del changes["kind"]
    with acting("fact.correct", by=by, on=document.root(), reason=reason):
        current = _changed(Document, document.pk, changes, by, "rollout__agency")
        refuse(rules.blockers_of_document(current), irregular=current.irregular)
        return records.keep_document(current)


def withdraw_document(
    document: Document, *, withdrawn_on: date, reason: str = "", by: Actor
) -> Document:
    """Take a document off its list; `withdrawn_on` is the first day that no longer counts."""
    needs_reason(reason)
    with acting("document.withdraw", by=by, on=document.root(), reason=reason):
        current = _changed(Document, document.pk, {}, by, "rollout__agency")
        refuse(rules.blockers_to_withdraw(current))
        current.withdrawn_on = withdrawn_on
        refuse(rules.blockers_of_document(current))
        return records.keep_document(current)


def record_version(
    document: Document, *, reason: str = "", irregular: str = "", by: Actor, **given: Any
) -> DocumentVersion:
    """Record a version of a document; the one in effect ends when this one takes effect."""
    with acting("document.version", by=by, on=document.root(), reason=reason):
        current = _changed(Document, document.pk, {}, by, "rollout__agency")
        return records.put_version(current, told=told_by(by, irregular), **given)


def correct_version(
    version: DocumentVersion, changes: dict[str, Any], *, reason: str = "", by: Actor
) -> DocumentVersion:
    """Correct columns of a version; the ends of the others follow."""
    with acting("fact.correct", by=by, on=version.root(), reason=reason):
        current = _changed(DocumentVersion, version.pk, changes, by, "document__rollout__agency")
        refuse(rules.blockers_of_version(current), irregular=current.irregular)
        end, day = current.withdrawn_on, current.effective_on
        if end and day and end < day:  # it follows anew from the corrected days
            current.withdrawn_on = None
        current.save()
        return records.keep_version(current)


def void_version(version: DocumentVersion, *, reason: str, by: Actor) -> None:
    """Take a wrong version out; the one before it lasts again. The trail keeps it."""
    needs_reason(reason)
    with acting("fact.void", by=by, on=version.root(), reason=reason):
        _changed(DocumentVersion, version.pk, {}, by, "document").delete()
        records.rechain([version.document_id])


def record_promulgation(
    rollout: Rollout,
    *,
    number: str = "",
    signed_on: PartialDate | None = None,
    effective_on: date | None = None,
    documents: Sequence[Document] | None = None,
    versions: Sequence[DocumentVersion] | None = None,
    reason: str = "",
    irregular: str = "",
    note: str = "",
    by: Actor,
) -> Promulgation:
    """Record the agency's decision that issues these documents, or these versions of them."""
    with acting("promulgation.record", by=by, on=rollout.root(), reason=reason) as locked:
        named = [document.pk for document in documents or ()]
        chosen = [version.pk for version in versions or ()]
        return records.put_promulgation(
            locked,
            told=told_by(by, irregular),
            number=number,
            signed_on=signed_on,
            effective_on=effective_on,
            documents=None if documents is None else _fresh(Document, named, "rollout__agency"),
            versions=_fresh(DocumentVersion, chosen, "document__rollout__agency") or None,
            note=note,
        )


def correct_promulgation(
    promulgation: Promulgation, changes: dict[str, Any], *, reason: str = "", by: Actor
) -> Promulgation:
    """Correct columns of a promulgation; the versions it issued follow its days."""
    with acting("fact.correct", by=by, on=promulgation.root(), reason=reason):
        current = _changed(Promulgation, promulgation.pk, {}, by, "rollout__agency")
        before = current.effective_on
        current = _changed(Promulgation, promulgation.pk, changes, by, "rollout__agency")
        refuse(rules.blockers_of_promulgation(current), irregular=current.irregular)
        return records.keep_promulgation(current, was_effective_on=before)


def void_promulgation(promulgation: Promulgation, *, reason: str, by: Actor) -> None:
    """Take a wrong promulgation out; what it issued waits to be issued again."""
    needs_reason(reason)
    with acting("fact.void", by=by, on=promulgation.root(), reason=reason):
        records.take_back(_changed(Promulgation, promulgation.pk, {}, by, "rollout__agency"))


def approve_list(
    rollout: Rollout,
    *,
    approved_on: PartialDate | None = None,
    reason: str = "",
    irregular: str = "",
    by: Actor,
    **given: Any,
) -> ListApproval:
    """Record that the list was approved; the server counts its documents on that day.

    `given`: number, approver, approver_position, note. A later approval is the next round.
    """
    with acting("list.approve", by=by, on=rollout.root(), reason=reason) as locked:
        told = told_by(by, irregular)
        last = ListApproval.objects.filter(rollout=locked).aggregate(last=Max("round"))["last"]
        days = columns(approved_on=approved_on)
        approval = ListApproval(
            rollout=locked, round=(last or 0) + 1, **days, **given, **told.columns()
        )
        return _approved(approval)


def correct_approval(
    approval: ListApproval, changes: dict[str, Any], *, reason: str = "", by: Actor
) -> ListApproval:
    """Correct columns of an approval; its documents are counted anew when its day changes."""
    with acting("fact.correct", by=by, on=approval.root(), reason=reason):
        return _approved(_changed(ListApproval, approval.pk, changes, by, "rollout__agency"))


def _approved(approval: ListApproval) -> ListApproval:
    refuse(blockers_of_approval(approval), irregular=approval.irregular)
    day = day_counted(approval)
    approval.n_documents = listed_on(day).filter(rollout=approval.rollout_id).count()
    approval.save()
    approval.refresh_from_db(fields=["counts_on"])
    reach_back(approval.rollout, approval.counts_on)
    return approval


def _changed(model: type[M], pk: int, changes: dict[str, Any], by: Actor, *related: str) -> M:
    """The record as it stands under the lock, with the changes set; 404 when it is gone.

    Only the coordinator may call a fact irregular, in a correction as in a new fact.
    """
    told_by(by, changes.get("irregular", ""))
    current = get_object_or_404(model._default_manager.select_related(*related), pk=pk)
    for name, value in changes.items():
        setattr(current, name, value)
    return current


def _fresh(model: type[M], ids: Sequence[int], *related: str) -> list[M]:
    return list(model._default_manager.filter(pk__in=ids).select_related(*related).order_by("pk"))
