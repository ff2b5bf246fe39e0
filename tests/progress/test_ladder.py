"""The ladder as a table: facts, a day, and the stage they grant."""

import pytest

pytestmark = pytest.mark.django_db
UBND = "UBND tỉnh Quảng Ninh"
PLAN = {"plan": {"title": "Đề án", "completed_on": "2008-01-10"}}
SUBMITTED = {**PLAN, "submission": {"number": "05/TTr-STP", "sent_on": "2008-02-01"}}
APPRAISED = {**SUBMITTED, "appraisal": {"met_on": "2008-03-01", "result": "passed"}}
APPROVED = {
    **APPRAISED,
    "decision": {"number": "77/QĐ-UBND", "signed_on": "2008-04-01", "issuer": UBND},
}
DECLARED_TRACK = {"rollout": {"track": "declaration", "edition": "2015"}}


def item(code, **days):
    return {"code": code, "title": code, "kind": "QT-TN", **days}


def items(*rows):
    return {"documents": {"as_of": "2009-12-01", "items": list(rows)}}


def audit(day, *findings, type="stage2", edition="2008"):
    return {
        "body": "QUACERT",
        "type": type,
        "edition": edition,
        "from": day,
        "to": day,
        "findings": list(findings),
    }


def audited(*audits):
    return {"external_audits": list(audits)}


def minor(**days):
    return {"grade": "minor", **days}


LISTED = {"listed_on": "2008-05-01"}
ISSUED = {**LISTED, "drafted_on": "2008-05-02", "approved_on": "2008-06-01"}
IN_EFFECT = {**ISSUED, "effective_on": "2008-07-01"}
PROMULGATED = {
    "promulgation": {"number": "9/QĐ-STP", "signed_on": "2008-06-15", "effective_on": "2008-09-01"}
}
INTERNAL = {"internal_audits": [{"from": "2008-10-01", "to": "2008-10-02"}]}
REVIEW = {"management_reviews": [{"held_on": "2008-11-03"}]}
CERTIFICATE = {"number": "HT 1", "issuer": "QUACERT", "edition": "2008", "issued_on": "2010-05-05"}
DECLARATION = {
    "number": "3/QĐ-STP",
    "edition": "2015",
    "scope": "Mọi thủ tục",
    "kind": "first",
    "signed_on": "2016-05-05",
}


def certified(**more):
    return {"certificates": [{**CERTIFICATE, **more}]}


def declared(*more):
    return {**DECLARED_TRACK, "declarations": [DECLARATION, *more]}


def event(kind, on):
    return {"kind": kind, "on": on, "reason": "theo văn bản"}


# name: (facts, [(day, stage, the day since which it holds)])
LADDER = {
    "a plan begins": (
        {"plan": {"title": "Đề án", "started_on": "2007-05-05", "completed_on": "2008-01-10"}},
        [("2007-05-05", "planning", "2007-05-05"), ("2009-01-01", "planning", "2007-05-05")],
    ),
    "a plan of which only its end is known": (PLAN, [("2008-01-10", "planning", "2008-01-10")]),
    "a plan of which no day is known": (
        {"plan": {"title": "Đề án"}}, [("2026-11-01", "planning", "2026-11-01")],
    ),
    "a month counts from its last day": (
        {"plan": {"title": "Đề án", "completed_on": {"date": "2008-02-01", "precision": "month"}}},
        [("2008-02-29", "planning", "2008-02-29")],
    ),
    "a year counts from its last day": (
        {"plan": {"title": "Đề án", "completed_on": {"date": "2008-02-01", "precision": "year"}}},
        [("2008-12-31", "planning", "2008-12-31")],
    ),
    "it is submitted": (
        SUBMITTED, [("2008-01-31", "planning", "2008-01-10"),
                    ("2008-02-01", "submitted", "2008-02-01")],
    ),
    "a submission without a day that is not said to be sent": (
        {**PLAN, "submission": {"number": None, "sent_on": None}},
        [("2026-11-22", "planning", "2008-01-10")],
    ),
    "a submission that is only said to be sent": (
        {**PLAN, "submission": {"state": "sent"}},
        [("2026-10-31", "planning", "2008-01-10"), ("2026-11-01", "submitted", "2026-11-01")],
    ),
    "it is appraised": (APPRAISED, [("2008-03-01", "appraised", "2008-03-01")]),
    "an appraisal that failed is no stage": (
        {**SUBMITTED, "appraisal": {"met_on": "2008-03-01", "result": "failed"}},
        [("2008-03-02", "submitted", "2008-02-01")],
    ),
    "it is approved": (
        APPROVED, [("2008-03-31", "appraised", "2008-03-01"),
                   ("2008-04-01", "approved", "2008-04-01")],
    ),
    "the furthest fact counts though earlier ones are missing": (
        {"decision": {"number": "77/QĐ-UBND", "signed_on": "2008-04-01", "issuer": UBND}},
        [("2008-04-01", "approved", "2008-04-01")],
    ),
    "a list is drawn up": (
        {**APPROVED, **items(item("QT-01", **LISTED))},
        [("2008-04-30", "approved", "2008-04-01"), ("2008-05-01", "documenting", "2008-05-01")],
    ),
    "one of forty procedures in effect is not enough": (
        items(item("QT-00", **IN_EFFECT), *[item(f"QT-{n}", **LISTED) for n in range(1, 40)]),
        [("2008-07-01", "documenting", "2008-05-01"), ("2026-11-22", "documenting", "2008-05-01")],
    ),
    "every document is issued": (
        {**items(item("QT-01", **ISSUED), item("QT-02", **LISTED)), **PROMULGATED},
        [("2008-06-14", "documenting", "2008-05-01"), ("2008-06-15", "documented", "2008-06-15"),
         ("2008-08-31", "documented", "2008-06-15"), ("2008-09-01", "operating", "2008-09-01")],
    ),
    "every document is in effect": (
        items(
            item("QT-01", **IN_EFFECT), item("QT-02", **{**LISTED, "effective_on": "2008-08-08"})
        ),
        [("2008-08-07", "documenting", "2008-05-01"), ("2008-08-08", "operating", "2008-08-08")],
    ),
    "a document listed later takes the stage back": (
        items(item("QT-01", **IN_EFFECT), item("QT-02", listed_on="2008-12-01")),
        [("2008-11-30", "operating", "2008-07-01"), ("2008-12-01", "documenting", "2008-05-01")],
    ),
    "a document withdrawn before it was issued does not hold the others up": (
        items(item("QT-01", **IN_EFFECT), item("QT-02", **LISTED, withdrawn_on="2008-08-01")),
        [("2008-07-31", "documenting", "2008-05-01"), ("2008-08-01", "operating", None)],
    ),
    "internal audit and review are both held": (
        {**items(item("QT-01", **IN_EFFECT)), **INTERNAL, **REVIEW},
        [("2008-11-02", "operating", "2008-07-01"), ("2008-11-03", "reviewed", "2008-11-03")],
    ),
    "an internal audit alone": (
        {**items(item("QT-01", **IN_EFFECT)), **INTERNAL},
        [("2008-12-01", "operating", "2008-07-01")],
    ),
    "an internal audit before the rollout opened": (
        {**items(item("QT-01", **IN_EFFECT)), **REVIEW,
         "internal_audits": [{"from": "2007-10-01", "to": "2007-10-02"}]},
        [("2008-12-01", "operating", "2008-07-01")],
    ),
    "an audit of stage 1 is neither correcting nor corrected": (
        {**APPROVED, **audited(audit("2009-05-05", type="stage1"))},
        [("2009-05-05", "approved", "2008-04-01"), ("2026-11-22", "approved", "2008-04-01")],
    ),
    "a surveillance audit alone is not the audit": (
        {**APPROVED, **audited(audit("2009-05-05", minor(), type="surveillance1"))},
        [("2009-05-05", "approved", "2008-04-01")],
    ),
    "an audit without a nonconformity": (
        {**APPROVED, **audited(audit("2009-05-05", {"grade": "observation"}))},
        [("2009-05-05", "corrected", "2009-05-05")],
    ),
    "an audit with a nonconformity": (
        audited(audit("2009-05-05", minor(completed_on="2009-06-01"), minor())),
        [("2009-05-05", "correcting", "2009-05-05"), ("2026-11-22", "correcting", "2009-05-05")],
    ),
    "the last nonconformity is finished by the agency": (
        audited(audit("2009-05-05", minor(completed_on="2009-06-01"),
                      minor(completed_on="2009-07-01"))),
        [("2009-06-30", "correcting", "2009-05-05"), ("2009-07-01", "corrected", "2009-07-01")],
    ),
    "verification is not asked for": (
        audited(audit("2009-05-05", {"grade": "major", "completed_on": "2009-06-01",
                                     "verified_on": "2010-01-01"})),
        [("2009-06-01", "corrected", "2009-06-01")],
    ),
    "a transition audit counts as a full one": (
        audited(audit("2009-05-05", minor(), type="transition")),
        [("2009-05-05", "correcting", "2009-05-05")],
    ),
    "an application being prepared is no stage": (
        {**audited(audit("2009-05-05")), "application": {"state": "being_prepared"}},
        [("2026-11-22", "corrected", "2009-05-05")],
    ),
    "an application is sent": (
        {**audited(audit("2009-05-05")), "application": {"sent_on": "2009-08-01"}},
        [("2009-07-31", "corrected", "2009-05-05"), ("2009-08-01", "applied", "2009-08-01")],
    ),
    "an application that came back is no stage": (
        {**audited(audit("2009-05-05")),
         "application": {"sent_on": "2009-08-01", "state": "returned"}},
        [("2026-11-22", "corrected", "2009-05-05")],
    ),
    "a certificate is in force to its last day": (
        certified(valid_to="2013-05-04"),
        [("2010-05-05", "certified", "2010-05-05"), ("2013-05-04", "certified", "2010-05-05"),
         ("2013-05-05", "lapsed", "2013-05-05"), ("2026-11-22", "lapsed", "2013-05-05")],
    ),
    "a certificate of an edition that ends, whatever is printed": (
        {**certified(issued_on="2016-05-05", valid_to="2019-05-04")},
        [("2018-09-14", "certified", "2016-05-05"), ("2018-09-15", "lapsed", "2018-09-15"),
         ("2019-01-01", "lapsed", "2018-09-15")],
    ),
    "an edition ends a certificate without a printed end": (
        certified(), [("2018-09-14", "certified", "2010-05-05"),
                      ("2018-09-15", "lapsed", "2018-09-15")],
    ),
    "a declaration of the first edition of all stays": (
        declared(), [("2016-05-04", None, None), ("2016-05-05", "declared", "2016-05-05"),
                     ("2026-11-22", "declared", "2016-05-05")],
    ),
    "a re-declaration supersedes the first from its day": (
        declared({**DECLARATION, "number": "8/QĐ-STP", "kind": "again",
                  "signed_on": "2019-05-05"}),
        [("2019-05-04", "declared", "2016-05-05"), ("2019-05-05", "declared", "2019-05-05")],
    ),
    "a suspension holds until it is lifted": (
        {**certified(), "status_events": [event("suspended", "2011-01-01"),
                                          event("restored", "2011-03-01")]},
        [("2010-12-31", "certified", "2010-05-05"), ("2011-01-01", "suspended", "2011-01-01"),
         ("2011-02-28", "suspended", "2011-01-01"), ("2011-03-01", "certified", "2010-05-05")],
    ),
    "a withdrawal's day is the first on which the proof no longer counts": (
        {**certified(), "status_events": [event("withdrawn", "2011-01-01")]},
        [("2010-12-31", "certified", "2010-05-05"), ("2011-01-01", "withdrawn", "2011-01-01")],
    ),
    "a cancelled declaration": (
        {**declared(), "status_events": [event("cancelled", "2018-01-01")]},
        [("2017-12-31", "declared", "2016-05-05"), ("2018-01-01", "withdrawn", "2018-01-01")],
    ),
    "a reduction of the scope ends nothing": (
        {**declared(), "status_events": [event("reduced", "2018-01-01")]},
        [("2018-01-01", "declared", "2016-05-05")],
    ),
    "a suspended proof that is withdrawn is withdrawn": (
        {**certified(), "status_events": [event("suspended", "2011-01-01"),
                                          event("withdrawn", "2011-06-01")]},
        [("2011-05-31", "suspended", "2011-01-01"), ("2011-06-01", "withdrawn", "2011-06-01")],
    ),
    "a rollout opened and nothing more": (
        {"rollout": {"opened_on": "2009-01-01"}}, [("2009-01-01", "not_started", "2009-01-01")],
    ),
}  # fmt: skip
CASES = [
    pytest.param(facts, day, stage, since, id=f"{name}, {day}")
    for name, (facts, days) in LADDER.items()
    for day, stage, since in days
]


@pytest.mark.parametrize(("facts", "day", "stage", "since"), CASES)
def test_the_stage_of_a_rollout(told, rollout_on, facts, day, stage, since):
    told(facts)
    rollout = rollout_on(day)
    if stage is None:
        assert rollout is None
        return
    assert rollout.stage == stage
    if since:
        assert rollout.stage_since.isoformat() == since


def test_every_stage_of_the_ladder_is_in_the_table():
    from progress.stages import STAGES

    granted = {stage for _, days in LADDER.values() for _, stage, _ in days}
    assert set(STAGES) - granted == {"closed"}, "closed has its own test"


def test_a_rollout_does_not_exist_before_its_first_fact(told, rollout_on):
    told(PLAN)
    assert rollout_on("2008-01-09") is None
    assert rollout_on("2008-01-10").opened_on.isoformat() == "2008-01-10"


def test_a_rollout_whose_agency_ended_is_closed_from_the_next_day(told, rollout_on):
    told(PLAN, agency="SNV")
    assert rollout_on("2025-02-28").stage == "planning"
    closed = rollout_on("2025-03-01")
    assert (closed.stage, closed.stage_since.isoformat()) == ("closed", "2025-03-01")


def test_a_proof_of_an_agency_that_ended_is_closed_too(told, rollout_on):
    told(declared(), agency="SNV")
    assert rollout_on("2025-02-28").stage == "declared"
    assert rollout_on("2025-03-01").stage == "closed"


def test_a_declaration_that_nobody_keeps_up_stays_declared_and_is_flagged(told, agency_on):
    told({
        **DECLARED_TRACK,
        "declarations": [{**DECLARATION, "signed_on": "2021-12-20"}],
        "internal_audits": [{"from": "2021-10-01", "to": "2021-10-02"}],
        "management_reviews": [{"held_on": "2021-11-01"}],
    })  # fmt: skip
    now = agency_on("2026-11-22")
    assert (now.stage, now.maintained) == ("declared", "no")
    assert "not_maintained" in now.flags
    kept = agency_on("2022-10-02")
    assert (kept.maintained, "not_maintained" in kept.flags) == ("yes", False)
    # Twelve months after the older of the two, and a day.
    assert agency_on("2022-10-03").maintained == "no"


def test_maintained_is_unknown_when_neither_was_ever_recorded(told, agency_on):
    told(declared())
    agency = agency_on("2026-11-22")
    assert (agency.stage, agency.maintained) == ("declared", "unknown")
    assert "not_maintained" not in agency.flags


def test_a_proof_of_which_only_the_audit_is_known_is_not_maintained(told, agency_on):
    told({**declared(), "internal_audits": [{"from": "2026-10-01", "to": "2026-10-02"}]})
    assert agency_on("2026-11-22").maintained == "no"


def test_an_agency_of_which_nothing_is_known_is_not_started_and_says_so(agency_on):
    agency = agency_on("2012-01-01")
    assert (agency.stage, agency.flags, agency.no_data) == ("not_started", ["no_data"], True)


def test_a_fact_of_the_agency_alone_is_data(told, agency_on):
    told({"rollout": {"edition": "2015"}, "trainings": [
        {"topic": "awareness", "held_on": "2011-05-05"}]})  # fmt: skip
    assert "no_data" not in agency_on("2012-01-01").flags
    assert "no_data" in agency_on("2011-05-04").flags


def test_a_rollout_said_to_be_not_started_is_no_lack_of_data(told, agency_on):
    told({"rollout": {"opened_on": "2009-01-01"}})
    agency = agency_on("2010-01-01")
    assert (agency.stage, agency.no_data) == ("not_started", False)


# Which rollout speaks when an agency has several (contract 5).

OLD = {"rollout": {"edition": "2000"}, **certified(edition="2000", issued_on="2009-01-01")}
NEW = {"rollout": {"edition": "2008"}, "plan": {"title": "Lại", "completed_on": "2010-01-01"}}


def test_a_proof_in_force_speaks_before_a_later_rollout(told, agency_on):
    told(OLD)
    told(NEW)
    assert agency_on("2010-06-01").current.edition == "2000"
    assert agency_on("2010-06-01").stage == "certified"


def test_after_its_end_the_rollout_opened_last_speaks(told, agency_on):
    told(OLD)
    told(NEW)
    # Edition 2000 ends on 15/11/2010.
    assert agency_on("2010-11-14").stage == "certified"
    after = agency_on("2010-11-15")
    assert (after.stage, after.current.edition) == ("planning", "2008")


def test_the_higher_of_two_proofs_speaks(told, agency_on):
    told({**certified(edition="2015", issued_on="2017-01-01"), "rollout": {"edition": "2015"}})
    told({**declared(), "rollout": {"track": "declaration", "edition": "2015"}})
    agency = agency_on("2018-01-01")
    assert (agency.stage, len(agency.rollouts)) == ("certified", 2)


def test_a_suspension_speaks_before_a_rollout_without_a_proof(told, agency_on):
    told({**OLD, "status_events": [event("suspended", "2010-02-01")]})
    told(NEW)
    assert agency_on("2010-06-01").stage == "suspended"


def test_an_unsuspended_proof_speaks_before_a_suspension(told, agency_on):
    told({**OLD, "status_events": [event("suspended", "2010-02-01")]})
    told({**declared(), "declarations": [{**DECLARATION, "signed_on": "2010-03-01"}]})
    assert agency_on("2010-06-01").stage == "declared"


def test_without_any_proof_the_rollout_opened_last_speaks(told, agency_on):
    told({"rollout": {"edition": "2000"}, **APPROVED})
    told(NEW)
    assert agency_on("2009-12-31").stage == "approved"
    assert agency_on("2010-01-01").stage == "planning"


def test_a_directive_changes_the_edition_of_a_running_rollout_and_not_after_its_proof(
    told, agency_on
):
    order = {"number": "33/UBND-MT", "signed_on": "2010-09-07", "issuer": UBND,
             "orders_transition": ["2008", "2015"]}  # fmt: skip
    told({**PLAN, "directives": [order]})
    assert agency_on("2010-09-06").current.edition == "2008"
    assert agency_on("2010-09-07").current.edition == "2015"
    assert "in_transition" in agency_on("2010-09-07").flags
    told({**certified(), "directives": [order]}, agency="SGDDT")
    assert agency_on("2010-09-07", "SGDDT").current.edition == "2008"
