"""Rows of a list of documents: each with the days of its latest version."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from core.columns import labels_of
from core.days import PartialDate
from core.rules import Blocker, RuleBroken
from documents.models import STEPS, Document, DocumentVersion
from documents.records import put_changes, put_items, weighed_items
from imports.workbooks.loading import (
    ITSELF,
    PLACE,
    UPDATE,
    Loading,
    changed,
    version_differs,
)
from imports.workbooks.understanding import Field, Row
from imports.workbooks.values import code, day, exact_day, text
from plans.models import Rollout

PART = "documents"
STEP_DAYS = tuple(f"{step}_on" for step in STEPS)
COLUMNS = ("code", "title", "kind_id", "unit", "field", "listed_on", "withdrawn_on", "note")
KINDS = {
    "chính sách chất lượng": "CSCL",
    "mục tiêu chất lượng": "MTCL",
    "sổ tay chất lượng": "STCL",
    "quy trình bắt buộc": "QT-BB",
    "quy trình tác nghiệp": "QT-TN",
    "quy trình hỗ trợ": "QT-HT",
    "hướng dẫn": "HD",
    "biểu mẫu": "BM",
}


def kinds() -> dict[str, str]:
    """The kinds of documents, by code."""
    return labels_of("document_kinds")


FIELDS = (
    *ITSELF,
    *PLACE,
    Field("code", text(60), required=True),
    Field("title", text(500)),
    Field("kind", code("document_kinds", kinds, KINDS), required=True, codes=kinds),
    Field("unit", text(200)),
    Field("field", text(200)),
    Field("listed_on", day),
    *[Field(name, exact_day) for name in STEP_DAYS],
    Field("withdrawn_on", exact_day),
    Field("note", text(4000)),
)
Change = tuple[Row, Document, dict[str, Any], dict[str, Any]]


def load(loading: Loading, rows: Sequence[Row]) -> None:
    """Put the new documents on their lists and correct the known ones; all faults are kept."""
    by_id = _by_id(loading, rows)
    placed = [(row, rollout) for row in rows if (rollout := _placed(loading, row, by_id))]
    standing = _standing(sorted({rollout.pk for _, rollout in placed}))
    latest = _latest([*by_id.values(), *standing.values()])
    new: dict[Rollout, list[Row]] = defaultdict(list)
    changes: list[Change] = []
    for row, rollout in placed:
        document = by_id.get(row.told.get("id", 0)) or standing.get(
            (rollout.pk, row.told.get("code", ""))
        )
        if document is None:
            if loading.allowed(row, "document.list", rollout.agency_id, "code"):
                new[rollout].append(row)
        elif change := _change(loading, row, document, latest.get(document.pk)):
            changes.append(change)
    for rollout, some in new.items():
        _add(loading, rollout, some)
    _correct(loading, changes)


def _by_id(loading: Loading, rows: Sequence[Row]) -> dict[int, Document]:
    """The documents that rows name by id, as far as their sender sees them."""
    ids = [row.told["id"] for row in rows if "id" in row.told]
    found = Document.objects.select_related("rollout__agency").in_bulk(ids) if ids else {}
    for row in rows:
        document = found.get(row.told.get("id", 0))
        seen = document is not None and document.rollout_id in loading.places.visible
        if "id" in row.told and not seen:
            loading.table.fault(row, "id", "workbook.no_such_record", {"value": row.told["id"]})
    return {pk: d for pk, d in found.items() if d.rollout_id in loading.places.visible}


def _placed(loading: Loading, row: Row, by_id: dict[int, Document]) -> Rollout | None:
    if "id" in row.told:
        document = by_id.get(row.told["id"])
        if document is None:
            return None
        rollout = loading.places.visible[document.rollout_id]
        document.rollout = rollout
        loading.rollouts.add(rollout.pk)
        return rollout
    return loading.rollout_of(row, _day_of(row))


def _day_of(row: Row) -> date | None:
    """The day of a row, on which its agency is named."""
    listed = row.told.get("listed_on")
    days = [row.told[name] for name in STEP_DAYS if name in row.told]
    return listed.end if isinstance(listed, PartialDate) else min(days, default=None)


def _standing(rollouts: list[int]) -> dict[tuple[int, str], Document]:
    rows = Document.objects.filter(rollout__in=rollouts, withdrawn_on=None)
    return {(d.rollout_id, d.code): d for d in rows.select_related("rollout__agency")}


def _latest(documents: Sequence[Document]) -> dict[int, DocumentVersion]:
    rows = DocumentVersion.objects.filter(document__in=[document.pk for document in documents])
    return {row.document_id: row for row in rows.order_by("issue_no", "revision_no")}


def _change(
    loading: Loading, row: Row, document: Document, version: DocumentVersion | None
) -> Change | None:
    """What a row says otherwise than its document; None where nothing is to be changed."""
    told = {**row.told, **({"kind_id": row.told["kind"]} if "kind" in row.told else {})}
    named = changed(document, told, COLUMNS)
    days = {n: told[n] for n in STEP_DAYS if n in told and getattr(version, n, None) != told[n]}
    if not named and not days:
        loading.made("unchanged")
        return None
    if not loading.allowed(row, "fact.correct", document.rollout.agency_id, "code"):
        return None
    if "id" not in row.told:
        choice = loading.settle(
            row, "code", "document.code_taken", document, {"code": document.code}
        )
    elif version_differs(document, row):
        choice = loading.settle(row, "row_version", "workbook.changed_meanwhile", document, {})
    else:
        choice = UPDATE
    return (row, document, named, days) if choice == UPDATE else None


def _add(loading: Loading, rollout: Rollout, rows: list[Row]) -> None:
    names = ("code", "title", "kind", "unit", "field", "listed_on", "withdrawn_on", "note")
    items = [
        {name: row.told[name] for name in (*names, *STEP_DAYS) if name in row.told} for row in rows
    ]
    given: dict[str, Any] = {"as_of": None, "told": loading.told, "at": ""}
    if loading.dry_run:
        _, _, reasons = weighed_items(rollout, items, **given)
        _keep(loading, rows, reasons)
    else:
        try:
            put_items(rollout, items, **given)
        except RuleBroken as refusal:
            _keep(loading, rows, refusal.blockers)
    loading.made("documents", len(rows))
    loading.step(len(rows))


def _correct(loading: Loading, changes: list[Change]) -> None:
    shared: dict[int, Rollout] = {}
    for _, document, _, _ in changes:  # one rollout in memory: who held it is asked once
        document.rollout = shared.setdefault(document.rollout_id, document.rollout)
    try:
        put_changes([(d, named, days) for _, d, named, days in changes], told=loading.told, at="")
    except RuleBroken as refusal:
        _keep(loading, [row for row, *_ in changes], refusal.blockers)
    loading.made("updated", len(changes))
    loading.step(len(changes))


def _keep(loading: Loading, rows: list[Row], reasons: list[Blocker]) -> None:
    """Each reason at the row it points to: /12/effective_on."""
    of_row: dict[int, list[Blocker]] = defaultdict(list)
    for blocker in reasons:
        of_row[int(blocker.pointer.split("/")[1])].append(blocker)
    for place, blockers in of_row.items():
        loading.blocked(rows[place], blockers)


def existing(_: Sequence[int], rollouts: Sequence[int]) -> list[dict[str, Any]]:
    """The rows of a template: the standing documents of these rollouts."""
    rows = Document.objects.filter(rollout__in=rollouts, withdrawn_on=None)
    documents = list(
        rows.select_related("rollout__agency").order_by("rollout_id", "kind__order", "code")
    )
    latest = _latest(documents)
    return [
        {
            "id": d.pk,
            "row_version": d.row_version,
            "agency": d.rollout.agency.code,
            "rollout": d.rollout_id,
            "edition": d.rollout.edition_id,
            "track": d.rollout.track,
            "code": d.code,
            "title": d.title,
            "kind": d.kind_id,
            "unit": d.unit,
            "field": d.field,
            "listed_on": PartialDate(d.listed_on, d.listed_on_precision) if d.listed_on else None,
            **{name: getattr(latest.get(d.pk), name, None) for name in STEP_DAYS},
            "withdrawn_on": d.withdrawn_on,
            "note": d.note,
        }
        for d in documents
    ]
