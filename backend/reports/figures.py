"""The figures of a report as plain data: what is stored, hashed, printed and compared later."""

from datetime import date, timedelta
from typing import Any

import orjson

from agencies.models import Agency
from agencies.queries import briefs
from core.illustration import illustration_exists
from core.rendering import dumps
from progress.agencies import AgencyOnDay, agencies_among
from progress.rows import agency_row
from progress.summaries import board_on, summary_of
from progress.yardsticks import Yardsticks
from reports import agency_annexes, agency_report, annexes, brief_report, province_report
from reports.annexes import Span, annex
from reports.indicator_rows import indicator_rows
from reports.models import AGENCY, PROVINCE, Report
from reports.queries import before
from reports.vietnamese import day_text
from reports.wording import Writing

STANDARD = "hệ thống quản lý chất lượng theo TCVN ISO 9001"
TITLES = {
    AGENCY: f"Tình hình xây dựng và áp dụng {STANDARD}",
    PROVINCE: f"Kết quả xây dựng, áp dụng, duy trì và cải tiến {STANDARD} tại các cơ quan, tổ chức "
    "thuộc hệ thống hành chính nhà nước tỉnh",
}
BRIEF_TITLE = f"Tình hình áp dụng {STANDARD} của tỉnh"


def figures_of(report: Report) -> dict[str, Any]:
    """Every figure, sentence and row of the report's day, in the types of JSON."""
    make = {AGENCY: _of_agency, PROVINCE: _of_province}.get(report.kind, _of_brief)
    figures = {"illustration": illustration_exists(), "day": report.day, **make(report)}
    found: dict[str, Any] = orjson.loads(dumps(figures))
    return found


def agency_on(agency: Agency, day: date) -> tuple[AgencyOnDay, str, Yardsticks]:
    """The agency as it stands on the day, and its name of that day."""
    found, yard = agencies_among(day, [agency.pk])
    return found[0], briefs(day, [agency.pk])[agency.pk].name, yard


def _of_agency(report: Report) -> dict[str, Any]:
    assert report.agency is not None
    agency, name, yard = agency_on(report.agency, report.day)
    text = agency_report.written(agency, name, yard)
    rows = [
        annex("PL1", "report-documents", agency_annexes.documents(agency, report.day)),
        annex("PL2", "report-findings", agency_annexes.findings(agency, report.day)),
    ]
    return {
        "title": TITLES[AGENCY],
        "subtitle": f"của {name} (số liệu đến ngày {day_text(report.day)})",
        "agency": {"code": report.agency.code, "name": name, "kind": agency.kind},
        **_told(text),
        "annexes": [one for one in rows if one["rows"]],
        "numbers": agency_row(agency, yard),
    }


def _of_province(report: Report) -> dict[str, Any]:
    assert report.period_from is not None
    board = board_on(report.day)
    numbers = summary_of(board)
    lines, day = _before(report.period_from)
    span = Span(board, report.period_from, lines)
    proven = sum(line["declared"] + line["certified"] for line in lines.values())
    text = province_report.written(span, numbers, (day, proven))
    return {
        "title": TITLES[PROVINCE],
        "subtitle": report.period_label,
        **_told(text),
        "annexes": province_annexes(span),
        "groups": annexes.groups(board),
        "before": {"day": day, "groups": list(lines.values())},
        "numbers": _without_lists(numbers),
    }


def province_annexes(span: Span) -> list[dict[str, Any]]:
    """PL1 to PL7, and the indicators."""
    made = [
        annex("PL1", "report-pl1", annexes.by_group(span)),
        annex("PL2", "report-pl2", annexes.by_agency(span)),
        annex("PL3", "report-pl3", annexes.audits_and_findings(span)),
        annex("PL4", "report-pl4", annexes.inspections(span)),
        annex("PL5", "report-pl5", annexes.behind(span)),
        annex("PL6", "report-pl6", annexes.ending_proofs(span)),
        annex("PL7", "report-pl7", annexes.reorganised(span)),
    ]
    rows = indicator_rows(span.board, span.starts)
    return [*made, annex("PL8", "report-indicators", rows)] if rows else made


def _of_brief(report: Report) -> dict[str, Any]:
    board = board_on(report.day)
    numbers = summary_of(board)
    trend = brief_report.points(report.day)
    span = Span(board, report.day, {})
    return {
        "title": BRIEF_TITLE,
        "subtitle": f"(số liệu đến ngày {day_text(report.day)})",
        **_told(brief_report.written(span, numbers, trend)),
        "annexes": [annex("PL1", "report-pl1", annexes.by_group(span))],
        "trend": trend,
        "numbers": _without_lists(numbers),
    }


def _before(period_from: date) -> tuple[dict[str, dict[str, Any]], date]:
    """The lines of the report before by kind of agency, and its day; without one, the board's."""
    issued = before(period_from)
    if issued and issued.figures.get("groups"):
        return {line["kind"]: line for line in issued.figures["groups"]}, issued.day
    day = period_from - timedelta(days=1)
    return {line["kind"]: line for line in annexes.groups(board_on(day))}, day


def _told(text: Writing) -> dict[str, Any]:
    return {"sections": text.whole(), "gaps": text.gaps}


def _without_lists(numbers: dict[str, Any]) -> dict[str, Any]:
    """The board's figures without the addresses of their lists."""
    return {name: value for name, value in numbers.items() if name != "lists"}
