"""What is kept, what is refused, who reads it."""

import hashlib

import pytest

from standards.models import PolicyValue
from tests.evidence.conftest import EXCEL, PDF, WORD, photo, zipped

KINDS = {
    "a PDF": (PDF, "application/pdf"),
    "a Word document": (zipped(WORD), "wordprocessingml.document"),
    "an Excel workbook": (zipped(EXCEL), "spreadsheetml.sheet"),
    "a PNG": (photo(kind="PNG"), "image/png"),
    "a JPG": (photo(), "image/jpeg"),
}


def codes(answer):
    return [blocker["code"] for blocker in answer.json()["blockers"]]


@pytest.mark.parametrize("kind", KINDS)
def test_the_five_kinds_are_kept_with_their_hash(upload, officer, kind):
    content, media_type = KINDS[kind]
    answer = upload(officer, content, name="tep.bin", number="12/BB-SNV", dated_on="2010-02")
    assert answer.status_code == 201, answer.content
    told = answer.json()
    assert told["sha256"] == hashlib.sha256(content).hexdigest()
    assert told["size"] == len(content)
    assert told["media_type"].endswith(media_type)
    assert (told["dated_on"], told["dated_on_precision"]) == ("2010-02-01", "month")
    assert told["agency"]["code"] == "SNV-2025"


def test_a_file_comes_back_unchanged_under_its_own_name(upload, officer, client_as):
    made = upload(officer, name="Biên bản đánh giá.pdf").json()
    answer = client_as(officer).get(made["file"])
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''Bi%C3%AAn")


def test_pdf_and_images_are_shown_in_the_page_when_asked(upload, officer, client_as):
    for content, name, shown in ((PDF, "a.pdf", True), (photo(), "a.jpg", True),
                                 (zipped(WORD), "a.docx", False)):  # fmt: skip
        made = upload(officer, content, name=name).json()
        answer = client_as(officer).get(made["file"] + "?inline=true")
        assert answer["Content-Disposition"].startswith("inline" if shown else "attachment")
        assert made["inline"] is shown
        list(answer.streaming_content)


def test_who_has_the_file_already_does_not_load_it_again(upload, officer, client_as):
    made = upload(officer).json()
    answer = client_as(officer).get(made["file"], headers={"If-None-Match": f'"{made["sha256"]}"'})
    assert (answer.status_code, answer.content) == (304, b"")


REFUSED = {
    "nothing": (b"", "evidence.empty"),
    "a program": (b"MZ\x90\x00" + b"x" * 100, "evidence.type_not_allowed"),
    "a web page named PDF": (b"<html><script>", "evidence.type_not_allowed"),
    "an old Word document": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "evidence.type_not_allowed"),
    "any zip": (zipped({"a.txt": b"x"}), "evidence.type_not_allowed"),
    "macros": (zipped({**WORD, "word/vbaProject.bin": b"x"}), "evidence.macros"),
    "macros by type": (
        zipped({**EXCEL, "[Content_Types].xml": b"x.sheet.macroEnabled.main+xml"}),
        "evidence.macros",
    ),
    "a linked workbook": (
        zipped({**EXCEL, "xl/externalLinks/externalLink1.xml": b"<x/>"}),
        "evidence.external_links",
    ),
    "a template from elsewhere": (
        zipped(
            {
                **WORD,
                "word/_rels/settings.xml.rels": b'<Relationship Type="http://x/attachedTemplate"'
                b' Target="http://evil/x.dotm" TargetMode="External"/>',
            }
        ),
        "evidence.external_links",
    ),
    "a zip bomb": (
        zipped({**EXCEL, "xl/media/a.bin": b"\0" * 50_000_000}),
        "evidence.unpacks_too_large",
    ),
    "half an image": (photo(kind="PNG")[:60], "evidence.damaged"),
    "half a workbook": (zipped(EXCEL)[:60], "evidence.type_not_allowed"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_not_safe_to_keep_is_refused_by_name(upload, officer, kind):
    content, code = REFUSED[kind]
    answer = upload(officer, content, name="tep.pdf")
    assert answer.status_code in (400, 409), answer.content
    if answer.status_code == 409:
        assert codes(answer) == [code]
        assert answer.json()["errors"][0]["pointer"] == "/file"
    else:
        assert kind == "nothing"


def test_a_link_to_click_in_a_word_document_is_no_danger(upload, officer):
    rels = b'<Relationship Type="http://x/hyperlink" Target="http://a" TargetMode="External"/>'
    answer = upload(officer, zipped({**WORD, "word/_rels/document.xml.rels": rels}))
    assert answer.status_code == 201, answer.content


def test_the_largest_size_is_a_value_of_the_province(upload, officer):
    PolicyValue.objects.filter(code="upload.max_mb").update(value=1)
    answer = upload(officer, PDF + b"x" * (1024 * 1024))
    assert answer.status_code == 413
    assert answer.json()["code"] == "evidence.too_large"
    assert "1 MB" in answer.json()["title"]


def test_twenty_megabytes_are_taken_and_more_are_not(upload, officer):
    size = 20 * 1024 * 1024
    assert upload(officer, PDF + b"x" * (size - len(PDF))).status_code == 201
    assert upload(officer, PDF + b"x" * size).status_code == 413


def test_a_scanner_that_finds_something_refuses_the_file(upload, officer, clamd, settings):
    settings.CLAMD_ADDRESS, heard = clamd("stream: Eicar-Test-Signature FOUND")
    answer = upload(officer)
    assert codes(answer) == ["evidence.infected"]
    assert "Eicar-Test-Signature" in answer.json()["blockers"][0]["message"]
    assert (heard[0], b"".join(heard[1:])) == (b"zINSTREAM\0", PDF)


def test_a_scanned_file_is_kept(upload, officer, clamd, settings):
    settings.CLAMD_ADDRESS, _ = clamd("stream: OK")
    assert upload(officer).status_code == 201


def test_without_its_scanner_nothing_is_taken(upload, officer, settings):
    settings.CLAMD_ADDRESS = "tcp://127.0.0.1:9"
    answer = upload(officer)
    assert (answer.status_code, answer.json()["code"]) == (503, "evidence.scanner_unreachable")


def test_equal_files_are_stored_once_in_a_folder(upload, officer, settings, tmp_path):
    from core.storages import evidence_storage

    settings.STORAGES = {**settings.STORAGES, "evidence": evidence_storage(str(tmp_path))}
    first, again = upload(officer).json(), upload(officer).json()
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert first["id"] != again["id"]
    assert [path.name for path in kept] == [first["sha256"]]
    assert kept[0].read_bytes() == PDF
    assert kept[0].stat().st_mode & 0o777 == 0o600


def test_a_repeated_upload_with_its_key_is_kept_once(upload, officer):
    key = {"Idempotency-Key": "tep-1"}
    first = upload(officer, headers=key)
    again = upload(officer, headers=key)
    other = upload(officer, photo(), headers=key)
    assert first.json()["id"] == again.json()["id"]
    assert again["Idempotent-Replayed"] == "true"
    assert other.status_code == 409
    assert other.json()["code"] == "idempotency.mismatch"


def test_an_officer_reads_the_files_of_the_own_agency_and_its_predecessors_only(
    upload, officer, coordinator, client_as
):
    before = upload(officer, agency="SNV").json()
    strange = upload(coordinator, agency="STP").json()
    client = client_as(officer)
    assert client.get(before["url"]).status_code == 200
    assert client.get(strange["url"]).status_code == 404
    assert client.get(strange["file"]).status_code == 404
    listed = [row["id"] for row in client.get("/api/v1/evidence").json()["results"]]
    assert listed == [before["id"]]
    assert upload(officer, agency="STP").status_code == 403


def test_evidence_is_found_without_accents(upload, officer, client_as):
    made = upload(officer, number="05/QĐ-SNV", abstract="Quyết định ban hành Sổ tay").json()
    for text in ("so tay", "05/qd-snv", "QUYET DINH"):
        (row,) = client_as(officer).get("/api/v1/evidence", {"search": text}).json()["results"]
        assert row["id"] == made["id"]


def test_s3_without_its_packages_says_what_to_do():
    from django.core.exceptions import ImproperlyConfigured

    from core.storages import evidence_storage

    with pytest.raises(ImproperlyConfigured, match="requirements-s3"):
        evidence_storage("s3://bang-chung/iso")
    with pytest.raises(ImproperlyConfigured, match="folder"):
        evidence_storage("ftp://bang-chung")
