"""Rows of findings: what an audit found, what was done about it, what became of it."""

from collections.abc import Sequence
from typing import Any

from acts.permissions import Actor
from agencies.queries import visible_to
from audits import records
from audits.models import Audit, Finding
from audits.models.finding import FindingStep
from audits.rules import blockers_of_doer, blockers_of_finding
from core.columns import labels_of
from core.days import PartialDate, partial
from core.provenance import Provenance
from core.rules import refuse
from documents.models import Document
from evidence.queries import evidence_seen_by
from evidence.records import put_links
from evidence.rules import blockers_to_link
from imports.workbooks.kinds.one_by_one import correct, each, known_by_id
from imports.workbooks.loading import AGENCY, ITSELF, Loading, irregular
from imports.workbooks.understanding import Field, Row
from imports.workbooks.values import code, day, exact_day, long_text, text, whole

PART = "findings"
GRADES = {
    "loại 1": "major", "1": "major", "nc lớn": "major", "lớn": "major", "nặng": "major",
    "nghiêm trọng": "major", "không phù hợp loại 1": "major", "kph loại 1": "major",
    "điểm không phù hợp lớn": "major", "không phù hợp nặng": "major", "nc1": "major",
    "loại 2": "minor", "2": "minor", "nc nhỏ": "minor", "nhỏ": "minor", "nhẹ": "minor",
    "không phù hợp": "minor", "không phù hợp loại 2": "minor", "kph loại 2": "minor",
    "điểm không phù hợp": "minor", "điểm không phù hợp nhỏ": "minor", "nc2": "minor", "nc": "minor",
    "không phù hợp nhẹ": "minor", "kph": "minor",
    "lưu ý": "observation", "khuyến nghị": "observation", "điểm lưu ý": "observation",
    "điểm khuyến nghị": "observation", "lưu ý khuyến nghị": "observation", "kn": "observation",
    "lưu ý, khuyến nghị": "observation", "obs": "observation", "ofi": "observation",
    "quan sát": "observation", "cải tiến": "observation", "cơ hội cải tiến": "observation",
    "ln": "observation", "điểm lưu ý, khuyến nghị": "observation",
}  # fmt: skip
DONE = {"x": "done", "có": "done", "rồi": "done", "không": "not_done", "chưa": "not_done"}
CORRECTED = ("grade", "code", "clause", "unit", "description", "raised_on", "due_on", "note",
             "irregular")  # fmt: skip
# The fields of a line of a report, whether it comes in a workbook or is pasted from one.
LINE = (
    Field("grade", code("grades", Finding.GRADES, GRADES), required=True,
          codes=lambda: labels_of("grades")),
    Field("code", text(40)),
    Field("clause", text(20)),
    Field("description", long_text()),
    Field("unit", text(200)),
    Field("document", text(60)),
    Field("raised_on", day),
    Field("due_on", exact_day),
    Field("count", whole(1, 200)),
    Field("completed_on", day),
    Field("cause", long_text()),
    Field("cause_category", code("cause_categories", FindingStep.CAUSES),
          codes=lambda: labels_of("cause_categories")),
    Field("action", long_text()),
    Field("responsible", text(200)),
    Field("action_due_on", exact_day),
    Field("disposition", code("dispositions", FindingStep.DISPOSITIONS, DONE),
          codes=lambda: labels_of("dispositions")),
    Field("disposition_reason", text(2000)),
)  # fmt: skip
FIELDS = (
    *ITSELF,
    AGENCY,
    Field("audit", whole(1, 2**62)),
    Field("audit_held_on", day),
    *LINE,
    Field("verified_on", day),
    Field("verified_by", text(200)),
    Field("irregular", text(2000)),
    Field("note", text(4000)),
)
RENAMED = {"on": "completed_on", "what": "action", "reason": "disposition_reason",
           "days_early": "completed_on"}  # fmt: skip


def load(loading: Loading, rows: Sequence[Row]) -> None:
    """Raise new findings, correct known ones, and record what became of each."""
    each(loading, rows, _put, RENAMED)


def seen_audits(by: Actor) -> Any:
    """The audits that somebody sees."""
    rows = Audit.objects.select_related("rollout__agency", "agency")
    return visible_to(by, rows, "agency_id")


def _put(loading: Loading, row: Row) -> None:
    told = irregular(loading, row)
    if told is None:
        return
    if "id" in row.told:
        seen = visible_to(loading.by, Finding.objects.select_related("audit"), "agency_id")
        finding = known_by_id(loading, row, seen)
        if finding is None:
            return
        audit = finding.audit
    else:
        found = _audit(loading, row)
        if found is None:
            return
        audit = found
        finding = _same(audit, row)
    if audit.rollout_id:
        loading.rollouts.add(audit.rollout_id)
    if finding is not None:
        correct(loading, row, finding, CORRECTED, rules=blockers_of_finding,
                conflict="finding.known", field="code")  # fmt: skip
        what_became(loading, row, [finding], told)
    elif loading.allowed(row, "finding.raise", audit.agency_id, "grade"):
        what_became(loading, row, raised(loading, row, audit, told), told)


def _audit(loading: Loading, row: Row) -> Audit | None:
    """The audit of a row: by id, else the agency's only one of the day."""
    seen = seen_audits(loading.by)
    if "audit" in row.told:
        found: Audit | None = seen.filter(pk=row.told["audit"]).first()
        if found is None:
            params = {"value": row.told["audit"]}
            loading.table.fault(row, "audit", "workbook.no_such_record", params)
        return found
    held: PartialDate | None = row.told.get("audit_held_on")
    agency = loading.agency_of(row, held.end if held else None)
    if agency is None:
        return None
    if held is None:
        loading.table.fault(row, "audit", "workbook.missing", {})
        return None
    near = list(seen.filter(agency=agency, counts_on__gte=held.start, counts_on__lte=held.end))
    if len(near) != 1:
        wrong = "workbook.no_audit" if not near else "workbook.which_audit"
        loading.table.fault(row, "audit_held_on", wrong, {"agency": agency.code})
        return None
    return near[0]


def _same(audit: Audit, row: Row) -> Finding | None:
    """The finding of the audit that bears the row's code."""
    known = row.told.get("code")
    rows = Finding.objects.select_related("audit")
    return rows.filter(audit=audit, code=known).first() if known else None


def raised(loading: Loading, row: Row, audit: Audit, told: Provenance) -> list[Finding]:
    """The new findings of a row: as many as its `count` says."""
    names = ("grade", "code", "clause", "unit", "description", "raised_on", "due_on", "count",
             "note")  # fmt: skip
    line = {name: row.told[name] for name in names if name in row.told}
    if "document" in row.told:
        line["document"] = _document(loading, row, audit)
    made = records.put_findings(audit, [line], told=told, strict=True)[0]
    loading.made("findings", len(made))
    _prove(loading, row, made)
    return made


def _prove(loading: Loading, row: Row, findings: list[Finding]) -> None:
    """Attach the files that the line names to what it raised."""
    ids = row.told.get("evidence", [])
    files = list(evidence_seen_by(loading.by).filter(pk__in=ids))
    if len(files) < len(set(ids)):
        loading.table.fault(row, "evidence", "workbook.no_such_record", {"value": "evidence"})
        return
    for finding in findings:
        refuse(blockers_to_link(finding, files))
        put_links(finding, files)


def _document(loading: Loading, row: Row, audit: Audit) -> Document | None:
    """The document that a cell names by its code; a screen sends the document itself."""
    if isinstance(row.told["document"], Document):
        return row.told["document"]
    found = Document.objects.filter(
        rollout__agency=audit.agency_id, code__iexact=row.told["document"]
    ).order_by("-pk").first()  # fmt: skip
    if found is None:
        params = {"value": row.told["document"]}
        loading.table.fault(row, "document", "workbook.no_such_document", params)
    return found


def what_became(loading: Loading, row: Row, findings: list[Finding], told: Provenance) -> None:
    """Action, completion, verification and disposition, as far as the row tells and it is new."""
    home, said = findings[0].agency_id, row.told
    standing = {step.kind for step in findings[0].steps.filter(reopened_on=None)}
    if "action" in said and _new_action(findings[0], said["action"]):
        if loading.allowed(row, "finding.plan_action", home, "action"):
            given = {
                "responsible": said.get("responsible", ""),
                "due_on": said.get("action_due_on"),
            }
            for finding in findings:
                records.put_action(finding, what=said["action"], told=told, **given)
                loading.made("actions")
    if "cause" in said and "completed_on" not in said and FindingStep.COMPLETED not in standing:
        loading.table.fault(row, "completed_on", "workbook.cause_without_day", {})
    if "completed_on" in said and FindingStep.COMPLETED not in standing:
        if loading.allowed(row, "finding.close", home, "completed_on"):
            records.put_completion(
                findings, completed_on=said["completed_on"], told=told,
                cause=said.get("cause", ""), cause_category=said.get("cause_category", ""),
                strict=True,
            )  # fmt: skip
            loading.made("completed", len(findings))
    if "disposition" in said and FindingStep.DISPOSED not in standing:
        if loading.allowed(row, "finding.disposition", home, "disposition"):
            records.put_disposition(
                findings, disposition=said["disposition"], told=told,
                why=said.get("disposition_reason", ""), strict=True,
            )  # fmt: skip
            loading.made("disposed", len(findings))
    if "verified_on" in said and FindingStep.VERIFIED not in standing:
        if loading.allowed(row, "finding.verify", home, "verified_on"):
            _verify(loading, said, findings, told)


def _verify(
    loading: Loading, said: dict[str, Any], findings: list[Finding], told: Provenance
) -> None:
    for finding in findings:
        refuse(blockers_of_doer(list(finding.steps.all()), loading.by.pk))
    records.put_verification(
        findings, verified_on=said["verified_on"], told=told,
        verified_by=said.get("verified_by", ""), strict=True,
    )  # fmt: skip
    loading.made("verified", len(findings))


def _new_action(finding: Finding, what: str) -> bool:
    return not finding.actions.filter(what=what).exists()


def existing(agencies: Sequence[int], rollouts: Sequence[int]) -> list[dict[str, Any]]:
    """The rows of a template: the findings of these agencies with what became of them."""
    rows = Finding.objects.filter(agency__in=list(agencies)).select_related("audit", "agency")
    found = rows.prefetch_related("steps", "actions", "document").order_by("audit_id", "pk")
    return [_row(finding) for finding in found]


def _row(finding: Finding) -> dict[str, Any]:
    steps = {step.kind: step for step in finding.steps.all() if step.reopened_on is None}
    action = finding.actions.all()[0] if finding.actions.all() else None
    done, disposed = steps.get(FindingStep.COMPLETED), steps.get(FindingStep.DISPOSED)
    verified = steps.get(FindingStep.VERIFIED)
    return {
        "id": finding.pk, "row_version": finding.row_version, "agency": finding.agency.code,
        "audit": finding.audit_id, "audit_held_on": finding.audit.counts_on,
        "grade": finding.grade, "code": finding.code, "clause": finding.clause,
        "description": finding.description, "unit": finding.unit,
        "document": finding.document.code if finding.document else None,
        "raised_on": partial(finding, "raised_on"), "due_on": finding.due_on,
        "completed_on": partial(done, "on") if done else None,
        "cause": done.cause if done else None,
        "cause_category": done.cause_category if done else None,
        "action": action.what if action else None,
        "responsible": action.responsible if action else None,
        "action_due_on": action.due_on if action else None,
        "disposition": disposed.disposition if disposed else None,
        "disposition_reason": disposed.explanation if disposed else None,
        "verified_on": partial(verified, "on") if verified else None,
        "verified_by": verified.verified_by if verified else None,
        "note": finding.note,
    }  # fmt: skip
