"""What waits for whom: each line has its act, its day and the reason why it is there."""

from datetime import date, timedelta

import pytest

from core.days import today
from imports.case import import_cases
from maintenance.models.confirmation import quarter_end, quarter_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def a_case(system):
    """Sở Nội vụ of 2025, audited on 10/3/2026: one nonconformity open, an observation undecided."""
    case = {
        "source": {"title": "Thử", "published_at": "2026-04-01T08:00:00+07:00", "real": False},
        "agency": {"code": "SNV-2025"},
        "rollout": {"track": "voluntary_certificate", "edition": "2015"},
        "plan": {"kind": "ke_hoach", "title": "Kế hoạch", "completed_on": "2025-04-01"},
        "external_audits": [
            {"body": "QUACERT", "type": "stage2", "from": "2026-03-10", "to": "2026-03-10",
             "findings": [{"grade": "minor", "count": 1, "due_on": "2026-06-08"},
                          {"grade": "observation", "count": 1}]}
        ],
    }  # fmt: skip
    return import_cases([case], by=system, real_allowed=True).rollout_ids[0]


def work(client, **params):
    answer = client.get("/api/v1/my-work", params)
    assert answer.status_code == 200, answer.json()
    return answer.json()


def acts(client, **params):
    return {row["act"] for row in work(client, **params)["results"]}


def test_the_officer_sees_what_is_late_first_with_its_reason(client_as, officer, a_case):
    body = work(client_as(officer))
    first = body["results"][0]
    assert (first["part"], first["act"]) == ("overdue", "finding.close")
    assert first["due_on"] == "2026-06-08"
    assert first["days"] == -(today() - date(2026, 6, 8)).days
    assert first["object"].startswith("finding:")
    assert "chưa khắc phục" in first["why"]
    assert first["agency"]["code"] == "SNV-2025"
    assert {"finding.disposition", "confirmation.record"} <= acts(client_as(officer))


def test_the_counts_of_the_parts_are_those_of_their_lists(client_as, officer, head, a_case):
    for user in (officer, head):
        client = client_as(user)
        body = work(client)
        assert sum(body["parts"].values()) == body["count"]
        for part, count in body["parts"].items():
            assert work(client, part=part)["count"] == count


def test_a_finding_moves_from_the_officer_to_the_coordinator(
    client_as, officer, coordinator, a_case
):
    client = client_as(officer)
    late = next(r for r in work(client)["results"] if r["act"] == "finding.close")
    finding = late["object"].split(":")[1]
    assert "finding.verify" not in acts(client_as(coordinator))
    version = client.get(f"/api/v1/findings/{finding}").json()["row_version"]
    done = client.post(
        f"/api/v1/findings/{finding}/close",
        {"completed_on": "2026-06-01", "cause": "Thiếu biểu mẫu"},
        headers={"If-Match": f'"{version}"'},
    )
    assert done.status_code == 200, done.json()
    assert "finding.close" not in acts(client)
    assert "finding.verify" in acts(client_as(coordinator))


def test_each_role_sees_only_its_own_work(client_as, council, administrator, coordinator, a_case):
    assert work(client_as(council))["count"] == 0
    assert acts(client_as(administrator)) == {"account.create"}
    assert "finding.close" not in acts(client_as(coordinator))


def test_the_quarter_is_confirmed_in_one_act_and_the_figures_are_fresh(client_as, officer, a_case):
    client = client_as(officer)
    due = next(r for r in work(client)["results"] if r["act"] == "confirmation.record")
    assert due["due_on"] == quarter_end(today()).isoformat()
    answer = client.post("/api/v1/confirmations", {"agency": "SNV-2025"})
    assert answer.status_code == 201, answer.json()
    assert answer.json()["quarter"] == quarter_of(today())
    assert "confirmation.record" not in acts(client)
    again = client.post("/api/v1/confirmations", {"agency": "SNV-2025"})
    assert [b["code"] for b in again.json()["blockers"]] == ["confirmation.exists"]
    row = client.get("/api/v1/progress/agencies?search=noi vu").json()["results"][0]
    assert row["fresh_on"] == today().isoformat()


@pytest.mark.parametrize(
    ("day", "quarter", "end"),
    [("2026-01-01", "2026-Q1", "2026-03-31"), ("2026-12-31", "2026-Q4", "2026-12-31"),
     ("2024-05-02", "2024-Q2", "2024-06-30")],
)  # fmt: skip
def test_a_quarter_ends_on_its_last_day(day, quarter, end):
    day = date.fromisoformat(day)
    assert (quarter_of(day), quarter_end(day).isoformat()) == (quarter, end)


def test_an_unknown_part_is_refused(client_as, officer):
    answer = client_as(officer).get("/api/v1/my-work", {"part": "soon"})
    assert answer.status_code == 400


def test_a_line_carries_the_acts_that_its_record_allows(client_as, officer, coordinator, a_case):
    for row in work(client_as(officer))["results"]:
        assert row["next_acts"][0] == {"act": row["act"], "allowed": True, "blockers": []}
    client = client_as(coordinator)
    asked = {"agency": "SNV-2025", "what": "Gửi bản chính", "due_on": "2027-01-31"}
    made = client.post("/api/v1/requests", asked).json()
    version = {"If-Match": f'"{made["row_version"]}"'}
    answered = client_as(officer).post(f"{made['url']}/answer", {"text": "Đã gửi"}, headers=version)
    assert answered.status_code == 200, answered.json()
    [line] = [row for row in work(client)["results"] if row["act"] == "request.accept"]
    assert [act["act"] for act in line["next_acts"]] == ["request.accept", "request.return"]


def test_who_reported_a_correction_sees_why_somebody_else_verifies_it(
    client_as, coordinator, a_case
):
    from audits.models import Finding

    client, finding = client_as(coordinator), Finding.objects.get(grade="minor")
    done = client.post(
        f"/api/v1/findings/{finding.pk}/close",
        {"completed_on": "2026-06-01", "cause": "Thiếu biểu mẫu", "reason": "Ghi thay"},
        headers={"If-Match": f'"{finding.row_version}"'},
    )
    assert done.status_code == 200, done.json()
    [line] = [row for row in work(client)["results"] if row["act"] == "finding.verify"]
    assert not line["next_acts"][0]["allowed"]
    assert [b["code"] for b in line["next_acts"][0]["blockers"]] == ["finding.verified_by_doer"]


def test_an_effect_is_offered_for_judging_as_the_finding_offers_it(client_as, coordinator, load):
    corrected = (today() - timedelta(days=10)).isoformat()
    audited = (today() - timedelta(days=30)).isoformat()
    major = {"grade": "major", "clause": "8.3", "completed_on": corrected}
    found = {"body": "QUACERT", "type": "stage2", "from": audited, "to": audited}
    [done] = load(
        {
            "agency": {"code": "SNV-2025"},
            "rollout": {"track": "voluntary_certificate", "edition": "2015"},
            "external_audits": [{**found, "findings": [major]}],
        }
    )
    assert done.rollout_ids
    client = client_as(coordinator)
    [line] = [r for r in work(client)["results"] if r["act"] == "finding.check_effectiveness"]
    finding = client.get(f"/api/v1/findings/{line['object'].partition(':')[2]}").json()
    offered = [act for act in finding["next_acts"] if act["act"] == line["act"]]
    assert line["next_acts"] == offered
    codes = [blocker["code"] for blocker in offered[0]["blockers"]]
    assert codes == ["finding.not_verified", "finding.checked_too_early"]
