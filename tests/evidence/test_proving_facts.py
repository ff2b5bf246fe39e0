"""Files that prove facts: attached on entry or later, versions, the signed original."""

import io

import pytest
from PIL import Image

from evidence.models import Evidence, EvidenceLink
from plans.queries import decisions_without_original_on
from tests.evidence.conftest import PDF, WORD, photo, zipped


def proofs(client, url):
    return [proof["id"] for proof in client.get(url).json()["evidence"]]


def stale(url, client):
    return {"If-Match": f'"{client.get(url).json()["row_version"]}"'}


@pytest.fixture
def training(officer, client_as):
    """A training of the officer's agency: its address."""
    body = {"agency": "SNV-2025", "topic": "awareness", "held_on": "2025-05-05"}
    return client_as(officer).post("/api/v1/trainings", body).json()["url"]


def test_a_new_fact_names_the_files_that_prove_it(upload, officer, client_as):
    file = upload(officer, number="01/DS").json()
    body = {
        "agency": "SNV-2025", "topic": "awareness", "held_on": "2025-05-05",
        "evidence": [file["id"]],
    }  # fmt: skip
    answer = client_as(officer).post("/api/v1/trainings", body)
    assert answer.status_code == 201, answer.content
    (proof,) = answer.json()["evidence"]
    assert proof["id"] == file["id"]
    assert (proof["name"], proof["sha256"], proof["url"], proof["number"]) == (
        file["name"], file["sha256"], file["url"], "01/DS",
    )  # fmt: skip
    assert proofs(client_as(officer), answer.json()["url"]) == [file["id"]]


def test_the_act_is_saved_first_and_a_slow_file_follows(upload, officer, client_as, training):
    client, file = client_as(officer), upload(officer).json()
    name = f"training:{training.rpartition('/')[2]}"
    answer = client.post(f"{file['url']}/attach", {"object": name}, headers={"If-Match": '"1"'})
    assert answer.status_code == 200, answer.content
    assert answer.json()["objects"] == [name]
    assert proofs(client, training) == [file["id"]]


def test_a_correction_names_all_files_and_detaches_the_others(upload, officer, client_as, training):
    client = client_as(officer)
    first, second = upload(officer).json()["id"], upload(officer, photo()).json()["id"]
    for ids in ([first], [first, second], [second], []):
        answer = client.patch(training, {"evidence": ids}, headers=stale(training, client))
        assert answer.status_code == 200, answer.content
        assert [proof["id"] for proof in answer.json()["evidence"]] == ids


def test_a_correction_that_names_no_files_leaves_them(upload, officer, client_as, training):
    client, file = client_as(officer), upload(officer).json()["id"]
    client.patch(training, {"evidence": [file]}, headers=stale(training, client))
    client.patch(training, {"note": "đã đối chiếu"}, headers=stale(training, client))
    assert proofs(client, training) == [file]


def test_a_stale_correction_attaches_nothing(upload, officer, client_as, training):
    client, file = client_as(officer), upload(officer).json()["id"]
    answer = client.patch(training, {"evidence": [file]}, headers={"If-Match": '"9"'})
    assert answer.status_code == 412
    assert not EvidenceLink.objects.exists()


def test_a_file_that_one_does_not_see_cannot_be_named(upload, officer, coordinator, client_as):
    strange = upload(coordinator, agency="STP").json()["id"]
    body = {
        "agency": "SNV-2025", "topic": "awareness", "held_on": "2025-05-05",
        "evidence": [strange],
    }  # fmt: skip
    answer = client_as(officer).post("/api/v1/trainings", body)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["pointer"] == "/evidence/0"
    assert client_as(officer).get("/api/v1/trainings").json()["count"] == 0


def test_a_file_of_another_agency_proves_nothing_here(upload, coordinator, client_as, training):
    strange = upload(coordinator, agency="STP").json()["id"]
    client = client_as(coordinator)
    answer = client.patch(training, {"evidence": [strange]}, headers=stale(training, client))
    assert [b["code"] for b in answer.json()["blockers"]] == ["evidence.of_another_agency"]


def test_a_new_version_takes_over_and_the_old_one_stays(upload, officer, client_as, training):
    client, old = client_as(officer), upload(officer, number="01/DS").json()
    client.patch(training, {"evidence": [old["id"]]}, headers=stale(training, client))
    from django.core.files.uploadedfile import SimpleUploadedFile

    answer = client.post(
        f"{old['url']}/replace", {"file": SimpleUploadedFile("mới.jpg", photo())},
        format="multipart", headers={"If-Match": '"1"'},
    )  # fmt: skip
    assert answer.status_code == 200, answer.content
    new = answer.json()["replaced_by"]
    assert proofs(client, training) == [new]
    assert b"".join(client.get(old["file"]).streaming_content) == PDF
    told = client.get(f"/api/v1/evidence/{new}").json()
    assert [version["id"] for version in told["versions"]] == [old["id"], new]
    assert (told["number"], told["replaces"]) == ("01/DS", old["id"])
    listed = client.get("/api/v1/evidence").json()["results"]
    assert [row["id"] for row in listed] == [new]
    assert client.get("/api/v1/evidence?versions=all").json()["count"] == 2
    refused = client.post(
        f"{old['url']}/void", {"reason": "sai"}, headers=stale(old["url"], client)
    )
    assert [b["code"] for b in refused.json()["blockers"]] == ["evidence.has_newer"]


def test_a_wrong_file_is_taken_out_with_a_reason(upload, officer, client_as, training):
    client, file = client_as(officer), upload(officer).json()
    client.patch(training, {"evidence": [file["id"]]}, headers=stale(training, client))
    answer = client.post(f"{file['url']}/void", {"reason": "nhầm tệp"}, headers={"If-Match": '"1"'})
    assert answer.status_code == 200, answer.content
    assert proofs(client, training) == []
    assert not Evidence.objects.exists()
    trail = client.get("/api/v1/history?object=agency:SNV-2025").json()["results"]
    gone = next(row for row in trail if row["object"] == f"evidence:{file['id']}")
    assert (gone["verb"], gone["reason"]) == ("evidence.void", "nhầm tệp")


def test_photos_become_one_pdf(upload, officer, client_as):
    client = client_as(officer)
    ids = [
        upload(officer, photo(colour, (80, 60)), name=f"{colour}.jpg").json()["id"]
        for colour in ("red", "blue")
    ]
    ids.append(upload(officer, photo(kind="PNG"), name="c.png").json()["id"])
    answer = client.post("/api/v1/evidence/merge", {"evidence": ids, "number": "03/BB"})
    assert answer.status_code == 201, answer.content
    told = answer.json()
    assert (told["media_type"], told["name"], told["merged_from"]) == (
        "application/pdf", "red.pdf", ids,
    )  # fmt: skip
    content = b"".join(client.get(told["file"]).streaming_content)
    assert content.count(b"/Type /Page\n") == 3 or b"/Count 3" in content


def test_only_photos_of_one_agency_are_merged(upload, officer, coordinator, client_as):
    pdf, mine = upload(officer).json()["id"], upload(officer, photo()).json()["id"]
    theirs = upload(coordinator, photo(), agency="STP").json()["id"]
    answer = client_as(coordinator).post(
        "/api/v1/evidence/merge", {"evidence": [mine, theirs, pdf]}
    )
    assert [b["code"] for b in answer.json()["blockers"]] == [
        "evidence.of_another_agency", "evidence.not_an_image",
    ]  # fmt: skip


def test_a_turned_photo_stands_upright_in_the_pdf(upload, officer, client_as):
    turned = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (80, 60), "red").save(turned, "JPEG", exif=exif)
    one = upload(officer, turned.getvalue(), name="a.jpg").json()["id"]
    told = client_as(officer).post("/api/v1/evidence/merge", {"evidence": [one]}).json()
    content = b"".join(client_as(officer).get(told["file"]).streaming_content)
    assert b"/Width 60" in content


@pytest.fixture
def decision(snv, coordinator, client_as):
    """The decision that approved the plan of the article: its address."""
    return client_as(coordinator).get("/api/v1/decisions").json()["results"][0]["url"]


def waiting(day="2026-01-01"):
    return decisions_without_original_on(day).count()


def test_an_approval_waits_for_its_signed_original(
    upload, decision, coordinator, officer, client_as
):
    client = client_as(coordinator)
    assert client.get(decision).json()["original"] == "missing"
    assert (waiting("2008-06-19"), waiting()) == (0, 1)
    draft = upload(coordinator, zipped(WORD), name="dự thảo.docx", agency="UBND-TINH").json()["id"]
    client.patch(decision, {"evidence": [draft]}, headers=stale(decision, client))
    assert client.get(decision).json()["original"] == "missing"
    scan = upload(coordinator, agency="UBND-TINH").json()
    client.patch(decision, {"evidence": [draft, scan["id"]]}, headers=stale(decision, client))
    assert client.get(decision).json()["original"] == "attached"
    assert waiting() == 0
    (row,) = client.get("/api/v1/decisions").json()["results"]
    assert row["original"] == "attached"
    assert client_as(officer).get(scan["file"]).status_code == 200


def test_the_scan_of_the_official_document_is_the_original_too(
    upload, decision, coordinator, client_as
):
    client = client_as(coordinator)
    paper = client.get(decision).json()["document"]["id"]
    scan = upload(coordinator, agency="UBND-TINH").json()["id"]
    paper_url = f"/api/v1/official-documents/{paper}"
    answer = client.patch(paper_url, {"evidence": [scan]}, headers=stale(paper_url, client))
    assert answer.status_code == 200, answer.content
    assert client.get(decision).json()["original"] == "attached"
    assert waiting() == 0


def test_an_officer_attaches_nothing_to_the_province_s_decision(
    upload, decision, officer, client_as
):
    scan, client = upload(officer).json(), client_as(officer)
    name = f"decision:{decision.rpartition('/')[2]}"
    answer = client.post(f"{scan['url']}/attach", {"object": name}, headers={"If-Match": '"1"'})
    assert answer.status_code == 403


def test_a_submission_keeps_the_file_that_was_sent_with_it(upload, client_as, head, load):
    case = {
        "source": {"title": "Báo cáo", "published_at": "2024-12-01T08:00:00+07:00"},
        "agency": {"code": "SNV"},
        "rollout": {"track": "state_certificate", "edition": "2008", "cycle": 1},
        "plan": {
            "kind": "ke_hoach", "title": "Kế hoạch", "completed_on": "2011-01-05", "scope": "x",
            "owner_position": "Giám đốc",
        },
    }  # fmt: skip
    load(case)
    client, file = client_as(head), upload(head).json()["id"]
    (plan,) = client.get("/api/v1/plans").json()["results"]
    answer = client.post(
        f"{plan['url']}/submit",
        {"number": "09/TTr-SO", "sent_on": "2011-02-02", "evidence": [file]},
        headers={"If-Match": '"1"'},
    )
    assert answer.status_code == 200, answer.content
    (sent,) = client.get("/api/v1/submissions").json()["results"]
    assert proofs(client, sent["url"]) == [file]
    assert proofs(client, plan["url"]) == []


def test_an_agency_answers_a_letter_with_a_file(upload, client_as, officer, coordinator):
    body = {
        "issuer": "UBND tỉnh Quảng Ninh", "number": "90/UBND-MT", "signed_on": "2026-01-05",
        "tasks": [{"agency": "SNV-2025", "what": "Báo cáo"}],
    }  # fmt: skip
    made = client_as(coordinator).post("/api/v1/directives", body)
    assert made.status_code == 201, made.content
    client, file = client_as(officer), upload(officer).json()["id"]
    (task,) = client.get("/api/v1/tasks").json()["results"]
    answer = client.post(
        f"{task['url']}/answer", {"answered_on": "2026-01-20", "evidence": [file]},
        headers={"If-Match": f'"{task["row_version"]}"'},
    )  # fmt: skip
    assert answer.status_code == 200, answer.content
    assert [proof["id"] for proof in answer.json()["evidence"]] == [file]
    assert proofs(client, task["url"]) == [file]


def test_a_file_sent_with_its_record_is_attached_in_the_same_act(
    upload, officer, client_as, training
):
    kept = upload(officer, object=f"training:{training.rpartition('/')[2]}")
    assert kept.status_code == 201, kept.content
    assert proofs(client_as(officer), training) == [kept.json()["id"]]
    assert upload(officer, object="training:999999999").status_code == 400


def test_a_file_that_may_not_be_attached_leaves_no_orphan(
    upload, decision, officer, coordinator, training
):
    before = Evidence.objects.count()
    refused = upload(officer, object=f"decision:{decision.rpartition('/')[2]}")
    assert refused.status_code == 403
    name = f"training:{training.rpartition('/')[2]}"
    strange = upload(coordinator, agency="STP", object=name)
    assert [b["code"] for b in strange.json()["blockers"]] == ["evidence.of_another_agency"]
    assert Evidence.objects.count() == before


def test_the_pdf_takes_the_photos_place_on_their_record(upload, officer, client_as, training):
    client, name = client_as(officer), f"training:{training.rpartition('/')[2]}"
    ids = [upload(officer, photo(), name=f"{n}.jpg", object=name).json()["id"] for n in (1, 2)]
    merged = client.post("/api/v1/evidence/merge", {"evidence": ids, "object": name})
    assert merged.status_code == 201, merged.content
    assert proofs(client, training) == [merged.json()["id"]]
    assert Evidence.objects.filter(pk__in=ids).count() == 2
