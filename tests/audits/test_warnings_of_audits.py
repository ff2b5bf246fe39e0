"""What is unusual about an audit or a finding, but allowed: the act succeeds and says so."""

import pytest

from tests.audits.conftest import AUDIT

pytestmark = pytest.mark.django_db
INTERNAL = {"kind": "internal", "agency": "SNV", "from": "2009-06-01", "to": "2009-06-02"}


def codes(row):
    assert all(w["message"] != w["code"] for w in row["warnings"])
    return [w["code"] for w in row["warnings"]]


@pytest.fixture
def trained(as_officer):
    as_officer.post("trainings", agency="SNV", topic="internal_auditor", held_on="2009-05-20")


def test_internal_auditors_were_trained_before(as_officer):
    row = as_officer.post("audits", **INTERNAL)
    assert codes(row) == ["audit.auditors_not_trained"]
    as_officer.post("trainings", agency="SNV", topic="internal_auditor", held_on="2009-05-20")
    assert codes(as_officer.get(f"audits/{row['id']}")) == []


def test_nobody_audits_the_own_unit(trained, as_officer):
    def auditors(*units):
        return [{"name": "Nguyễn Văn A", "unit": "Văn phòng", "audits": list(units)}]

    row = as_officer.post("audits", **INTERNAL, auditors=auditors("Thanh tra", "VĂN PHÒNG"))
    assert codes(row) == ["audit.own_unit"]
    assert "Nguyễn Văn A" in row["warnings"][0]["message"]
    row = as_officer.patch(f"audits/{row['id']}", auditors=auditors("Thanh tra"))
    assert codes(row) == []
    assert row["auditors"][0]["unit"] == "Văn phòng"
    as_officer.post("audits", 400, **INTERNAL, auditors=[{"unit": "Văn phòng"}])


def test_a_full_audit_follows_stage_1_an_internal_audit_and_a_review(
    a_rollout, trained, as_officer, as_coordinator
):
    rollout = a_rollout().pk
    row = as_coordinator.post("audits", rollout=rollout, **AUDIT)
    assert codes(row) == [
        "audit.stage1_missing", "audit.internal_audit_missing", "audit.review_missing",
    ]  # fmt: skip
    as_officer.post("audits", **INTERNAL)
    as_officer.post("management-reviews", agency="SNV", held_on="2009-06-20", chair="Giám đốc")
    stage1 = AUDIT | {"type": "stage1", "from": "2009-06-30", "to": "2009-06-30"}
    first = as_coordinator.post("audits", rollout=rollout, **stage1)
    assert codes(as_coordinator.get(f"audits/{row['id']}")) == ["audit.stage_gap"]
    as_coordinator.patch(f"audits/{first['id']}", **{"from": "2009-07-01", "to": "2009-07-01"})
    assert codes(as_coordinator.get(f"audits/{row['id']}")) == []


def test_observations_are_disposed_before_all_is_said_to_be_done(audit, findings, as_officer):
    address = f"audits/{audit['id']}"
    assert "audit.observations_undisposed" not in codes(as_officer.get(address))
    for grade in ("major", "minor"):
        as_officer.act(
            f"findings/{findings[grade]}", "close", completed_on="2010-02-03", cause="x",
            cause_category="process",
        )  # fmt: skip
    assert "audit.observations_undisposed" in codes(as_officer.get(address))
    as_officer.act(f"findings/{findings['observation']}", "disposition", disposition="done")
    assert "audit.observations_undisposed" not in codes(as_officer.get(address))


def test_a_finding_says_what_it_lacks(audit, findings, as_officer):
    minor = f"findings/{findings['minor']}"
    assert codes(as_officer.patch(minor, due_on=None)) == ["finding.due_missing"]
    row = as_officer.patch(minor, due_on="2010-06-30", raised_on="2010-01-31")
    assert codes(row) == ["finding.raised_outside_audit"]
    assert codes(as_officer.patch(minor, raised_on="2010-01-30")) == []
    row = as_officer.act(minor, "close", completed_on="2010-02-03", cause="x")
    assert codes(row) == ["finding.unverified"]


def test_a_system_is_in_use_for_some_months_before_it_is_audited(a_rollout, as_officer):
    rollout = a_rollout().pk
    listed = {"code": "QT-01", "kind": "QT-TN", "listed_on": "2009-01-05"}
    document = as_officer.post("documents", rollout=rollout, **listed)["id"]
    days = {"signed_on": "2009-11-01", "effective_on": "2009-11-02"}
    as_officer.post("promulgations", rollout=rollout, documents=[document], **days)
    early = as_officer.post("audits", rollout=rollout, **AUDIT)
    assert "audit.operated_briefly" in codes(early)
    late = AUDIT | {"from": "2010-01-02", "to": "2010-01-03"}
    assert "audit.operated_briefly" not in codes(as_officer.post("audits", rollout=rollout, **late))


def test_whoever_verifies_learns_every_reason_at_once(as_coordinator, findings):
    address = f"findings/{findings['minor']}"
    told = {"completed_on": "2010-01-20", "cause": "Sót", "reason": "ghi thay"}
    as_coordinator.act(address, "close", **told)
    as_coordinator.refused_act(
        address,
        "verify",
        "finding.verified_by_doer",
        "finding.verified_before_completed",
        verified_on="2010-01-10",
    )
