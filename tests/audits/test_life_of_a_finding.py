"""What happens to a finding after what, and who says so."""

from datetime import date

import pytest

from audits.queries import (
    counts_by_rollout,
    findings_open_on,
    findings_overdue_on,
    findings_undisposed_on,
    findings_unverified_on,
)
from core.days import today

pytestmark = pytest.mark.django_db


@pytest.fixture
def minor(findings):
    return f"findings/{findings['minor']}"


@pytest.fixture
def observation(findings):
    return f"findings/{findings['observation']}"


def test_the_agency_closes_with_a_cause_and_the_days_early_are_counted(minor, as_officer):
    as_officer.refused_act(minor, "close", "finding.cause_missing", completed_on="2010-01-20")
    row = as_officer.act(minor, "close", completed_on="2010-01-20", cause="thiếu biểu mẫu")
    assert (row["completed_on"], row["cause"]) == ("2010-01-20", "thiếu biểu mẫu")
    assert row["days_early"] == 70
    assert row["states"] == ["unverified"]
    assert [step["kind"] for step in row["steps"]] == ["completed"]
    as_officer.refused_act(
        minor, "close", "finding.already_closed", completed_on="2010-01-21", cause="x"
    )


def test_it_is_not_closed_before_it_was_raised(minor, as_officer):
    as_officer.refused_act(
        minor, "close", "finding.closed_before_raised", completed_on="2009-12-30", cause="x"
    )
    month = {"date": "2009-12-01", "precision": "month"}
    assert as_officer.act(minor, "close", completed_on=month, cause="x")["days_early"] is None


def test_the_auditor_verifies_after_the_agency_has_closed(minor, as_officer, as_coordinator):
    as_coordinator.refused_act(minor, "verify", "finding.not_completed", verified_on="2010-01-25")
    as_officer.act(minor, "close", completed_on="2010-01-20", cause="x")
    as_officer.act(minor, "verify", 403, verified_on="2010-01-25")
    as_coordinator.refused_act(
        minor, "verify", "finding.verified_before_completed", verified_on="2010-01-19"
    )
    row = as_coordinator.act(minor, "verify", verified_on="2010-01-25", verified_by="QUACERT")
    assert (row["verified_on"], row["verified_by"], row["states"]) == ("2010-01-25", "QUACERT", [])
    as_coordinator.refused_act(
        minor, "verify", "finding.already_verified", verified_on="2010-01-26"
    )


def test_whoever_closed_on_behalf_does_not_verify(minor, as_coordinator):
    as_coordinator.act(
        minor, "close", completed_on="2010-01-20", cause="x", reason="theo báo cáo của Sở"
    )
    as_coordinator.refused_act(
        minor, "verify", "finding.verified_by_doer", verified_on="2010-01-25"
    )


def test_closing_on_behalf_needs_a_reason(minor, as_coordinator):
    problem = as_coordinator.act(minor, "close", 400, completed_on="2010-01-20", cause="x")
    assert problem["errors"][0]["code"] == "reason.on_behalf"


def test_an_observation_is_disposed_and_not_closed(observation, minor, as_officer):
    as_officer.refused_act(
        observation, "close", "finding.observation_is_disposed",
        completed_on="2010-01-20", cause="x",
    )  # fmt: skip
    as_officer.refused_act(
        observation, "disposition", "finding.disposition_reason_missing", disposition="not_done"
    )
    row = as_officer.act(observation, "disposition", disposition="not_done", reason="không cần")
    assert (row["disposition"], row["disposition_reason"]) == ("not_done", "không cần")
    assert row["states"] == []
    as_officer.refused_act(
        observation, "disposition", "finding.already_disposed", disposition="done"
    )
    as_officer.refused_act(
        minor, "disposition", "finding.nonconformity_is_closed", disposition="done"
    )


def test_an_extension_holds_from_the_day_it_was_granted(minor, as_coordinator, as_officer):
    as_officer.act(minor, "extend", 403, due_on="2010-06-30", reason="x")
    assert as_coordinator.act(minor, "extend", 400, due_on="2010-06-30")["errors"]
    as_coordinator.refused_act(
        minor, "extend", "finding.extended_not_later", due_on="2010-03-31", reason="x"
    )
    row = as_coordinator.act(
        minor, "extend", due_on="2099-06-30", reason="chờ kinh phí", approved_by="Giám đốc Sở"
    )
    assert (row["due_on"], row["first_due_on"]) == ("2099-06-30", "2010-03-31")
    then = as_coordinator.get(minor, as_of="2010-06-01")
    assert then["due_on"] == "2010-03-31"
    assert then["states"] == ["open", "overdue", "unverified"]
    assert as_coordinator.get(minor)["states"] == ["open", "unverified"]


def test_reopening_ends_the_closing_today_and_keeps_it(minor, findings, as_officer, as_coordinator):
    as_coordinator.refused_act(minor, "reopen", "finding.not_closed", reason="x")
    as_officer.act(minor, "close", completed_on="2010-01-20", cause="x")
    as_coordinator.act(minor, "verify", verified_on="2010-01-25")
    assert as_coordinator.act(minor, "reopen", 400)["errors"][0]["code"] == "reason.required"
    row = as_coordinator.act(minor, "reopen", reason="tái diễn")
    assert row["completed_on"] is None
    assert "open" in row["states"]
    assert {step["reopened_on"] for step in row["steps"]} == {today().isoformat()}
    assert as_coordinator.get(minor, as_of="2010-02-01")["completed_on"] == "2010-01-20"
    as_officer.refused_act(
        minor, "close", "finding.closed_before_reopened", completed_on="2010-03-01", cause="x"
    )
    again = as_officer.act(minor, "close", completed_on=today().isoformat(), cause="y")
    assert again["cause"] == "y"
    assert len(again["steps"]) == 3


def test_the_next_acts_say_why_not(minor, as_officer, as_coordinator):
    acts = {row["act"]: row for row in as_officer.get(minor)["next_acts"]}
    assert acts["finding.close"]["allowed"]
    assert acts["finding.verify"]["blockers"][0]["code"] == "act.not_yours"
    acts = {row["act"]: row for row in as_coordinator.get(minor)["next_acts"]}
    assert [b["code"] for b in acts["finding.verify"]["blockers"]] == ["finding.not_completed"]


def test_only_the_coordinator_says_that_the_auditor_accepted_a_plan(
    findings, as_officer, as_coordinator
):
    told = {"finding": findings["minor"], "what": "Sửa biểu mẫu", "responsible": "Ông A"}
    problem = as_officer.post("corrective-actions", 409, **told, due_on="2009-12-01")
    assert problem["blockers"][0]["code"] == "corrective_action.due_before_raised"
    row = as_officer.post("corrective-actions", **told, due_on="2010-02-28")
    address = f"corrective-actions/{row['id']}"
    assert as_officer.patch(address, done_on="2010-02-01")["done_on"] == "2010-02-01"
    as_officer.patch(address, 403, accepted_on="2010-01-15")
    assert as_coordinator.patch(address, accepted_on="2010-01-15")["accepted_on"] == "2010-01-15"
    nested = as_officer.get(f"findings/{findings['minor']}")["actions"]
    assert [action["what"] for action in nested] == ["Sửa biểu mẫu"]


def test_a_finding_is_corrected_in_order(findings, as_officer):
    minor = f"findings/{findings['minor']}"
    row = as_officer.patch(minor, clause="7.5.1", due_on="2010-02-13")
    assert (row["clause"], row["due_on"]) == ("7.5.1", "2010-02-13")
    problem = as_officer.patch(minor, 409, due_on="2009-12-01")
    assert problem["blockers"][0]["code"] == "finding.due_before_raised"
    as_officer.act(minor, "close", completed_on="2010-02-03", cause="x")
    assert as_officer.get(minor)["days_early"] == 10
    problem = as_officer.patch(minor, 409, grade="observation")
    assert problem["blockers"][0]["code"] == "finding.observation_is_disposed"


def test_predicates_and_counts_agree_on_every_day(findings, audit, as_officer, as_coordinator):
    as_officer.act(
        f"findings/{findings['major']}", "close", completed_on="2010-01-20", cause="x",
        cause_category="process",
    )  # fmt: skip
    as_coordinator.act(f"findings/{findings['major']}", "verify", verified_on="2010-02-01")
    as_officer.act(f"findings/{findings['observation']}", "disposition", disposition="done")
    expected = {
        date(2009, 12, 30): (None, None, None, None),
        date(2009, 12, 31): (2, 2, 1, 0),
        date(2010, 1, 20): (1, 2, 1, 0),
        date(2010, 2, 1): (1, 1, 1, 0),
        date(2010, 4, 1): (1, 1, 1, 1),
        today(): (1, 1, 0, 1),
    }
    rollout = audit["rollout"]
    for day, figures in expected.items():
        for only in (None, [rollout]):
            row = counts_by_rollout(day, only).get(rollout, {})
            names = ("open", "unverified", "undisposed", "overdue")
            assert tuple(row.get(name) for name in names) == figures, day
        asked = (findings_open_on, findings_unverified_on, findings_undisposed_on)
        counted = [question(day).count() for question in (*asked, findings_overdue_on)]
        assert counted == [n or 0 for n in figures], day
    row = counts_by_rollout(date(2010, 2, 1))[rollout]
    assert (row["major"], row["unverified_major"], row["open_full"]) == (1, 0, 1)
    assert row["completed_full_since"] == date(2010, 1, 20)
    assert row["next_due"] == date(2010, 3, 31)


def test_an_exemption_stops_the_clock_of_a_finding_while_it_runs(findings, audit, as_coordinator):
    as_coordinator.post(
        "exemptions", agency="SNV", what="deadline", from_on="2010-05-01", to_on="2010-06-30",
        number="77/QĐ-UBND", reason="Sắp xếp bộ máy",
    )  # fmt: skip
    days = [date(2010, 4, 30), date(2010, 5, 1), date(2010, 6, 30), date(2010, 7, 1)]
    overdue = [findings_overdue_on(day).count() for day in days]
    assert overdue == [2, 0, 0, 2]
    assert [counts_by_rollout(day)[audit["rollout"]]["overdue"] for day in days] == overdue
    listed = [
        as_coordinator.get(f"findings?state=overdue&current=all&as_of={day}")["count"]
        for day in days
    ]
    assert listed == overdue
