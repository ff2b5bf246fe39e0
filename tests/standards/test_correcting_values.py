"""A number of the law that was written wrong, or is confirmed: corrected with a reason."""

import pytest

from core.days import today
from standards.models import PolicyValue

pytestmark = pytest.mark.django_db
CODE = "maintenance.months"


@pytest.fixture
def client(client_as, administrator):
    return client_as(administrator)


def record(client, value, valid_from, **more):
    told = {"code": CODE, "value": value, "valid_from": valid_from, "legal_basis": "TT 1/2026"}
    return client.post("/api/v1/policy-values", told | more, format="json")


def values(client, **asked):
    rows = client.get("/api/v1/policy-values", {"code": CODE, **asked}).json()["results"]
    return [(row["value"], row["valid_from"], row["valid_to"], row["state"]) for row in rows]


def correct(client, value_id, reason="Ghi nhầm", **changes):
    version = client.get(f"/api/v1/policy-values/{value_id}").json()["row_version"]
    return client.patch(
        f"/api/v1/policy-values/{value_id}",
        changes | {"reason": reason},
        format="json",
        headers={"If-Match": f'"{version}"'},
    )


def codes(answer):
    assert answer.status_code == 409, answer.content
    return {row["code"] for row in answer.json()["blockers"]}


def first_id():
    return PolicyValue.objects.get(code=CODE, valid_from=None).pk


def test_the_shipped_value_is_confirmed_with_its_basis(client):
    told = correct(client, first_id(), confirmed=True, legal_basis="Khoản 2 Điều 8").json()
    assert (told["confirmed"], told["legal_basis"], told["value"]) == (True, "Khoản 2 Điều 8", 12)


def test_a_day_that_moves_takes_the_end_of_the_value_before_with_it(client):
    made = record(client, 18, "2026-06-01").json()
    assert correct(client, made["id"], valid_from="2026-01-01", value=15).status_code == 200
    assert set(values(client)) == {
        (12.0, None, "2025-12-31", "past"),
        (15.0, "2026-01-01", None, "current"),
    }
    at_the_time = set(values(client, as_of="2025-12-31"))
    assert at_the_time == {
        (12.0, None, "2025-12-31", "current"),
        (15.0, "2026-01-01", None, "coming"),
    }


def test_no_day_is_left_without_a_value(client):
    second = record(client, 18, "2026-01-01").json()["id"]
    third = record(client, 24, "2026-06-01").json()["id"]
    assert codes(correct(client, first_id(), valid_from="2010-01-01")) == {
        "policy_value.first_has_no_day"
    }
    assert codes(correct(client, third, valid_from="2026-01-01")) == {"policy_value.not_later"}
    assert codes(correct(client, second, valid_from="2026-06-01")) == {"policy_value.not_earlier"}


@pytest.mark.parametrize(
    ("value", "code"), [(1.5, "policy_value.not_whole"), (601, "policy_value.too_large")]
)
def test_a_value_with_which_no_day_can_be_counted_is_refused(client, value, code):
    assert codes(record(client, value, "2026-01-01")) == {code}
    assert codes(correct(client, first_id(), value=value)) == {code}


def test_a_switch_is_on_or_off(client):
    told = {"code": "four_eyes.confirm", "valid_from": "2026-01-01", "legal_basis": "x"}
    answer = client.post("/api/v1/policy-values", told | {"value": 2}, format="json")
    assert codes(answer) == {"policy_value.too_large"}


def test_no_value_begins_before_the_programme(client):
    assert codes(record(client, 18, "0001-01-01")) == {"day.before_2001"}


def test_a_correction_says_why(client):
    answer = correct(client, first_id(), reason=" ", confirmed=True)
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/reason"]


def test_the_list_is_searched_by_name_and_filtered_by_certainty(client):
    found = client.get("/api/v1/policy-values?search=dinh chi, nhieu").json()["results"]
    assert [row["code"] for row in found] == ["suspension.max"]
    count = lambda asked: client.get(f"/api/v1/policy-values?{asked}").json()["count"]  # noqa: E731
    assert count("confirmed=true") + count("confirmed=false") == count("")
    record(client, 18, str(today()), confirmed=True)
    assert count("state=past") == 1


def test_only_the_administrator_is_offered_the_acts(client, client_as, coordinator):
    address = f"/api/v1/policy-values/{first_id()}"
    offered = lambda who: {  # noqa: E731
        act["act"] for act in who.get(address).json()["next_acts"] if act["allowed"]
    }
    assert offered(client) == {"policy.record", "policy.correct"}
    assert offered(client_as(coordinator)) == set()
