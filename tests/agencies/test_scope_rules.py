"""Whom the programme obliges is data of the administrator."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_as, administrator):
    return client_as(administrator)


def test_a_rule_for_one_agency_changes_the_scope_from_its_day(client):
    rule = {"agency": "BQLKKT", "valid_from": "2026-01-01", "legal_basis": "1/QĐ-UBND"}
    made = client.post("/api/v1/scope-rules", rule, format="json")
    assert made.status_code == 201
    assert made.json()["agency"]["code"] == "BQLKKT"
    count = lambda day: client.get(f"/api/v1/agencies?in_scope=true&as_of={day}").json()["count"]  # noqa: E731
    assert (count("2025-12-31"), count("2026-01-01")) == (68, 69)
    again = client.post("/api/v1/scope-rules", rule, format="json")
    assert [row["code"] for row in again.json()["blockers"]] == ["scope_rule.overlaps"]


def test_a_rule_is_about_a_kind_or_an_agency(client):
    both = {"agency": "BQLKKT", "kind": "so", "legal_basis": "x"}
    for body in (both, {"legal_basis": "x"}):
        answer = client.post("/api/v1/scope-rules", body, format="json")
        assert answer.json()["blockers"][0]["code"] == "scope_rule.kind_or_agency"


def test_rules_show_whether_they_are_confirmed(client_as, officer):
    rows = client_as(officer).get("/api/v1/scope-rules").json()["results"]
    assert {row["kind"]: row["confirmed"] for row in rows} == {
        **dict.fromkeys(["so", "van_phong", "thanh_tra", "ban", "ubnd_huyen"], True),
        **dict.fromkeys(["ubnd_phuong", "ubnd_xa", "ubnd_dac_khu"], False),
    }


def test_only_the_administrator_records_one(client_as, coordinator):
    body = {"kind": "chi_cuc", "legal_basis": "x"}
    answer = client_as(coordinator).post("/api/v1/scope-rules", body, format="json")
    assert answer.status_code == 403
