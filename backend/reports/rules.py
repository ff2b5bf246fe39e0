"""What a report may be: of which day and period, when its texts are fixed, when it is signed."""

from collections.abc import Iterator

from core.days import ordered, today
from core.rules import Blocker
from reports.models import FAILED, PROVINCE, READY, Report


def blockers_to_make(report: Report) -> Iterator[Blocker]:
    """The day has come, and lies in the period if there is one. Source: issue 5; reference 7.1."""
    if report.day > today():
        yield Blocker("report.day_in_future", {"day": report.day.isoformat()}, "/day")
    yield from ordered(
        "report.period_ended_before_started", report.period_from, report.period_to, "/period/to"
    )
    if report.period_from and report.day < report.period_from:
        params = {"day": report.day.isoformat(), "from": report.period_from.isoformat()}
        yield Blocker("report.day_before_period", params, "/day")


def blockers_to_make_again(report: Report) -> Iterator[Blocker]:
    """Only what could not be made is made again; for later figures a new report is made."""
    if report.state != FAILED:
        yield Blocker("report.not_failed")


def blockers_to_edit(report: Report) -> Iterator[Blocker]:
    """Texts belong to the province's report, and are fixed once the council has signed it off."""
    if report.kind != PROVINCE or report.printed:
        yield Blocker("report.no_texts")
    elif report.state != READY:
        yield Blocker("report.not_ready")
    if report.signed_off_on:
        yield Blocker("report.signed_off", {"day": report.signed_off_on.isoformat()})


def blockers_to_sign_off(report: Report) -> Iterator[Blocker]:
    """Signed off once, when it is ready. Source: contract 2, the council's role."""
    if report.state != READY:
        yield Blocker("report.not_ready")
    if report.signed_off_on:
        yield Blocker("report.signed_off", {"day": report.signed_off_on.isoformat()})
