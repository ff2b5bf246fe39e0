"""What the worker does for reports: `manage.py db_worker` runs it."""

from django_tasks import task

from imports.jobs import Progress
from reports import making
from reports.models import MAKING, WAITING, Report


@task()
def write_report(report_id: int) -> None:
    """Make the figures (unless they are there) and the files of a report that waits for them."""
    from reports.actions import begin_report, fail_report, finish_report

    report = Report.objects.select_related("made_by", "agency").filter(pk=report_id).first()
    if report is None or report.state not in (WAITING, MAKING):
        return
    with Progress(report.job, kind="report", by=report.made_by) as progress:
        begin_report(report, by=report.made_by)
        try:
            made = making.made(report, progress)
        except Exception as error:
            fail_report(report, f"{type(error).__name__}: {error}", by=report.made_by)
            raise
        finish_report(report, made, by=report.made_by)
