"""The list of documents: put on it, corrected, withdrawn, searched, seen on a day."""

from datetime import date

import pytest

from agencies.models import Agency
from core.provenance import by_hand
from documents.models import DocumentHolder
from plans.models import RolloutHolder
from plans.records import put_rollout

pytestmark = pytest.mark.django_db
API = "/api/v1"
QUALITY_POLICY = {"code": "CSCL-01", "title": "Chính sách chất lượng", "kind": "CSCL"}


@pytest.fixture
def rollout(officer):
    agency = Agency.objects.get(code="SNV")
    return put_rollout(
        agency,
        edition="2008",
        track="state_certificate",
        cycle=None,
        opened_on=None,
        told=by_hand(officer.pk),
    )


@pytest.fixture
def officer(officer):
    """Of the successor: the accounts of Sở Nội vụ ended with it, its records go on."""
    officer.agency = Agency.objects.get(code="SNV-2025")
    officer.save()
    return officer


@pytest.fixture
def client(client_as, officer):
    return client_as(officer)


def listed(client, rollout, **more):
    body = {"rollout": rollout.pk, **QUALITY_POLICY, "listed_on": "2009-05-04", **more}
    answer = client.post(f"{API}/documents", body, format="json")
    assert answer.status_code == 201, answer.json()
    return answer.json()


def codes(answer):
    return {blocker["code"] for blocker in answer.json()["blockers"]}


def test_a_document_on_the_list_is_planned_and_opens_its_rollout(client, rollout):
    row = listed(client, rollout)
    assert row["state"] == "planned"
    assert row["agency"]["code"] == "SNV"
    assert row["effective_on"] is None
    assert row["warnings"] == []
    rollout.refresh_from_db()
    assert rollout.opened_on.isoformat() == "2009-05-04"


def test_a_month_alone_is_kept_as_a_month_and_counts_from_its_last_day(client, rollout):
    row = listed(client, rollout, listed_on={"date": "2009-05-20", "precision": "month"})
    assert (row["listed_on"], row["listed_on_precision"]) == ("2009-05-01", "month")
    where = f"{API}/documents?rollout={rollout.pk}&as_of="
    assert client.get(where + "2009-05-30").json()["count"] == 0
    assert client.get(where + "2009-05-31").json()["count"] == 1


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"titel": "x"}, "/titel"),
        ({"kind": "XYZ"}, "/kind"),
        ({"code": ""}, "/code"),
        ({"listed_on": "2009-02-30"}, "/listed_on"),
        ({"listed_on": {"date": "2009-02-01", "precision": "week"}}, "/listed_on"),
        ({"rollout": 999999999}, "/rollout"),
    ],
)
def test_a_wrong_form_is_named(client, rollout, wrong, pointer):
    body = {"rollout": rollout.pk, **QUALITY_POLICY, **wrong}
    answer = client.post(f"{API}/documents", body, format="json")
    assert answer.status_code == 400
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


def test_every_reason_is_given_at_once(client, rollout):
    listed(client, rollout)
    body = {"rollout": rollout.pk, **QUALITY_POLICY, "listed_on": "2026-01-01"}
    answer = client.post(f"{API}/documents", body, format="json")
    assert answer.status_code == 409
    assert codes(answer) == {"document.code_taken", "agency.ended"}


def test_nothing_is_listed_in_the_future(client, rollout):
    body = {"rollout": rollout.pk, **QUALITY_POLICY, "listed_on": "2999-01-01"}
    answer = client.post(f"{API}/documents", body, format="json")
    assert "day.in_future" in codes(answer)


def test_an_unusual_code_is_only_a_warning(client, rollout):
    row = listed(client, rollout, code="Quy trình số 1")
    assert [warning["code"] for warning in row["warnings"]] == ["document.code_unusual"]


def test_a_list_of_many_is_one_act(client, rollout):
    items = [{"code": f"QT-{n:02d}", "kind": "QT-TN", "listed_on": "2009-05-04"} for n in range(40)]
    body = {"rollout": rollout.pk, "items": items}
    answer = client.post(f"{API}/documents/bulk", body, format="json")
    assert answer.status_code == 201
    assert answer.json()["count"] == 40
    assert answer.json()["results"][0]["state"] == "planned"


def test_one_wrong_line_refuses_the_whole_list_and_says_which(client, rollout):
    items = [{"code": "QT-01", "kind": "QT-TN"}, {"code": "QT-01", "kind": "QT-TN"}]
    body = {"rollout": rollout.pk, "items": items}
    answer = client.post(f"{API}/documents/bulk", body, format="json")
    assert answer.status_code == 409
    assert answer.json()["blockers"][0]["pointer"] == "/items/1/code"
    assert client.get(f"{API}/documents?rollout={rollout.pk}").json()["count"] == 0


def test_a_list_of_more_than_500_is_refused(client, rollout):
    items = [{"code": f"QT-{n}", "kind": "QT-TN"} for n in range(501)]
    body = {"rollout": rollout.pk, "items": items}
    assert client.post(f"{API}/documents/bulk", body, format="json").status_code == 400


def test_a_repeated_click_lists_once(client, rollout):
    body = {"rollout": rollout.pk, "items": [{"code": "QT-01", "kind": "QT-TN"}]}
    first, again = (
        client.post(f"{API}/documents/bulk", body, format="json", HTTP_IDEMPOTENCY_KEY="k1")
        for _ in range(2)
    )
    assert (first.status_code, again.status_code) == (201, 201)
    assert again["Idempotent-Replayed"] == "true"
    assert again.json() == first.json()
    other = {**body, "items": [{"code": "QT-02", "kind": "QT-TN"}]}
    answer = client.post(f"{API}/documents/bulk", other, format="json", HTTP_IDEMPOTENCY_KEY="k1")
    assert (answer.status_code, answer.json()["code"]) == (409, "idempotency.mismatch")


def test_a_correction_needs_the_version_that_was_seen(client, rollout):
    row = listed(client, rollout)
    where = f"{API}/documents/{row['id']}"
    new = {"title": "Chính sách chất lượng năm 2009", "kind": "MTCL"}
    assert client.patch(where, new, format="json").status_code == 428
    stale = client.patch(where, new, format="json", HTTP_IF_MATCH='"7"')
    assert stale.status_code == 412
    assert stale.json()["current"]["title"] == row["title"]
    answer = client.patch(where, new, format="json", HTTP_IF_MATCH=f'"{row["row_version"]}"')
    assert answer.status_code == 200
    assert (answer.json()["kind"], answer.json()["row_version"]) == ("MTCL", 2)
    found = client.get(f"{API}/documents?rollout={rollout.pk}&search=CHAT LUONG NAM")
    assert found.json()["count"] == 1


def test_a_withdrawn_document_leaves_the_list_on_that_day_and_frees_its_code(client, rollout):
    row = listed(client, rollout)
    where = f"{API}/documents/{row['id']}/withdraw"
    seen = {"HTTP_IF_MATCH": '"1"'}
    without = client.post(where, {"withdrawn_on": "2010-05-04"}, format="json", **seen)
    assert (without.status_code, without.json()["errors"][0]["pointer"]) == (400, "/reason")
    early = {"withdrawn_on": "2009-05-03", "reason": "trùng"}
    assert codes(client.post(where, early, format="json", **seen)) == {
        "document.withdrawn_before_listed"
    }
    done = client.post(
        where, {"withdrawn_on": "2010-05-04", "reason": "trùng"}, format="json", **seen
    )
    assert (done.status_code, done.json()["state"]) == (200, "withdrawn")
    acts = {act["act"]: act for act in done.json()["next_acts"]}
    assert not acts["document.withdraw"]["allowed"]
    again = client.post(
        where, {"withdrawn_on": "2010-05-04", "reason": "x"}, format="json", HTTP_IF_MATCH='"2"'
    )
    assert "document.already_withdrawn" in codes(again)
    there = f"{API}/documents?rollout={rollout.pk}&state=planned&as_of="
    assert client.get(there + "2010-05-03").json()["count"] == 1
    assert client.get(there + "2010-05-04").json()["count"] == 0
    listed(client, rollout, listed_on="2010-05-04")


def test_a_head_of_another_agency_sees_and_lists_nothing(client_as, client, head, rollout):
    row = listed(client, rollout)
    head.agency = Agency.objects.get(code="SYT")
    head.save()
    stranger = client_as(head)
    assert stranger.get(f"{API}/documents/{row['id']}").status_code == 404
    assert stranger.get(f"{API}/documents?current=all").json()["count"] == 0
    body = {"rollout": rollout.pk, **QUALITY_POLICY, "code": "CSCL-02"}
    assert stranger.post(f"{API}/documents", body, format="json").status_code == 403


def test_council_and_administrator_list_nothing(client_as, council, administrator, rollout):
    body = {"rollout": rollout.pk, **QUALITY_POLICY}
    for user in (council, administrator):
        assert client_as(user).post(f"{API}/documents", body, format="json").status_code == 403


def test_the_coordinator_acts_for_an_agency_only_with_a_reason(client_as, coordinator, rollout):
    body = {"rollout": rollout.pk, **QUALITY_POLICY}
    client = client_as(coordinator)
    assert client.post(f"{API}/documents", body, format="json").status_code == 400
    body["reason"] = "theo công văn của Sở"
    assert client.post(f"{API}/documents", body, format="json").status_code == 201


@pytest.mark.parametrize(
    "wrong",
    [
        "colour=red",
        "state=lost",
        "kind=XYZ",
        "agency=NOBODY",
        "rollout=x",
        "flag=none",
        "placeholder=maybe",
        "current=none",
        "ordering=colour",
        "as_of=2999-01-01",
    ],
)
def test_an_unknown_parameter_or_value_is_named(client, wrong):
    answer = client.get(f"{API}/documents?{wrong}")
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["pointer"] == f"/{wrong.split('=')[0]}"


@pytest.mark.parametrize("order", ["state", "-effective_on", "kind,code", "agency", "-listed_on"])
def test_the_list_takes_any_order(client, rollout, order):
    listed(client, rollout)
    assert client.get(f"{API}/documents?current=all&ordering={order}").json()["count"] >= 1


def test_a_list_takes_few_queries_however_long(client, rollout, django_assert_max_num_queries):
    items = [{"code": f"QT-{n:02d}", "kind": "QT-TN", "listed_on": "2009-05-04"} for n in range(30)]
    client.post(f"{API}/documents/bulk", {"rollout": rollout.pk, "items": items}, format="json")
    with django_assert_max_num_queries(8):
        rows = client.get(f"{API}/documents?agency=SNV&state=planned&limit=500").json()
    assert rows["count"] == 30


def test_a_document_belongs_to_its_holder_of_the_day(client, client_as, coordinator, rollout):
    first, second = (listed(client, rollout, code=code)["id"] for code in ("QT-01", "QT-02"))
    heir, other = (Agency.objects.get(code=code) for code in ("SNV-2025", "STP"))
    old = rollout.holders.get()
    old.held_to = date(2025, 2, 28)
    old.save()
    RolloutHolder.objects.create(rollout=rollout, agency=heir, held_from=date(2025, 3, 1))
    DocumentHolder.objects.create(document_id=second, agency=other, held_from=date(2025, 3, 1))
    client = client_as(coordinator)

    def of(code, day):
        rows = client.get(f"{API}/documents?agency={code}&as_of={day}").json()["results"]
        assert {row["agency"]["code"] for row in rows} <= {code}
        return [row["id"] for row in rows]

    assert of("SNV", "2025-02-28") == [first, second]
    assert of("SNV", "2025-03-01") == []
    assert of("SNV-2025", "2025-03-01") == [first]
    assert of("STP", "2025-03-01") == [second]


def test_the_plain_list_is_what_the_board_counts(client, rollout):
    row = listed(client, rollout)
    own = client.get(f"{API}/documents?as_of=2010-02-03").json()
    assert row["id"] in [r["id"] for r in own["results"]]
    assert client.get(f"{API}/documents?as_of=2025-03-01").json()["count"] == 0
    everything = client.get(f"{API}/documents?as_of=2025-03-01&current=all").json()
    assert everything["count"] == 1
