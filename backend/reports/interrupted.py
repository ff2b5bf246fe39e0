"""Reports whose worker was killed: found by whoever reads reports next, and told as failed."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from imports.jobs import at_work
from reports import tasks
from reports.actions import interrupt_report
from reports.models import MAKING, UNFINISHED, Report

BEGINNING = timedelta(minutes=1)  # a worker that took a task up says so within milliseconds


def end_interrupted() -> None:
    """Let every report that waits for a worker which is gone have failed. One query if none is."""
    unfinished = list(Report.objects.filter(state__in=UNFINISHED).defer("figures"))
    if unfinished:
        for report in _interrupted(unfinished):
            interrupt_report(report, by=User.objects.system())


def _interrupted(unfinished: list[Report]) -> Iterator[Report]:
    worked_on = at_work([report.job for report in unfinished if report.job])
    for report in unfinished:
        if report.job not in worked_on and (report.state == MAKING or _taken_up(report)):
            yield report


def _taken_up(report: Report) -> bool:
    """Whether a worker took a waiting report up, and never began or never came back to it."""
    asked = DBTaskResult.objects.filter(
        task_path=tasks.write_report.module_path, args_kwargs__args=[report.pk]
    )
    last = asked.order_by("-enqueued_at").first()
    if last is None or last.status == TaskResultStatus.READY:
        return False
    return bool(last.started_at and last.started_at < timezone.now() - BEGINNING)
