"""Putting evidence on record: the file into the store, then rows. Called inside an open act."""

from collections.abc import Iterable, Sequence
from typing import Any

from agencies.models import Agency
from core.days import PartialDate, columns
from core.provenance import Provenance
from core.rules import refuse
from core.text import search_text
from evidence import rules, store
from evidence.contents import Received
from evidence.models import Evidence, EvidenceLink


def put_evidence(
    agency: Agency,
    file: Received,
    *,
    told: Provenance,
    number: str = "",
    dated_on: PartialDate | None = None,
    abstract: str = "",
    replaces: Evidence | None = None,
    merged_from: Sequence[int] = (),
) -> Evidence:
    """A file with what it proves; the file is in the store before its row is written."""
    refuse(rules.blockers_of_day(dated_on))
    store.keep(file)
    return Evidence.objects.create(
        agency=agency,
        name=file.name,
        media_type=file.media_type,
        size=file.size,
        sha256=file.sha256,
        number=number,
        abstract=abstract,
        replaces=replaces,
        merged_from=list(merged_from),
        search_text=searched(file.name, number, abstract),
        **columns(dated_on=dated_on),
        **told.columns(),
    )


def searched(name: str, number: str, abstract: str) -> str:
    """What a search without accents finds evidence by."""
    return search_text(number, abstract, name)


def keep_corrected(evidence: Evidence) -> Evidence:
    """Save corrected columns; the search text follows."""
    evidence.search_text = searched(evidence.name, evidence.number, evidence.abstract)
    evidence.save()
    return evidence


def put_links(record: Any, files: Iterable[Evidence], *, whole: bool = False) -> None:
    """Attach these files to a record; as the whole list, those not named are detached."""
    about = {"about": str(record._meta.model_name), "about_id": record.pk}
    wanted = {file.pk for file in files}
    known = set(EvidenceLink.objects.filter(**about).values_list("evidence_id", flat=True))
    if whole:
        EvidenceLink.objects.filter(
            **about, evidence__replaced_by=None, evidence__in=known - wanted
        ).delete()
    EvidenceLink.objects.bulk_create(
        EvidenceLink(evidence_id=pk, agency_id=record.home_agency_id, **about)
        for pk in sorted(wanted - known)
    )


def put_links_of(about: Any, new: Evidence, *, instead_of: Sequence[Evidence] = ()) -> None:
    """Attach a new file to the record it was made for, in the place of others; None: to nothing."""
    if about is None:
        return
    named = {"about": str(about._meta.model_name), "about_id": about.pk}
    EvidenceLink.objects.filter(**named, evidence__in=[old.pk for old in instead_of]).delete()
    put_links(about, [new])


def hand_on_links(old: Evidence, new: Evidence) -> None:
    """What the old version proved, the new one proves."""
    EvidenceLink.objects.bulk_create(
        EvidenceLink(
            evidence=new, about=link.about, about_id=link.about_id, agency_id=link.agency_id
        )
        for link in old.links.order_by("pk")
    )


def take_out(evidence: Evidence) -> None:
    """Remove the row and what it was attached to; the trail and the stored file stay."""
    EvidenceLink.objects.filter(evidence=evidence).delete()
    evidence.delete()
