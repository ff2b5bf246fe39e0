"""The report of one agency says what is on record, each sentence from a record, and no more."""

import pytest
from docx import Document

from tests.reports.conftest import DAY, sentences

pytestmark = pytest.mark.django_db
# Issue 5, "It must show".
TOLD = [
    "06/7/2007", "1985/QĐ-UBND", "20/6/2008", "35 tài liệu", "6 quy trình bắt buộc",
    "22 quy trình tác nghiệp", "4 quy trình hỗ trợ", "chính sách chất lượng",
    "mục tiêu chất lượng", "sổ tay chất lượng", "3370/UBND-MT", "07/9/2009", "31/12/2009",
    "QUACERT", "6 loại 2", "7 lưu ý", "10 ngày", "hồ sơ đề nghị",
]  # fmt: skip
GRANTED = ["đã cấp giấy", "được cấp giấy", "đã được cấp", "được chứng nhận", "giấy chứng nhận số"]


def test_the_report_of_so_noi_vu_tells_the_article(of_snv):
    text = sentences(of_snv)
    assert not [fact for fact in TOLD if fact not in text]


def test_it_says_nowhere_that_a_certificate_was_granted(of_snv, download):
    paper = Document(download(of_snv, "docx"))
    text = "\n".join(p.text for p in paper.paragraphs).lower()
    assert not [words for words in GRANTED if words in text]


def test_every_sentence_names_the_record_it_was_written_from(of_snv):
    lines = [line for part in of_snv["figures"]["sections"] for line in part["lines"]]
    assert not [line for line in lines if not line["object"]]


def test_the_list_follows_the_numbers_of_its_codes(of_snv):
    rows = next(one["rows"] for one in of_snv["figures"]["annexes"] if "kind" in one["rows"][0])
    codes = [row["code"] for row in rows if row["code"].startswith("QT-TN")]
    assert codes == [f"QT-TN ({number})" for number in range(1, 23)]


def test_the_word_file_holds_every_sentence(of_snv, download):
    paper = Document(download(of_snv, "docx"))
    printed = {paragraph.text for paragraph in paper.paragraphs}
    assert not [line for line in sentences(of_snv).splitlines() if line not in printed]


def test_what_is_missing_is_left_out_and_listed_for_the_officer(of_snv):
    gaps = {gap["code"] for gap in of_snv["figures"]["gaps"]}
    assert {"submission", "appraisal.when", "internal_audit", "review", "findings.verified",
            "application_prepared.sent"} <= gaps  # fmt: skip
    assert "tờ trình" not in sentences(of_snv).lower()


def test_a_fact_that_is_recorded_closes_its_gap(so_noi_vu, ask, client_as, coordinator):
    body = {
        "agency": "SNV",
        "held_on": "2009-11-20",
        "chair": "Giám đốc",
        "reason": "theo biên bản",
    }
    answer = client_as(coordinator).post("/api/v1/management-reviews", body)
    assert answer.status_code == 201, answer.content
    report = ask("agency", agency="SNV", day=DAY)
    assert "20/11/2009" in sentences(report)
    assert "review" not in {gap["code"] for gap in report["figures"]["gaps"]}


def test_the_day_before_the_decision_knows_nothing_of_it(so_noi_vu, ask):
    report = ask("agency", agency="SNV", day="2008-06-19")
    text = sentences(report)
    assert "06/7/2007" in text
    assert not [fact for fact in ("1985/QĐ-UBND", "QUACERT", "35 tài liệu") if fact in text]


def test_an_agency_without_any_record_has_one_gap(store, ask):
    report = ask("agency", agency="STP", day="2010-02-03")
    assert report["figures"]["sections"] == []
    assert [gap["code"] for gap in report["figures"]["gaps"]] == ["stage"]


def test_names_of_users_are_written_as_they_are(so_noi_vu, ask, download, client_as, coordinator):
    title = 'Đề án <b>ISO</b> & {{ r.title }} "9001" {% if x %}'
    plan = client_as(coordinator).get("/api/v1/plans?agency=SNV").json()["results"][0]
    answer = client_as(coordinator).patch(
        plan["url"], {"title": title}, headers={"If-Match": f'"{plan["row_version"]}"'}
    )
    assert answer.status_code == 200, answer.content
    report = ask("agency", agency="SNV", day=DAY)
    paper = Document(download(report, "docx"))
    assert any(title in paragraph.text for paragraph in paper.paragraphs)
    assert download(report, "pdf").read_bytes().startswith(b"%PDF-")
