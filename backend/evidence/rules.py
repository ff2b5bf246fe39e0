"""What a file must satisfy to be kept, replaced, attached, merged or taken out."""

from collections.abc import Iterator, Sequence
from typing import Any

from core.days import PartialDate, happened
from core.rules import Blocker
from evidence.contents import IMAGES, Received, blockers_of_content
from evidence.models import Evidence
from evidence.queries import of_one_line, province_id

MAX_PAGES = 60


def blockers_of_file(file: Received, found: str) -> Iterator[Blocker]:
    """Its content, and what the scanner found in it. Source: issue 4, evidence."""
    yield from blockers_of_content(file)
    if found:
        yield Blocker("evidence.infected", {"name": file.name, "found": found[:100]}, "/file")


def blockers_of_day(dated_on: PartialDate | None) -> Iterator[Blocker]:
    """The day of a paper has happened. Source: reference 2.5."""
    yield from happened((dated_on, "/dated_on"))


def blockers_of_evidence(evidence: Evidence) -> Iterator[Blocker]:
    """A corrected day has happened. Source: reference 2.5."""
    day = evidence.dated_on
    told = PartialDate(day, evidence.dated_on_precision) if day else None
    yield from blockers_of_day(told)


def blockers_to_replace(evidence: Evidence) -> Iterator[Blocker]:
    """A version is followed by one other. Source: issue 4, versions."""
    newer = Evidence.objects.filter(replaces=evidence.pk).values_list("pk", flat=True).first()
    if newer:
        yield Blocker("evidence.has_newer", {"id": newer})


def blockers_to_void(evidence: Evidence) -> Iterator[Blocker]:
    """The newer version goes first; the older ones stay. Source: issue 4, versions."""
    yield from blockers_to_replace(evidence)


def blockers_to_link(record: Any, files: Sequence[Evidence]) -> Iterator[Blocker]:
    """A record is proven by files of its own agency's line, or of the province.

    A paper of the province itself may be proven by any agency's scan. Source: issue 4, evidence.
    """
    home = record.home_agency_id
    if home is None or record.home_agency_id == province_id():
        return
    line = of_one_line(home) if files else set()
    for place, file in enumerate(files):
        if file.agency_id not in line:
            yield Blocker("evidence.of_another_agency", {"name": file.name}, f"/evidence/{place}")


def blockers_to_merge(photos: Sequence[Evidence]) -> Iterator[Blocker]:
    """Only photos become a PDF, all of one agency, a paper's worth of them. Source: issue 4."""
    if len(photos) > MAX_PAGES:
        yield Blocker("evidence.too_many_pages", {"limit": MAX_PAGES}, "/evidence")
    for place, photo in enumerate(photos):
        if photo.media_type not in IMAGES:
            yield Blocker("evidence.not_an_image", {"name": photo.name}, f"/evidence/{place}")
        if photo.agency_id != photos[0].agency_id:
            yield Blocker("evidence.of_another_agency", {"name": photo.name}, f"/evidence/{place}")
