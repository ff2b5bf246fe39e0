"""Putting documents on record: rules, then rows. Called inside an open act."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import Any

from core.days import PartialDate, columns, partial
from core.provenance import Provenance
from core.rules import Blocker, RuleBroken, refuse
from core.text import search_text
from documents import rules
from documents.models import STEPS, Document, DocumentVersion, Promulgation
from plans.models import Rollout
from plans.records import reach_back

BATCH = 2000
STEP_DAYS = [f"{step}_on" for step in STEPS]


def put_document(rollout: Rollout, *, told: Provenance, **given: Any) -> Document:
    """One line of the list: code, title, kind (a code), unit, field, listed_on, withdrawn_on …"""
    document = _document(rollout, told, given)
    refuse(rules.blockers_of_document(document), irregular=told.irregular)
    document.save()
    reach_back(rollout, _counting_day(document))
    return document


def put_documents(
    rollout: Rollout, items: Sequence[dict[str, Any]], *, told: Provenance, at: str = "/items"
) -> list[Document]:
    """Many lines of the list, each as for put_document; reasons point to `at`/0/code."""
    documents = [_document(rollout, told, dict(item)) for item in items]
    refuse(rules.blockers_of_list(rollout, documents, at), irregular=told.irregular)
    return _keep_list(rollout, documents)


def _keep_list(rollout: Rollout, documents: list[Document]) -> list[Document]:
    Document.objects.bulk_create(documents, batch_size=BATCH)
    reach_back(rollout, min(map(_counting_day, documents), default=None))
    return documents


def put_items(
    rollout: Rollout,
    items: Sequence[dict[str, Any]],
    *,
    as_of: date | None,
    told: Provenance,
    at: str = "/documents/items",
) -> list[Document]:
    """Lines of a case file with the days of their only version, in two bulk writes.

    A line without `listed_on` is listed from its earliest day, else from `as_of`; one without any
    of drafted_on … effective_on gets no version. Days are dates. Source: contract 6.
    """
    documents, versions, reasons = weighed_items(rollout, items, as_of=as_of, told=told, at=at)
    refuse(reasons, irregular=told.irregular)
    _keep_list(rollout, documents)
    _create(rollout, versions)
    return documents


def weighed_items(
    rollout: Rollout,
    items: Sequence[dict[str, Any]],
    *,
    as_of: date | None,
    told: Provenance,
    at: str = "/documents/items",
) -> tuple[list[Document], list[DocumentVersion], list[Blocker]]:
    """What put_items would write, and every reason against it; nothing is written."""
    lines, steps = [], []
    for item in items:
        line = dict(item)
        days = {name: line.pop(name, None) for name in STEP_DAYS}
        line["listed_on"] = line.get("listed_on") or min(filter(None, days.values()), default=as_of)
        lines.append(line)
        steps.append(days)
    documents = [_document(rollout, told, line) for line in lines]
    dated = [
        (place, _version(document, told, {"withdrawn_on": document.withdrawn_on, **days}))
        for place, (document, days) in enumerate(zip(documents, steps, strict=True))
        if any(days.values())
    ]
    reasons = list(rules.blockers_of_list(rollout, documents, at))
    for place, version in dated:
        reasons += rules.at(f"{at}/{place}", rules.blockers_of_steps(version))
    return documents, [version for _, version in dated], reasons


def put_placeholders(
    rollout: Rollout, *, kind: str, count: int, as_of: date, told: Provenance
) -> list[Document]:
    """So many documents that a source only counts: QT-BB (1) …, issued and in effect from as_of."""
    known = Document.objects.filter(rollout=rollout, kind__code=kind, placeholder=True).count()
    items = [
        {
            "code": f"{kind} ({number})",
            "kind": kind,
            "placeholder": True,
            "listed_on": as_of,
            "issued_on": as_of,
            "effective_on": as_of,
        }
        for number in range(known + 1, known + count + 1)
    ]
    return put_items(rollout, items, as_of=as_of, told=told, at="/documents/by_kind")


def keep_document(document: Document) -> Document:
    """Write a corrected document and what follows from it: search text, versions, rollout."""
    document.search_text = search_text(document.code, document.title)
    document.save()
    rechain([document.pk])
    reach_back(document.rollout, _counting_day(document))
    return document


def put_changes(
    changes: Sequence[tuple[Document, dict[str, Any], dict[str, Any]]],
    *,
    told: Provenance,
    at: str = "/items",
) -> list[Document]:
    """Many documents corrected at once: (document, columns, days of its latest version).

    A document without any version gets its first when it is given days. Documents come with their
    rollout and its agency. Reasons point to `at`/0/code; a constant number of writes.
    """
    latest = _latest_versions([document.pk for document, _, _ in changes])
    reasons: list[Blocker] = []
    touched: list[DocumentVersion] = []
    for place, (document, named, days) in enumerate(changes):
        for name, value in named.items():
            setattr(document, name, value)
        document.search_text = search_text(document.code, document.title)
        codes = "code" in named or "withdrawn_on" in named
        of_document = rules.blockers_of_document if codes else rules.blockers_of_days
        reasons += rules.at(f"{at}/{place}", of_document(document))
        if days:
            version, several = latest.get(document.pk, (None, False))
            version = version or _version(document, told, {})
            version.document = document
            _set_days(version, days)
            of_version = rules.blockers_of_version if several else rules.blockers_of_steps
            reasons += rules.at(f"{at}/{place}", of_version(version))
            touched.append(version)
    refuse(reasons, irregular=told.irregular)
    documents = [document for document, _, _ in changes]
    _write_changes(documents, {name for _, named, _ in changes for name in named}, touched)
    return documents


def _latest_versions(documents: list[int]) -> dict[int, tuple[DocumentVersion, bool]]:
    """The latest version of each document, and whether it has others."""
    found: dict[int, tuple[DocumentVersion, bool]] = {}
    rows = DocumentVersion.objects.filter(document__in=documents)
    for version in rows.order_by("issue_no", "revision_no"):
        found[version.document_id] = (version, version.document_id in found)
    return found


def _set_days(version: DocumentVersion, days: dict[str, Any]) -> None:
    for name, day in days.items():
        setattr(version, name, day)
    end, day = version.withdrawn_on, version.effective_on
    if end and day and end < day:  # it follows anew from the corrected days
        version.withdrawn_on = None


def _write_changes(
    documents: list[Document], names: set[str], versions: list[DocumentVersion]
) -> None:
    if names:
        Document.objects.bulk_update(
            documents, sorted({*names, "search_text"}), batch_size=BATCH // 4
        )
    new = [version for version in versions if not version.pk]
    known = [version for version in versions if version.pk]
    DocumentVersion.objects.bulk_create(new, batch_size=BATCH)
    DocumentVersion.objects.bulk_update(known, [*STEP_DAYS, "withdrawn_on"], batch_size=BATCH // 4)
    rechain(document.pk for document in documents)
    for rollout, day in _first_days(documents, versions).items():
        reach_back(rollout, day)


def _first_days(documents: list[Document], versions: list[DocumentVersion]) -> dict[Rollout, date]:
    """The earliest day that each rollout's documents and versions tell."""
    first: dict[Rollout, date] = {}
    told = [(document.rollout, _counting_day(document)) for document in documents]
    for version in versions:
        days = [getattr(version, name) for name in STEP_DAYS]
        told += [(version.document.rollout, day) for day in days if day]
    for rollout, day in told:
        first[rollout] = min(day, first.get(rollout, day))
    return first


def put_version(document: Document, *, told: Provenance, **given: Any) -> DocumentVersion:
    """One version of a document; without numbers it is the next revision.

    The version that was in effect ends on the day on which this one takes effect.
    """
    version = _version(document, told, {**_next_number(document, given), **given})
    refuse(rules.blockers_of_version(version), irregular=told.irregular)
    version.save()
    keep_version(version)
    return version


def keep_version(version: DocumentVersion) -> DocumentVersion:
    """What follows from a new or corrected version: the others' ends, the rollout's first day."""
    rechain([version.document_id])
    version.refresh_from_db(fields=["counts_on", "withdrawn_on"])
    reach_back(version.document.rollout, version.counts_on)
    return version


def put_promulgation(
    rollout: Rollout,
    *,
    told: Provenance,
    number: str = "",
    signed_on: PartialDate | date | None = None,
    effective_on: date | None = None,
    documents: Iterable[Document] | None = None,
    versions: Sequence[DocumentVersion] | None = None,
    note: str = "",
) -> Promulgation:
    """The decision that issues the versions named, or the latest not yet issued of each document.

    A document without any version gets its first. Without documents and versions: every standing
    document of the list that has a version to issue, or none at all.
    """
    promulgation = Promulgation(
        rollout=rollout,
        number=number,
        effective_on=effective_on,
        note=note,
        **columns(signed_on=signed_on),
        **told.columns(),
    )
    if versions is None:
        versions = _to_issue(rollout, documents, told)
    reasons = [
        *rules.blockers_of_promulgation(promulgation),
        *rules.blockers_of_issued(versions),
        *rules.blockers_to_issue(promulgation, versions),
    ]
    refuse(reasons, irregular=told.irregular)
    promulgation.save()
    promulgation.refresh_from_db(fields=["counts_on"])
    _issue(promulgation, versions)
    reach_back(rollout, promulgation.counts_on)
    return promulgation


def keep_promulgation(promulgation: Promulgation, *, was_effective_on: date | None) -> Promulgation:
    """Write a corrected promulgation; its versions follow, but for days of their own."""
    versions = _not_issued(promulgation, was_effective_on)
    refuse(rules.blockers_to_issue(promulgation, versions), irregular=promulgation.irregular)
    promulgation.save()
    promulgation.refresh_from_db(fields=["counts_on"])
    _issue(promulgation, versions)
    reach_back(promulgation.rollout, promulgation.counts_on)
    return promulgation


def take_back(promulgation: Promulgation) -> None:
    """Delete a promulgation that was recorded wrongly; its versions wait to be issued again."""
    versions = _not_issued(promulgation, promulgation.effective_on)
    for version in versions:
        version.promulgation = None
    DocumentVersion.objects.bulk_update(
        versions, ["promulgation", "issued_on", "effective_on"], batch_size=BATCH
    )
    rechain({version.document_id for version in versions})
    promulgation.delete()


def rechain(documents: Iterable[int]) -> None:
    """Let each version end where the next one takes effect, the last with its document.

    Only one version is in effect at a time, in whatever order they were recorded or corrected.
    """
    rows = DocumentVersion.objects.filter(document__in=list(documents)).select_related("document")
    changed = []
    for _, group in groupby(rows.order_by("document_id"), key=lambda row: row.document_id):
        versions = list(group)
        taken = sorted(
            (v for v in versions if v.effective_on),
            key=lambda v: (v.effective_on, v.issue_no, v.revision_no),
        )
        ends = {v.pk: after.effective_on for v, after in pairwise(taken)}
        for version in versions:
            end = ends.get(version.pk, version.document.withdrawn_on)
            if version.withdrawn_on != end:
                version.withdrawn_on = end
                changed.append(version)
    DocumentVersion.objects.bulk_update(changed, ["withdrawn_on"], batch_size=BATCH)


def _document(rollout: Rollout, told: Provenance, given: dict[str, Any]) -> Document:
    listed = columns(listed_on=given.pop("listed_on", None))
    kind = given.pop("kind")
    document = Document(rollout=rollout, kind_id=kind, **listed, **given, **told.columns())
    document.search_text = search_text(document.code, document.title)
    return document


def _version(document: Document, told: Provenance, given: dict[str, Any]) -> DocumentVersion:
    return DocumentVersion(document=document, **given, **told.columns())


def _counting_day(document: Document) -> date:
    listed = partial(document, "listed_on")
    return listed.end if listed else document.reported_by


def _next_number(document: Document, given: dict[str, Any]) -> dict[str, int]:
    last = document.versions.order_by("-issue_no", "-revision_no").first()
    if last is None or given.get("issue_no") not in (None, last.issue_no):
        return {
            "issue_no": given.get("issue_no") or 1,
            "revision_no": given.get("revision_no") or 0,
        }
    return {"issue_no": last.issue_no, "revision_no": last.revision_no + 1}


def _create(rollout: Rollout, versions: list[DocumentVersion]) -> None:
    DocumentVersion.objects.bulk_create(versions, batch_size=BATCH)
    days = [day for v in versions for day in (getattr(v, name) for name in STEP_DAYS) if day]
    reach_back(rollout, min(days, default=None))


def _to_issue(
    rollout: Rollout, documents: Iterable[Document] | None, told: Provenance
) -> list[DocumentVersion]:
    """The latest version of each document that was not yet issued; new ones are not yet saved."""
    everything = documents is None
    if documents is None:
        documents = Document.objects.filter(rollout=rollout, withdrawn_on=None)
    named = list({document.pk: document for document in documents}.values())
    rows = DocumentVersion.objects.filter(document__in=named).order_by("issue_no", "revision_no")
    waiting: dict[int, DocumentVersion] = {}
    known = set()
    for version in rows.select_related("document__rollout__agency"):
        known.add(version.document_id)
        if version.issued_on is None and version.effective_on is None:
            waiting[version.document_id] = version
    done = [d for d in named if d.pk in known and d.pk not in waiting]
    if done and not everything:
        raise RuleBroken(
            [Blocker("promulgation.nothing_to_issue", {"code": d.code}, "/documents") for d in done]
        )
    return [waiting.get(d.pk) or _version(d, told, {}) for d in named if d not in done]


def _not_issued(promulgation: Promulgation, effective_on: date | None) -> list[DocumentVersion]:
    """The versions of a promulgation without the days that they have from it; not yet saved."""
    versions = list(promulgation.versions.select_related("document__rollout__agency"))
    for version in versions:
        version.issued_on = None
        if version.effective_on == effective_on:
            version.effective_on = None
    return versions


def _issue(promulgation: Promulgation, versions: Sequence[DocumentVersion]) -> None:
    """Issue versions on the day of the decision, but not after the day they took effect."""
    for version in versions:
        version.promulgation = promulgation
        version.effective_on = version.effective_on or promulgation.effective_on
        version.issued_on = min(
            filter(None, (promulgation.counts_on, version.effective_on)), default=None
        )
    known = [version for version in versions if version.pk]
    new = [version for version in versions if not version.pk]
    DocumentVersion.objects.bulk_create(new, batch_size=BATCH)
    DocumentVersion.objects.bulk_update(
        known, ["promulgation", "issued_on", "effective_on"], batch_size=BATCH
    )
    rechain({version.document_id for version in versions})
