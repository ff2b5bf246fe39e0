"""Thirteen lines pasted from a report: seen, corrected, saved all or none."""

import pytest

from audits.models import Audit, CorrectiveAction, Finding
from tests.contract.world import World, undone

CLAUSES = ["4.2.3", "4.2.4", "5.4.1", "6.2.2", "7.5.1", "8.2.2"]
HEADING = "\t".join(
    ["STT", "Loại điểm", "Điều khoản", "Nội dung phát hiện", "Đơn vị", "Thời hạn khắc phục",
     "Biện pháp khắc phục"]
)  # fmt: skip


def pasted(extra=()):
    lines = [HEADING]
    for number, clause in enumerate(CLAUSES, start=1):
        lines.append(
            f"{number}\tLoại 2\t{clause}\tChưa thực hiện {clause}\tVăn phòng\t28/02/2010"
            f"\tBổ sung {clause}"
        )
    for number, word in enumerate(
        ["Lưu ý", "Khuyến nghị", "OBS", "điểm lưu ý", "lưu ý, khuyến nghị", "Quan sát", "cải tiến"],
        start=7,
    ):
        lines.append(f'{number}\t{word}\t\t"Nên xem xét\ndòng hai {number}"\tPhòng {number}\t\t')
    return "\n".join([*lines, *extra])


@pytest.fixture(scope="module")
def standing_world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), undone():
        yield World()


@pytest.fixture
def world(standing_world, db):
    return standing_world


@pytest.fixture
def audit(world):
    return Audit.objects.get(pk=world.own.one("audits.Audit", rollout="audited", kind="external"))


def send(client, audit, body, dry_run=False):
    query = "?dry_run=true" if dry_run else ""
    return client.post(
        f"/api/v1/audits/{audit.pk}/findings-sheet{query}",
        body,
        headers={"If-Match": f'"{audit.row_version}"'},
    )


def test_thirteen_lines_are_understood_and_saved_in_one_act(world, audit):
    client, before = world.client("officer"), Finding.objects.filter(audit=audit).count()
    found = send(client, audit, {"text": pasted()}, dry_run=True)
    assert found.status_code == 200, found.content
    body = found.json()
    assert body["errors"] == []
    assert [row["grade"] for row in body["rows"]] == ["minor"] * 6 + ["observation"] * 7
    assert body["rows"][0]["due_on"] == "2010-02-28"
    assert body["rows"][6]["description"] == "Nên xem xét\ndòng hai 7"
    assert Finding.objects.filter(audit=audit).count() == before
    saved = send(client, audit, {"rows": body["rows"]})
    assert saved.status_code == 200, saved.content
    assert saved.json()["counts"] == {"findings": 13, "actions": 6}
    new = Finding.objects.filter(audit=audit).order_by("-pk")[:13]
    contexts = {
        e.pgh_context_id
        for f in new
        for e in Finding.pgh_event_model.objects.filter(pgh_obj_id=f.pk)
    }
    assert len(contexts) == 1
    assert CorrectiveAction.objects.filter(finding__in=[f.pk for f in new]).count() == 6


def test_each_cell_at_fault_is_named_and_nothing_is_saved(world, audit):
    client, before = world.client("officer"), Finding.objects.filter(audit=audit).count()
    wrong = [
        "14\tLoại 9\t4.2.3\tX\tY\t28/02/2010\t",
        "15\tLoại 2\t99.9\tX\tY\t31/02/2010\t",
        "16\tLoại 2\t4.2.3\tX\tY\t01/01/2001\t",
    ]
    body = send(client, audit, {"text": pasted(wrong)}, dry_run=True).json()
    assert {(e["cell"], e["code"]) for e in body["errors"]} == {
        ("B15", "workbook.unknown_code"),
        ("C16", "finding.clause_unknown"),
        ("F16", "workbook.no_such_day"),
        ("F17", "finding.due_before_raised"),
    }
    assert all(e["message"] and e["cure"] for e in body["errors"])
    rows = [{"grade": "minor", "clause": "4.2.3"}, {"grade": "minor", "clause": "99.9"}]
    refused = send(client, audit, {"rows": rows})
    assert refused.status_code == 409
    assert [e["pointer"] for e in refused.json()["errors"]] == ["/rows/1/clause"]
    assert Finding.objects.filter(audit=audit).count() == before


def test_lines_without_a_heading_are_known_by_what_they_hold(world, audit):
    first = "1\tNC nhỏ\t7.5.1\tChưa kiểm soát hồ sơ đầy đủ\t28/02/2010"
    text = f"{first}\n2\tNC lớn\t4.2.3\tKhông có quy trình\t28/02/2010"
    body = send(world.client("officer"), audit, {"text": text}, dry_run=True).json()
    assert [(r["grade"], r["clause"], r["due_on"]) for r in body["rows"]] == [
        ("minor", "7.5.1", "2010-02-28"), ("major", "4.2.3", "2010-02-28"),
    ]  # fmt: skip
    assert body["rows"][0]["description"] == "Chưa kiểm soát hồ sơ đầy đủ"
    assert all(column["guessed"] for column in body["columns"])


def test_only_who_may_raise_findings_saves_them(world, audit):
    body = {"rows": [{"grade": "minor"}]}
    assert send(world.client("council"), audit, body).status_code == 403
    assert (
        world.client("officer").post(f"/api/v1/audits/{audit.pk}/findings-sheet", body).status_code
        == 428
    )
    other = Audit.objects.get(
        pk=world.other.one("audits.Audit", rollout="audited", kind="external")
    )
    assert send(world.client("officer"), other, body).status_code == 404


def test_something_must_be_sent(world, audit):
    assert send(world.client("officer"), audit, {"text": "  "}).status_code == 400
    empty = send(world.client("officer"), audit, {"text": "xin chào"}, dry_run=True).json()
    assert empty["rows"] == [] or empty["errors"]


def read(client, kind, columns, text):
    answer = client.post("/api/v1/imports/pasted", {"kind": kind, "columns": columns, "text": text})
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_a_table_is_read_before_there_is_a_record_to_hang_it_on(world):
    columns = ["grade", "count", "code", "clause", "unit", "description", "due_on", "repeat_of"]
    body = read(world.client("officer"), "findings", columns, pasted(["14\tLoại 9\t4.2.3\tX"]))
    assert [row.get("grade") for row in body["rows"]] == ["minor"] * 6 + ["observation"] * 7 + [
        None
    ]
    assert [(e["field"], e["value"]) for e in body["errors"]] == [("grade", "Loại 9")]
    assert body["errors"][0]["row"] == body["row_numbers"][13]
    # The form has no place for the action: its column is named and not used.
    assert [c["heading"] for c in body["columns"] if c["field"] is None] == ["Biện pháp khắc phục"]


def test_lines_without_a_heading_stand_in_the_order_of_the_form(world):
    columns = ["code", "name", "field", "level", "time_limit_days"]
    text = "1\t1.001.000.00.00.H49\tCấp giấy phép\tXây dựng\tCấp tỉnh\t15\n"
    text += "2\t1.002.000.00.00.H49\tĐổi giấy phép\tXây dựng\txã\t7"
    body = read(world.client("officer"), "admin-procedures", columns, text)
    assert [(r["code"], r["level"], r["time_limit_days"]) for r in body["rows"]] == [
        ("1.001.000.00.00.H49", "tinh", 15), ("1.002.000.00.00.H49", "xa", 7),
    ]  # fmt: skip


def test_each_line_keeps_its_cause_and_its_files(world, audit):
    from evidence.models import Evidence, EvidenceLink

    scan = Evidence.objects.filter(agency__code=world.own.agency).first()
    line = {"grade": "minor", "clause": "4.2.3", "completed_on": "2010-01-20",
            "cause": "Chưa tập huấn", "evidence": [scan.pk]}  # fmt: skip
    saved = send(world.client("officer"), audit, {"rows": [line]})
    assert saved.status_code == 200, saved.content
    finding = Finding.objects.filter(audit=audit).latest("pk")
    assert finding.steps.get(kind="completed").cause == "Chưa tập huấn"
    assert EvidenceLink.objects.filter(about="finding", about_id=finding.pk, evidence=scan).exists()
    without_day = {name: line[name] for name in ("grade", "cause")}
    refused = send(world.client("officer"), audit, {"rows": [without_day]})
    assert [e["pointer"] for e in refused.json()["errors"]] == ["/rows/0/completed_on"]


def test_findings_without_a_heading_stand_in_the_order_of_the_form_where_that_fits(world):
    columns = ["grade", "count", "code", "clause", "unit"]
    text = "loại 2\t2\tNC-01\t8.4\tVăn phòng\nlưu ý\t\tLY-01\t7.1\tThanh tra"
    body = read(world.client("officer"), "findings", columns, text)
    assert body["rows"] == [
        {"grade": "minor", "count": 2, "code": "NC-01", "clause": "8.4", "unit": "Văn phòng"},
        {"grade": "observation", "code": "LY-01", "clause": "7.1", "unit": "Thanh tra"},
    ]
