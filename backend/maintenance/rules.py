"""What the facts of the yearly loop must satisfy."""

import re
from collections.abc import Iterator
from datetime import date

from agencies.rules import within_its_life
from audits.models import Audit
from core.days import YEAR, PartialDate, happened, partial, today
from core.rules import Blocker
from core.text import nfc
from maintenance.models import Board, MaintenanceYear, ManagementReview, Training
from maintenance.models.of_agency import OfAgency

# A deputy's title, as far as the text says it: Phó Giám đốc, Phó Chánh Văn phòng.
DEPUTY = re.compile(r"\bphó\s+(giám|chủ|chánh|trưởng|tổng|bí|cục)", re.IGNORECASE)


def _days(fact: OfAgency, *days: tuple[PartialDate | date | None, str]) -> Iterator[Blocker]:
    """The days happened and lie within the agency's life. Source: domain reference 2.5."""
    yield from happened(*days)
    yield from within_its_life(fact.agency, *days)


def blockers_of_review(review: ManagementReview) -> Iterator[Blocker]:
    """The day of a review. Source: domain reference 2.4 S12, 2.5."""
    yield from _days(review, (partial(review, "held_on"), "/held_on"))


def warnings_of_review(review: ManagementReview) -> Iterator[Blocker]:
    """A review follows an internal audit and is chaired by somebody. Source: reference 2.7 T13."""
    held = partial(review, "held_on")
    if (
        held
        and not Audit.objects.filter(
            agency=review.agency_id, kind="internal", counts_on__lte=held.end
        ).exists()
    ):
        yield Blocker("review.before_internal_audit", {"day": str(held)}, "/held_on")
    if not review.chair:
        yield Blocker("review.chair_missing", {}, "/chair")
    if DEPUTY.search(nfc(review.chair)):
        yield Blocker("review.not_chaired_by_head", {"chair": review.chair}, "/chair")


def blockers_of_training(training: Training) -> Iterator[Blocker]:
    """Its day; no more certificates than participants. Source: domain reference 2.4 S06."""
    yield from _days(training, (partial(training, "held_on"), "/held_on"))
    certificates, participants = training.certificates, training.participants
    if certificates is not None and participants is not None and certificates > participants:
        yield Blocker(
            "training.more_certificates_than_participants",
            {"certificates": certificates, "participants": participants},
            "/certificates",
        )


def warnings_of_training(training: Training) -> Iterator[Blocker]:
    """The board is usually decided before the first training. Source: domain reference 2.5 (W)."""
    held = partial(training, "held_on")
    boards = Board.objects.filter(agency=training.agency_id)
    if held and boards.exists() and not boards.filter(counts_on__lte=held.end).exists():
        yield Blocker("training.before_board", {"day": str(held)}, "/held_on")


def blockers_of_board(board: Board) -> Iterator[Blocker]:
    """The day of the decision. Source: domain reference 2.5."""
    yield from _days(board, (partial(board, "decided_on"), "/decided_on"))


def warnings_of_board(board: Board) -> Iterator[Blocker]:
    """A board has a head and a secretary. Source: domain reference 2.7 T8."""
    if not board.head or not board.secretary:
        yield Blocker("board.incomplete", {}, "/secretary" if board.head else "/head")


def blockers_of_year(year: MaintenanceYear) -> Iterator[Blocker]:
    """One per agency and year, begun; its plan signed in it or the year before, reported after.

    Source: domain reference 2.4 S18; the days are a habit of the programme, not logic.
    """
    if year.year > today().year:
        yield Blocker("maintenance_year.in_future", {"year": year.year}, "/year")
    same = MaintenanceYear.objects.filter(agency=year.agency_id, year=year.year)
    if same.exclude(pk=year.pk).exists():
        yield Blocker("maintenance_year.exists", {"year": year.year}, "/year")
    yield from within_its_life(year.agency, (PartialDate(date(year.year, 1, 1), YEAR), "/year"))
    yield from _days(
        year,
        (year.plan_signed_on, "/plan/signed_on"),
        (year.board_renewed_on, "/board_renewed_on"),
        (year.documents_reviewed_on, "/documents_reviewed_on"),
        (year.report_sent_on, "/report_sent_on"),
    )
    planned, reported = year.plan_signed_on, year.report_sent_on
    if planned and planned.year not in (year.year - 1, year.year):
        params = {"year": year.year, "day": planned.isoformat()}
        yield Blocker(
            "maintenance_year.plan_of_another_year", params, "/plan/signed_on", irregular=True
        )
    if reported and reported.year < year.year:
        params = {"year": year.year, "day": reported.isoformat()}
        yield Blocker(
            "maintenance_year.reported_before_year", params, "/report_sent_on", irregular=True
        )


def warnings_of_year(year: MaintenanceYear) -> Iterator[Blocker]:
    """What is done within a year usually bears a day of it. Source: domain reference 2.4 S18."""
    for name in ("board_renewed_on", "documents_reviewed_on"):
        day = getattr(year, name)
        if day and day.year != year.year:
            params = {"year": year.year, "day": day.isoformat()}
            yield Blocker("maintenance_year.day_of_another_year", params, f"/{name}")
