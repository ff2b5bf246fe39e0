"""What the facts of the yearly loop must satisfy."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from agencies.models import Agency
from agencies.rules import within_its_life
from audits.models import Audit
from core.days import YEAR, PartialDate, add_months, happened, partial, today
from core.rules import Blocker
from core.text import nfc
from documents.approval_rules import warnings_of_unapproved
from maintenance.models import (
    Board,
    Confirmation,
    MaintenanceYear,
    ManagementReview,
    Training,
)
from maintenance.models.confirmation import quarter_of
from maintenance.models.of_agency import OfAgency
from plans.queries import approvals_on, running_of
from standards.queries import policy_on

# A deputy's title, as far as the text says it: Phó Giám đốc, Phó Chánh Văn phòng.
DEPUTY = re.compile(r"\bphó\s+(giám|chủ|chánh|trưởng|tổng|bí|cục)", re.IGNORECASE)


def _days(fact: OfAgency, *days: tuple[PartialDate | date | None, str]) -> Iterator[Blocker]:
    """The days happened and lie within the agency's life. Source: domain reference 2.5."""
    yield from happened(*days)
    yield from within_its_life(fact.agency, *days)


def blockers_of_review(review: ManagementReview) -> Iterator[Blocker]:
    """The day of a review. Source: domain reference 2.4 S12, 2.5."""
    yield from _days(review, (partial(review, "held_on"), "/held_on"))


def blockers_of_early_review(review: ManagementReview) -> Iterator[Blocker]:
    """A review follows the internal audit of its period, where one is known. Source: T13, 2.5.

    Without any internal audit near it nothing is known: that is a warning.
    """
    held = partial(review, "held_on")
    if held is None:
        return
    months = policy_on(held.end).months("maintenance.months")
    audits = Audit.objects.filter(agency=review.agency_id, kind="internal")
    before = audits.filter(counts_on__gte=add_months(held.start, -months), counts_on__lte=held.end)
    after = audits.filter(counts_on__gt=held.end, counts_on__lte=add_months(held.end, months))
    first = after.order_by("counts_on").values_list("counts_on", flat=True).first()
    if first and not before.exists():
        params = {"day": str(held), "audited": first.isoformat()}
        yield Blocker("review.before_its_audit", params, "/held_on", irregular=True)


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
    yield from warnings_of_first_training(training)


def warnings_of_first_training(training: Training) -> Iterator[Blocker]:
    """The first training while a rollout runs whose list nobody approved. Source: 2.7 T9."""
    held = partial(training, "held_on")
    day = held.end if held else training.reported_by
    others = Training.objects.filter(agency=training.agency_id, counts_on__lte=day)
    if not others.exclude(pk=training.pk).exists():
        running = running_of(training.agency_id).filter(opened_on__lte=day)
        ids = list(running.values_list("pk", flat=True))
        yield from warnings_of_unapproved(ids, day, "/held_on")


def blockers_of_board(board: Board) -> Iterator[Blocker]:
    """The day of the decision. Source: domain reference 2.5."""
    yield from _days(board, (partial(board, "decided_on"), "/decided_on"))


def blockers_of_incomplete_board(board: Board) -> Iterator[Blocker]:
    """A board has a head and a secretary. Source: domain reference 2.7 T8."""
    for name in ("head", "secretary"):
        if not getattr(board, name):
            yield Blocker("board.incomplete", {}, f"/{name}", irregular=True)


def warnings_of_board(board: Board) -> Iterator[Blocker]:
    """It has a head and a secretary, and stands soon after the approval. Source: 2.7 T8."""
    yield from blockers_of_incomplete_board(board)
    decided = partial(board, "decided_on")
    if decided is None:
        return
    links = approvals_on(decided.end).filter(rollout__agency=board.agency_id)
    approvals = links.order_by("-decision__document__counts_on")
    approved = approvals.values_list("decision__document__counts_on", flat=True).first()
    if approved is None:
        return
    limit = approved + timedelta(days=policy_on(approved).days("board.after_approval"))
    in_time = Board.objects.filter(agency=board.agency_id, counts_on__lte=limit)
    if decided.start > limit and not in_time.exclude(pk=board.pk).exists():
        params = {"approved": approved.isoformat(), "limit": limit.isoformat()}
        yield Blocker("board.decided_late", params, "/decided_on")


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


def blockers_to_state(agency: Agency) -> Iterator[Blocker]:
    """Once a quarter is enough. Source: the product's own quarterly round."""
    quarter = quarter_of(today())
    if Confirmation.objects.filter(agency=agency, quarter=quarter).exists():
        yield Blocker("confirmation.exists", {"quarter": quarter})


def blockers_of_confirmation(stated: Confirmation) -> Iterator[Blocker]:
    """Its day has come, lies within the agency's life and in a quarter not stated before."""
    yield from _days(stated, (stated.stated_on, "/stated_on"))
    others = Confirmation.objects.filter(agency=stated.agency_id, quarter=stated.quarter)
    if others.exclude(pk=stated.pk).exists():
        yield Blocker("confirmation.exists", {"quarter": stated.quarter}, "/stated_on")
