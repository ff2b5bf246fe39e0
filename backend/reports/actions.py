"""The acts on reports; each passes the gate once. Figures and files are made before it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import QuerySet

from acts.gate import acting
from acts.permissions import Actor, may
from agencies.models import Agency
from agencies.queries import province
from core.rules import refuse
from reports import making, records, rules, tasks
from reports.making import Made
from reports.models import INTERRUPTED, PROVINCE, UNFINISHED, Report
from reports.queries import texts_of_last


class Period(NamedTuple):
    """A reporting period; both days are inclusive."""

    starts: date
    ends: date
    label: str


def make_report(
    kind: str,
    *,
    agency: Agency | None = None,
    day: date,
    period: Period | None = None,
    reason: str = "",
    by: Actor,
) -> Report:
    """A report as of a day: at once, or (the province's) by the worker after this act.

    Raises RuleBroken for a day or a period that cannot be.
    """
    report = _draft(kind, agency, day, period, by)
    refuse(rules.blockers_to_make(report))
    at_once = kind != PROVINCE and may(by, "report.make", agency.pk if agency else None)
    made = making.made(report) if at_once else None
    with acting("report.make", by=by, on=_root(agency), reason=reason):
        if made:
            return records.put_made(report, made)
        report.parts = texts_of_last()
        return _enqueued(records.put_waiting(report))


def begin_report(report: Report, *, by: Actor) -> Report:
    """The worker takes a waiting report up."""
    with acting("report.make", by=by, on=_itself(report)) as current:
        return records.put_begun(current)


def finish_report(report: Report, made: Made, *, by: Actor) -> Report:
    """The worker has made the figures and the files."""
    with acting("report.make", by=by, on=_itself(report)) as current:
        return records.put_made(current, made)


def fail_report(report: Report, why: str, *, by: Actor) -> Report:
    """The worker could not make the report."""
    with acting("report.make", by=by, on=_itself(report)) as current:
        return records.put_failed(current, why)


def interrupt_report(report: Report, *, by: Actor) -> Report:
    """Whoever made the report is gone; one that has ended meanwhile stays as it is."""
    with acting("report.make", by=by, on=_itself(report)) as current:
        same = current.state in UNFINISHED and current.job == report.job
        return records.put_failed(current, INTERRUPTED) if same else current


def make_again(report: Report, *, reason: str = "", by: Actor) -> Report:
    """Give a report that could not be made to the worker once more.

    Raises RuleBroken unless it has failed.
    """
    with acting("report.make_again", by=by, on=_itself(report), reason=reason) as current:
        refuse(rules.blockers_to_make_again(current))
        return _enqueued(records.put_waiting(current))


def edit_texts(report: Report, parts: Mapping[str, str], *, reason: str = "", by: Actor) -> Report:
    """Change texts of the province's report; its figures stay, the worker writes its files anew."""
    with acting("report.edit_text", by=by, on=_itself(report), reason=reason) as current:
        refuse(rules.blockers_to_edit(current))
        return _enqueued(records.put_texts(current, parts))


def sign_off_report(report: Report, *, reason: str = "", by: Actor) -> Report:
    """The council stands behind the report; its texts change no more."""
    with acting("report.sign_off", by=by, on=_itself(report), reason=reason) as current:
        refuse(rules.blockers_to_sign_off(current))
        return records.put_signed_off(current, by.pk)


def enter_printed(
    groups: Sequence[Mapping[str, Any]],
    *,
    day: date,
    period: Period,
    number: str = "",
    signed_on: date | None = None,
    reason: str = "",
    by: Actor,
) -> Report:
    """An old paper report of the province: its counts by kind of agency, as printed."""
    report = _draft(PROVINCE, None, day, period, by)
    report.number, report.signed_on = number, signed_on
    refuse(rules.blockers_to_make(report))
    with acting("report.enter_printed", by=by, on=province(), reason=reason):
        return records.put_printed(report, {"groups": [dict(group) for group in groups]})


def _draft(kind: str, agency: Agency | None, day: date, period: Period | None, by: Actor) -> Report:
    report = Report(kind=kind, agency=agency, day=day, made_by_id=by.pk)
    if period:
        report.period_from, report.period_to, report.period_label = period
    return report


def _root(agency: Agency | None) -> QuerySet[Agency]:
    """The row that making a report locks: the agency's, or the province's own."""
    return Agency.objects.filter(pk=agency.pk) if agency else province()


def _itself(report: Report) -> QuerySet[Report]:
    return Report.objects.filter(pk=report.pk)


def _enqueued(report: Report) -> Report:
    """The same, given to the worker once this act stands."""
    transaction.on_commit(lambda: tasks.write_report.enqueue(report.pk))
    return report
