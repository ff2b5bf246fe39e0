"""The acts on evidence; each passes the gate once. Files are read and scanned before it."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from acts.facts import told_by
from acts.gate import acting, needs_reason
from acts.permissions import Actor, may
from agencies.models import Agency
from core.days import PartialDate
from core.rules import Malformed, refuse
from evidence import merging, records, rules
from evidence.contents import Received
from evidence.models import Evidence
from evidence.queries import evidence_seen_by
from evidence.scanning import found_in


def attach_evidence(
    agency: Agency,
    file: Received,
    *,
    number: str = "",
    dated_on: PartialDate | None = None,
    abstract: str = "",
    about: Any = None,
    reason: str = "",
    by: Actor,
) -> Evidence:
    """Keep a file of an agency, unchanged, with what it proves.

    With `about` it is attached to that record in the same act; where it may not be, nothing is
    kept. Raises RuleBroken for what may not be kept, Problem 503 while the scanner is out of reach.
    """
    _refuse_strange(about, agency, file.name, by)
    refuse(rules.blockers_of_file(file, found_in(file.stream)))
    with acting("evidence.attach", by=by, on=_agency(agency.pk), reason=reason) as home:
        _refuse_strange(about, home, file.name, by)
        new = records.put_evidence(
            home, file, told=told_by(by), number=number, dated_on=dated_on, abstract=abstract
        )
        records.put_links_of(about, new)
        return new


def replace_evidence(
    evidence: Evidence,
    file: Received,
    *,
    number: str | None = None,
    dated_on: PartialDate | None = None,
    abstract: str | None = None,
    reason: str = "",
    by: Actor,
) -> Evidence:
    """Keep the next version of a file; it proves what the old one did, and the old one stays."""
    refuse(rules.blockers_of_file(file, found_in(file.stream)))
    with acting("evidence.replace", by=by, on=evidence.root(), reason=reason) as home:
        old = get_object_or_404(Evidence, pk=evidence.pk)
        refuse(rules.blockers_to_replace(old))
        day = PartialDate(old.dated_on, old.dated_on_precision) if old.dated_on else None
        new = records.put_evidence(
            home,
            file,
            told=told_by(by),
            number=old.number if number is None else number,
            dated_on=dated_on or day,
            abstract=old.abstract if abstract is None else abstract,
            replaces=old,
        )
        records.hand_on_links(old, new)
        return new


def merge_evidence(
    photos: Sequence[Evidence],
    name: str,
    *,
    about: Any = None,
    reason: str = "",
    by: Actor,
    **given: Any,
) -> Evidence:
    """Make one PDF of several photos, in their order; the photos stay on record.

    With `about` the PDF takes the photos' place among the files of that record.
    """
    refuse(rules.blockers_to_merge(photos))
    _refuse_strange(about, photos[0].agency, name, by)
    file = merging.as_one_pdf(photos, name)
    with acting("evidence.attach", by=by, on=_agency(photos[0].agency_id), reason=reason) as home:
        _refuse_strange(about, home, name, by)
        new = records.put_evidence(
            home, file, told=told_by(by), merged_from=[photo.pk for photo in photos], **given
        )
        records.put_links_of(about, new, instead_of=photos)
        return new


def link_evidence(
    record: Any, ids: Sequence[int], *, whole: bool = False, reason: str = "", by: Actor
) -> None:
    """Attach files to a record; with `whole` these are all, and the others are detached."""
    with acting("evidence.attach", by=by, on=record.root(), reason=reason):
        seen = {file.pk: file for file in evidence_seen_by(by).filter(pk__in=ids)}
        strange = [place for place, pk in enumerate(ids) if pk not in seen]
        if strange:
            raise Malformed(*[(f"/evidence/{at}", "does_not_exist", {}) for at in strange])
        files = [seen[pk] for pk in ids]
        refuse(rules.blockers_to_link(record, files))
        records.put_links(record, files, whole=whole)


def correct_evidence(
    evidence: Evidence, changes: dict[str, Any], *, reason: str = "", by: Actor
) -> Evidence:
    """Correct what a file is said to prove; the file itself never changes."""
    with acting("fact.correct", by=by, on=evidence.root(), reason=reason):
        current = get_object_or_404(Evidence, pk=evidence.pk)
        for name, value in changes.items():
            setattr(current, name, value)
        refuse(rules.blockers_of_evidence(current))
        return records.keep_corrected(current)


def void_evidence(evidence: Evidence, *, reason: str = "", by: Actor) -> None:
    """Take a wrong file off the record with a reason; its trail and its bytes stay."""
    needs_reason(reason)
    with acting("evidence.void", by=by, on=evidence.root(), reason=reason):
        current = get_object_or_404(Evidence, pk=evidence.pk)
        refuse(rules.blockers_to_void(current))
        records.take_out(current)


def _refuse_strange(about: Any, agency: Agency, name: str, by: Actor) -> None:
    """Refuse what may not be attached, before its upload is kept: the record's agency decides."""
    if about is None:
        return
    if not may(by, "evidence.attach", about.home_agency_id):
        raise PermissionDenied("evidence.attach")
    refuse(rules.blockers_to_link(about, [Evidence(agency=agency, name=name)]))


def _agency(pk: int) -> Any:
    return Agency.objects.filter(pk=pk)
