"""Enquiries as questions on a day: waiting, overdue, answered, closed."""

from datetime import date

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, Value, When

from acts.permissions import Actor
from agencies.queries import visible_to
from enquiries.models import Enquiry, EnquiryAnswer

# `open` waits for the agency, in time or `overdue`; `answered` waits for the coordinator.
STATES = ["open", "overdue", "answered", "accepted", "withdrawn"]


def _standing_answers(day: date) -> QuerySet[EnquiryAnswer]:
    """Answers given by the day and not returned by it."""
    return EnquiryAnswer.objects.filter(answered_on__lte=day).exclude(returned_on__lte=day)


def _is_answered(day: date) -> Exists:
    return Exists(_standing_answers(day).filter(enquiry=OuterRef("pk")))


def in_state_on(state: str, day: date) -> Q:
    """Condition: the enquiry is in this state on the day; an overdue one is open too.

    Overdue = due before the day. Source: contract 3.
    """
    if state in Enquiry.OUTCOMES:
        return Q(closed_on__lte=day, outcome=state)
    running = Q(closed_on=None) | Q(closed_on__gt=day)
    if state == "answered":
        return running & Q(_is_answered(day))
    waiting = running & ~Q(_is_answered(day))
    return waiting & Q(due_on__lt=day) if state == "overdue" else waiting


def enquiries_on(day: date, user: Actor) -> QuerySet[Enquiry]:
    """Enquiries asked by the day that this user sees, with `state` and the last `answered_on`."""
    rows = visible_to(user, Enquiry.objects.filter(asked_on__lte=day), "agency_id")
    answers = _standing_answers(day).filter(enquiry=OuterRef("pk")).order_by("-pk")
    order = ["withdrawn", "accepted", "answered", "overdue"]
    states = [When(in_state_on(state, day), then=Value(state)) for state in order]
    return rows.annotate(
        state=Case(*states, default=Value("open")),
        answered_on=Subquery(answers.values("answered_on")[:1]),
    )


def enquiries_waiting_on(day: date) -> QuerySet[Enquiry]:
    """Enquiries that wait for their agency's answer on the day, overdue or not."""
    return Enquiry.objects.filter(in_state_on("open", day), asked_on__lte=day)


def enquiries_answered_on(day: date) -> QuerySet[Enquiry]:
    """Enquiries whose answer waits for the coordinator on the day."""
    return Enquiry.objects.filter(in_state_on("answered", day), asked_on__lte=day)


def standing_answer(enquiry: Enquiry) -> EnquiryAnswer | None:
    """The answer that waits to be accepted or returned, if any."""
    waiting = [answer for answer in enquiry.answers.all() if answer.returned_on is None]
    return max(waiting, key=lambda answer: answer.pk, default=None)
