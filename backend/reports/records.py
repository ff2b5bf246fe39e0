"""Putting reports on record. Called inside an open act."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.utils import timezone

from core.days import today
from reports.making import Made, hash_of
from reports.models import FAILED, MAKING, READY, WAITING, Report


def put_waiting(report: Report) -> Report:
    """A report that the worker makes; its job can be watched once it has begun."""
    report.state, report.job, report.failure = WAITING, uuid4(), ""
    report.save()
    return report


def put_begun(report: Report) -> Report:
    """The worker has taken the report up."""
    report.state = MAKING
    report.save(update_fields=["state"])
    return report


def put_made(report: Report, made: Made) -> Report:
    """The figures and the files of a report; figures that are there already never change."""
    if not report.sha256:
        report.figures, report.sha256 = made.figures, made.sha256
        report.made_at, report.illustration = made.at, bool(made.figures.get("illustration"))
    report.files, report.state, report.failure = made.files, READY, ""
    report.save()
    return report


def put_failed(report: Report, why: str) -> Report:
    """The report could not be made; `why` is for who looks after the system."""
    report.state, report.failure = FAILED, why[:300]
    report.save(update_fields=["state", "failure"])
    return report


def put_printed(report: Report, figures: dict[str, Any]) -> Report:
    """A paper report with the figures that stand in it."""
    report.printed, report.state, report.made_at = True, READY, timezone.now()
    report.figures, report.sha256 = figures, hash_of(figures)
    report.save()
    return report


def put_texts(report: Report, parts: Mapping[str, str]) -> Report:
    """Other texts beside the same figures; the files are written anew."""
    report.parts = {**report.parts, **parts}
    return put_waiting(report)


def put_signed_off(report: Report, by_id: int) -> Report:
    """The council stands behind the report from today."""
    report.signed_off_on, report.signed_off_by_id = today(), by_id
    report.save(update_fields=["signed_off_on", "signed_off_by"])
    return report
