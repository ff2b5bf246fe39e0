"""Which audits may be recorded, by whom, with which findings."""

from datetime import date

import pytest

pytestmark = pytest.mark.django_db
EXTERNAL = {"kind": "external", "body": "QUACERT", "type": "stage2", "edition": "2008"}


def test_an_audit_is_recorded_with_its_findings_in_one_act(a_rollout, as_officer):
    row = as_officer.post(
        "audits",
        rollout=a_rollout().pk,
        **EXTERNAL,
        **{"from": "2009-12-31", "to": "2009-12-31"},
        findings=[
            {"grade": "minor", "count": 6, "clause": "7.5.1"},
            {"grade": "observation", "count": 7},
        ],
    )
    assert row["findings"] == {
        "major": 0, "minor": 6, "observation": 7, "open": 6, "unverified": 6, "undisposed": 7,
    }  # fmt: skip
    assert (row["body"], row["edition"], row["held_on"]) == ("QUACERT", "2008", "2009-12-31")
    assert row["agency"]["code"] == "SNV"
    assert row["from_precision"] == "day"
    raised = as_officer.get("findings", audit=row["id"], grade="minor")["results"]
    assert {f["raised_on"] for f in raised} == {"2009-12-31"}
    assert {f["due_on"] for f in raised} == {"2010-03-31"}


def test_a_body_is_known_by_its_aliases_and_an_unknown_one_is_named(a_rollout, as_coordinator):
    rollout = a_rollout().pk
    alias = "Trung tâm giám định chất lượng"
    told = {**EXTERNAL, "rollout": rollout, "from": "2009-12-31"}
    assert as_coordinator.post("audits", **{**told, "body": alias})["body"] == "QUACERT"
    problem = as_coordinator.post("audits", 400, **{**told, "body": "Nobody Ltd"})
    assert problem["errors"][0]["pointer"] == "/body"
    assert "Nobody Ltd" in problem["errors"][0]["message"]


def test_an_external_audit_needs_rollout_body_and_type(as_coordinator):
    problem = as_coordinator.post("audits", 400, kind="external")
    places = {row["pointer"] for row in problem["errors"]}
    assert places == {"/rollout", "/body", "/type"}


def test_an_internal_audit_and_an_inspection_belong_to_the_agency(as_officer, as_coordinator):
    internal = as_officer.post(
        "audits", kind="internal", agency="SNV", **{"from": {"date": "2009-06-01",
                                                            "precision": "month"}}
    )  # fmt: skip
    assert internal["held_on"] == "2009-06-30"
    assert internal["rollout"] is None
    as_officer.post("audits", 403, kind="inspection", agency="SNV", **{"from": "2009-06-01"})
    told = {"kind": "inspection", "agency": "SNV", "from": "2009-06-01", "result": "passed"}
    assert as_coordinator.post("audits", **told)["result"] == "passed"
    assert as_coordinator.get("audits", kind="inspection", agency="SNV")["count"] == 1


def test_an_internal_audit_on_behalf_of_the_agency_needs_a_reason(as_coordinator):
    told = {"kind": "internal", "agency": "SNV", "from": "2009-06-01"}
    problem = as_coordinator.post("audits", 400, **told)
    assert problem["errors"][0]["code"] == "reason.on_behalf"
    as_coordinator.post("audits", **told, reason="theo báo cáo giấy của Sở")


def test_days_are_in_order_in_the_past_and_within_the_agency_s_life(a_rollout, as_coordinator):
    told = {**EXTERNAL, "rollout": a_rollout().pk}
    as_coordinator.refused(
        "audits", "audit.ended_before_started", **told, **{"from": "2009-12-31", "to": "2009-12-30"}
    )
    as_coordinator.refused(
        "audits", "day.in_future", "agency.ended", "audit.edition_void",
        **told, **{"from": "2090-01-01"},
    )  # fmt: skip
    month = {"date": "2009-12-01", "precision": "month"}
    as_coordinator.post("audits", **told, **{"from": "2009-12-20", "to": month})


def test_stage_2_is_not_before_stage_1(a_rollout, as_coordinator):
    rollout = a_rollout().pk
    stage1 = {**EXTERNAL, "type": "stage1", "rollout": rollout, "from": "2009-11-10"}
    as_coordinator.post("audits", **stage1)
    stage2 = {**EXTERNAL, "rollout": rollout}
    as_coordinator.refused(
        "audits", "audit.stage2_before_stage1", **stage2, **{"from": "2009-11-01"}
    )
    row = as_coordinator.post("audits", **stage2, **{"from": "2009-12-31"})
    problem = as_coordinator.patch(f"audits/{row['id']}", 409, **{"from": "2009-10-01"})
    assert problem["blockers"][0]["code"] == "audit.stage2_before_stage1"


def test_a_void_edition_is_irregular_and_only_the_coordinator_may_record_it(
    a_rollout, as_coordinator, as_officer
):
    told = {**EXTERNAL, "edition": "2000", "rollout": a_rollout().pk, "from": "2010-12-01"}
    as_coordinator.refused("audits", "audit.edition_void", **told)
    as_officer.refused("audits", "fact.irregular_not_yours", **told, irregular="vẫn đánh giá")
    row = as_coordinator.post("audits", **told, irregular="tổ chức vẫn đánh giá theo bản cũ")
    assert row["irregular"]
    declared = a_rollout(track="declaration", edition="2000").pk
    as_coordinator.post("audits", **{**told, "rollout": declared})


def test_a_body_out_of_its_registration_is_irregular(a_rollout, as_coordinator, system):
    from standards.models import CertificationBody

    CertificationBody.objects.filter(code="QUACERT").update(valid_from=date(2012, 1, 1))
    told = {**EXTERNAL, "rollout": a_rollout().pk, "from": "2009-12-31"}
    as_coordinator.refused("audits", "audit.body_not_registered", **told)
    as_coordinator.post("audits", **told, irregular="chưa rõ ngày đăng ký")


def test_a_planned_audit_gets_findings_once_it_was_held(a_rollout, as_coordinator):
    told = {**EXTERNAL, "rollout": a_rollout().pk, "planned_on": "2009-12-31"}
    row = as_coordinator.post("audits", **told)
    assert row["held_on"] is None
    as_coordinator.refused("findings", "audit.not_held", audit=row["id"], grade="minor")
    address = f"audits/{row['id']}"
    minor = [{"grade": "minor", "count": 2}]
    as_coordinator.refused_act(address, "record_result", "audit.not_held", findings=minor)
    held = as_coordinator.act(
        address, "record_result", findings=minor, report_number="12/BC", **{"from": "2009-12-31"}
    )
    assert held["findings"]["minor"] == 2
    assert held["report_number"] == "12/BC"
    assert held["held_on"] == "2009-12-31"


def test_the_edition_of_an_audit_is_that_of_the_rollout_on_its_day(
    a_rollout, as_coordinator, system
):
    told = {"kind": "external", "body": "QUACERT", "type": "stage2", "from": "2009-12-31"}
    row = as_coordinator.post("audits", rollout=a_rollout(edition="2000").pk, **told)
    assert row["edition"] == "2000"


def test_an_officer_of_another_agency_sees_and_records_nothing(audit, client_as, db):
    from accounts.models import User
    from agencies.models import Agency

    other = User.objects.create(
        username="officer.stc", role="officer", agency=Agency.objects.get(code="SYT")
    )
    client = client_as(other)
    assert client.get(f"/api/v1/audits/{audit['id']}").status_code == 404
    assert client.get("/api/v1/findings?source=all").json()["count"] == 0
    told = {**EXTERNAL, "rollout": audit["rollout"], "from": "2009-12-31"}
    assert client.post("/api/v1/audits", told, format="json").status_code == 403


def test_an_unknown_key_or_parameter_is_named(audit, as_coordinator):
    problem = as_coordinator.post("findings", 400, audit=audit["id"], grade="minor", colour="red")
    assert problem["errors"][0]["pointer"] == "/colour"
    problem = as_coordinator.get("audits", 400, colour="red")
    assert problem["errors"][0]["pointer"] == "/colour"
    for name, value in (("rollout", "x"), ("kind", "x"), ("body", "x"), ("ordering", "x")):
        assert as_coordinator.get("audits", 400, **{name: value})["errors"]


def test_a_fact_is_corrected_only_with_the_version_that_was_seen(audit, as_officer):
    address = f"audits/{audit['id']}"
    as_officer.patch(address, lead="Nguyễn Văn A")
    problem = as_officer.patch(address, 412, version=audit["row_version"], lead="Trần Văn B")
    assert problem["current"]["lead"] == "Nguyễn Văn A"


def test_an_audit_with_findings_is_not_taken_out_before_them(audit, as_coordinator):
    problem = as_coordinator.act(f"audits/{audit['id']}", "void", 409, reason="ghi nhầm")
    assert problem["blockers"][0]["code"] == "fact.has_dependents"
