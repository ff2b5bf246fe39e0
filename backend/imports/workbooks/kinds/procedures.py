"""Rows of administrative procedures (TTHC), with the documents that carry them out."""

import re
from collections.abc import Sequence
from typing import Any

from agencies.models import Agency
from core.columns import labels_of
from core.days import PartialDate, partial
from documents.models import Document
from imports.workbooks.kinds.one_by_one import correct, each, known_by_id
from imports.workbooks.loading import AGENCY, ITSELF, Loading, irregular
from imports.workbooks.understanding import Field, Row
from imports.workbooks.values import code, day, text, whole
from procedures.models import AdminProcedure, ProcedureDecision
from procedures.records import put_change, put_links, put_procedure, searched
from procedures.rules import blockers_of_procedure

PART = "admin-procedures"
LEVELS, STATUSES = "procedure_levels", "procedure_statuses"
WORDS = {"tỉnh": "tinh", "huyện": "huyen", "xã": "xa", "cấp tỉnh": "tinh"}
SAID = {"đang hiệu lực": "in_force", "công bố mới": "in_force", "mới": "in_force",
        "sửa đổi": "amended", "sửa đổi, bổ sung": "amended", "bãi bỏ": "abolished",
        "thay thế": "replaced"}  # fmt: skip
KEPT = ("code", "name", "field", "level", "time_limit_days", "note", "irregular")
FIELDS = (
    *ITSELF,
    AGENCY,
    Field("code", text(40), required=True),
    Field("name", text(600), required=True),
    Field("field", text(200)),
    Field("level", code(LEVELS, AdminProcedure.LEVELS, WORDS), codes=lambda: labels_of(LEVELS)),
    Field("time_limit_days", whole(0, 3650)),
    Field("status", code(STATUSES, ProcedureDecision.STATUSES, SAID),
          codes=lambda: labels_of(STATUSES)),
    Field("decision_no", text(80)),
    Field("published_on", day),
    Field("documents", text(2000)),
    Field("irregular", text(2000)),
    Field("note", text(4000)),
)  # fmt: skip


def load(loading: Loading, rows: Sequence[Row]) -> None:
    """Put new procedures on record, correct known ones, record what later decisions said."""
    each(loading, rows, _put)


def _put(loading: Loading, row: Row) -> None:
    told = irregular(loading, row)
    if told is None:
        return
    if "id" in row.told:
        procedure = known_by_id(loading, row, AdminProcedure.objects.all())
        home = procedure.agency if procedure else None
    else:
        published: PartialDate | None = row.told.get("published_on")
        home = loading.agency_of(row, published.end if published else None)
        procedure = _same(home, row)
    if home is None:
        return
    documents = _documents(loading, row, home)
    if procedure is None:
        if loading.allowed(row, "procedure.record", home.pk, "code") and not row.faulty:
            names = ("code", "name", "field", "level", "time_limit_days", "status", "decision_no",
                     "published_on", "note")  # fmt: skip
            given = {name: row.told[name] for name in names if name in row.told}
            put_procedure(home, told=told, documents=documents, **given)
            loading.made("procedures")
        return
    if correct(loading, row, procedure, KEPT, rules=blockers_of_procedure,
               conflict="procedure.known", field="code"):  # fmt: skip
        procedure.search_text = searched(procedure.code, procedure.name)
        procedure.save(update_fields=["search_text"])
    _change(loading, row, procedure, told)
    new = [d for d in documents if not procedure.links.filter(document=d).exists()]
    if new and loading.allowed(row, "procedure.link", home.pk, "documents"):
        put_links(procedure, new, checked_on=None)
        loading.made("links", len(new))


def _same(home: Agency | None, row: Row) -> AdminProcedure | None:
    rows = AdminProcedure.objects.filter(agency=home, code=row.told.get("code", ""))
    return rows.select_related("agency").first() if home else None


def _change(loading: Loading, row: Row, procedure: AdminProcedure, told: Any) -> None:
    """What a decision that is not yet on record announced of a known procedure."""
    published, status = row.told.get("published_on"), row.told.get("status", "amended")
    if published is None:
        return
    known = ProcedureDecision.objects.filter(
        procedure=procedure, published_on=published.start, status=status
    )
    first = ProcedureDecision.objects.filter(procedure=procedure, published_on=published.start)
    if known.exists() or ("status" not in row.told and first.exists()):
        return
    if loading.allowed(row, "procedure.change", procedure.agency_id, "published_on"):
        put_change(procedure, status=status, published_on=published, told=told,
                   decision_no=row.told.get("decision_no", ""))  # fmt: skip
        loading.made("changes")


def _documents(loading: Loading, row: Row, home: Agency) -> list[Document]:
    """The documents that a cell names by their codes: QT-01; QT-02."""
    codes = [c for c in re.split(r"[;,\n]+\s*", row.told.get("documents", "")) if c.strip()]
    found = []
    for written in codes:
        standing = Document.objects.filter(rollout__agency=home, withdrawn_on=None)
        document = standing.filter(code__iexact=written.strip()).order_by("-pk").first()
        if document is None:
            params = {"value": written.strip()}
            loading.table.fault(row, "documents", "workbook.no_such_document", params)
        else:
            found.append(document)
    return found


def existing(agencies: Sequence[int], _: Sequence[int]) -> list[dict[str, Any]]:
    """The rows of a template: the procedures of these agencies with their latest decision."""
    rows = AdminProcedure.objects.filter(agency__in=list(agencies)).select_related("agency")
    found = rows.prefetch_related("decisions", "documents").order_by("agency__code", "code")
    return [_row(procedure) for procedure in found]


def _row(procedure: AdminProcedure) -> dict[str, Any]:
    decisions = sorted(procedure.decisions.all(), key=lambda one: (str(one.counts_on), one.pk))
    latest = decisions[-1] if decisions else None
    return {
        "id": procedure.pk, "row_version": procedure.row_version, "agency": procedure.agency.code,
        **{name: getattr(procedure, name) for name in KEPT},
        "status": latest.status if latest else None,
        "decision_no": latest.decision_no if latest else None,
        "published_on": partial(latest, "published_on") if latest else None,
        "documents": "; ".join(document.code for document in procedure.documents.all()),
    }  # fmt: skip
