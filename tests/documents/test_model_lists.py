"""The province's model list of a kind of agency: kept by the coordinator, copied by agencies."""

import pytest

from documents.models import Document, ModelLine, ModelList
from tests.documents.test_many_at_once import items, lists

pytestmark = pytest.mark.django_db
__all__ = ["lists"]
WHERE = "/api/v1/model-lists"


def keep(client, **told):
    body = {"agency_kind": "so", "edition": "2015", "valid_from": "2024-01-01", **told}
    return client.post(WHERE, body)


@pytest.fixture
def model(client_as, coordinator, lists):
    """The model list made from a department's list of three documents."""
    body = {"from_rollout": lists["STP"], "title": "Mẫu cấp sở", "valid_from": "2024-01-01"}
    answer = client_as(coordinator).post(WHERE, body)
    assert answer.status_code == 201, answer.content
    return answer.json()


def lines(client, rollout, **source):
    answer = client.get(f"/api/v1/rollouts/{rollout}/list-lines", source)
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


def test_it_is_made_of_an_agency_s_list_in_one_act_and_everybody_reads_it(
    client_as, officer, council, model
):
    assert [line["code"] for line in model["items"]] == ["QT-01", "QT-02", "QT-03"]
    assert "listed_on" not in model["items"][0]
    assert (model["agency_kind"], model["edition"]) == ("so", "2015")
    contexts = ModelLine.pgh_event_model.objects.values_list("pgh_context", flat=True)
    assert (
        len({*contexts, *ModelList.pgh_event_model.objects.values_list("pgh_context", flat=True)})
        == 1
    )
    for reader in (officer, council):
        found = client_as(reader).get(WHERE, {"agency_kind": "so", "active": "true"}).json()
        assert [row["documents"] for row in found["results"]] == [3]
    assert keep(client_as(officer), items=[{"code": "A-1", "kind": "HD"}]).status_code == 403


def test_without_a_list_to_take_its_kind_and_edition_must_be_told(client_as, coordinator):
    told = {"valid_from": "2024-01-01", "items": [{"code": "A-1", "kind": "HD"}]}
    answer = client_as(coordinator).post(WHERE, told)
    assert answer.status_code == 400
    assert {e["pointer"] for e in answer.json()["errors"]} == {"/agency_kind", "/edition"}


def test_the_officer_sees_what_comes_and_takes_some_of_it(client_as, officer, lists, model):
    client, own = client_as(officer), lists["SNV-2025"]
    first = client.get(f"/api/v1/rollouts/{own}/list-sources").json()["results"][0]
    assert (first["model_list"], first["rollout"], first["documents"]) == (model["id"], None, 3)
    assert first["agency"]["code"] == "UBND-TINH"
    found = lines(client, own, from_model_list=model["id"])
    assert {line["code"]: line["known"] for line in found} == {
        "QT-01": True,
        "QT-02": False,
        "QT-03": False,
    }
    body = {"from_model_list": model["id"], "to_rollout": own, "codes": ["QT-03"]}
    answer = client.post("/api/v1/documents/copy", body)
    assert answer.status_code == 201, answer.content
    assert [row["code"] for row in answer.json()["results"]] == ["QT-03"]
    assert {
        line["code"] for line in lines(client, own, from_rollout=lists["STP"]) if line["known"]
    } == {
        "QT-01",
        "QT-03",
    }


def test_only_one_source_and_only_one_that_fits(client_as, officer, lists, model):
    client, own = client_as(officer), lists["SNV-2025"]
    both = {"from_model_list": model["id"], "from_rollout": lists["STP"], "to_rollout": own}
    assert client.post("/api/v1/documents/copy", both).status_code == 400
    ModelList.objects.filter(pk=model["id"]).update(agency_kind="ubnd_phuong")
    one = {"from_model_list": model["id"], "to_rollout": own}
    assert client.post("/api/v1/documents/copy", one).status_code == 404
    where = f"/api/v1/rollouts/{own}/list-lines"
    assert client.get(where, {"from_model_list": model["id"]}).status_code == 404
    unnamed = client.get(where).json()["results"]
    assert unnamed == lines(client, own, from_rollout=lists["STP"])
    assert client.get(where, {"from_rollout": "x"}).status_code == 400


def test_a_later_one_ends_the_one_before_on_the_eve(client_as, coordinator, model):
    client = client_as(coordinator)
    later = keep(client, valid_from="2025-01-01", items=[{"code": "QT-09", "kind": "QT-TN"}])
    assert later.status_code == 201, later.content
    assert client.get(f"{WHERE}/{model['id']}").json()["valid_to"] == "2024-12-31"
    for day, documents in (("2024-06-01", [3]), ("2025-06-01", [1])):
        found = client.get(WHERE, {"active": "true", "as_of": day}).json()["results"]
        assert [row["documents"] for row in found] == documents
    earlier = keep(client, valid_from="2024-12-31", items=[{"code": "QT-09", "kind": "QT-TN"}])
    assert {b["code"] for b in earlier.json()["blockers"]} == {"model_list.not_later"}


def test_lines_are_corrected_as_a_whole_and_a_code_stands_once(client_as, coordinator, model):
    client = client_as(coordinator)
    where, seen = f"{WHERE}/{model['id']}", {"If-Match": f'"{model["row_version"]}"'}
    twice = [{"code": "QT-01", "kind": "QT-TN"}] * 2
    refused = client.patch(where, {"items": twice}, headers=seen)
    assert [e["pointer"] for e in refused.json()["errors"]] == ["/items/1/code"]
    assert client.patch(where, {"items": []}, headers=seen).status_code == 409
    fewer = client.patch(where, {"items": twice[:1], "title": "Mẫu"}, headers=seen)
    assert fewer.status_code == 200, fewer.content
    assert ([line["code"] for line in fewer.json()["items"]], fewer.json()["title"]) == (
        ["QT-01"],
        "Mẫu",
    )
    gone = ModelLine.pgh_event_model.objects.filter(pgh_label="delete")
    assert gone.count() == 3


def test_it_is_ended_once_with_a_reason_and_then_no_longer_offered(
    client_as, coordinator, officer, lists, model
):
    client = client_as(coordinator)
    where, seen = f"{WHERE}/{model['id']}/end", {"If-Match": f'"{model["row_version"]}"'}
    assert client.post(where, {"valid_to": "2024-12-31"}, headers=seen).status_code == 400
    told = {"valid_to": "2023-12-31", "reason": "thôi dùng"}
    assert client.post(where, told, headers=seen).status_code == 409
    done = client.post(where, {**told, "valid_to": "2024-12-31"}, headers=seen)
    assert done.status_code == 200, done.content
    acts = {act["act"]: act["allowed"] for act in done.json()["next_acts"]}
    assert acts == {"model_list.correct": True, "model_list.end": False}
    sources = client_as(officer).get(f"/api/v1/rollouts/{lists['SNV-2025']}/list-sources")
    assert [row["model_list"] for row in sources.json()["results"]] == [None]
    assert Document.objects.filter(rollout=lists["STP"]).count() == len(items("a", "b", "c"))
