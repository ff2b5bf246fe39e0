"""When an enquiry may be asked, answered, accepted, returned, withdrawn."""

from collections.abc import Iterator
from datetime import date

from core.days import not_in_future, today
from core.rules import Blocker
from enquiries.models import Enquiry
from enquiries.queries import standing_answer


def blockers_to_ask(due_on: date | None) -> Iterator[Blocker]:
    """What is asked today is due today or later. Source: issue 4, requests."""
    if due_on and due_on < today():
        yield Blocker("enquiry.due_in_past", {"day": due_on.isoformat()}, "/due_on")


def blockers_of_closed(enquiry: Enquiry) -> Iterator[Blocker]:
    """A closed enquiry stays as it is. Source: issue 4, requests."""
    if enquiry.closed_on:
        yield Blocker("enquiry.closed", {"day": enquiry.closed_on.isoformat()})


def blockers_to_answer(enquiry: Enquiry) -> Iterator[Blocker]:
    """It is answered once, and again after it was returned. Source: issue 4, requests."""
    yield from blockers_of_closed(enquiry)
    standing = standing_answer(enquiry)
    if standing and not enquiry.closed_on:
        yield Blocker("enquiry.answered", {"day": standing.answered_on.isoformat()})


def blockers_to_judge(enquiry: Enquiry) -> Iterator[Blocker]:
    """Only an answer is accepted or returned. Source: issue 4, requests."""
    yield from blockers_of_closed(enquiry)
    if not enquiry.closed_on and standing_answer(enquiry) is None:
        yield Blocker("enquiry.not_answered")


def blockers_of_answer(
    enquiry: Enquiry, text: str, files: bool, answered_on: date
) -> Iterator[Blocker]:
    """An answer is a sentence or a file, given after the question. Source: issue 4, requests."""
    if not (text.strip() or files):
        yield Blocker("enquiry.empty_answer", {}, "/text")
    yield from not_in_future(answered_on, "/answered_on")
    if answered_on < enquiry.asked_on:
        told = {"asked": enquiry.asked_on.isoformat()}
        yield Blocker("enquiry.answered_before_asked", told, "/answered_on")
