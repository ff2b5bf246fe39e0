"""Who makes, sees and downloads which report."""

import pytest

from tests.reports.conftest import DAY

pytestmark = pytest.mark.django_db


def test_an_officer_makes_the_report_of_the_own_agency_and_its_predecessor(
    so_noi_vu, ask, officer, download
):
    report = ask("agency", agency="SNV", day=DAY, by=officer)
    assert download(report, "docx", by=officer).stat().st_size > 10_000


@pytest.mark.parametrize(
    "told",
    [
        {"kind": "agency", "agency": "STP"},
        {"kind": "brief"},
        {"kind": "province", "period": {"from": "2025-12-15", "to": "2026-06-14", "label": "kỳ"}},
    ],
)
def test_an_officer_makes_no_other_report(store, client_as, officer, told):
    answer = client_as(officer).post("/api/v1/reports", told)
    assert answer.status_code == 403


def test_an_officer_sees_no_report_of_others(store, ask, client_as, officer):
    report = ask("agency", agency="STP", day=DAY)
    client = client_as(officer)
    assert client.get("/api/v1/reports").json()["count"] == 0
    for address in ("", "/comparison", "/file?format=pdf"):
        assert client.get(report["url"] + address).status_code == 404


def test_the_council_makes_its_brief(so_noi_vu, ask, council):
    report = ask("brief", day=DAY, by=council)
    assert report["state"] == "ready"
    assert report["figures"]["trend"][-1]["day"] == DAY


def test_the_administrator_makes_none(client_as, administrator):
    assert client_as(administrator).post("/api/v1/reports", {"kind": "brief"}).status_code == 403


def test_the_same_request_again_is_the_same_report(so_noi_vu, client_as, coordinator):
    body = {"kind": "agency", "agency": "SNV", "day": DAY}
    client, key = client_as(coordinator), {"Idempotency-Key": "mot-lan"}
    first = client.post("/api/v1/reports", body, headers=key)
    again = client.post("/api/v1/reports", body, headers=key)
    assert again["Idempotent-Replayed"] == "true"
    assert again.json()["id"] == first.json()["id"]
    assert client.get("/api/v1/reports").json()["count"] == 1


@pytest.mark.parametrize(
    ("told", "pointer"),
    [
        ({"kind": "agency"}, "/agency"),
        ({"kind": "agency", "agency": "KHONG"}, "/agency"),
        ({"kind": "brief", "agency": "SNV"}, "/agency"),
        ({"kind": "province"}, "/period"),
        ({"kind": "brief", "day": "03/02/2010"}, "/day"),
        ({"kind": "brief", "x": 1}, "/x"),
    ],
)
def test_a_request_of_the_wrong_form_names_its_place(client_as, coordinator, told, pointer):
    answer = client_as(coordinator).post("/api/v1/reports", told)
    assert answer.status_code == 400
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


def test_a_day_that_has_not_come_is_refused(client_as, coordinator):
    answer = client_as(coordinator).post("/api/v1/reports", {"kind": "brief", "day": "2126-01-01"})
    assert answer.status_code == 409
    assert [b["code"] for b in answer.json()["blockers"]] == ["report.day_in_future"]


def test_a_file_has_its_vietnamese_name(of_snv, client_as, coordinator):
    answer = client_as(coordinator).get(f"{of_snv['url']}/file?format=pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert "filename*=utf-8''B%C3%A1o%20c%C3%A1o" in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_format_that_does_not_exist_is_refused(of_snv, client_as, coordinator):
    assert client_as(coordinator).get(f"{of_snv['url']}/file?format=odt").status_code == 400
    assert client_as(coordinator).get(f"{of_snv['url']}/file").status_code == 400
