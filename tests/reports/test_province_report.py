"""The province's report: made by the worker, from the board's figures, with texts of people."""

import random
from datetime import date, timedelta

import pytest
from docx import Document
from openpyxl import load_workbook

from tests.reports.conftest import pages_of, sentences

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2007, 1, 1), date(2020, 12, 31)


def days(count):
    """So many days of the programme, the same in every run."""
    chance = random.Random(9001)
    return [FIRST + timedelta(days=chance.randrange((LAST - FIRST).days)) for _ in range(count)]


@pytest.fixture
def a_province(so_noi_vu, load):
    """Sở Nội vụ, and two agencies further on."""
    from tests.contract.world import OTHER, cases_of

    load(*[case for name, case in cases_of(OTHER).items() if name in ("audited", "declared")])
    load(*[case for name, case in cases_of("SXD").items() if name in ("certified", "planned")])


def annex_of(figures, code):
    (found,) = [one for one in figures["annexes"] if one["code"] == code]
    return found["rows"]


def agrees(day):
    """Every figure of the report that stands elsewhere too, on one day."""
    from progress.summaries import summary_on
    from reports.figures import figures_of
    from reports.models import PROVINCE, Report

    report = Report(kind=PROVINCE, day=day, period_from=day - timedelta(days=180), period_to=day,
                    period_label="kỳ")  # fmt: skip
    figures, board = figures_of(report), summary_on(day)
    shares = {rate["code"]: rate["numerator"] for rate in [*board["rates"], *board["shares"]]}
    stages = {row["stage"]: row["count"] for row in board["by_stage"]}
    total = annex_of(figures, "PL1")[-1]
    assert total["total"] == board["agencies"]["in_scope"] == len(annex_of(figures, "PL2"))
    assert total["approved"] == shares["approved"]
    assert total["documented"] == shares["documented"]
    assert total["declared"] == stages.get("declared", 0)
    assert total["certified"] == stages.get("certified", 0)
    assert total["declared"] + total["certified"] == shares["proven"]
    documents = [row["documents"] or 0 for row in annex_of(figures, "PL2")]
    assert sum(documents) == board["documents"]["planned"]
    audits = annex_of(figures, "PL3")
    for name in ("major", "minor", "observation", "open"):
        assert sum(row[name] for row in audits) == board["findings"][name], name
    assert sum(row["overdue"] for row in audits) == board["overdue"]["findings"]
    assert figures["numbers"]["findings"] == board["findings"]
    return sum(documents) + shares["approved"]


def test_the_figures_are_those_of_the_board_on_ten_days(a_province):
    assert sum(agrees(day) for day in days(10)) > 0


@pytest.mark.heavy
def test_the_figures_are_those_of_the_board_on_fifty_days(a_province):
    assert sum(agrees(day) for day in days(50)) > 0


def test_the_worker_makes_it_after_the_request(a_province, ask, client_as, coordinator):
    period = {"from": "2009-12-15", "to": "2010-06-14", "label": "6 tháng đầu năm 2010"}
    report = ask("province", day="2010-06-14", period=period)
    assert (report["state"], report["files"], report["made_at"]) == ("waiting", [], None)
    from reports.tasks import write_report

    write_report.func(report["id"])
    made = client_as(coordinator).get(report["url"]).json()
    assert made["state"] == "ready"
    assert [file["format"] for file in made["files"]] == ["docx", "pdf", "xlsx"]
    assert [part["code"] for part in made["figures"]["annexes"]][:7] == [
        f"PL{number}" for number in range(1, 8)
    ]


def test_a_report_that_cannot_be_made_says_so(a_province, ask, client_as, coordinator, monkeypatch):
    from reports import making
    from reports.tasks import write_report

    period = {"from": "2009-12-15", "to": "2010-06-14", "label": "kỳ"}
    report = ask("province", day="2010-06-14", period=period)

    def failing(*_):
        raise OSError("no room left")

    monkeypatch.setattr(making, "made", failing)
    with pytest.raises(OSError, match="no room"):
        write_report.func(report["id"])
    told = client_as(coordinator).get(report["url"]).json()
    assert told["state"] == "failed"
    assert "no room left" in told["failure"]


def test_texts_are_printed_and_kept_for_next_time(
    a_province, province, client_as, coordinator, download, django_capture_on_commit_callbacks
):
    client, first = client_as(coordinator), province()
    first = client.get(first["url"]).json()
    text = "Đã ban hành kế hoạch <năm> & phân công.\n\nKinh phí bảo đảm."
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.patch(
            first["url"],
            {"parts": {"direction": text}},
            headers={"If-Match": f'"{first["row_version"]}"'},
        )
    assert answer.status_code == 200, answer.content
    later = client.get(first["url"]).json()
    assert later["sha256"] == first["sha256"], "the figures stay"
    printed = [p.text for p in Document(download(later, "docx")).paragraphs]
    assert "Đã ban hành kế hoạch <năm> & phân công." in printed
    assert "Kinh phí bảo đảm." in printed
    second = province(day="2010-06-13")
    kept = {part["code"]: part["text"] for part in second["parts"]}
    assert kept["direction"] == text


def test_an_unknown_part_is_refused(a_province, province, client_as, coordinator):
    client = client_as(coordinator)
    report = client.get(province()["url"]).json()
    answer = client.patch(
        report["url"], {"parts": {"x": "y"}}, headers={"If-Match": f'"{report["row_version"]}"'}
    )
    assert answer.status_code == 400


def test_signed_off_by_the_council_its_texts_are_fixed(
    a_province, province, client_as, coordinator, council
):
    report = client_as(coordinator).get(province()["url"]).json()
    seen = {"If-Match": f'"{report["row_version"]}"'}
    address = f"{report['url']}/sign_off"
    assert client_as(coordinator).post(address, {}, headers=seen).status_code == 403
    signed = client_as(council).post(address, {}, headers=seen).json()
    assert signed["signed_off_by"] == "council"
    answer = client_as(coordinator).patch(
        report["url"],
        {"parts": {"direction": "khác"}},
        headers={"If-Match": f'"{signed["row_version"]}"'},
    )
    assert answer.status_code == 409
    assert [b["code"] for b in answer.json()["blockers"]] == ["report.signed_off"]


def test_the_workbook_has_numbers_dates_and_no_formula(a_province, province, client_as, coordinator,
                                                       download):  # fmt: skip
    from plans.models import OfficialDocument

    OfficialDocument.objects.filter(number="1985/QĐ-UBND").update(number="=1985/QĐ-UBND")
    report = client_as(coordinator).get(province()["url"]).json()
    book = load_workbook(download(report, "xlsx"))
    assert len(book.sheetnames) >= 7
    assert all(sheet.freeze_panes for sheet in book)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any(str(cell.value).startswith("'=1985") for cell in cells)
    formats = {cell.number_format for cell in cells if cell.value is not None}
    assert {"0.0%", "#,##0", "dd/mm/yyyy"} <= formats


def test_libreoffice_opens_it_with_numbered_pages(a_province, province, client_as, coordinator,
                                                  download, as_pdf):  # fmt: skip
    report = client_as(coordinator).get(province()["url"]).json()
    pages = pages_of(as_pdf(download(report, "docx")))
    tops = [page.strip().splitlines()[0].strip() for page in pages]
    assert tops[1:] == [str(number) for number in range(2, len(pages) + 1)]
    assert "Phụ lục VII" in "".join(pages)


def test_a_text_of_the_report_names_no_certificate_where_there_is_a_declaration(
    a_province, province, client_as, coordinator
):
    report = client_as(coordinator).get(province()["url"]).json()
    assert "có giấy chứng nhận" in sentences(report)
    assert "đã được chứng nhận" not in sentences(report)
