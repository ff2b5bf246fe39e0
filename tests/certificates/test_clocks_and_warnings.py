"""Clocks of a certificate, and what is unusual about proofs but allowed."""

from datetime import date

import pytest

pytestmark = pytest.mark.django_db
BODY = {"kind": "external", "body": "QUACERT"}


def codes(row):
    assert all(w["message"] != w["code"] for w in row["warnings"])
    return [w["code"] for w in row["warnings"]]


@pytest.fixture
def issued(a_rollout, as_coordinator):
    """issued(day, edition=…, …): a certificate after a clean stage 2, each in a new rollout."""

    def issuing(day="2010-03-15", audit="2010-01-05", edition="2008", kind="stage2", **more):
        rollout = a_rollout(edition=edition).pk
        as_coordinator.post(
            "audits", rollout=rollout, **BODY, type=kind, edition=edition, **{"from": audit}
        )
        status = more.pop("status", 201)
        told = {"rollout": rollout, "number": f"HT {rollout}", "issuer": "QUACERT",
                "edition": edition, "issued_on": day}  # fmt: skip
        return as_coordinator.post("certificates", status, **told, **more)

    return issuing


def test_a_certificate_says_when_it_was_issued(issued):
    problem = issued(day=None, status=409)
    assert [b["code"] for b in problem["blockers"]] == ["certificate.issued_on_missing"]
    assert issued(day=None, irregular="bản sao mờ")["issued_on"] is None


def test_three_years_are_usual(issued, as_coordinator):
    row = issued()
    address = f"certificates/{row['id']}"
    assert codes(as_coordinator.get(address, as_of="2010-04-01")) == []
    assert codes(as_coordinator.patch(address, valid_to="2014-03-14"))[0] == (
        "certificate.unusual_validity"
    )
    assert codes(as_coordinator.patch(address, valid_to="2013-03-15"))[:1] != [
        "certificate.unusual_validity"
    ]
    old = issued(day="2010-04-01", audit="2010-03-01", edition="2000")
    assert "certificate.outlives_edition" in codes(old)


def test_the_first_surveillance_is_held_within_twelve_months(issued, as_coordinator):
    row = issued()
    address = f"certificates/{row['id']}"
    assert codes(as_coordinator.get(address, as_of="2011-03-15")) == []
    late = as_coordinator.get(address, as_of="2011-03-16")
    assert codes(late) == ["certificate.surveillance_overdue"]
    told = {"rollout": row["rollout"], **BODY, "type": "surveillance1"}
    audit = as_coordinator.post("audits", **told, **{"from": "2011-04-01"})
    assert codes(audit) == ["audit.surveillance_late"]
    assert codes(as_coordinator.get(address)) == []
    audit = as_coordinator.patch(f"audits/{audit['id']}", **{"from": "2011-03-15"})
    assert codes(audit) == []


def test_after_six_months_nothing_is_restored_without_another_stage_2(issued, as_coordinator):
    issued()  # until 2013-03-14
    again = {"audit": "2013-02-01", "kind": "recertification"}
    issued(day="2013-09-14", **again, valid_to="2013-09-20")
    later = {"audit": "2013-09-15", "kind": "recertification", "day": "2014-03-21"}
    problem = issued(**later, status=409)
    assert [b["code"] for b in problem["blockers"]] == ["certificate.restoration_too_late"]
    assert problem["blockers"][0]["params"] == {"ended": "2013-09-20", "limit": "2014-03-20"}
    assert issued(**later, irregular="tổ chức chứng nhận vẫn cấp")["irregular"]


def test_another_stage_2_opens_the_way(issued):
    issued()
    assert issued(day="2015-01-10", audit="2014-12-20")["issued_on"] == "2015-01-10"


def test_a_status_names_its_document_and_keeps_its_time(issued, as_coordinator):
    row = issued()
    told = {"rollout": row["rollout"], "certificate": row["id"], "reason": "từ chối giám sát"}
    event = as_coordinator.post("status-events", **told, kind="suspended", on="2011-05-01")
    address = f"status-events/{event['id']}"
    now = as_coordinator.get(address, as_of="2011-11-01")
    assert codes(now) == ["status_event.document_missing"]
    then = as_coordinator.get(address, as_of="2011-11-02")
    assert codes(then) == ["status_event.document_missing", "status_event.suspended_long"]
    as_coordinator.patch(address, document_number="12/QĐ-QUACERT")
    event = as_coordinator.post(
        "status-events", **told, kind="restored", on="2011-12-01", document_number="13/QĐ-QUACERT"
    )
    assert codes(event) == ["status_event.restored_late"]
    paused = as_coordinator.post("status-events", **told, kind="paused", on="2012-01-01")
    address = f"status-events/{paused['id']}"
    assert codes(as_coordinator.get(address, as_of="2012-03-31")) == []
    assert codes(as_coordinator.get(address, as_of="2012-04-01")) == ["status_event.paused_long"]


def test_an_application_says_what_its_file_lacks(a_rollout, as_officer):
    from certificates.models import Application

    row = as_officer.post("applications", rollout=a_rollout().pk, items=["request"])
    assert codes(row) == ["application.items_missing"]
    assert row["warnings"][0]["params"]["count"] == 6
    row = as_officer.patch(f"applications/{row['id']}", items=Application.ITEMS)
    assert (codes(row), row["items"]) == ([], Application.ITEMS)
    as_officer.patch(f"applications/{row['id']}", 400, items=["photo"])


@pytest.fixture
def ready(a_rollout, as_officer):
    """A rollout that may declare from 2024-06-10, with a major open from its internal audit."""
    rollout = a_rollout(track="declaration", edition="2015", day=date(2016, 1, 1)).pk
    as_officer.post("audits", kind="internal", agency="SNV", **{"from": "2024-05-10"},
                    findings=[{"grade": "major"}])  # fmt: skip
    as_officer.post("management-reviews", agency="SNV", held_on="2024-06-10")
    return rollout


DECLARED = {"number": "15/CB-SNV", "edition": "2015", "scope": "x", "signed_on": "2024-07-01"}


def test_a_declaration_says_what_is_unusual(ready, as_head):
    row = as_head.post("declarations", rollout=ready, **DECLARED)
    assert codes(row)[:2] == ["declaration.signer_missing", "declaration.internal_major_open"]
    address = f"declarations/{row['id']}"
    assert "declaration.signer_missing" not in codes(as_head.patch(address, signer="Giám đốc"))


def test_a_declaration_is_repeated_after_a_change_of_name(ready, as_head, as_coordinator):
    row = as_head.post("declarations", rollout=ready, **DECLARED)
    address = f"declarations/{row['id']}"
    assert "declaration.to_be_repeated" not in codes(as_head.get(address, as_of="2024-09-01"))
    as_coordinator.act("agencies/SNV", "rename", name="Sở Nội vụ tỉnh", from_on="2024-10-01")
    assert "declaration.to_be_repeated" in codes(as_head.get(address, as_of="2024-10-01"))


def test_every_listed_document_is_in_effect_before_it_is_declared(ready, as_officer, as_head):
    as_officer.post("documents", rollout=ready, code="QT-01", kind="QT-TN", listed_on="2024-01-01")
    as_head.refused("declarations", "declaration.documents_not_in_force", rollout=ready, **DECLARED)


def test_a_deputy_does_not_chair_the_review(as_officer):
    told = {"agency": "SNV", "held_on": "2024-06-10"}
    row = as_officer.post("management-reviews", **told, chair="Phó Giám đốc Sở")
    assert "review.not_chaired_by_head" in codes(row)
    row = as_officer.post("management-reviews", **told, chair="Giám đốc Sở, ông Phó Đức A")
    assert "review.not_chaired_by_head" not in codes(row)
