"""When an application is sent and a certificate issued."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def rollout(audit):
    return audit["rollout"]


@pytest.fixture
def settled(findings, as_officer, as_coordinator):
    """The major is verified, the minor finished with a plan that the auditor accepted."""
    for grade in ("major", "minor"):
        address = f"findings/{findings[grade]}"
        as_officer.act(
            address, "close", completed_on="2010-02-03", cause="x", cause_category="process"
        )
    as_coordinator.act(f"findings/{findings['major']}", "verify", verified_on="2010-02-20")


def certificate(rollout, **changes):
    told = {"rollout": rollout, "number": "HT 1234/1.10.17", "issuer": "QUACERT",
            "edition": "2008", "issued_on": "2010-03-15"}  # fmt: skip
    return {**told, **changes}


def test_an_application_under_way_may_wait_for_its_sending(rollout, as_officer):
    row = as_officer.post("applications", rollout=rollout, addressee="Tổng cục TCĐLCL")
    assert (row["state"], row["sent_on"]) == ("being_prepared", None)
    as_officer.refused_act(
        f"applications/{row['id']}", "send", "application.nonconformity_open",
        sent_on="2010-03-01", number="12/SNV-VP",
    )  # fmt: skip


def test_an_application_is_sent_once_nothing_is_open(rollout, settled, as_officer):
    row = as_officer.post("applications", rollout=rollout)
    address = f"applications/{row['id']}"
    as_officer.refused_act(
        address, "send", "application.before_audit", "application.not_audited",
        sent_on="2009-12-01",
    )  # fmt: skip
    sent = as_officer.act(address, "send", sent_on="2010-03-01", number="12/SNV-VP")
    assert (sent["state"], sent["number"], sent["sent_on"]) == ("sent", "12/SNV-VP", "2010-03-01")
    as_officer.refused_act(address, "send", "application.already_sent", sent_on="2010-03-02")


def test_sending_asks_for_the_day_s_own_state(rollout, settled, as_officer):
    as_officer.refused(
        "applications", "application.before_verification", "application.nonconformity_open",
        rollout=rollout, sent_on="2010-01-15",
    )  # fmt: skip


def test_a_number_that_is_not_well_formed_is_refused(rollout, settled, as_officer):
    as_officer.post("applications", 400, rollout=rollout, number="12/ snv")


def test_a_certificate_waits_until_the_auditor_verifies_the_major(
    rollout, findings, as_officer, as_coordinator
):
    as_coordinator.refused(
        "certificates", "certificate.major_open", "certificate.minor_without_plan",
        **certificate(rollout),
    )  # fmt: skip
    plan = as_officer.post("corrective-actions", finding=findings["minor"], what="Sửa biểu mẫu")
    as_coordinator.patch(f"corrective-actions/{plan['id']}", accepted_on="2010-01-20")
    major = f"findings/{findings['major']}"
    as_officer.act(major, "close", completed_on="2010-02-03", cause="x", cause_category="people")
    as_coordinator.refused("certificates", "certificate.major_open", **certificate(rollout))
    as_coordinator.act(major, "verify", verified_on="2010-02-20")
    row = as_coordinator.post("certificates", **certificate(rollout))
    assert row["valid_to"] == "2013-03-14"
    assert row["edition"] == "2008"


def test_a_major_verified_too_late_needs_another_stage_2(
    rollout, findings, as_officer, as_coordinator
):
    for grade in ("major", "minor"):
        address = f"findings/{findings[grade]}"
        as_officer.act(
            address, "close", completed_on="2010-02-03", cause="x", cause_category="process"
        )
    as_coordinator.act(f"findings/{findings['major']}", "verify", verified_on="2010-07-01")
    late = certificate(rollout, issued_on="2010-07-15")
    as_coordinator.refused("certificates", "certificate.stage2_again", **late)
    told = {"kind": "external", "body": "QUACERT", "type": "stage2", "edition": "2008"}
    as_coordinator.post("audits", rollout=rollout, **told, **{"from": "2010-07-10"})
    as_coordinator.post("certificates", **late)


def test_only_the_coordinator_records_a_certificate(rollout, settled, as_officer, as_head):
    as_officer.post("certificates", 403, **certificate(rollout))
    as_head.post("certificates", 403, **certificate(rollout))


def test_a_certificate_needs_an_audit_and_follows_the_application(
    a_rollout, rollout, settled, as_officer, as_coordinator
):
    other = a_rollout(track="voluntary_certificate").pk
    as_coordinator.refused("certificates", "certificate.not_audited", **certificate(other))
    as_officer.post("applications", rollout=rollout, sent_on="2010-03-01")
    as_coordinator.refused(
        "certificates", "certificate.before_application",
        **certificate(rollout, issued_on="2010-02-28"),
    )  # fmt: skip
    march = {"date": "2010-03-01", "precision": "month"}
    row = as_coordinator.post("certificates", **certificate(rollout, issued_on=march))
    assert (row["issued_on"], row["issued_on_precision"]) == ("2010-03-01", "month")
    assert row["valid_to"] is None


def test_a_certificate_is_to_the_audited_edition(rollout, settled, as_coordinator):
    as_coordinator.refused(
        "certificates", "certificate.edition_not_audited",
        **certificate(rollout, edition="2000"),
    )  # fmt: skip
    row = as_coordinator.post(
        "certificates", **certificate(rollout, edition="2000"), irregular="tổ chức cấp nhầm"
    )
    assert row["irregular"] == "tổ chức cấp nhầm"


def test_no_certificate_on_the_track_of_declaration(a_rollout, as_coordinator):
    declared = a_rollout(track="declaration", edition="2015").pk
    as_coordinator.refused(
        "certificates", "certificate.wrong_track", "certificate.not_audited",
        **certificate(declared, edition="2015"),
    )  # fmt: skip


def test_days_of_a_certificate_are_in_order(rollout, settled, as_coordinator):
    as_coordinator.refused(
        "certificates", "certificate.valid_before_issued", "certificate.ended_before_issued",
        "certificate.ended_before_valid",
        **certificate(rollout, valid_from="2010-03-14", valid_to="2010-03-14"),
    )  # fmt: skip
    month = {"date": "2010-03-01", "precision": "month"}
    row = as_coordinator.post("certificates", **certificate(rollout, valid_from=month))
    assert row["valid_from_precision"] == "month"
    problem = as_coordinator.patch(f"certificates/{row['id']}", 409, valid_to="2010-01-01")
    assert problem["blockers"][0]["code"] == "certificate.ended_before_issued"


def test_the_rollout_offers_what_may_be_done_next(rollout, coordinator):
    from acts.registry import next_acts
    from plans.models import Rollout

    acts = {row["act"]: row for row in next_acts(Rollout.objects.get(pk=rollout), coordinator)}
    assert acts["audit.record"]["allowed"]
    assert acts["application.record"]["allowed"]
    why = [row["code"] for row in acts["certificate.issue"]["blockers"]]
    assert why == [
        "certificate.major_open",
        "certificate.minor_without_plan",
        "certificate.stage2_again",
    ]
    assert acts["declaration.sign"]["blockers"][0]["code"] == "act.not_yours"


def test_observations_without_a_disposition_are_said_when_the_file_is_sent(
    rollout, findings, as_officer, as_coordinator
):
    for grade in ("major", "minor"):
        told = {"cause": "Chưa có quy trình", "cause_category": "process"}
        address = f"findings/{findings[grade]}"
        as_officer.act(address, "close", completed_on="2010-01-20", **told)
        as_coordinator.act(address, "verify", verified_on="2010-01-25", verified_by="Trưởng đoàn")
    row = as_officer.post("applications", rollout=rollout, sent_on="2010-02-01")
    assert "application.observations_open" in [w["code"] for w in row["warnings"]]
