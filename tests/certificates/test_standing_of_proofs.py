"""What is in force on a day: the predicates and the grouped question agree."""

from datetime import date

import pytest

from certificates.queries import (
    applications_sent_on,
    certificates_in_force_on,
    proofs_by_rollout,
    suspended_on,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def put(a_rollout, system):
    """put("certificate" | "event" | "application", …) on one rollout, as an import would."""
    from acts.facts import told_by
    from acts.gate import acting
    from certificates import records
    from core.days import PartialDate

    putting = {
        "certificate": records.put_certificate,
        "declaration": records.put_declaration,
        "event": records.put_status_event,
        "application": records.put_application,
    }
    rollouts = {}

    def on_record(what, track="state_certificate", **given):
        rollout = rollouts.get(track) or rollouts.setdefault(track, a_rollout(track=track))
        days = ("issued_on", "valid_from", "signed_on", "on", "sent_on")
        told = {n: PartialDate(v) if n in days else v for n, v in given.items()}
        with acting("records.import", by=system, on=rollout.root()) as locked:
            return putting[what](locked, told=told_by(system), **told)

    return on_record


def a_certificate(put, issued=date(2010, 3, 1), ends=date(2013, 2, 28), **given):
    return put("certificate", number="1", issuer="QUACERT", edition="2008", issued_on=issued,
               valid_to=ends, **given)  # fmt: skip


def standing(proof, day):
    """What both questions say of the proof on the day: (in force, suspended, withdrawn, lapsed)."""
    row = proofs_by_rollout(day).get(proof.rollout_id)
    assert row == proofs_by_rollout(day, [proof.rollout_id]).get(proof.rollout_id)
    found = certificates_in_force_on(day).filter(rollout=proof.rollout_id).first()
    if row is None:
        assert found is None
        return None
    assert row["proof_id"] == (found.pk if found else None)
    assert row["suspended_since"] == (found.suspended_since if found else None)
    return (row["proof_id"] is not None, row["suspended"], row["withdrawn_since"],
            row["lapsed_since"])  # fmt: skip


def test_a_certificate_counts_until_its_last_day_inclusive(put):
    proof = a_certificate(put)
    assert standing(proof, date(2010, 2, 28)) is None
    assert standing(proof, date(2010, 3, 1)) == (True, False, None, None)
    assert standing(proof, date(2013, 2, 28)) == (True, False, None, None)
    assert standing(proof, date(2013, 3, 1)) == (False, False, None, date(2013, 3, 1))


def test_a_certificate_ends_with_its_edition_whatever_is_printed(put):
    proof = a_certificate(put, issued=date(2017, 1, 1), ends=date(2020, 1, 1))
    assert standing(proof, date(2018, 9, 14))[0]
    assert standing(proof, date(2018, 9, 15)) == (False, False, None, date(2018, 9, 15))
    assert proofs_by_rollout(date(2017, 1, 1))[proof.rollout_id]["valid_to"] == date(2018, 9, 14)


def test_a_suspension_stands_from_its_day_until_restored(put):
    proof = a_certificate(put)
    put("event", kind="suspended", on=date(2011, 1, 10))
    put("event", kind="restored", on=date(2011, 4, 1), certificate=proof)
    assert not standing(proof, date(2011, 1, 9))[1]
    assert standing(proof, date(2011, 1, 10)) == (True, True, None, None)
    assert suspended_on(date(2011, 3, 31)).count() == 1
    assert standing(proof, date(2011, 4, 1)) == (True, False, None, None)


def test_a_withdrawal_ends_it_from_its_day_and_not_a_later_certificate(put):
    first = a_certificate(put)
    put("event", kind="withdrawn", on=date(2011, 1, 10))
    assert standing(first, date(2011, 1, 9))[0]
    assert standing(first, date(2011, 1, 10)) == (False, False, date(2011, 1, 10), None)
    second = a_certificate(put, issued=date(2011, 6, 1), ends=date(2014, 5, 31))
    assert standing(second, date(2011, 6, 1)) == (True, False, None, None)
    assert standing(first, date(2011, 5, 31)) == (False, False, date(2011, 1, 10), None)


def test_an_event_that_names_another_proof_leaves_this_one(put):
    a_certificate(put)
    second = a_certificate(put, issued=date(2011, 6, 1), ends=date(2014, 5, 31))
    first = certificates_in_force_on(date(2011, 5, 31)).get()
    put("event", kind="cancelled", on=date(2011, 7, 1), certificate=first)
    assert standing(second, date(2011, 7, 1)) == (True, False, None, None)


def test_an_application_counts_while_it_was_not_returned(put):
    application = put("application", sent_on=date(2010, 2, 10), state="sent",
                      returned_on=date(2010, 2, 20))  # fmt: skip
    rollout = application.rollout_id
    for day, sent in (
        (date(2010, 2, 9), False), (date(2010, 2, 10), True), (date(2010, 2, 20), False),
    ):  # fmt: skip
        assert applications_sent_on(day).exists() is sent
        row = proofs_by_rollout(day).get(rollout, {})
        assert (row.get("application_sent_on") is not None) is sent
        assert not row.get("had_any")


def test_an_application_being_prepared_is_not_sent(put):
    put("application", state="being_prepared")
    assert not applications_sent_on(date(2026, 1, 1)).exists()
    assert proofs_by_rollout(date(2026, 1, 1)) == {}


def test_an_unsuspended_declaration_speaks_before_a_suspended_certificate(put):
    certificate = a_certificate(put, track="voluntary_certificate")
    put("event", track="voluntary_certificate", kind="suspended", on=date(2011, 1, 1))
    row = proofs_by_rollout(date(2011, 1, 1))[certificate.rollout_id]
    assert row["proof_kind"] == "certificate"
    assert row["suspended"]
    assert row["first_proof_on"] == date(2010, 3, 1)


def test_an_old_source_may_leave_out_facts_but_not_their_order(put, refused):
    put("application", sent_on=date(2010, 4, 1))
    with refused("certificate.before_application"):
        a_certificate(put)
    with refused("certificate.wrong_track"):
        a_certificate(put, track="declaration")
    put("event", kind="withdrawn", on=date(2011, 1, 1))
    proof = put("declaration", track="declaration", signed_on=date(2016, 1, 1))
    assert proof.edition_id == "2008"
    assert proof.scope == ""
