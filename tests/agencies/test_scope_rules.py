"""Whom the programme obliges is data of the administrator."""

import pytest

from agencies.models import ScopeRule

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


def change(client, rule, word="", reason="NQ 1/2026", **told):
    call = client.post if word else client.patch
    version = client.get(f"/api/v1/scope-rules/{rule}").json()["row_version"]
    headers = {"If-Match": f'"{version}"'}
    address = f"/api/v1/scope-rules/{rule}" + (f"/{word}" if word else "")
    return call(address, told | {"reason": reason}, format="json", headers=headers)


def rule_of(kind):
    return ScopeRule.objects.get(kind=kind).pk


def test_a_rule_ends_after_its_last_day(client):
    ended = change(client, rule_of("so"), "end", valid_to="2026-01-31")
    assert (ended.json()["valid_to"], ended.json()["state"]) == ("2026-01-31", "past")
    of = lambda day: client.get(f"/api/v1/agencies?in_scope=true&kind=so&as_of={day}").json()  # noqa: E731
    assert of("2026-01-31")["count"] > of("2026-02-01")["count"] == 0


def test_a_rule_does_not_end_before_it_began(client):
    answer = change(client, rule_of("so"), "end", valid_to="2001-01-01")
    assert [row["code"] for row in answer.json()["blockers"]] == ["scope_rule.ended_before_started"]


def test_the_province_confirms_that_communes_are_obliged(client):
    rule = rule_of("ubnd_xa")
    told = {"confirmed": True, "legal_basis": "KH 5/2026"}
    assert change(client, rule, **told).json()["confirmed"]
    assert change(client, rule, reason="", **told).status_code == 400


def test_a_corrected_rule_is_still_said_once_for_its_time(client):
    body = {"kind": "so", "valid_from": "2001-01-01", "valid_to": "2001-12-31", "legal_basis": "x"}
    made = client.post("/api/v1/scope-rules", body, format="json").json()["id"]
    answer = change(client, made, valid_to=None)
    assert [row["code"] for row in answer.json()["blockers"]] == ["scope_rule.overlaps"]


def test_rules_show_whether_they_are_confirmed(client_as, officer):
    rows = client_as(officer).get("/api/v1/scope-rules").json()["results"]
    assert {row["kind"]: row["confirmed"] for row in rows} == {
        **dict.fromkeys(["so", "van_phong", "thanh_tra", "ban", "ubnd_huyen"], True),
        **dict.fromkeys(["ubnd_phuong", "ubnd_xa", "ubnd_dac_khu"], False),
    }


def test_only_the_administrator_records_one(client_as, coordinator):
    body = {"kind": "chi_cuc", "legal_basis": "x"}
    client = client_as(coordinator)
    assert client.post("/api/v1/scope-rules", body, format="json").status_code == 403
    assert change(client, rule_of("so"), "end", valid_to="2026-01-31").status_code == 403
    assert change(client, rule_of("so"), confirmed=False).status_code == 403
