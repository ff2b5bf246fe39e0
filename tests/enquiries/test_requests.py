"""The coordinator asks, the agency answers, the coordinator is content or asks again."""

from datetime import timedelta

import pytest

from core.days import today
from enquiries.models import Enquiry

SOON = (today() + timedelta(days=10)).isoformat()


@pytest.fixture
def desk(coordinator, officer, client_as):
    """desk.ask(…), desk.act(client, url, word, …); desk.province and desk.agency are clients."""

    class Desk:
        province, agency = client_as(coordinator), client_as(officer)

        def ask(self, **told):
            body = {
                "agency": "SNV-2025",
                "what": "Gửi bản chính quyết định",
                "due_on": SOON,
                **told,
            }
            return self.province.post("/api/v1/requests", body)

        def act(self, client, url, word, **told):
            version = client.get(url).json()["row_version"]
            return client.post(f"{url}/{word}", told, headers={"If-Match": f'"{version}"'})

        def states(self, client, **query):
            return [row["state"] for row in client.get("/api/v1/requests", query).json()["results"]]

    return Desk()


def codes(answer):
    return [blocker["code"] for blocker in answer.json()["blockers"]]


@pytest.fixture
def asked(desk):
    """One request of the officer's agency: its address."""
    answer = desk.ask()
    assert answer.status_code == 201, answer.content
    return answer.json()["url"]


def test_what_is_asked_appears_at_the_agency_with_its_days_left(desk, asked):
    told = desk.agency.get(asked).json()
    assert (told["state"], told["days_left"], told["agency"]["code"]) == ("open", 10, "SNV-2025")
    allowed = {act["act"] for act in told["next_acts"] if act["allowed"]}
    assert allowed == {"request.answer"}


def test_an_answer_goes_back_to_the_coordinator(desk, asked):
    answer = desk.act(desk.agency, asked, "answer", text="Đã gửi qua văn thư")
    assert answer.status_code == 200, answer.content
    told = desk.province.get(asked).json()
    assert (told["state"], told["answers"][0]["text"]) == ("answered", "Đã gửi qua văn thư")
    allowed = {act["act"] for act in told["next_acts"] if act["allowed"]}
    assert allowed == {"request.accept", "request.return", "request.withdraw"}
    assert codes(desk.act(desk.agency, asked, "answer", text="nữa")) == ["enquiry.answered"]


def test_a_file_alone_is_an_answer(desk, asked, officer, client_as):
    from tests.contract.doing import FILE

    file = desk.agency.post("/api/v1/evidence", {"agency": "SNV-2025", "file": FILE}).json()
    assert codes(desk.act(desk.agency, asked, "answer")) == ["enquiry.empty_answer"]
    answer = desk.act(desk.agency, asked, "answer", evidence=[file["id"]])
    assert answer.status_code == 200, answer.content
    assert [proof["id"] for proof in answer.json()["evidence"]] == [file["id"]]


def test_an_answer_that_is_not_enough_is_asked_again_with_a_reason(desk, asked):
    assert codes(desk.act(desk.province, asked, "return", reason="x")) == ["enquiry.not_answered"]
    desk.act(desk.agency, asked, "answer", text="Đã gửi")
    assert desk.act(desk.province, asked, "return").status_code == 400
    later = (today() + timedelta(days=20)).isoformat()
    answer = desk.act(desk.province, asked, "return", reason="thiếu dấu", due_on=later)
    told = answer.json()
    assert (told["state"], told["due_on"]) == ("open", later)
    assert told["answers"][0]["return_reason"] == "thiếu dấu"
    assert desk.act(desk.agency, asked, "answer", text="Gửi lại").json()["state"] == "answered"
    assert desk.act(desk.province, asked, "accept", note="đủ").json()["state"] == "accepted"
    assert codes(desk.act(desk.province, asked, "withdraw", reason="x")) == ["enquiry.closed"]


def test_what_is_no_longer_needed_is_withdrawn(desk, asked):
    answer = desk.act(desk.province, asked, "withdraw", reason="đã có")
    assert (answer.json()["state"], answer.json()["closing_note"]) == ("withdrawn", "đã có")
    assert codes(desk.act(desk.agency, asked, "answer", text="x")) == ["enquiry.closed"]


def test_requests_are_listed_by_state(desk, asked):
    late = desk.ask(what="Sửa ngày").json()
    Enquiry.objects.filter(pk=late["id"]).update(
        due_on=today() - timedelta(days=3), asked_on=today() - timedelta(days=9)
    )
    desk.act(desk.agency, desk.ask(what="Ba").json()["url"], "answer", text="x")
    assert sorted(desk.states(desk.agency)) == ["answered", "open", "overdue"]
    assert desk.states(desk.agency, state="open") == ["overdue", "open"]
    assert desk.states(desk.agency, state="overdue") == ["overdue"]
    assert desk.states(desk.agency, state="answered") == ["answered"]
    yesterday = today() - timedelta(days=4)
    assert desk.states(desk.agency, as_of=yesterday.isoformat()) == ["open"]
    row = desk.agency.get("/api/v1/requests?state=overdue").json()["results"][0]
    assert row["days_left"] == -3


def test_many_agencies_are_asked_at_once(desk):
    body = {"agencies": ["SNV-2025", "STP", "SNV-2025"], "what": "Báo cáo quý", "due_on": SOON}
    answer = desk.province.post("/api/v1/requests/bulk", body)
    assert answer.status_code == 201, answer.content
    assert sorted(row["agency"]["code"] for row in answer.json()["results"]) == ["SNV-2025", "STP"]
    assert desk.agency.get("/api/v1/requests").json()["count"] == 1


def test_what_is_asked_is_due_today_or_later(desk):
    yesterday = (today() - timedelta(days=1)).isoformat()
    assert codes(desk.ask(due_on=yesterday)) == ["enquiry.due_in_past"]


def test_only_the_coordinator_asks_and_only_the_agency_sees_its_own(desk):
    body = {"agency": "SNV-2025", "what": "x"}
    assert desk.agency.post("/api/v1/requests", body).status_code == 403
    strange = desk.ask(agency="STP").json()["url"]
    assert desk.agency.get(strange).status_code == 404


def test_a_request_names_the_record_that_it_is_about(desk, load):
    rollout = load("so_noi_vu_2010")[0].rollout_ids[0]
    told = desk.ask(object=f"rollout:{rollout}", agency="SNV").json()
    assert told["object"] == f"rollout:{rollout}"
    found = desk.province.get("/api/v1/requests", {"object": f"rollout:{rollout}"}).json()
    assert [row["id"] for row in found["results"]] == [told["id"]]
    assert desk.ask(object="rollout:999999").status_code == 400
