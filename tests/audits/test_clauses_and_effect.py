"""The clause a finding names, the finding it repeats, and whether correcting it has helped."""

import pytest

pytestmark = pytest.mark.django_db
INTERNAL = {"kind": "internal", "agency": "SNV"}


@pytest.fixture
def major(findings):
    return f"findings/{findings['major']}"


@pytest.fixture
def verified(major, as_officer, as_coordinator):
    """The major, finished on 2010-02-03 and verified on 2010-02-20."""
    as_officer.act(major, "close", completed_on="2010-02-03", cause="x", cause_category="process")
    as_coordinator.act(major, "verify", verified_on="2010-02-20")
    return major


def test_every_edition_has_its_clauses_and_the_new_one_those_of_2015(as_officer):
    def clauses(edition):
        return as_officer.get("clauses", edition=edition, limit=500)["results"]

    old, now, new = clauses("2008"), clauses("2015"), clauses("2026")
    assert [c["number"] for c in old] == [c["number"] for c in clauses("2000")]
    assert {"4.1", "4.2.4", "5.6.3", "7.5.5", "8.5.3"} <= {c["number"] for c in old}
    assert {"4.1", "7.1.5.2", "9.3.2", "10.3"} <= {c["number"] for c in now}
    assert [c["number"] for c in now] == [c["number"] for c in new]
    assert {c["confirmed"] for c in now} == {True}
    assert {c["confirmed"] for c in new} == {False}
    assert all(c["title"] and c["title_en"] for c in old + now)
    assert as_officer.get("clauses", search="đánh giá nội bộ", edition="2008")["count"] == 1
    as_officer.get("clauses", 400, edition="1994")


@pytest.mark.parametrize("clause", ["7.5.1", "7.5.1 c)", "4.2.3f", "8.2"])
def test_a_clause_of_the_audited_edition_may_have_a_letter(audit, as_officer, clause):
    row = as_officer.post("findings", audit=audit["id"], grade="minor", clause=clause)
    assert row["clause"] == clause


@pytest.mark.parametrize("clause", ["9.2", "10.2", "7.5.9", "mục lục", "4"])
def test_a_clause_that_the_edition_has_not_is_refused_and_named(
    audit, as_officer, as_coordinator, clause
):
    told = {"audit": audit["id"], "grade": "minor", "clause": clause}
    problem = as_officer.refused("findings", "finding.clause_unknown", **told)
    assert "2008" in problem["blockers"][0]["message"]
    assert clause in problem["blockers"][0]["message"]
    row = as_coordinator.post("findings", **told, irregular="đoàn đánh giá ghi như vậy")
    assert row["irregular"]


def test_an_audit_without_an_edition_takes_a_clause_of_any(as_officer):
    rows = [{"grade": "minor", "clause": clause} for clause in ("9.2", "8.5.3")]
    as_officer.post("audits", **INTERNAL, **{"from": "2016-05-10"}, findings=rows)
    wrong = [*rows, {"grade": "minor", "clause": "11.1"}]
    problem = as_officer.refused(
        "audits", "finding.clause_unknown", **INTERNAL, **{"from": "2016-05-11"}, findings=wrong
    )
    assert problem["blockers"][0]["pointer"] == "/findings/2/clause"


def test_a_corrected_clause_is_looked_up_too(findings, as_officer):
    address = f"findings/{findings['minor']}"
    assert as_officer.patch(address, 409, clause="9.3")["blockers"][0]["code"] == (
        "finding.clause_unknown"
    )
    assert as_officer.patch(address, clause="8.3")["clause"] == "8.3"


def test_a_repeat_names_an_earlier_finding_of_the_same_clause(
    audit, findings, as_officer, client_as
):
    later = {**INTERNAL, "from": "2011-05-10", "edition": "2008"}
    row = {"grade": "minor", "clause": "5.6", "repeat_of": findings["major"]}
    made = as_officer.post("audits", **later, findings=[row])
    (found,) = as_officer.get("findings", audit=made["id"])["results"]
    assert found["repeat_of"] == findings["major"]
    for wrong in (
        {"clause": "5.5"}, {"clause": ""}, {"repeat_of": findings["minor"]},
        {"repeat_of": 999_999_999},
    ):  # fmt: skip
        as_officer.refused("audits", "finding.repeat_not_found", **later, findings=[row | wrong])
    as_officer.refused(
        "findings", "finding.repeat_not_found", audit=audit["id"], grade="minor", clause="5.6",
        repeat_of=found["id"],
    )  # fmt: skip
    address = f"findings/{found['id']}"
    assert as_officer.patch(address, repeat_of=None)["repeat_of"] is None
    assert as_officer.patch(address, repeat_of=findings["major"])["repeat_of"]


def test_an_external_major_says_its_clause_and_the_kind_of_its_cause(
    audit, findings, as_officer, as_coordinator
):
    bare = as_coordinator.post("findings", audit=audit["id"], grade="major")
    assert "finding.clause_missing" in [w["code"] for w in bare["warnings"]]
    address = f"findings/{bare['id']}"
    acts = {row["act"]: row for row in as_officer.get(address)["next_acts"]}
    assert [b["code"] for b in acts["finding.close"]["blockers"]] == ["finding.clause_missing"]
    as_officer.refused_act(
        address, "close", "finding.clause_missing", "finding.cause_category_missing",
        completed_on="2010-01-20", cause="x",
    )  # fmt: skip
    as_officer.patch(address, clause="8.3")
    told = {"completed_on": "2010-01-20", "cause": "x"}
    assert as_officer.act(address, "close", 400, **told, cause_category="weather")["errors"]
    row = as_officer.act(address, "close", **told, cause_category="people")
    assert (row["cause_category"], row["steps"][0]["cause_category"]) == ("people", "people")
    minor = f"findings/{findings['minor']}"
    assert as_officer.act(minor, "close", **told)["cause_category"] == ""


def test_a_major_of_an_internal_audit_may_leave_them_out(as_officer):
    made = as_officer.post(
        "audits", **INTERNAL, **{"from": "2009-06-01"}, findings=[{"grade": "major"}]
    )
    (row,) = as_officer.get("findings", audit=made["id"])["results"]
    as_officer.act(f"findings/{row['id']}", "close", completed_on="2009-07-01", cause="x")


def test_the_effect_is_judged_after_a_while_by_somebody_else(verified, as_coordinator, as_officer):
    as_officer.act(verified, "check_effectiveness", 403, effective=True)
    codes = [w["code"] for w in as_coordinator.get(verified)["warnings"]]
    assert codes == ["finding.effect_unchecked"]
    assert "finding.effect_unchecked" not in [
        w["code"] for w in as_coordinator.get(verified, as_of="2010-05-01")["warnings"]
    ]
    as_coordinator.refused_act(
        verified, "check_effectiveness", "finding.checked_too_early",
        effective=True, checked_on="2010-05-03",
    )  # fmt: skip
    row = as_coordinator.act(
        verified, "check_effectiveness",
        effective=True, checked_on="2010-05-04", checked_by="Trưởng đoàn",
    )  # fmt: skip
    assert (row["checked_on"], row["checked_by"], row["effective"]) == (
        "2010-05-04", "Trưởng đoàn", True,
    )  # fmt: skip
    assert [step["kind"] for step in row["steps"]][-1] == "effective"
    assert row["warnings"] == []
    as_coordinator.refused_act(
        verified, "check_effectiveness", "finding.already_checked", effective=True
    )


def test_a_correction_that_did_not_help_asks_to_be_reopened(verified, as_head, as_coordinator):
    row = as_head.act(verified, "check_effectiveness", effective=False, checked_on="2010-06-01")
    assert row["effective"] is False
    assert [w["code"] for w in row["warnings"]] == ["finding.not_effective"]
    row = as_coordinator.act(verified, "reopen", reason="tái diễn")
    assert row["effective"] is None
    assert as_coordinator.get(verified, as_of="2010-07-01")["effective"] is False


def test_nobody_judges_the_own_correction(major, as_coordinator, as_head):
    as_head.act(major, "close", completed_on="2010-02-03", cause="x", cause_category="other")
    as_coordinator.act(major, "verify", verified_on="2010-02-20")
    as_head.refused_act(major, "check_effectiveness", "finding.checked_by_doer", effective=True)
    acts = {row["act"]: row for row in as_head.get(major)["next_acts"]}
    why = [b["code"] for b in acts["finding.check_effectiveness"]["blockers"]]
    assert why == ["finding.checked_by_doer"]


def test_only_a_verified_nonconformity_has_an_effect(findings, as_coordinator):
    as_coordinator.refused_act(
        f"findings/{findings['minor']}", "check_effectiveness", "finding.not_verified",
        effective=True,
    )  # fmt: skip
    as_coordinator.refused_act(
        f"findings/{findings['observation']}", "check_effectiveness",
        "finding.observation_is_disposed", effective=True,
    )  # fmt: skip


def test_the_kinds_of_causes_are_a_catalogue(as_officer):
    from audits.models import FindingStep

    rows = as_officer.get("catalogues")["cause_categories"]
    assert [row["code"] for row in rows] == FindingStep.CAUSES
    assert rows[0]["label"] == "Con người"


def test_every_clause_stands_once_in_its_edition(db):
    from django.db import IntegrityError, transaction

    from standards.models import Clause

    with pytest.raises(IntegrityError, match="clause__known"), transaction.atomic():
        Clause.objects.create(edition_id="2008", number="4.1", title="x")
