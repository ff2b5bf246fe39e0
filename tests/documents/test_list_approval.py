"""The list of documents is approved by the head; going on without it is told and stops nothing."""

from datetime import date

import pytest

from agencies.models import Agency
from core.provenance import by_hand
from documents.models import ListApproval
from documents.records import put_documents
from plans.records import put_rollout

pytestmark = pytest.mark.django_db
API = "/api/v1"
UNAPPROVED = "list_approval.missing"


@pytest.fixture
def rollout(officer):
    told = by_hand(officer.pk)
    agency = Agency.objects.get(code="SNV-2025")
    return put_rollout(
        agency, edition="2015", track="declaration", cycle=None, opened_on=None, told=told
    )


@pytest.fixture
def listed(rollout, officer):
    """Put so many more documents on the list on a day."""

    def listing(count, day):
        known = rollout.documents.count()
        items = [
            {"code": f"QT-{n:02}", "kind": "QT-TN", "listed_on": day}
            for n in range(known + 1, known + count + 1)
        ]
        return put_documents(rollout, items, told=by_hand(officer.pk))

    return listing


@pytest.fixture
def client(client_as, officer):
    return client_as(officer)


@pytest.fixture
def approve(client, rollout):
    def approving(status=201, **told):
        answer = client.post(f"{API}/list-approvals", {"rollout": rollout.pk, **told})
        assert answer.status_code == status, answer.json()
        return answer.json()

    return approving


def codes(answer):
    return [each["code"] for each in answer["blockers"]]


def warned(client, path, **told):
    answer = client.post(f"{API}/{path}", told)
    assert answer.status_code == 201, answer.json()
    return UNAPPROVED in {each["code"] for each in answer.json()["warnings"]}


def test_an_approval_counts_the_documents_of_its_day_and_shows_those_of_today(approve, listed):
    listed(3, date(2025, 5, 4))
    listed(2, date(2025, 8, 1))
    row = approve(
        approved_on="2025-06-01", number="12/QĐ-SNV", approver="A", approver_position="Giám đốc"
    )
    assert (row["round"], row["n_documents"], row["listed"]) == (1, 3, 5)
    assert row["provenance"]["recorded_by"]


def test_a_list_that_grew_is_approved_again_and_not_before_the_first_time(approve, listed):
    listed(1, date(2025, 5, 4))
    approve(approved_on="2025-06-01")
    listed(1, date(2025, 7, 1))
    assert codes(approve(409, approved_on="2025-05-20")) == ["list_approval.before_last"]
    again = approve(approved_on="2025-07-02")
    assert (again["round"], again["n_documents"]) == (2, 2)


def test_a_day_known_to_the_month_is_a_day_of_it(approve, listed):
    listed(1, date(2025, 5, 4))
    row = approve(approved_on={"date": "2025-05-01", "precision": "month"})
    assert (row["approved_on_precision"], row["n_documents"]) == ("month", 1)


def test_an_empty_list_is_not_approved(approve, listed):
    assert codes(approve(409)) == ["list_approval.empty"]
    listed(1, date(2025, 9, 1))
    assert codes(approve(409, approved_on="2025-08-31")) == ["list_approval.empty"]


def test_a_day_to_come_and_one_before_the_agency_are_refused_at_once(approve, listed):
    listed(1, date(2025, 5, 4))
    assert codes(approve(409, approved_on="2099-01-01")) == ["day.in_future"]
    early = codes(approve(409, approved_on="2024-01-01"))
    assert set(early) == {"agency.not_yet", "list_approval.empty"}


def test_the_rollout_offers_it_and_says_what_it_waits_for(client, rollout, listed):
    def offered():
        acts = client.get(f"{API}/rollouts/{rollout.pk}").json()["next_acts"]
        return next(each for each in acts if each["act"] == "list.approve")

    assert codes(offered()) == ["list_approval.empty"]
    listed(1, date(2025, 5, 4))
    assert offered()["allowed"]


def test_a_corrected_day_counts_its_documents_anew(client, approve, listed):
    listed(1, date(2025, 5, 4))
    listed(4, date(2025, 8, 1))
    row = approve(approved_on="2025-06-01")
    answer = client.patch(
        f"{API}/list-approvals/{row['id']}",
        {"approved_on": "2025-08-02"},
        headers={"If-Match": f'"{row["row_version"]}"'},
    )
    assert answer.json()["n_documents"] == 5


def test_a_wrong_approval_is_voided_with_its_reason(client_as, coordinator, approve, listed):
    listed(1, date(2025, 5, 4))
    row = approve(approved_on="2025-06-01")
    answer = client_as(coordinator).post(
        f"{API}/list-approvals/{row['id']}/void",
        {"reason": "Ghi nhầm"},
        headers={"If-Match": f'"{row["row_version"]}"'},
    )
    assert answer.status_code == 200, answer.json()
    assert not ListApproval.objects.exists()
    assert ListApproval.pgh_event_model.objects.filter(pgh_obj_id=row["id"]).count() == 2


def test_the_first_training_draft_and_promulgation_without_it_are_told_and_recorded(
    client, rollout, listed
):
    first, second = listed(2, date(2025, 5, 4))
    training = {"agency": "SNV-2025", "topic": "awareness", "held_on": "2025-06-01"}
    assert warned(client, "trainings", **training)
    assert not warned(client, "trainings", **training | {"held_on": "2025-06-05"})
    assert warned(client, "document-versions", document=first.pk, drafted_on="2025-06-02")
    assert not warned(client, "document-versions", document=second.pk, drafted_on="2025-06-03")
    paper = {"rollout": rollout.pk, "signed_on": "2025-07-01"}
    assert warned(client, "promulgations", documents=[first.pk], **paper)
    assert not warned(client, "promulgations", documents=[second.pk], **paper)


def test_a_refused_first_training_tells_the_unapproved_list_beside_its_reasons(client, listed):
    listed(1, date(2025, 5, 4))
    told = {"agency": "SNV-2025", "topic": "awareness", "held_on": "2099-06-01"}
    answer = client.post(f"{API}/trainings", told)
    assert codes(answer.json()) == ["day.in_future"]
    assert [each["code"] for each in answer.json()["warnings"]] == [UNAPPROVED]


def test_after_the_approval_nothing_is_told(client, rollout, approve, listed):
    [document] = listed(1, date(2025, 5, 4))
    approve(approved_on="2025-05-05")
    training = {"agency": "SNV-2025", "topic": "awareness", "held_on": "2025-06-01"}
    assert not warned(client, "trainings", **training)
    assert not warned(client, "document-versions", document=document.pk, drafted_on="2025-06-02")
    paper = {"rollout": rollout.pk, "signed_on": "2025-07-01"}
    assert not warned(client, "promulgations", documents=[document.pk], **paper)


def test_the_journey_names_an_unapproved_list_while_documents_are_made(
    client, rollout, approve, listed
):
    def missing():
        stations = client.get(f"{API}/rollouts/{rollout.pk}/journey").json()
        station = next(each for each in stations if each["stage"] == "documenting")
        return [each["code"] for each in station["missing"]]

    listed(1, date(2025, 5, 4))
    assert missing() == ["list_not_approved"]
    approve(approved_on="2025-05-05")
    assert missing() == []
