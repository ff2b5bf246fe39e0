"""The checks of data quality: what each finds, for whom, and the address that mends it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from progress.data_quality import CHECKS

pytestmark = pytest.mark.django_db
AUDIT = {"body": "QUACERT", "type": "stage2", "edition": "2008", "from": "2009-12-31",
         "to": "2009-12-31"}  # fmt: skip
PROOF = {"number": "HT 1", "issuer": "QUACERT", "edition": "2008", "issued_on": "2010-03-15"}


@pytest.fixture
def found(client_as, coordinator):
    """found("double_numbers"): the rows of a check as the coordinator sees them."""

    def asking(check, user=None, **params):
        client = client_as(user or coordinator)
        answer = client.get(f"/api/v1/data-quality/{check}", params)
        assert answer.status_code == 200, answer.content
        counts = {
            row["check"]: row["count"]
            for row in client.get("/api/v1/data-quality", params).json()["results"]
        }
        page = answer.json()
        assert counts[check] == page["count"]
        return page["results"]

    return asking


def test_every_check_has_a_title_a_grade_and_its_rows(client_as, coordinator, council):
    rows = client_as(council).get("/api/v1/data-quality").json()["results"]
    assert [row["check"] for row in rows] == list(CHECKS)
    assert {row["severity"] for row in rows} == {"high", "medium", "low"}
    for row in rows:
        assert row["title"] != row["check"]
        assert client_as(coordinator).get(row["url"]).json()["count"] == row["count"]
    english = client_as(council).get("/api/v1/data-quality", headers={"Accept-Language": "en"})
    assert english.json()["results"][1]["title"].startswith("Documents of one number")
    assert client_as(council).get("/api/v1/data-quality/nonsense").status_code == 404
    assert client_as(council).get("/api/v1/data-quality?colour=red").status_code == 400


def test_each_list_asks_few_questions(client_as, coordinator, told, django_assert_max_num_queries):
    told({"external_audits": [AUDIT], "certificates": [PROOF]})
    client = client_as(coordinator)
    for path in ("data-quality", *(f"data-quality/{check}" for check in CHECKS),
                 "progress/deadlines"):  # fmt: skip
        with django_assert_max_num_queries(8):
            assert client.get(f"/api/v1/{path}").status_code == 200


def test_what_the_facts_of_a_rollout_lack(told, found):
    finding = {"grade": "minor", "code": "NC-01"}
    told({
        "external_audits": [{**AUDIT, "findings": [finding]}],
        "certificates": [{**PROOF, "valid_to": "2014-03-15"}],
        "decision": {"number": "12/QĐ-UBND", "issuer": "UBND tỉnh Quảng Ninh"},
        "documents": {"as_of": "2009-01-01", "by_kind": {"HD": 2}},
    })  # fmt: skip
    (row,) = found("findings_without_due_day")
    assert row["what"] == "NC-01"
    assert row["agency"]["code"] == "STP"
    assert row["url"] == f"/api/v1/findings/{row['object'].split(':')[1]}"
    assert found("findings_without_due_day", as_of="2009-12-30") == []
    assert [row["what"] for row in found("certificates_too_long")] == ["HT 1"]
    assert [row["what"] for row in found("decisions_without_day")] == ["12/QĐ-UBND"]
    (row,) = found("rollouts_with_placeholders")
    assert row["url"].startswith("/api/v1/rollouts/")


def test_documents_of_one_number_by_issuers_spelled_alike(told, found):
    decision = {"number": "12/QĐ-UBND", "signed_on": "2009-05-05"}
    told({"decision": {**decision, "issuer": "Ban chỉ đạo ISO"}})
    told({"decision": {**decision, "issuer": "Ban chỉ đạo ISO tỉnh"}}, agency="SYT")
    told({"decision": {**decision, "issuer": "Bộ Nội vụ"}}, agency="STC")
    rows = found("double_numbers")
    assert len(rows) == 2
    assert {row["what"] for row in rows} == {"12/QĐ-UBND"}


def test_two_proofs_on_one_day(told, found):
    told({"external_audits": [AUDIT], "certificates": [PROOF, {**PROOF, "number": "HT 2"}]})
    assert [row["what"] for row in found("two_proofs_on_a_day")] == ["HT 1", "HT 2"]


def test_declarations_without_signer_and_documents_beyond_the_list(told, found):
    told({
        "rollout": {"track": "declaration", "edition": "2015"},
        "declarations": [{"number": "1/CB", "edition": "2015", "signed_on": "2016-05-05",
                          "scope": "x", "kind": "first"}],
        "documents": {"items": [{"code": "QT-01", "kind": "HD", "listed_on": "2016-01-01"}]},
    })  # fmt: skip
    assert len(found("declarations_without_signer")) == 1
    assert found("beyond_the_list") == []
    from documents.models import DocumentVersion

    listed = DocumentVersion.objects.filter(document__code="QT-01")
    if not listed.exists():
        from documents.models import Document

        document = Document.objects.get(code="QT-01")
        DocumentVersion.objects.create(
            document=document, issued_on="2015-12-31", reported_by="2016-01-01"
        )
    else:
        listed.update(issued_on="2015-12-31", effective_on=None)
    assert [row["what"] for row in found("beyond_the_list")] == ["QT-01"]


def test_a_rollout_that_works_to_an_ended_edition(told, found):
    told({"plan": {"completed_on": "2010-01-01"}})
    assert found("rollouts_past_edition", as_of="2018-09-14") == []
    (row,) = found("rollouts_past_edition", as_of="2018-09-15")
    assert row["what"] == "2008"


def test_an_audit_without_its_body(told, found):
    from audits.models import Audit

    told({"external_audits": [AUDIT]})
    Audit.objects.update(body=None)
    assert [row["what"] for row in found("audits_without_body")] == ["stage2"]


def test_irregular_and_long_unconfirmed_facts(told, found, client_as, coordinator):
    from audits.models import Audit, Finding

    told({"external_audits": [{**AUDIT, "findings": [{"grade": "minor"}]}]})
    assert found("unconfirmed_facts") == []
    Audit.objects.update(recorded_at=timezone.now() - timedelta(days=92))
    (row,) = found("unconfirmed_facts")
    assert row["object"].startswith("audit:")
    Finding.objects.update(irregular="vì sao")
    assert [row["what"] for row in found("irregular_facts")] == ["vì sao"]


def test_agencies_without_data_or_accounts(told, found, officer):
    everybody = found("agencies_without_data", limit=500)
    told({"plan": {"completed_on": "2010-01-01"}})
    without = {row["what"] for row in found("agencies_without_data", limit=500)}
    assert {row["what"] for row in everybody} - without == {"STP"}
    named = {row["what"]: row for row in found("agencies_without_accounts", limit=500)}
    assert "SNV-2025" not in named  # the officer's
    assert named["STP"]["url"] == "/api/v1/agencies/STP"
    assert named["STP"]["object"] == "agency:STP"


def test_a_change_that_no_act_has_made_is_for_the_province(told, found, officer):
    from agencies.models import Agency

    before = len(found("outside_changes", limit=500))
    Agency.objects.filter(code="SNV").update(confidence="sửa tay")
    rows = found("outside_changes", limit=500)
    assert len(rows) == before + 1
    assert {row["url"].split("=")[0] for row in rows} == {"/api/v1/history?object"}
    assert found("outside_changes", user=officer) == []


def test_a_successor_has_to_declare_again(told, found):
    proof = {"number": "1/CB", "edition": "2015", "signed_on": "2016-05-05", "scope": "x",
             "kind": "first"}  # fmt: skip
    case = {"rollout": {"track": "declaration", "edition": "2015"}, "declarations": [proof]}
    told(case, agency="SNV")
    assert found("heirs_to_declare", as_of="2025-02-28") == []
    assert [row["what"] for row in found("heirs_to_declare")] == ["SNV-2025"]


def test_an_officer_sees_the_own_rows_and_those_of_predecessors(told, found, officer):
    for agency in ("STP", "SNV"):
        told({"external_audits": [{**AUDIT, "findings": [{"grade": "minor"}]}]}, agency=agency)
    assert len(found("findings_without_due_day")) == 2
    (row,) = found("findings_without_due_day", user=officer)
    assert row["agency"]["code"] == "SNV"
    assert found("agencies_without_data", user=officer, limit=500) == [] or {
        row["what"] for row in found("agencies_without_data", user=officer, limit=500)
    } == {"SNV-2025"}


# Clocks


@pytest.fixture
def clocks(client_as, coordinator):
    """clocks("2011-01-01"): {what: [due_on]} of Sở Tư pháp on the day."""

    def asking(day, code="STP"):
        answer = client_as(coordinator).get(f"/api/v1/progress/deadlines?limit=500&as_of={day}")
        due = {}
        for row in answer.json()["results"]:
            if row["agency"]["code"] == code and row["object"]:
                left = date.fromisoformat(row["due_on"]) - date.fromisoformat(day)
                assert row["days"] == left.days
                due.setdefault(row["what"], []).append(row["due_on"])
        return due

    return asking


def test_surveillance_is_due_a_year_after_the_decision_then_in_each_year(told, clocks):
    held = {**AUDIT, "type": "surveillance1", "from": "2011-03-01", "to": "2011-03-01"}
    told({"external_audits": [AUDIT, held],
          "certificates": [{**PROOF, "valid_to": "2013-03-14"}]})  # fmt: skip
    assert clocks("2010-03-14") == {}
    assert clocks("2010-03-15") == {"surveillance": ["2011-03-15"]}
    assert clocks("2011-03-01") == {"surveillance": ["2012-12-31"]}
    assert clocks("2013-03-14") == {"surveillance": ["2012-12-31"]}


def test_a_suspension_ends_after_six_months(told, clocks):
    told({
        "external_audits": [AUDIT], "certificates": [{**PROOF, "valid_to": "2013-03-14"}],
        "status_events": [{"kind": "suspended", "on": "2010-08-31", "reason": "x"}],
    })  # fmt: skip
    assert "suspension_ends" not in clocks("2010-08-30")
    assert clocks("2010-09-01")["suspension_ends"] == ["2011-02-28"]


def test_a_major_is_verified_within_six_months_of_stage_2(told, clocks):
    major = {"grade": "major", "clause": "5.6", "completed_on": "2010-02-01",
             "verified_on": "2010-03-01"}  # fmt: skip
    told({"external_audits": [{**AUDIT, "findings": [major, {"grade": "minor"}]}]})
    assert clocks("2010-02-28")["major_verification"] == ["2010-06-30"]
    assert clocks("2010-03-01") == {"effectiveness": ["2010-05-02"]}


def test_a_lapsed_certificate_is_restored_within_six_months(told, clocks):
    told({"external_audits": [AUDIT], "certificates": [{**PROOF, "valid_to": "2013-03-14"}]})
    assert "restoration_window" not in clocks("2013-03-14")
    assert clocks("2013-03-15") == {"restoration_window": ["2013-09-14"]}
    assert clocks("2013-09-15") == {}


def test_a_successor_declares_again_within_sixty_days(told, clocks):
    proof = {"number": "1/CB", "edition": "2015", "signed_on": "2016-05-05", "scope": "x",
             "kind": "first"}  # fmt: skip
    case = {"rollout": {"track": "declaration", "edition": "2015"}, "declarations": [proof]}
    told(case, agency="SNV")
    assert clocks("2025-03-02", "SNV-2025") == {"redeclaration": ["2025-04-30"]}
