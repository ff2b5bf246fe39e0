"""The province's report of a year with its annexes, as the worker makes it."""

import tempfile

from django.conf import settings
from django.test import override_settings

from agencies.models import Agency
from benchmarks.asking import coordinator
from benchmarks.figures import Figure, summed_up, watched
from benchmarks.memory import peak_megabytes
from core.days import today
from core.storages import evidence_storage
from reports import making
from reports.models import PROVINCE, Report

REPORT_MS = 15_000


def measured_report() -> list[Figure]:
    """Figures, .docx, .pdf and .xlsx with every annex; the files go to a folder that is removed.

    To be asked in a process of its own, whose memory is then that of the worker.
    """
    day = today()
    report = Report(kind=PROVINCE, day=day, made_by=coordinator())
    report.period_from, report.period_to = day.replace(month=1, day=1), day
    report.period_label = f"năm {day.year}"
    with tempfile.TemporaryDirectory() as folder:
        stores = {**settings.STORAGES, "evidence": evidence_storage(folder)}
        with override_settings(STORAGES=stores), watched() as run:
            made = making.made(report)
    annexes = [one["code"] for one in made.figures["annexes"]]
    agencies = Agency.objects.count()
    figure = Figure(f"province report, {annexes[0]}–{annexes[-1]}", agencies, target=REPORT_MS)
    figure.rows = sum(len(one["rows"]) for one in made.figures["annexes"])
    memory = Figure("memory of the worker that makes it", agencies, unit="MB")
    memory.median = peak_megabytes()
    return [summed_up(figure, [run]), memory]
