"""Audits, findings and the yearly loop of illustrations."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from audits.actions import close_finding, plan_action, record_audit, verify_finding
from audits.models import Audit, Finding
from core.days import PartialDate, today
from imports.illustration import words
from imports.illustration.schedule import between
from maintenance.actions import record_review, record_year
from plans.models import Rollout

if TYPE_CHECKING:
    from imports.illustration.journeys import Journey
    from imports.illustration.scribe import Scribe

# Of earlier years only the audits and reviews are told.
YEARS_TOLD_SINCE = 2021
UNITS = ["Văn phòng", "Bộ phận một cửa", "Phòng chuyên môn", "Văn thư"]


def record_internal(scribe: Scribe, code: str, audited: date | None, reviewed: date | None) -> None:
    """An internal audit and a review by the head, as far as they were held."""
    agency = scribe.agencies[code]
    if audited:
        with scribe.told_on(audited):
            record_audit(
                kind="internal",
                agency=agency,
                from_on=PartialDate(audited),
                to_on=PartialDate(audited),
                lead="Trưởng đoàn đánh giá nội bộ",
                report_number=scribe.numbers.of(code, "BC", audited),
                by=scribe.by,
            )
    if reviewed:
        with scribe.told_on(reviewed):
            record_review(
                agency,
                held_on=PartialDate(reviewed),
                chair="Lãnh đạo cơ quan",
                minutes_number=scribe.numbers.of(code, "BB", reviewed),
                conclusions="Hệ thống phù hợp; tiếp tục cập nhật theo thủ tục hành chính.",
                by=scribe.by,
            )


def record_stage1(scribe: Scribe, journey: Journey, rollout: Rollout) -> Audit:
    """Stage 1 looks at the documents and finds nothing worth a number."""
    return _external(scribe, journey, rollout, "stage1", journey.days["stage1"], [])


def record_full_audit(scribe: Scribe, journey: Journey, rollout: Rollout) -> Audit:
    """The audit of the whole system with what it found and what was done about it."""
    days = journey.days
    held = days["stage2"]
    rows = findings(scribe, journey, held)
    audit = _external(scribe, journey, rollout, journey.full_audit, held, rows)
    wrong = [f for f in audit.findings.order_by("pk") if f.is_nonconformity]
    last = days.get("corrected")
    finished = wrong if last else wrong[: len(wrong) - journey.left_open]
    for place, finding in enumerate(finished):
        day = (
            last
            if last and place == 0
            else between(scribe.random, held + timedelta(days=5), last or today())
        )
        close(scribe, finding, day)
    for finding in wrong[len(finished) :]:
        plan(scribe, finding, held + timedelta(days=7))
    if verified := days.get("verified"):
        for finding in finished:
            verify(scribe, finding, verified, journey.body)
    return audit


def record_surveillance(
    scribe: Scribe, journey: Journey, rollout: Rollout, type_: str, held: date
) -> None:
    """A surveillance audit whose few findings were soon corrected and accepted."""
    small = (0, scribe.random.randint(0, 2), 0)
    rows = findings(scribe, journey, held, small)
    audit = _external(scribe, journey, rollout, type_, held, rows)
    for finding in audit.findings.order_by("pk"):
        day = between(scribe.random, held + timedelta(days=10), held + timedelta(days=45))
        close(scribe, finding, day)
        verify(scribe, finding, day + timedelta(days=5), journey.body)


def findings(
    scribe: Scribe, journey: Journey, held: date, counts: tuple[int, int, int] | None = None
) -> list[dict[str, Any]]:
    """So many majors, minors and observations of an audit, as rows."""
    major, minor, observation = counts or journey.findings
    grades = ["major"] * major + ["minor"] * minor + ["observation"] * observation
    told = scribe.random.sample(words.FINDINGS, min(len(grades), len(words.FINDINGS)))
    prefix = {"major": "NC1", "minor": "NC2", "observation": "LY"}
    return [
        {
            "grade": grade,
            "code": f"{prefix[grade]}-{place:02d}/{held.year}",
            "clause": new if held.year >= 2017 else old,
            "unit": scribe.random.choice(UNITS),
            "description": text,
        }
        for place, (grade, (old, new, text)) in enumerate(zip(grades, told, strict=False), start=1)
    ]


def close(scribe: Scribe, finding: Finding, day: date) -> None:
    """The agency has corrected a nonconformity."""
    with scribe.told_on(day):
        close_finding(
            finding,
            completed_on=PartialDate(day),
            cause=scribe.random.choice(words.CAUSES),
            by=scribe.by,
        )


def verify(scribe: Scribe, finding: Finding, day: date, body: str) -> None:
    """The auditor has accepted a correction."""
    with scribe.told_on(day):
        verify_finding(
            finding,
            verified_on=PartialDate(min(day, today())),
            verified_by=f"Trưởng đoàn đánh giá {body}",
            by=scribe.by,
        )


def plan(scribe: Scribe, finding: Finding, day: date) -> None:
    """The agency says what it is going to do about a finding."""
    with scribe.told_on(day):
        plan_action(
            finding,
            what="Rà soát hồ sơ, sửa quy trình và hướng dẫn lại bộ phận liên quan",
            responsible=finding.unit or UNITS[0],
            due_on=finding.due_on,
            accepted_on=min(day, today()) if finding.grade == "minor" else None,
            by=scribe.by,
        )


def _external(
    scribe: Scribe,
    journey: Journey,
    rollout: Rollout,
    type_: str,
    held: date,
    rows: list[dict[str, Any]],
) -> Audit:
    first = held - timedelta(days=1) if type_ != "stage1" and held.weekday() > 0 else held
    with scribe.told_on(held):
        return record_audit(
            kind="external",
            rollout=rollout,
            body=scribe.bodies[journey.body],
            type=type_,
            from_on=PartialDate(first),
            to_on=PartialDate(held),
            lead="Trưởng đoàn đánh giá",
            report_number=scribe.numbers.of(journey.code, "BC", held),
            recommendation="grant_after_correction" if rows else "grant",
            findings=rows,
            by=scribe.by,
        )


def record_loop(
    scribe: Scribe, code: str, first: int, last: int, *, missed: frozenset[int] = frozenset()
) -> None:
    """The yearly loop of an agency: plan, audit, review, report; missed years have none."""
    agency, random = scribe.agencies[code], scribe.random
    begin, end = agency.valid_from or date.min, min(agency.valid_to or today(), today())
    month = random.randint(4, 9)
    for year in range(first, last + 1):
        planned = between(random, date(year, 1, 8), date(year, 2, 20))
        audited = between(random, date(year, month, 2), date(year, month, 27))
        reviewed = audited + timedelta(days=random.randint(7, 20))
        if planned < begin or planned > end:
            continue
        held = year not in missed
        if held and audited <= end and reviewed <= end and audited.month == month:
            record_internal(scribe, code, audited, reviewed)
        if year < YEARS_TOLD_SINCE:
            continue
        reported = between(random, date(year, 12, 1), date(year, 12, 14))
        with scribe.told_on(planned):
            record_year(
                agency,
                year=year,
                plan={"number": scribe.numbers.of(code, "KH", planned), "signed_on": planned},
                objectives=[
                    {
                        "text": "Hồ sơ giải quyết đúng hạn",
                        "target": "≥ 98 %",
                        "actual": f"{random.randint(955, 1000) / 10:.1f} %".replace(".", ","),
                    }
                ],
                report_sent_on=reported if held and date(year, 12, 1) <= reported <= end else None,
                by=scribe.by,
            )
