"""Rows of enquiries. Called inside an open act."""

from datetime import date
from typing import Any

from acts.permissions import Actor
from agencies.models import Agency
from core.days import today
from enquiries.models import Enquiry, EnquiryAnswer
from enquiries.queries import standing_answer


def put_enquiry(
    agency: Agency,
    *,
    what: str,
    by: Actor,
    due_on: date | None = None,
    record: Any = None,
) -> Enquiry:
    """What is asked of an agency today, about a record or none."""
    return Enquiry.objects.create(
        agency=agency,
        what=what,
        due_on=due_on,
        about=str(record._meta.model_name) if record else "",
        about_id=record.pk if record else None,
        asked_on=today(),
        asked_by_id=by.pk,
    )


def put_answer(enquiry: Enquiry, *, text: str, answered_on: date, by: Actor) -> EnquiryAnswer:
    """One more answer."""
    enquiry.save(update_fields=["row_version"])  # who looks at the question sees the answer come
    return EnquiryAnswer.objects.create(
        enquiry=enquiry, text=text, answered_on=answered_on, answered_by_id=by.pk
    )


def put_return(enquiry: Enquiry, reason: str, due_on: date | None) -> Enquiry:
    """The standing answer goes back; the enquiry waits for another, perhaps until another day."""
    answer = standing_answer(enquiry)
    if answer:
        answer.returned_on, answer.return_reason = today(), reason
        answer.save(update_fields=["returned_on", "return_reason"])
    enquiry.due_on = due_on or enquiry.due_on
    enquiry.save(update_fields=["due_on"])
    return enquiry


def close(enquiry: Enquiry, outcome: str, note: str) -> Enquiry:
    """Nothing more is asked."""
    enquiry.outcome, enquiry.closed_on, enquiry.closing_note = outcome, today(), note
    enquiry.save(update_fields=["outcome", "closed_on", "closing_note"])
    return enquiry
