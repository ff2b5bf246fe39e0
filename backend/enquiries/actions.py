"""The acts on enquiries; each passes the gate once."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from acts.gate import acting, needs_reason
from acts.permissions import Actor
from agencies.models import Agency
from core.days import today
from core.rules import Malformed, refuse
from enquiries import records, rules
from enquiries.models import Enquiry
from evidence.queries import record_named


def ask(
    agency: Agency,
    *,
    what: str,
    due_on: date | None = None,
    about: str = "",
    reason: str = "",
    by: Actor,
) -> Enquiry:
    """The coordinator asks an agency for a file or a correction, perhaps of a record.

    `about` names it as in the trail (finding:12); raises Malformed when there is none.
    """
    home = Agency.objects.filter(pk=agency.pk)
    with acting("request.ask", by=by, on=home, reason=reason) as asked:
        refuse(rules.blockers_to_ask(due_on))
        record = record_named(about, by) if about else None
        if about and record is None:
            raise Malformed(("/object", "does_not_exist", {}))
        return records.put_enquiry(asked, what=what, due_on=due_on, record=record, by=by)


def ask_many(
    agencies: Sequence[Agency], *, reason: str = "", by: Actor, **told: Any
) -> list[Enquiry]:
    """The coordinator asks many agencies for the same, each on its own."""
    first, *others = sorted(agencies, key=lambda agency: agency.pk)
    with acting("request.ask", by=by, on=Agency.objects.filter(pk=first.pk), reason=reason):
        refuse(rules.blockers_to_ask(told.get("due_on")))
        return [records.put_enquiry(agency, **told, by=by) for agency in (first, *others)]


def answer(
    enquiry: Enquiry,
    *,
    text: str = "",
    answered_on: date | None = None,
    files: Sequence[int] = (),
    reason: str = "",
    by: Actor,
) -> Enquiry:
    """The agency answers with a sentence, with files, or both.

    `files` are the ids that the same request attaches (acts.api.writing).
    """
    with acting("request.answer", by=by, on=enquiry.root(), reason=reason) as current:
        day = answered_on or today()
        refuse(
            [
                *rules.blockers_to_answer(current),
                *rules.blockers_of_answer(current, text, bool(files), day),
            ]
        )
        records.put_answer(current, text=text, answered_on=day, by=by)
        return current


def accept(enquiry: Enquiry, *, note: str = "", reason: str = "", by: Actor) -> Enquiry:
    """The coordinator is content with the answer."""
    with acting("request.accept", by=by, on=enquiry.root(), reason=reason) as current:
        refuse(rules.blockers_to_judge(current))
        return records.close(current, "accepted", note)


def send_back(
    enquiry: Enquiry, *, reason: str = "", due_on: date | None = None, by: Actor
) -> Enquiry:
    """The coordinator asks again, says why, and may set another day."""
    needs_reason(reason)
    with acting("request.return", by=by, on=enquiry.root(), reason=reason) as current:
        refuse([*rules.blockers_to_judge(current), *rules.blockers_to_ask(due_on)])
        return records.put_return(current, reason, due_on)


def withdraw(enquiry: Enquiry, *, reason: str = "", by: Actor) -> Enquiry:
    """The coordinator no longer needs it."""
    needs_reason(reason)
    with acting("request.withdraw", by=by, on=enquiry.root(), reason=reason) as current:
        refuse(rules.blockers_of_closed(current))
        return records.close(current, "withdrawn", reason)
