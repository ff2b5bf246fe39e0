"""Bulk writes: tracked rows in one act, a workbook's rows; taken back at the end."""

from datetime import date, timedelta
from io import BytesIO

from django.db import transaction
from openpyxl import Workbook

from accounts.models import User
from acts.gate import Delivery, acting, delivering
from agencies.models import Agency
from benchmarks.asking import REASON, coordinator
from benchmarks.figures import Figure, summed_up, watched
from benchmarks.memory import peak_megabytes
from core.provenance import Provenance
from imports.actions import load_workbook
from imports.workbooks.sending import Sent
from maintenance.models import Training
from plans.models import Rollout

TRACKED_ROWS, TRACKED_MS = 10_000, 2_000
WORKBOOK_ROWS, WORKBOOK_MS, WORKER_MB = 4_000, 10_000, 300
LISTS = 100
HEADINGS = ["Đơn vị", "Phiên bản", "Hình thức", "Mã tài liệu", "Tên tài liệu", "Loại", "Phòng",
            "Ngày soạn thảo", "Ngày phê duyệt", "Ngày ban hành", "Ngày hiệu lực"]  # fmt: skip


def measured_rows() -> list[Figure]:
    """10,000 tracked rows by bulk_create in one act."""
    by = User.objects.system()
    agency = Agency.objects.filter(code="UBND-TINH")
    told = Provenance(by.pk, date(2020, 1, 2), source="Đo tốc độ", real=False).columns()
    with (
        watched() as run,
        acting("records.import", by=by, on=agency, reason=REASON) as locked,
    ):
        Training.objects.bulk_create(
            [
                Training(agency=locked, topic="awareness", held_on=date(2020, 1, 2), **told)
                for _ in range(TRACKED_ROWS)
            ],
            batch_size=2000,
        )
        transaction.set_rollback(True)
    figure = Figure("tracked rows in one act", Agency.objects.count(), rows=TRACKED_ROWS)
    figure.target = TRACKED_MS
    return [summed_up(figure, [run])]


def measured_workbook() -> list[Figure]:
    """A workbook of 4,000 documents, dry run and load together, and the memory of who loads it.

    To be asked in a process of its own.
    """
    by = coordinator()
    rows, content = _workbook()
    sent = Sent("documents", "do-toc-do.xlsx", content)
    with watched() as run:
        dry = load_workbook(sent, dry_run=True, reason=REASON, by=by)
        with delivering(Delivery(by.pk, "bench")):
            loaded = load_workbook(sent, reason=REASON, by=by)
            transaction.set_rollback(True)
    agencies = Agency.objects.count()
    figure = Figure("workbook of documents, dry run and load", agencies, rows=rows)
    figure.target = WORKBOOK_MS
    summed_up(figure, [run])
    if dry.table.faults or loaded.saved is None:
        raise RuntimeError(f"the workbook is refused: {dry.as_row('en')['errors'][:3]}")
    memory = Figure("memory of who loads it", agencies, median=peak_megabytes(), unit="MB")
    memory.target = WORKER_MB
    return [figure, memory]


def _workbook() -> tuple[int, bytes]:
    """So many new documents of the rollouts on record, with days as text and as days of Excel."""
    rollouts = Rollout.objects.select_related("agency").filter(
        agency__valid_to=None, opened_on__lt="2025-01-01"
    )
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Danh mục")
    sheet.append(["DANH MỤC TÀI LIỆU"])
    sheet.append(HEADINGS)
    chosen = list(rollouts.order_by("pk")[:LISTS])
    rows = 0
    for rollout in chosen:
        name = rollout.agency.names.order_by("-pk").values_list("name", flat=True).first()
        first = (rollout.opened_on or date(2020, 1, 2)) + timedelta(days=10)
        for number in range(-(-WORKBOOK_ROWS // len(chosen))):
            days = [first + timedelta(days=number + step) for step in (0, 20, 30, 40)]
            sheet.append(
                [name, rollout.edition_id, rollout.track, f"NAP-{number:03d}",
                 f"Quy trình giải quyết thủ tục số {number}", "QT-TN", "Văn phòng",
                 f"{days[0]:%d/%m/%Y}", *days[1:]]
            )  # fmt: skip
            rows += 1
    kept = BytesIO()
    book.save(kept)
    return rows, kept.getvalue()
