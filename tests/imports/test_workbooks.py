"""A workbook that nobody shaped for us is understood, or every cell at fault is named."""

import json
from datetime import date, datetime

import pytest
from openpyxl import load_workbook  # noqa: F401  (the library that reads what tests write)

from agencies.models import AgencyAlias
from documents.models import Document, DocumentVersion
from imports.models import Import
from imports.workbooks.opening import Line
from imports.workbooks.understanding import _why_no_row
from tests.imports.sheets import upload, workbook

pytestmark = pytest.mark.django_db

HEAD = {"source": {"title": "Thử", "published_at": "2009-01-01T08:00:00+07:00"}}


@pytest.fixture
def rollouts(load):
    """One running rollout of each of two agencies: {"SNV": id, "STP": id}."""
    made = {}
    for code in ("SNV", "STP"):
        case = {
            **HEAD,
            "agency": {"code": code},
            "rollout": {"track": "state_certificate", "edition": "2008", "opened_on": "2008-01-02"},
        }
        made[code] = load(case)[0].rollout_ids[0]
    return made


MESSY = [
    ["UBND TỈNH QUẢNG NINH"],
    ["DANH MỤC TÀI LIỆU HỆ THỐNG QUẢN LÝ CHẤT LƯỢNG NĂM 2009"],
    [],
    ["STT", "Cơ quan", "Ký hiệu", "Tên quy trình", "Loại", "Ngày", None, None, "Phòng phụ trách"],
    [None, None, None, None, None, "soạn thảo", "phê duyệt", "hiệu lực", None],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"],
    ["I. Sở Nội vụ"],
    [
        1,
        "Sở Nội vụ",
        "QT-01",
        "Quy trình kiểm soát tài liệu",
        "Quy trình bắt buộc",
        "3/2/2009",
        datetime(2009, 2, 10),
        date(2009, 3, 1),
        "Văn phòng",
    ],
    [],
    [
        2,
        "so noi vu tinh quang ninh",
        "QT-02",
        "Quy trình tuyển dụng",
        "QT-TN",
        "03/02/2009",
        "10-02-2009",
        "ngày 1 tháng 3 năm 2009",
        "Phòng Công chức",
    ],
    [
        3,
        "Sở Tư pháp",
        "QT-01",
        "Quy trình chứng thực",
        "quy trình tác nghiệp",
        None,
        "?",
        "2009-03-01",
        None,
    ],
    [],
    ["Tổng cộng", None, 3],
]
MERGES = ("A1:I1", "A2:I2", "F4:H4", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:E5", "I4:I5", "A7:I7")


def test_a_messy_workbook_is_understood(client_as, coordinator, rollouts):
    answer = upload(client_as(coordinator), workbook(MESSY, MERGES), dry_run=True, kind="documents")
    found = answer.json()
    assert answer.status_code == 200, answer.content
    assert found["errors"] == []
    assert found["id"] is None
    assert {c["heading"]: c["field"] for c in found["columns"]} == {
        "STT": "stt",
        "Cơ quan": "agency",
        "Ký hiệu": "code",
        "Tên quy trình": "title",
        "Loại": "kind",
        "Ngày soạn thảo": "drafted_on",
        "Ngày phê duyệt": "approved_on",
        "Ngày hiệu lực": "effective_on",
        "Phòng phụ trách": "unit",
    }
    assert found["rows"] == 3
    assert found["counts"] == {"documents": 3}
    assert [line["code"] for line in found["skipped"]] == [
        "skipped.numbering", "skipped.section", "skipped.total",
    ]  # fmt: skip
    assert found["needs_reason"]
    assert not Document.objects.exists()
    first = found["preview"][0]["told"]
    assert (first["drafted_on"], first["approved_on"]) == ("2009-02-03", "2009-02-10")


def test_it_is_loaded_in_one_act_with_its_days(client_as, coordinator, rollouts):
    answer = upload(
        client_as(coordinator), workbook(MESSY, MERGES), kind="documents", reason="nhập thay"
    )
    assert answer.status_code == 201, answer.content
    assert answer.json()["counts"] == {"documents": 3}
    by_place = {(d.rollout_id, d.code): d for d in Document.objects.all()}
    second = by_place[rollouts["SNV"], "QT-02"]
    version = DocumentVersion.objects.get(document=second)
    assert (version.drafted_on, version.effective_on) == (date(2009, 2, 3), date(2009, 3, 1))
    assert by_place[rollouts["STP"], "QT-01"].title == "Quy trình chứng thực"
    events = Document.pgh_event_model.objects.all()
    assert {e.pgh_context.metadata["verb"] for e in events} == {"workbook.load"}
    assert len({e.pgh_context_id for e in events}) == 1


def faults(answer):
    return {(e["cell"], e["code"]) for e in answer.json()["errors"]}


def test_every_cell_at_fault_is_named_at_once(client_as, coordinator, rollouts):
    rows = [
        [
            "Cơ quan",
            "Mã tài liệu",
            "Tên tài liệu",
            "Loại tài liệu",
            "Ngày phê duyệt",
            "Ngày hiệu lực",
        ],
        ["Sở Nội vụ", "QT-01", "Một", "QT-BB", "31/02/2009", "01/03/2009"],
        ["Sở Không Có", "QT-02", "Hai", "QT-BB", "3/2/09", None],
        ["Sở Nội vụ", None, "Ba", "Loại lạ", None, "2009"],
        ["Sở Nội vụ", "QT-04", "Bốn", "QT-BB", "02/03/2009", "01/03/2009"],
        ["Sở Nội vụ", "QT-05", "Năm", "QT-BB", "01/03/2099", None],
        ["Sở Nội vụ", "QT-04", "Trùng", "QT-BB", None, "=1+1"],
    ]
    answer = upload(client_as(coordinator), workbook(rows), kind="documents", reason="nhập thay")
    assert answer.status_code == 409
    assert answer.json()["code"] == "workbook.refused"
    assert faults(answer) == {
        ("E2", "workbook.no_such_day"),
        ("A3", "workbook.unknown_agency"),
        ("E3", "workbook.year_missing"),
        ("B4", "workbook.missing"),
        ("D4", "workbook.unknown_code"),
        ("F4", "workbook.whole_day_needed"),
        ("F5", "document_version.effective_before_approved"),
        ("E6", "day.in_future"),
        ("E6", "agency.ended"),
        ("B7", "document.code_taken"),
        ("F7", "workbook.formula"),
    }
    for error in answer.json()["errors"]:
        assert error["message"]
        assert error["cure"]
        assert error["sheet"] == "Danh mục"
        assert "…" not in error["message"] + error["cure"], error
    assert not Document.objects.exists()


def test_a_choice_answers_who_is_meant_and_is_remembered(client_as, coordinator, rollouts):
    rows = [
        ["Cơ quan", "Mã", "Loại", "Ngày hiệu lực"],
        ["Sở NV QN", "QT-01", "QT-BB", "03/02/2010"],
    ]
    client = client_as(coordinator)
    found = upload(client, workbook(rows), dry_run=True, kind="documents").json()
    assert found["questions"][0]["value"] == "Sở NV QN"
    choices = json.dumps({"Sở NV QN": "SNV"})
    answer = upload(client, workbook(rows), kind="documents", choices=choices, reason="nhập thay")
    assert answer.status_code == 201, answer.content
    assert answer.json()["guesses"][0]["code"] == "guess.chosen"
    assert AgencyAlias.objects.filter(agency__code="SNV", text="Sở NV QN").exists()
    rows[1][1] = "QT-02"
    again = upload(client, workbook(rows), dry_run=True, kind="documents").json()
    assert again["errors"] == []
    assert again["guesses"][0]["code"] == "guess.alias"


def test_an_agency_is_the_one_of_the_day_of_the_row(client_as, coordinator, load):
    for code, day in (("SNV", "2019-01-02"), ("SNV-2025", "2025-04-01")):
        load(
            {
                **HEAD,
                "agency": {"code": code},
                "rollout": {"track": "declaration", "edition": "2015", "opened_on": day},
            }
        )
    rows = [
        ["Cơ quan", "Mã", "Loại", "Ngày hiệu lực"],
        ["Sở Nội vụ", "QT-01", "QT-BB", "01/06/2019"],
        ["Sở Nội vụ", "QT-01", "QT-BB", "01/06/2025"],
    ]
    answer = upload(client_as(coordinator), workbook(rows), kind="documents", reason="nhập thay")
    assert answer.status_code == 201, answer.content
    codes = Document.objects.order_by("pk").values_list("rollout__agency__code", flat=True)
    assert list(codes) == ["SNV", "SNV-2025"]


def test_columns_are_mapped_by_hand_where_no_heading_helps(client_as, officer, load):
    load(
        {
            **HEAD,
            "agency": {"code": "SNV-2025"},
            "rollout": {"track": "declaration", "edition": "2015", "opened_on": "2025-04-01"},
        }
    )
    rows = [["Cột 1", "Cột 2", "Cột 3"], ["QT-01", "Một", "x"]]
    client = client_as(officer)
    found = upload(client, workbook(rows), dry_run=True, kind="documents").json()
    assert "workbook.no_header" in {e["code"] for e in found["errors"]}
    assert {f["field"] for f in found["fields"] if f["required"]} == {"code", "kind"}
    mapping = json.dumps({"A": "code", "Cột 2": "title", "C": None})
    answer = upload(
        client,
        workbook(rows),
        kind="documents",
        mapping=mapping,
        defaults=json.dumps({"kind": "QT-TN"}),
    )
    assert answer.status_code == 201, answer.content
    assert Document.objects.get().kind_id == "QT-TN"
    assert answer.json()["agency"]["code"] == "SNV-2025"


@pytest.mark.parametrize(
    ("choice", "status", "title", "counts"),
    [
        ("stop", 409, "Cũ", None),
        ("skip", 201, "Cũ", {"skipped": 1, "documents": 1}),
        ("update", 201, "Mới", {"updated": 1, "documents": 1}),
    ],
)
def test_a_row_that_meets_a_record(client_as, coordinator, rollouts, choice, status, title, counts):
    client = client_as(coordinator)
    rows = [["Cơ quan", "Mã", "Tên tài liệu", "Loại"], ["SNV", "QT-01", "Cũ", "QT-BB"]]
    assert upload(client, workbook(rows), kind="documents", reason="nhập thay").status_code == 201
    same = upload(client, workbook(rows), dry_run=True, kind="documents").json()
    assert same["counts"] == {"unchanged": 1}
    assert same["conflicts"] == []
    rows[1][2] = "Mới"
    rows.append(["SNV", "QT-02", "Hai", "QT-BB"])
    answer = upload(
        client, workbook(rows), kind="documents", on_conflict=choice, reason="nhập thay"
    )
    assert answer.status_code == status, answer.content
    (conflict,) = answer.json()["conflicts"]
    assert (conflict["cell"], conflict["choice"]) == ("B2", choice)
    assert conflict["message"]
    assert Document.objects.get(code="QT-01").title == title
    if counts:
        assert answer.json()["counts"] == counts


def test_each_conflict_may_be_settled_for_itself(client_as, coordinator, rollouts):
    client = client_as(coordinator)
    rows = [
        ["Cơ quan", "Mã", "Tên tài liệu", "Loại"],
        ["SNV", "QT-01", "Cũ", "QT-BB"],
        ["SNV", "QT-02", "Cũ", "QT-BB"],
    ]
    upload(client, workbook(rows), kind="documents", reason="nhập thay")
    rows[1][2] = rows[2][2] = "Mới"
    answer = upload(
        client,
        workbook(rows),
        kind="documents",
        conflicts=json.dumps({"2": "skip", "3": "update"}),
        reason="nhập thay",
    )
    assert answer.status_code == 201, answer.content
    titles = dict(Document.objects.values_list("code", "title"))
    assert titles == {"QT-01": "Cũ", "QT-02": "Mới"}


def test_one_conflict_may_stop_the_sheet_though_the_others_are_skipped(
    client_as, coordinator, rollouts
):
    client = client_as(coordinator)
    rows = [
        ["Cơ quan", "Mã", "Tên tài liệu", "Loại"],
        ["SNV", "QT-01", "Cũ", "QT-BB"],
        ["SNV", "QT-02", "Cũ", "QT-BB"],
    ]
    upload(client, workbook(rows), kind="documents", reason="nhập thay")
    rows[1][2] = rows[2][2] = "Mới"
    told = {"on_conflict": "skip", "conflicts": json.dumps({"3": "stop"}), "reason": "nhập thay"}
    answer = upload(client, workbook(rows), kind="documents", **told)
    assert answer.status_code == 409, answer.content
    assert [c["choice"] for c in answer.json()["conflicts"]] == ["skip", "stop"]
    assert set(Document.objects.values_list("title", flat=True)) == {"Cũ"}


@pytest.mark.parametrize(
    ("kind", "heading", "words"),
    [
        ("documents", "Loại", "Chính sách chất lượng"),
        ("proofs", "Lần công bố", "Công bố lần đầu, Công bố lại"),
        ("findings", "Mức độ", "Điểm không phù hợp loại 1"),
        ("plans", "Đề án, kế hoạch", "Đề án"),
    ],
)
def test_a_choice_column_says_what_it_may_hold_in_words(
    client_as, coordinator, rollouts, kind, heading, words
):
    rows = [["Cơ quan", "Số", heading], ["SNV", "1", "chẳng có"]]
    answer = upload(client_as(coordinator), workbook(rows), dry_run=True, kind=kind)
    cures = [e["cure"] for e in answer.json()["errors"] if e["code"] == "workbook.unknown_code"]
    assert len(cures) == 1, answer.json()["errors"]
    assert words in cures[0]
    english = client_as(coordinator)
    english.credentials(HTTP_ACCEPT_LANGUAGE="en")
    again = upload(english, workbook(rows), dry_run=True, kind=kind).json()["errors"]
    cured = [e["cure"] for e in again if e["code"] == "workbook.unknown_code"]
    assert cured != cures


def test_an_officer_loads_only_at_home(client_as, officer, rollouts, load):
    rows = [["Cơ quan", "Mã", "Loại"], ["SNV", "QT-01", "QT-BB"], ["STP", "QT-01", "QT-BB"]]
    answer = upload(client_as(officer), workbook(rows), dry_run=True, kind="documents")
    assert faults(answer) == {("A3", "workbook.no_rollout")}
    rows = [["Đợt triển khai", "Mã", "Loại"], [rollouts["STP"], "QT-01", "QT-BB"]]
    answer = upload(client_as(officer), workbook(rows), dry_run=True, kind="documents")
    assert faults(answer) == {("A2", "workbook.no_such_rollout")}


@pytest.mark.parametrize("role", ["council", "administrator"])
def test_who_records_nothing_loads_nothing(client_as, role, request, rollouts):
    user = request.getfixturevalue(role)
    rows = [["Cơ quan", "Mã", "Loại"], ["SNV", "QT-01", "QT-BB"]]
    for dry_run in (True, False):
        answer = upload(client_as(user), workbook(rows), dry_run=dry_run, kind="documents")
        assert answer.status_code == 403


def test_the_coordinator_says_why_when_acting_for_an_agency(client_as, coordinator, rollouts):
    rows = [["Cơ quan", "Mã", "Loại"], ["SNV", "QT-01", "QT-BB"]]
    answer = upload(client_as(coordinator), workbook(rows), kind="documents")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["code"] == "reason.on_behalf"
    assert not Document.objects.exists()
    assert not Import.objects.filter(kind="documents").exists()


def test_csv_is_read_like_a_workbook(client_as, coordinator, rollouts):
    text = "\ufeffCơ quan;Mã tài liệu;Loại tài liệu;Ngày hiệu lực\nSNV;QT-01;QT-BB;03/02/2010\n"
    answer = upload(
        client_as(coordinator), text.encode(), name="ds.csv", dry_run=True, kind="documents"
    )
    assert answer.json()["errors"] == [], answer.content
    assert answer.json()["preview"][0]["told"]["effective_on"] == "2010-02-03"


def test_the_sheet_with_most_known_columns_is_meant(client_as, coordinator, rollouts):
    from openpyxl import Workbook

    from tests.imports.sheets import saved

    book = Workbook()
    book.active.append(["Hướng dẫn điền", "Xin đọc kỹ"])
    sheet = book.create_sheet("Số liệu")
    sheet.append(["Cơ quan", "Mã tài liệu", "Loại tài liệu"])
    sheet.append(["SNV", "QT-01", "QT-BB"])
    content = saved(book)
    found = upload(client_as(coordinator), content, dry_run=True, kind="documents").json()
    assert (found["sheet"], found["sheets"]) == ("Số liệu", ["Sheet", "Số liệu"])
    wrong = upload(
        client_as(coordinator), content, dry_run=True, kind="documents", sheet="Không có"
    )
    assert wrong.json()["code"] == "workbook.no_sheet"


@pytest.mark.parametrize(
    ("first", "skipped"),
    [
        ("Cộng", True),
        ("CỘNG (2 giấy):", True),
        ("Tổng số", True),
        ("tong cong", True),
        ("Cong", True),
        ("Công bố", False),
        ("Sở Công Thương", False),
        ("Công Thương", False),
        ("cong bo", False),
        ("Tổng hợp", False),
    ],
)
def test_a_sum_is_no_row_and_a_declaration_is_no_sum(first, skipped):
    line = Line(4, (first, "Sở Nội vụ", "99/QĐ-SNV"))
    assert (_why_no_row(line, list(line.values), {}) == "skipped.total") is skipped
