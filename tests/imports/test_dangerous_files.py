"""What may harm is refused with a sentence that says why, before anything is read."""

import io
import time
import zipfile
from uuid import uuid4

import pytest
from openpyxl import Workbook

from documents.models import Document
from imports.models import Job
from tests.imports.sheets import saved, upload, workbook

pytestmark = pytest.mark.django_db
ROWS = [["Cơ quan", "Mã", "Loại"], ["SNV", "QT-01", "QT-BB"]]


def with_parts(parts, compression=zipfile.ZIP_DEFLATED):
    """A workbook with more parts in its archive."""
    content = io.BytesIO(workbook(ROWS))
    with zipfile.ZipFile(content, "a", compression) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return content.getvalue()


def renamed_content_type():
    source, target = zipfile.ZipFile(io.BytesIO(workbook(ROWS))), io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "[Content_Types].xml":
                data = data.replace(
                    b"spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main"
                )
            made.writestr(entry.filename, data)
    return target.getvalue()


def entities():
    source, target = zipfile.ZipFile(io.BytesIO(workbook(ROWS))), io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename.endswith("sheet1.xml"):
                data = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "b">]>' + data
            made.writestr(entry.filename, data)
    return target.getvalue()


DANGEROUS = [
    ("macro.xlsm", lambda: workbook(ROWS), 400, "workbook.macros"),
    ("macro.xlsx", lambda: with_parts({"xl/vbaProject.bin": b"x"}), 400, "workbook.macros"),
    ("macro2.xlsx", renamed_content_type, 400, "workbook.macros"),
    (
        "links.xlsx",
        lambda: with_parts({"xl/externalLinks/externalLink1.xml": b"<x/>"}),
        400,
        "workbook.external_links",
    ),
    (
        "ole.xlsx",
        lambda: with_parts({"xl/embeddings/oleObject1.bin": b"x"}),
        400,
        "workbook.embedded",
    ),
    ("bomb.xlsx", lambda: with_parts({"xl/media/a.bin": b"0" * 60_000_000}), 400, "workbook.bomb"),
    ("entities.xlsx", entities, 400, "workbook.damaged"),
    ("old.xls", lambda: b"\xd0\xcf\x11\xe0" + b"0" * 600, 415, "workbook.old_or_locked"),
    ("locked.xlsx", lambda: b"\xd0\xcf\x11\xe0" + b"0" * 600, 415, "workbook.old_or_locked"),
    ("picture.png", lambda: b"\x89PNG\r\n\x1a\n" + b"0" * 60, 415, "workbook.wrong_type"),
    ("zip.csv", lambda: workbook(ROWS), 415, "workbook.wrong_type"),
    ("word.xlsx", lambda: b"PK\x03\x04 nothing", 400, "workbook.damaged"),
    (
        "old.csv",
        lambda: "Mã;Loại\nÂ".encode("cp1258", "ignore") + b"\xe2\x28",
        415,
        "workbook.not_utf8",
    ),
    ("binary.csv", lambda: b"a,b\n\x00\x01", 415, "workbook.wrong_type"),
    ("large.xlsx", lambda: b"PK" + b"0" * (20 * 1024 * 1024), 413, "workbook.too_large"),
]


@pytest.mark.parametrize(
    ("name", "content", "status", "code"), DANGEROUS, ids=[d[0] for d in DANGEROUS]
)
def test_a_dangerous_or_wrong_file_is_refused_with_a_reason(
    client_as, coordinator, name, content, status, code
):
    for dry_run in (True, False):
        answer = upload(
            client_as(coordinator), content(), name=name, kind="documents", dry_run=dry_run
        )
        assert (answer.status_code, answer.json()["code"]) == (status, code)
        assert answer.json()["title"]
        assert "…" not in answer.json()["title"]
    assert not Document.objects.exists()


def test_a_bomb_is_refused_before_it_is_unpacked(client_as, coordinator):
    content, begin = with_parts({"xl/media/a.bin": b"0" * 60_000_000}), time.perf_counter()
    upload(client_as(coordinator), content, kind="documents", dry_run=True)
    assert time.perf_counter() - begin < 2


def test_a_row_number_far_down_does_not_stop_the_reader(client_as, coordinator):
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active.cell(1_000_000, 1).value = "xa"
    answer = upload(client_as(coordinator), saved(book), kind="documents", dry_run=True)
    assert answer.status_code == 200


def test_formulas_are_never_evaluated(client_as, coordinator, load):
    load(
        {
            "agency": {"code": "SNV"},
            "rollout": {"track": "declaration", "edition": "2015", "opened_on": "2016-01-01"},
        }
    )
    rows = [*ROWS, ["SNV", '=CONCATENATE("QT","-02")', "QT-BB"], ["SNV", "#REF!", "QT-BB"]]
    found = upload(client_as(coordinator), workbook(rows), kind="documents", dry_run=True).json()
    assert {(e["cell"], e["code"]) for e in found["errors"]} == {
        ("B3", "workbook.formula"),
        ("B4", "workbook.error_value"),
    }


@pytest.mark.parametrize(
    "wrong",
    [
        {"mapping": "[1]"},
        {"mapping": "{"},
        {"choices": '{"a": [1]}'},
        {"conflicts": '{"2": "maybe"}'},
        {"kind": "khac"},
        {"on_conflict": "maybe"},
        {"job": "1"},
    ],
)
def test_a_form_of_the_wrong_shape_is_refused(client_as, coordinator, wrong):
    form = {"kind": "documents", **wrong}
    answer = upload(client_as(coordinator), workbook(ROWS), dry_run=True, **form)
    assert answer.status_code == 400, answer.content
    assert answer.json()["errors"][0]["pointer"] == f"/{next(iter(wrong))}"


def test_a_field_that_does_not_exist_is_refused(client_as, coordinator):
    answer = upload(
        client_as(coordinator),
        workbook(ROWS),
        dry_run=True,
        kind="documents",
        mapping='{"A": "khac"}',
    )
    assert answer.json()["code"] == "workbook.unknown_field"


def test_a_repeated_upload_is_answered_once(client_as, coordinator, load):
    load(
        {
            "agency": {"code": "SNV"},
            "rollout": {"track": "declaration", "edition": "2015", "opened_on": "2016-01-01"},
        }
    )
    client = client_as(coordinator)
    file = workbook(ROWS)
    answers = [
        client.post(
            "/api/v1/imports",
            {"file": named(file), "kind": "documents", "reason": "x"},
            format="multipart",
            headers={"Idempotency-Key": "one"},
        )
        for _ in range(2)
    ]
    assert [a.status_code for a in answers] == [201, 201]
    assert answers[1]["Idempotent-Replayed"] == "true"
    assert Document.objects.count() == 1


def named(content):
    file = io.BytesIO(content)
    file.name = "bang.xlsx"
    return file


def test_the_progress_of_a_long_loading_is_seen_by_others(client_as, coordinator, load):
    load(
        {
            "agency": {"code": "SNV"},
            "rollout": {"track": "declaration", "edition": "2015", "opened_on": "2016-01-01"},
        }
    )
    rows = [ROWS[0], *[["SNV", f"QT-{n:04d}", "QT-BB"] for n in range(600)]]
    job, client = uuid4(), client_as(coordinator)
    try:
        answer = upload(client, workbook(rows), kind="documents", reason="x", job=str(job))
        assert answer.status_code == 201, answer.content
        found = client.get(f"/api/v1/jobs/{job}").json()
        assert (found["state"], found["done"], found["total"]) == ("done", 600, 600)
        assert client.get(f"/api/v1/jobs/{uuid4()}").status_code == 404
    finally:
        Job.objects.filter(pk=job).delete()


def test_a_loading_is_known_to_others_before_its_id_is_told(client_as, coordinator, load):
    load(
        {
            "agency": {"code": "SNV"},
            "rollout": {"track": "declaration", "edition": "2015", "opened_on": "2016-01-01"},
        }
    )
    client, rows = client_as(coordinator), [ROWS[0], ["SNV", "QT-1", "QT-BB"]]
    looked = upload(client, workbook(rows), dry_run=True, kind="documents").json()
    waiting = client.get(f"/api/v1/jobs/{looked['job']}")
    assert (waiting.status_code, waiting.json()["state"]) == (200, "waiting")
    wrong = [ROWS[0], ["SNV", "QT-1", "không có"]]
    assert upload(client, workbook(wrong), dry_run=True, kind="documents").json()["job"] is None
