"""Leave from a deadline or the programme, by a decision, until a day."""

from datetime import date

import pytest

from plans.queries import exempted_on, exempted_sql, tasks_overdue_on
from tests.plans.conftest import codes

pytestmark = pytest.mark.django_db

LEAVE = {
    "agency": "STP",
    "what": "deadline",
    "from_on": "2025-03-01",
    "to_on": "2025-06-30",
    "number": "77/QĐ-UBND",
    "reason": "Sắp xếp bộ máy",
}


@pytest.fixture
def says(speaks, coordinator):
    return speaks(coordinator)


@pytest.fixture
def a_task(says):
    says.post(
        "directives",
        issuer="UBND tỉnh Quảng Ninh",
        number="90/UBND-MT",
        signed_on="2025-01-05",
        tasks=[{"agency": "STP", "what": "Báo cáo", "due_on": "2025-02-01"}],
    )


def flags(says, day):
    rows = says.get(f"progress/agencies?as_of={day}&limit=500")["results"]
    return next(row["flags"] for row in rows if row["agency"]["code"] == "STP")


def test_a_running_exemption_stops_the_clock_and_ends_by_itself(says, a_task):
    assert tasks_overdue_on(date(2025, 4, 1)).count() == 1
    says.post("exemptions", **LEAVE)
    days = [date(2025, 2, 28), date(2025, 3, 1), date(2025, 6, 30), date(2025, 7, 1)]
    assert [tasks_overdue_on(day).count() for day in days] == [1, 0, 0, 1]
    assert [exempted_on(day, "deadline").count() for day in days] == [0, 1, 1, 0]
    assert says.get("tasks?state=overdue&as_of=2025-04-01")["count"] == 0


def test_an_exempt_agency_stays_in_scope_and_bears_the_flag(says, a_task):
    says.post("exemptions", **{**LEAVE, "what": "programme"})
    assert "exempt" in flags(says, "2025-04-01")
    assert "overdue" not in flags(says, "2025-04-01")
    assert "exempt" not in flags(says, "2025-07-01")
    assert "overdue" in flags(says, "2025-07-01")


def test_the_sql_condition_agrees_with_the_query(says, a_task):
    from django.db import connection

    says.post("exemptions", **LEAVE)
    sql = f"SELECT count(*) FROM plans_task t WHERE {exempted_sql('t.agency_id', 't.rollout_id')}"
    with connection.cursor() as cursor:
        for day, found in ((date(2025, 4, 1), 1), (date(2025, 7, 1), 0)):
            cursor.execute(sql, {"day": day})
            assert cursor.fetchone()[0] == found


def test_it_is_ended_before_its_time_once(says, a_task):
    at = f"exemptions/{says.post('exemptions', **LEAVE)['id']}"
    outside = says.act(at, "end", 409, on="2025-07-01", reason="Đã xong")
    assert codes(outside) == ["exemption.end_outside"]
    assert says.act(at, "end", on="2025-05-01", reason="Đã xong")["ended_on"] == "2025-05-01"
    assert tasks_overdue_on(date(2025, 4, 30)).count() == 0
    assert tasks_overdue_on(date(2025, 5, 1)).count() == 1
    again = says.act(at, "end", 409, on="2025-05-02", reason="Nhầm")
    assert codes(again) == ["exemption.already_ended"]


def test_all_reasons_at_once(says, opened):
    rollout = opened()
    refused = says.post(
        "exemptions", 409, **{**LEAVE, "to_on": "2025-02-01", "number": "", "rollout": rollout.pk}
    )
    assert set(codes(refused)) == {
        "exemption.to_before_from",
        "exemption.decision_missing",
        "exemption.rollout_of_another",
    }


def test_it_is_given_once_for_the_same_days(says):
    first = says.post("exemptions", **LEAVE)
    later = {**LEAVE, "from_on": "2025-06-30", "to_on": "2025-09-30"}
    assert codes(says.post("exemptions", 409, **later)) == ["exemption.overlaps"]
    says.act(f"exemptions/{first['id']}", "end", on="2025-06-01", reason="Xong sớm")
    says.post("exemptions", **later)


def test_it_needs_an_end_and_a_reason(says):
    missing = {name: value for name, value in LEAVE.items() if name != "to_on"}
    assert says.post("exemptions", 400, **missing)["errors"][0]["pointer"] == "/to_on"
    assert (
        says.post("exemptions", 400, **{**LEAVE, "reason": ""})["errors"][0]["pointer"] == "/reason"
    )


def test_an_agency_that_has_ended_is_not_exempted(says):
    refused = says.post("exemptions", 409, **{**LEAVE, "agency": "SNV"})
    assert codes(refused) == ["agency.ended"]


def test_the_state_is_that_of_the_day(says):
    made = says.post("exemptions", **LEAVE)
    states = {
        day: says.get(f"exemptions/{made['id']}?as_of={day}")["state"]
        for day in ("2025-03-01", "2025-07-01")
    }
    assert states == {"2025-03-01": "running", "2025-07-01": "over"}
    assert says.get("exemptions?state=over")["count"] == 1
    assert says.get("exemptions?state=running&state=coming")["count"] == 0


def test_only_the_coordinator_exempts_and_others_see_their_own(says, speaks, head, council):
    says.post("exemptions", **LEAVE)
    speaks(head).post("exemptions", 403, **{**LEAVE, "agency": "SNV-2025"})
    assert speaks(head).get("exemptions")["count"] == 0
    assert speaks(council).get("exemptions")["count"] == 1
