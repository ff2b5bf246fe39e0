"""Suspended, restored, withdrawn, paused: by whom, after what, why."""

from datetime import date

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def proof(a_rollout, system):
    from acts.facts import told_by
    from acts.gate import acting
    from certificates.records import put_certificate
    from core.days import PartialDate

    with acting("records.import", by=system, on=a_rollout().root()) as rollout:
        return put_certificate(
            rollout, told=told_by(system), number="1", issuer="QUACERT", edition="2008",
            issued_on=PartialDate(date(2010, 3, 1)), valid_to=date(2013, 2, 28),
        )  # fmt: skip


def event(proof, kind, on="2011-01-10", **given):
    return {"rollout": proof.rollout_id, "certificate": proof.pk, "kind": kind, "on": on, **given}


def test_a_suspension_needs_a_reason_and_is_lifted_by_a_restoration(proof, as_coordinator):
    as_coordinator.refused(
        "status-events", "status_event.not_suspended", **event(proof, "restored")
    )
    problem = as_coordinator.post("status-events", 400, **event(proof, "suspended"))
    assert problem["errors"][0] == problem["errors"][0] | {
        "pointer": "/reason", "code": "reason.required"
    }  # fmt: skip
    row = as_coordinator.post(
        "status-events", **event(proof, "suspended"), cause="từ chối giám sát"
    )
    assert row["cause"] == "từ chối giám sát"
    as_coordinator.refused(
        "status-events", "status_event.already_suspended",
        **event(proof, "suspended", "2011-02-01"), reason="x",
    )  # fmt: skip
    address = f"certificates/{proof.pk}"
    shown = as_coordinator.get(address, as_of="2011-01-10")
    assert (shown["state"], shown["suspended_since"]) == ("suspended", "2011-01-10")
    assert [e["kind"] for e in shown["events"]] == ["suspended"]
    as_coordinator.post("status-events", **event(proof, "restored", "2011-03-01"))
    assert as_coordinator.get(address, as_of="2011-03-01")["state"] == "in_force"


def test_only_the_coordinator_changes_the_status_of_a_proof(proof, as_head, as_officer):
    for speaker in (as_head, as_officer):
        speaker.post("status-events", 403, **event(proof, "withdrawn"), reason="x")


def test_a_withdrawal_needs_a_proof_and_follows_it(proof, a_rollout, as_coordinator):
    other = a_rollout(track="voluntary_certificate").pk
    as_coordinator.refused(
        "status-events", "status_event.no_proof", rollout=other, kind="withdrawn",
        on="2011-01-10", reason="x",
    )  # fmt: skip
    as_coordinator.refused(
        "status-events", "status_event.before_proof",
        **event(proof, "withdrawn", "2010-02-28"), reason="x",
    )  # fmt: skip
    as_coordinator.refused(
        "status-events", "status_event.proof_of_another_rollout",
        **event(proof, "withdrawn", rollout=other), reason="x",
    )  # fmt: skip
    as_coordinator.post("status-events", **event(proof, "withdrawn"), reason="không khắc phục")
    assert as_coordinator.get(f"certificates/{proof.pk}")["state"] == "withdrawn"


def test_the_head_pauses_and_resumes_the_work(proof, as_head, as_officer):
    told = {"rollout": proof.rollout_id, "on": "2012-01-10"}
    as_officer.post("status-events", 403, **told, kind="paused", reason="x")
    as_head.refused("status-events", "status_event.not_paused", **told, kind="resumed")
    as_head.post("status-events", 400, **told, kind="paused")
    as_head.post("status-events", **told, kind="paused", reason="thiếu kinh phí")
    as_head.refused("status-events", "status_event.already_paused", **told, kind="paused",
                    reason="x")  # fmt: skip
    as_head.post("status-events", **(told | {"on": "2012-03-01"}), kind="resumed")


def test_the_list_of_what_is_in_force_is_that_of_the_board(proof, as_coordinator):
    def count(**params):
        return as_coordinator.get("certificates", **params)["count"]

    assert count(in_force="true", as_of="2011-01-01") == 1
    assert count(in_force="true", as_of="2013-03-01") == 0
    assert count(in_force="false", as_of="2013-03-01") == 1
    assert count(as_of="2010-02-28") == 0
    as_coordinator.post("status-events", **event(proof, "suspended"), reason="x")
    assert count(in_force="true", as_of="2011-01-10") == 0
    assert count(suspended="true", as_of="2011-01-10") == 1
    assert as_coordinator.get("certificates", 400, in_force="perhaps")["errors"]


@pytest.mark.parametrize("path", ["certificates", "declarations", "applications", "status-events"])
def test_a_list_asks_the_same_few_questions_for_any_length(
    path, proof, as_coordinator, django_assert_max_num_queries
):
    with django_assert_max_num_queries(8):
        as_coordinator.get(path, agency="SNV")
