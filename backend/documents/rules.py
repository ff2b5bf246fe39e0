"""What a list, a version and a promulgation must satisfy."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from core.days import happened, ordered, partial
from core.rules import Blocker
from core.text import nfc
from documents.models import STEPS, Document, DocumentVersion, ModelList, Promulgation
from plans.models import Rollout
from plans.rules import within_life_of_holder

_CODE = re.compile(r"^[A-ZĐ0-9][A-ZĐ0-9./_-]{1,39}$")


def at(pointer: str, blockers: Iterable[Blocker]) -> Iterator[Blocker]:
    """The same reasons, pointing into one item of a longer request."""
    for blocker in blockers:
        yield replace(blocker, pointer=f"{pointer}{blocker.pointer}")


def blockers_of_days(document: Document) -> Iterator[Blocker]:
    """Days of a document: happened, in order, within the agency's life. Source: reference 2.5."""
    listed, withdrawn = partial(document, "listed_on"), document.withdrawn_on
    days = (listed, "/listed_on"), (withdrawn, "/withdrawn_on")
    yield from happened(*days)
    yield from ordered("document.withdrawn_before_listed", listed, withdrawn, "/withdrawn_on")
    yield from within_life_of_holder(document.rollout, *days)


def blockers_of_document(document: Document) -> Iterator[Blocker]:
    """Its days; a code that no other standing document of the list has. Source: reference 3.3."""
    yield from blockers_of_days(document)
    same = Document.objects.filter(
        rollout=document.rollout_id, code=document.code, withdrawn_on=None
    ).exclude(pk=document.pk)
    if document.withdrawn_on is None and same.exists():
        yield Blocker("document.code_taken", {"code": document.code}, "/code")
    if document.pk and document.withdrawn_on:
        for version in document.versions.filter(effective_on__gt=document.withdrawn_on):
            yield from ordered(
                "document.withdrawn_before_version",
                version.effective_on,
                document.withdrawn_on,
                "/withdrawn_on",
            )


def blockers_of_list(
    rollout: Rollout, documents: Sequence[Document], pointer: str
) -> Iterator[Blocker]:
    """The rules of a document for many at once; one query for all codes."""
    taken = set(
        Document.objects.filter(rollout=rollout, withdrawn_on=None).values_list("code", flat=True)
    )
    for place, document in enumerate(documents):
        yield from at(f"{pointer}/{place}", blockers_of_days(document))
        if document.withdrawn_on is None:
            if document.code in taken:
                yield Blocker(
                    "document.code_taken", {"code": document.code}, f"{pointer}/{place}/code"
                )
            taken.add(document.code)


def blockers_of_several(documents: Sequence[Document]) -> Iterator[Blocker]:
    """Documents that are edited together stand on one list. Source: contract 3."""
    if len({document.rollout_id for document in documents}) > 1:
        yield Blocker("document.several_lists", {}, "/items")


def blockers_to_copy(lines: Sequence[dict[str, object]]) -> Iterator[Blocker]:
    """A list is copied that has something new. Source: domain reference 2.4 S07."""
    if not lines:
        yield Blocker("document.nothing_to_copy", {}, "/from_rollout")


def blockers_to_withdraw(document: Document) -> Iterator[Blocker]:
    """A document is withdrawn once."""
    if document.withdrawn_on:
        yield Blocker("document.already_withdrawn", {"day": document.withdrawn_on.isoformat()})


def warnings_of_document(document: Document) -> Iterator[Blocker]:
    """What is unusual but allowed: a code of another form. Source: reference 3.3."""
    if not document.placeholder and not _CODE.match(nfc(document.code).upper()):
        yield Blocker("document.code_unusual", {"code": document.code}, "/code")


def blockers_of_steps(version: DocumentVersion) -> Iterator[Blocker]:
    """drafted ≤ reviewed ≤ approved ≤ issued ≤ effective, where known. Source: reference 2.5."""
    known = [(step, getattr(version, f"{step}_on")) for step in STEPS]
    known = [(step, day) for step, day in known if day]
    days = [(day, f"/{step}_on") for step, day in known]
    yield from happened(*days)
    for (earlier, first), (later, second) in pairwise(known):
        yield from ordered(
            f"document_version.{later}_before_{earlier}", first, second, f"/{later}_on"
        )
    yield from within_life_of_holder(version.document.rollout, *days)
    yield from ordered(
        "document_version.after_withdrawal",
        version.effective_on,
        version.document.withdrawn_on,
        "/effective_on",
    )


def blockers_of_version(version: DocumentVersion) -> Iterator[Blocker]:
    """Its steps; numbers that no other version has and that rise with the day it takes effect.

    Source: reference 3.3 (issue and revision are unique together and ascending).
    """
    yield from blockers_of_steps(version)
    number = (version.issue_no, version.revision_no)
    for other in DocumentVersion.objects.filter(document=version.document_id):
        if other.pk == version.pk:
            continue
        theirs = (other.issue_no, other.revision_no)
        if theirs == number:
            yield Blocker("document_version.known", {"number": _shown(theirs)}, "/issue_no")
        elif version.effective_on and other.effective_on:
            ours, day = version.effective_on, other.effective_on
            if (number < theirs and day < ours) or (theirs < number and ours < day):
                yield Blocker(
                    "document_version.number_not_ascending",
                    {"number": _shown(theirs), "day": day.isoformat()},
                    "/effective_on",
                    irregular=True,
                )


def _shown(number: tuple[int, int]) -> str:
    return f"{number[0]}.{number[1]}"


def blockers_of_promulgation(promulgation: Promulgation) -> Iterator[Blocker]:
    """Days of the decision: happened, in order, within the agency's life. Source: reference 2.5."""
    signed, effective = partial(promulgation, "signed_on"), promulgation.effective_on
    days = (signed, "/signed_on"), (effective, "/effective_on")
    yield from happened(*days)
    yield from ordered("promulgation.effective_before_signed", signed, effective, "/effective_on")
    yield from within_life_of_holder(promulgation.rollout, *days)


def blockers_to_issue(
    promulgation: Promulgation, versions: Iterable[DocumentVersion]
) -> Iterator[Blocker]:
    """Each version was approved by the day of the decision. Source: reference 2.4 S09, T10."""
    signed, effective = partial(promulgation, "signed_on"), promulgation.effective_on
    first_day = effective or (signed.start if signed else None)
    for version in versions:
        document = version.document
        if document.rollout_id != promulgation.rollout_id:
            yield Blocker("promulgation.document_elsewhere", {"code": document.code}, "/documents")
        if document.withdrawn_on and first_day and document.withdrawn_on < first_day:
            yield Blocker("promulgation.document_withdrawn", {"code": document.code}, "/documents")
        ready = [getattr(version, f"{step}_on") for step in STEPS[:3]]
        last = max((day for day in ready if day), default=None)
        for code, day, pointer in (
            ("promulgation.signed_before_approved", signed, "/signed_on"),
            ("promulgation.effective_before_approved", effective, "/effective_on"),
        ):
            for blocker in ordered(code, last, day, pointer):
                yield replace(blocker, params={**blocker.params, "code": document.code})


def blockers_of_issued(versions: Iterable[DocumentVersion]) -> Iterator[Blocker]:
    """A version is issued by one decision. Source: reference 2.4 S09."""
    for version in versions:
        if version.promulgation_id:
            number = _shown((version.issue_no, version.revision_no))
            params = {"code": version.document.code, "number": number}
            yield Blocker("promulgation.version_issued", params, "/versions")


def blockers_of_empty_list(rollout: Rollout) -> Iterator[Blocker]:
    """Nothing can be promulgated before a list exists. Source: reference 2.4 S07."""
    if not Document.objects.filter(rollout=rollout).exists():
        yield Blocker("promulgation.no_documents")


def blockers_to_follow(previous: ModelList | None, valid_from: date) -> Iterator[Blocker]:
    """A new model list of a kind and edition begins after the one before. Source: issue 4."""
    if previous and valid_from <= previous.valid_from:
        told = {"day": previous.valid_from.isoformat()}
        yield Blocker("model_list.not_later", told, "/valid_from")


def blockers_of_model_lines(lines: Sequence[dict[str, Any]]) -> Iterator[Blocker]:
    """A model list has lines, and each code once. Source: domain reference 3.3."""
    if not lines:
        yield Blocker("model_list.empty", {}, "/items")
    known: set[str] = set()
    for place, line in enumerate(lines):
        if line["code"] in known:
            yield Blocker("model_line.code_taken", {"code": line["code"]}, f"/items/{place}/code")
        known.add(line["code"])


def blockers_to_end(model_list: ModelList) -> Iterator[Blocker]:
    """A model list is ended once. Source: issue 4."""
    if model_list.valid_to:
        yield Blocker("model_list.ended", {"day": model_list.valid_to.isoformat()})


def blockers_of_end(model_list: ModelList, valid_to: date) -> Iterator[Blocker]:
    """It is ended once, not before it began. Source: issue 4."""
    yield from blockers_to_end(model_list)
    yield from ordered(
        "model_list.ended_before_begun", model_list.valid_from, valid_to, "/valid_to"
    )
