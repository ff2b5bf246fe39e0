"""Templates are filled in offline and come back: nothing changed is nothing written."""

import io

import pytest
from openpyxl import load_workbook

from audits.models import Finding, FindingStep
from certificates.models import Certificate, Declaration
from documents.models import Document
from imports.workbooks.kinds import KINDS
from plans.models import Plan, Rollout
from procedures.models import AdminProcedure
from tests.contract.world import OWN, World, undone
from tests.imports.sheets import saved, upload, workbook

REASON = "nhập thay"


@pytest.fixture(scope="module")
def standing_world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), undone():
        yield World()


@pytest.fixture
def world(standing_world, db):
    return standing_world


@pytest.fixture
def client(world):
    return world.client("coordinator")


def template(client, kind, agency=OWN):
    answer = client.get(f"/api/v1/imports/templates/{kind}.xlsx?agency={agency}")
    assert answer.status_code == 200, answer.content
    return answer.content


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_template_that_comes_back_as_it_was_changes_nothing(client, kind):
    content = template(client, kind)
    answer = upload(client, content, kind=kind, reason=REASON)
    assert answer.status_code == 201, answer.json()["errors"][:5]
    assert set(answer.json()["counts"]) <= {"unchanged"}
    if kind != "admin-procedures":
        assert answer.json()["counts"]["unchanged"] > 0


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_heading_of_a_template_is_recognised(client, kind):
    found = upload(client, template(client, kind), dry_run=True, kind=kind).json()
    fields = {c["field"] for c in found["columns"]}
    assert fields == {one.name for one in KINDS[kind].fields}


def test_a_template_has_lists_help_and_the_rows_on_record(client):
    book = load_workbook(io.BytesIO(template(client, "documents")))
    sheet = book.active
    heads = {cell.value: cell for cell in sheet[3]}
    assert heads["Cơ quan"].comment is not None
    assert len(sheet.data_validations.dataValidation) == 3
    codes = [
        sheet.cell(row, heads["Mã tài liệu"].column).value for row in range(4, sheet.max_row + 1)
    ]
    assert {"QT-01", "QT-02", "QT-03"} <= set(codes)
    assert book["Lists"].sheet_state == "hidden"


def test_changed_and_added_rows_are_loaded(client, world):
    book = load_workbook(io.BytesIO(template(client, "documents")))
    sheet = book.active
    column = {cell.value: cell.column for cell in sheet[3]}
    first = next(
        row for row in range(4, 20) if sheet.cell(row, column["Mã tài liệu"]).value == "QT-02"
    )
    sheet.cell(first, column["Tên tài liệu"]).value = "Tên mới"
    new = sheet.max_row + 1
    for text, value in (
        ("Đợt triển khai", world.own.rollouts["audited"]),
        ("Mã tài liệu", "QT-50"),
        ("Loại tài liệu", "QT-TN"),
    ):
        sheet.cell(new, column[text]).value = value
    answer = upload(client, saved(book), kind="documents", reason=REASON)
    assert answer.status_code == 201, answer.content
    counts = answer.json()["counts"]
    assert (counts["updated"], counts["documents"]) == (1, 1)
    assert (
        Document.objects.get(code="QT-02", rollout=world.own.rollouts["audited"]).title == "Tên mới"
    )


def test_a_record_that_changed_meanwhile_is_a_conflict(client, world):
    content = template(client, "plans")
    plan = Plan.objects.get(rollout=world.own.rollouts["planned"])
    client.patch(
        f"/api/v1/plans/{plan.pk}",
        {"title": "Sửa trên màn hình"},
        headers={"If-Match": f'"{plan.row_version}"'},
    )
    found = upload(client, content, dry_run=True, kind="plans").json()
    (conflict,) = found["conflicts"]
    assert (conflict["code"], conflict["id"]) == ("workbook.changed_meanwhile", plan.pk)


def test_a_copied_row_keeps_no_id(client):
    book = load_workbook(io.BytesIO(template(client, "documents")))
    sheet = book.active
    for cell in sheet[4]:
        sheet.cell(
            sheet.max_row if cell.column > 1 else sheet.max_row + 1, cell.column
        ).value = cell.value
    found = upload(client, saved(book), dry_run=True, kind="documents").json()
    assert "workbook.same_id_twice" in {e["code"] for e in found["errors"]}


def test_an_officer_s_template_holds_the_own_agency_only(world):
    client = world.client("officer")
    assert client.get("/api/v1/imports/templates/documents.xlsx?agency=STP").status_code == 400
    assert client.get(f"/api/v1/imports/templates/documents.xlsx?agency={OWN}").status_code == 200
    assert client.get("/api/v1/imports/templates/khac.xlsx").status_code == 404


def load(client, kind, heading, *rows, status=201, **form):
    answer = upload(
        client, workbook([list(heading), *map(list, rows)]), kind=kind, reason=REASON, **form
    )
    assert answer.status_code == status, answer.content
    return answer.json()


def codes(found):
    return {(e["cell"], e["code"]) for e in found["errors"]}


def test_findings_with_what_was_done_about_them(world):
    heading = [
        "Cơ quan",
        "Ngày đánh giá",
        "Mức độ",
        "Ký hiệu",
        "Điều khoản",
        "Mô tả",
        "Hạn khắc phục",
        "Nguyên nhân",
        "Ngày hoàn thành",
        "Biện pháp khắc phục",
        "Xử lý",
    ]
    rows = [
        [
            "Sở Nội vụ",
            "31/12/2009",
            "Loại 2",
            "NC-01",
            "4.2.3",
            "Chưa kiểm soát",
            "28/02/2010",
            "Thiếu biểu mẫu",
            "20/01/2010",
            "Bổ sung biểu mẫu",
            None,
        ],
        [
            "Sở Nội vụ",
            "31/12/2009",
            "Khuyến nghị",
            "KN-01",
            None,
            "Nên số hóa",
            None,
            None,
            None,
            None,
            "x",
        ],
    ]
    found = load(world.client("officer"), "findings", heading, *rows)
    assert found["counts"] == {"findings": 2, "actions": 1, "completed": 1, "disposed": 1}
    raised = Finding.objects.get(code="NC-01")
    assert (raised.grade, str(raised.due_on)) == ("minor", "2010-02-28")
    assert raised.actions.get().what == "Bổ sung biểu mẫu"
    assert FindingStep.objects.filter(finding__code="KN-01", kind="disposed").exists()


def test_an_officer_s_workbook_never_verifies_or_certifies(world):
    client = world.client("officer")
    heading = [
        "Cơ quan",
        "Ngày đánh giá",
        "Mức độ",
        "Ký hiệu",
        "Nguyên nhân",
        "Ngày hoàn thành",
        "Ngày xác nhận",
    ]
    row = ["Sở Nội vụ", "31/12/2009", "Loại 2", "NC-01", "Thiếu", "20/01/2010", "25/01/2010"]
    found = load(client, "findings", heading, row, status=409)
    assert codes(found) == {("G2", "workbook.not_yours")}
    heading = [
        "Đợt triển khai",
        "Chứng nhận hay công bố",
        "Số giấy chứng nhận",
        "Nơi cấp",
        "Ngày cấp",
        "Phiên bản",
    ]
    row = [world.own.rollouts["clean"], "Giấy chứng nhận", "HT 9", "QUACERT", "01/07/2012", "2008"]
    found = load(client, "proofs", heading, row, status=409)
    assert codes(found) == {("B2", "workbook.not_yours")}
    row = [world.own.rollouts["ready"], "Bản công bố", None, None, "05/05/2016", "2015"]
    found = load(client, "proofs", heading, row, status=409)
    assert codes(found) == {("B2", "workbook.not_yours")}
    assert not Finding.objects.filter(code="NC-01").exists()


def test_proofs_by_whom_they_are_to_be_recorded(world):
    heading = [
        "Đợt triển khai",
        "Chứng nhận hay công bố",
        "Số",
        "Nơi cấp",
        "Ngày cấp",
        "Phiên bản",
        "Phạm vi",
    ]
    certificate = [
        world.own.rollouts["clean"],
        "GCN",
        "HT 9",
        "QUACERT",
        "01/07/2012",
        "2008",
        "Mọi thủ tục",
    ]
    late = Certificate.objects.count()
    found = upload(
        world.client("coordinator"), workbook([heading, certificate]), dry_run=True, kind="proofs"
    ).json()
    assert codes(found) <= {("A2", "certificate.findings_unverified")}, found["errors"]
    assert Certificate.objects.count() == late
    declaration = [
        world.own.rollouts["ready"],
        "Bản công bố",
        "16/QĐ-SO",
        None,
        "05/05/2016",
        "2015",
        "Mọi thủ tục",
    ]
    load(world.client("coordinator"), "proofs", heading, declaration)
    assert Declaration.objects.filter(number="16/QĐ-SO").exists()


def test_a_plan_that_says_enough_opens_its_rollout(world):
    heading = [
        "Cơ quan",
        "Phiên bản tiêu chuẩn",
        "Hình thức",
        "Loại",
        "Tên đề án",
        "Ngày bắt đầu",
        "Ngày hoàn thành",
    ]
    row = ["Sở Y tế", "2008", "Chứng nhận (QĐ 144/2006)", "Đề án", "Đề án ISO", "2010", "03/2011"]
    found = load(world.client("coordinator"), "plans", heading, row)
    assert found["counts"] == {"rollouts": 1, "plans": 1}
    plan = Plan.objects.get(title="Đề án ISO", rollout__agency__code="SYT")
    assert (plan.started_on_precision, plan.completed_on_precision) == ("year", "month")
    assert {g["code"] for g in found["guesses"]} == {"guess.year_only", "guess.month_only"}
    assert Rollout.objects.get(pk=plan.rollout_id).opened_on.year == 2010


def test_agencies_are_added_and_renamed_from_a_day(world):
    client = world.client("coordinator")
    heading = ["Mã", "Tên cơ quan", "Loại", "Cấp trên", "Đổi tên từ ngày"]
    found = load(
        client,
        "agencies",
        heading,
        ["SXX", "Sở Mới", "Sở", "UBND-TINH", None],
        ["SXX2", "Chi nhánh", "Sở", "Sở Mới", None],
        ["STP", "Sở Tư pháp và Hộ tịch", "Sở", None, "01/05/2026"],
    )
    assert found["counts"] == {"agencies": 2, "updated": 1}
    found = load(client, "agencies", heading, ["STP", "Tên khác", "Sở", None, None], status=409)
    assert codes(found) == {("B2", "workbook.rename_needs_day")}
    found = load(
        world.client("officer"), "agencies", heading, ["SYY", "Sở Y", "Sở", None, None], status=409
    )
    assert codes(found) == {("A2", "workbook.not_yours")}


def test_procedures_with_their_documents(world):
    heading = [
        "Mã TTHC",
        "Tên thủ tục hành chính",
        "Lĩnh vực",
        "Thời hạn giải quyết",
        "Số quyết định",
        "Ngày công bố",
        "Quy trình ISO",
    ]
    row = ["1.001.234", "Cấp lại bằng", "Nội vụ", "5", "12/QĐ-UBND", "03/02/2010", "QT-01; QT-02"]
    client = world.client("officer")
    found = load(client, "admin-procedures", heading, [*row], defaults='{"agency": "SNV"}')
    assert found["counts"] == {"procedures": 1}
    procedure = AdminProcedure.objects.get(code="1.001.234")
    assert sorted(d.code for d in procedure.documents.all()) == ["QT-01", "QT-02"]
    row[6] = "QT-99"
    found = load(
        client, "admin-procedures", heading, [*row], status=409, defaults='{"agency": "SNV"}'
    )
    assert codes(found) == {("G2", "workbook.no_such_document")}
