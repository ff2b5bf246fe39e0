"""Reviews, trainings, boards and yearly plans; and whether a system is maintained on a day."""

from datetime import date

import pytest

from agencies.models import Agency
from audits.models import Audit
from core.days import PartialDate, today
from core.provenance import Provenance, by_hand
from maintenance.queries import maintenance_by_agency
from maintenance.records import put_review, put_year

pytestmark = pytest.mark.django_db
API = "/api/v1"


@pytest.fixture
def agency():
    return Agency.objects.get(code="SNV")


@pytest.fixture
def officer(officer):
    """Of the successor: the accounts of Sở Nội vụ ended with it, its records go on."""
    officer.agency = Agency.objects.get(code="SNV-2025")
    officer.save()
    return officer


@pytest.fixture
def client(client_as, officer):
    return client_as(officer)


NEW = {
    "management-reviews": {
        "held_on": "2011-03-01",
        "chair": "Giám đốc",
        "minutes_number": "3/BB-SNV",
    },
    "trainings": {
        "topic": "awareness",
        "held_on": "2011-03-01",
        "participants": 40,
        "certificates": 38,
    },
    "boards": {
        "number": "04/QĐ-SNV",
        "decided_on": "2011-03-01",
        "head": "Giám đốc",
        "secretary": "Phó Chánh Văn phòng",
    },
    "maintenance-years": {
        "year": 2011,
        "plan": {"number": "5/KH-SNV", "signed_on": "2010-12-20"},
        "objectives": [{"text": "Đúng hẹn", "target": "98 %", "actual": ""}],
        "report_sent_on": "2012-01-05",
    },
}
each = pytest.mark.parametrize("collection", NEW)


def post(client, collection, **more):
    body = {"agency": "SNV", **NEW[collection], **more}
    return client.post(f"{API}/{collection}", body, format="json")


def codes(answer):
    return {blocker["code"] for blocker in answer.json()["blockers"]}


@each
def test_an_officer_records_it_and_finds_it_again(client, collection):
    made = post(client, collection)
    assert made.status_code == 201, made.json()
    row = made.json()
    assert row["agency"]["code"] == "SNV"
    assert row["url"] == f"{API}/{collection}/{row['id']}"
    found = client.get(f"{API}/{collection}?agency=SNV&year=2011").json()
    assert [r["id"] for r in found["results"]] == [row["id"]]
    assert client.get(f"{API}/{collection}?as_of=2010-06-30").json()["count"] == 0


@each
def test_an_unknown_key_is_named(client, collection):
    answer = post(client, collection, colour="red")
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (400, "/colour")


@each
def test_a_repeated_click_records_once(client, collection):
    body = {"agency": "SNV", **NEW[collection]}
    first, again = (
        client.post(f"{API}/{collection}", body, format="json", HTTP_IDEMPOTENCY_KEY=collection)
        for _ in range(2)
    )
    assert again["Idempotent-Replayed"] == "true"
    assert again.json() == first.json()
    assert client.get(f"{API}/{collection}?agency=SNV").json()["count"] == 1


@each
def test_a_correction_needs_the_version_that_was_seen(client, collection):
    row = post(client, collection).json()
    where, new = f"{API}/{collection}/{row['id']}", {"note": "đã đối chiếu"}
    assert client.patch(where, new, format="json").status_code == 428
    assert client.patch(where, new, format="json", HTTP_IF_MATCH='"9"').status_code == 412
    done = client.patch(where, new, format="json", HTTP_IF_MATCH='"1"')
    assert (done.status_code, done.json()["note"]) == (200, "đã đối chiếu")
    assert done.json()["row_version"] == 2


@each
def test_others_do_not_record_it(client_as, council, administrator, head, collection):
    head.agency = Agency.objects.get(code="SYT")
    head.save()
    for user in (council, administrator, head):
        assert post(client_as(user), collection).status_code == 403


@each
def test_the_coordinator_records_on_behalf_with_a_reason_and_may_void(
    client_as, coordinator, collection
):
    client = client_as(coordinator)
    assert post(client, collection).status_code == 400
    row = post(client, collection, reason="theo báo cáo của Sở").json()
    void = f"{API}/{collection}/{row['id']}/void"
    seen = {"HTTP_IF_MATCH": '"1"'}
    assert client.post(void, {}, format="json", **seen).status_code == 400
    assert client.post(void, {"reason": "nhầm"}, format="json", **seen).status_code == 200
    assert client.get(f"{API}/{collection}/{row['id']}").status_code == 404


@pytest.mark.parametrize(
    ("collection", "more", "code"),
    [
        ("management-reviews", {"held_on": "2999-01-01"}, "day.in_future"),
        ("management-reviews", {"held_on": "2025-03-01"}, "agency.ended"),
        ("management-reviews", {"held_on": "2000-03-01"}, "day.before_2001"),
        ("trainings", {"certificates": 41}, "training.more_certificates_than_participants"),
        ("boards", {"decided_on": "2999-01-01"}, "day.in_future"),
        ("maintenance-years", {"year": 2100}, "maintenance_year.in_future"),
        (
            "maintenance-years",
            {"plan": {"signed_on": "2009-12-20"}},
            "maintenance_year.plan_of_another_year",
        ),
        (
            "maintenance-years",
            {"report_sent_on": "2010-12-31"},
            "maintenance_year.reported_before_year",
        ),
        ("maintenance-years", {"board_renewed_on": "2999-12-31"}, "day.in_future"),
    ],
)
def test_what_cannot_be_is_refused(client, collection, more, code):
    answer = post(client, collection, **more)
    assert answer.status_code == 409
    assert code in codes(answer)


@pytest.mark.parametrize(
    ("collection", "more", "pointer"),
    [
        ("management-reviews", {"held_on": "01/03/2011"}, "/held_on"),
        ("management-reviews", {"minutes_number": "3/ BB-SNV"}, "/minutes_number"),
        ("management-reviews", {"agency": "NOBODY"}, "/agency"),
        ("trainings", {"topic": "singing"}, "/topic"),
        ("trainings", {"participants": -1}, "/participants"),
        ("maintenance-years", {"plan": {"signedon": "2010-12-20"}}, "/plan/signedon"),
        ("maintenance-years", {"objectives": [{"text": ""}]}, "/objectives/0/text"),
        ("maintenance-years", {"year": 99999999999}, "/year"),
    ],
)
def test_a_wrong_form_is_named(client, collection, more, pointer):
    answer = post(client, collection, **more)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (400, pointer)


def test_a_review_of_an_unknown_day_in_a_month_counts_from_its_end(client):
    month = {"date": "2011-03-01", "precision": "month"}
    row = post(client, "management-reviews", held_on=month).json()
    assert (row["held_on"], row["held_on_precision"]) == ("2011-03-01", "month")
    where = f"{API}/management-reviews?agency=SNV&as_of="
    assert client.get(where + "2011-03-30").json()["count"] == 0
    assert client.get(where + "2011-03-31").json()["count"] == 1


def test_a_review_before_any_internal_audit_is_only_a_warning(client):
    row = post(client, "management-reviews").json()
    assert [w["code"] for w in row["warnings"]] == ["review.before_internal_audit"]


def test_a_year_is_recorded_once(client):
    post(client, "maintenance-years")
    assert codes(post(client, "maintenance-years")) == {"maintenance_year.exists"}


def test_new_objectives_replace_those_of_the_year_and_leave_its_plan(client):
    row = post(client, "maintenance-years").json()
    new = {
        "objectives": [{"text": "Hài lòng", "target": "90 %", "actual": "93 %"}],
        "plan": {"number": "6/KH-SNV"},
    }
    where = f"{API}/maintenance-years/{row['id']}"
    done = client.patch(where, new, format="json", HTTP_IF_MATCH='"1"').json()
    assert [objective["text"] for objective in done["objectives"]] == ["Hài lòng"]
    assert done["plan"] == {"number": "6/KH-SNV", "signed_on": "2010-12-20"}
    assert done["row_version"] == 2


def test_this_year_may_be_recorded(officer):
    agency = Agency.objects.get(code="SNV-2025")
    year = put_year(
        agency,
        year=today().year,
        plan={"number": None, "signed_on": None},
        told=by_hand(officer.pk),
    )
    assert year.pk


@each
def test_a_list_takes_few_queries(client, collection, django_assert_max_num_queries):
    post(client, collection)
    with django_assert_max_num_queries(8):
        assert client.get(f"{API}/{collection}?agency=SNV").json()["count"] == 1


@pytest.mark.parametrize(
    ("audited", "reviewed", "expected"),
    [
        (None, None, "unknown"),
        (date(2011, 3, 1), None, "no"),
        (date(2011, 3, 1), date(2011, 4, 1), "yes"),
        (date(2010, 6, 30), date(2011, 4, 1), "yes"),
        (date(2010, 6, 29), date(2011, 4, 1), "no"),
        (date(2011, 7, 1), date(2011, 7, 1), "unknown"),
    ],
)
def test_a_system_is_maintained_by_an_audit_and_a_review_within_twelve_months(
    agency, officer, audited, reviewed, expected, django_assert_max_num_queries
):
    told = Provenance(officer.pk, reported_by=date(2012, 1, 1))
    if audited:
        Audit.objects.create(kind="internal", agency=agency, to_on=audited, **told.columns())
    if reviewed:
        put_review(agency, held_on=PartialDate(reviewed), told=told)
    with django_assert_max_num_queries(2):
        found = maintenance_by_agency(date(2011, 6, 30))
    assert found[agency.pk].state == expected
    assert set(maintenance_by_agency(date(2011, 6, 30), [agency.pk])) == {agency.pk}
