"""A register of many documents: edited together, copied, compared with the edition."""

import pytest

from documents.models import Document, DocumentVersion

pytestmark = pytest.mark.django_db
HEAD = {"source": {"title": "Thử", "published_at": "2024-06-01T08:00:00+07:00"}}


def items(*codes, **more):
    return [
        {
            "code": code,
            "kind": "QT-TN",
            "title": f"Quy trình {code}",
            "listed_on": "2024-01-05",
            **more,
        }
        for code in codes
    ]


@pytest.fixture
def lists(load):
    """Rollouts with a list: the officer's own, one of the same kind, one of another kind."""
    made = {}
    for code, codes in (
        ("SNV-2025", ["QT-01"]),
        ("STP", ["QT-01", "QT-02", "QT-03"]),
        ("UBND-HALONG", ["QT-09"]),
    ):
        from agencies.models import Agency

        if not Agency.objects.filter(code=code).exists():
            continue
        day = "2025-04-01" if code == "SNV-2025" else "2024-01-05"
        case = {
            **HEAD,
            "agency": {"code": code},
            "rollout": {"track": "declaration", "edition": "2015", "opened_on": day},
            "documents": {"items": items(*codes, listed_on=day)},
        }
        if code == "SNV-2025":
            case["source"] = {**HEAD["source"], "published_at": "2025-06-01T08:00:00+07:00"}
        made[code] = load(case)[0].rollout_ids[0]
    return made


def seen(*documents):
    return [{"id": d.pk, "row_version": d.row_version} for d in documents]


def edit(client, documents, changes, **more):
    return client.post(
        "/api/v1/documents/bulk-edit", {"items": seen(*documents), "changes": changes, **more}
    )


def test_many_get_the_same_unit_and_days_in_one_act(client_as, coordinator, lists):
    documents = list(Document.objects.filter(rollout=lists["STP"]))
    client = client_as(coordinator)
    answer = edit(
        client,
        documents,
        {"unit": "Văn phòng", "drafted_on": "2024-02-01", "approved_on": "2024-02-20"},
        reason="đối chiếu",
    )
    assert answer.status_code == 200, answer.content
    assert {row["unit"] for row in answer.json()["results"]} == {"Văn phòng"}
    assert {row["state"] for row in answer.json()["results"]} == {"approved"}
    versions = DocumentVersion.objects.filter(document__in=documents)
    assert {(str(v.drafted_on), str(v.approved_on)) for v in versions} == {
        ("2024-02-01", "2024-02-20")
    }
    events = Document.pgh_event_model.objects.filter(unit="Văn phòng")
    assert len({e.pgh_context_id for e in events}) == 1
    fresh = list(Document.objects.filter(rollout=lists["STP"]))
    again = edit(client, fresh, {"effective_on": "2024-03-01"})
    assert {row["state"] for row in again.json()["results"]} == {"in_force"}
    assert DocumentVersion.objects.filter(document__in=documents).count() == 3


def test_one_wrong_document_refuses_all_and_is_named(client_as, coordinator, lists):
    documents = list(Document.objects.filter(rollout=lists["STP"]).order_by("pk"))
    client = client_as(coordinator)
    edit(client, documents[:1], {"approved_on": "2024-05-05"})
    fresh = list(Document.objects.filter(rollout=lists["STP"]).order_by("pk"))
    answer = edit(client, fresh, {"drafted_on": "2024-06-06", "unit": "X"})
    assert answer.status_code == 409
    (blocker,) = answer.json()["blockers"]
    assert blocker["code"] == "document_version.approved_before_drafted"
    assert answer.json()["errors"][0]["pointer"].startswith("/items/0")
    assert not Document.objects.filter(unit="X").exists()


def test_a_document_that_changed_meanwhile_refuses_all(client_as, coordinator, lists):
    documents = list(Document.objects.filter(rollout=lists["STP"]))
    Document.objects.filter(pk=documents[1].pk).update(title="Khác")
    answer = edit(client_as(coordinator), documents, {"unit": "X"})
    assert answer.status_code == 412
    assert [row["id"] for row in answer.json()["stale"]] == [documents[1].pk]
    assert not Document.objects.filter(unit="X").exists()


def test_only_one_list_and_only_what_one_sees(client_as, coordinator, officer, lists):
    own = Document.objects.filter(rollout=lists["SNV-2025"]).first()
    other = Document.objects.filter(rollout=lists["STP"]).first()
    answer = edit(client_as(coordinator), [own, other], {"unit": "X"})
    assert {b["code"] for b in answer.json()["blockers"]} == {"document.several_lists"}
    assert edit(client_as(officer), [other], {"unit": "X"}).status_code == 404
    assert edit(client_as(officer), [own], {"unit": "X"}).status_code == 200
    assert edit(client_as(officer), [own], {}).status_code == 400


def test_a_list_is_copied_without_days_and_without_known_codes(client_as, officer, lists):
    client = client_as(officer)
    sources = client.get(f"/api/v1/rollouts/{lists['SNV-2025']}/list-sources").json()["results"]
    assert {(row["rollout"], row["documents"]) for row in sources} == {(lists["STP"], 3)}
    body = {"from_rollout": lists["STP"], "to_rollout": lists["SNV-2025"]}
    answer = client.post("/api/v1/documents/copy", body)
    assert answer.status_code == 201, answer.content
    assert [row["code"] for row in answer.json()["results"]] == ["QT-02", "QT-03"]
    assert {row["listed_on"] for row in answer.json()["results"]} == {None}
    again = client.post("/api/v1/documents/copy", body)
    assert {b["code"] for b in again.json()["blockers"]} == {"document.nothing_to_copy"}


def test_nobody_copies_onto_another_agency_s_list(client_as, officer, lists):
    body = {"from_rollout": lists["SNV-2025"], "to_rollout": lists["STP"]}
    assert client_as(officer).post("/api/v1/documents/copy", body).status_code == 404


def test_a_rollout_says_which_required_kinds_its_list_lacks(client_as, coordinator, load):
    case = {
        **HEAD,
        "agency": {"code": "SYT"},
        "rollout": {"track": "state_certificate", "edition": "2008", "opened_on": "2010-01-05"},
        "documents": {
            "items": items("QT-01", listed_on="2010-01-05")
            + items("CS", kind="CSCL", listed_on="2010-01-05")
        },
    }
    rollout = load(case)[0].rollout_ids[0]
    found = client_as(coordinator).get(f"/api/v1/rollouts/{rollout}").json()["required_kinds"]
    by_kind = {row["kind"]: row for row in found}
    assert (by_kind["CSCL"]["missing"], by_kind["CSCL"]["listed"]) == (False, 1)
    assert by_kind["QT-BB"]["missing"]
    assert by_kind["QT-BB"]["required"] == 6
