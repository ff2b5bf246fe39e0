"""Versions and promulgations: steps in order, one in effect at a time, issued by a decision."""

from datetime import date

import pytest

from agencies.models import Agency
from core.provenance import by_hand
from documents.models import Document, DocumentVersion
from documents.queries import STATES, in_effect_on, in_state_on, shown_on
from documents.records import put_documents
from plans.records import put_rollout

pytestmark = pytest.mark.django_db
API = "/api/v1"
STEPS = {
    "drafted_on": "2009-06-01",
    "reviewed_on": "2009-06-10",
    "approved_on": "2009-06-20",
    "issued_on": "2009-07-01",
    "effective_on": "2009-07-15",
}


@pytest.fixture
def rollout(officer):
    agency = Agency.objects.get(code="SNV")
    return put_rollout(
        agency,
        edition="2008",
        track="state_certificate",
        cycle=None,
        opened_on=None,
        told=by_hand(officer.pk),
    )


@pytest.fixture
def documents(rollout, officer):
    items = [
        {"code": f"QT-0{n}", "kind": "QT-TN", "listed_on": date(2009, 5, 4)} for n in (1, 2, 3)
    ]
    return put_documents(rollout, items, told=by_hand(officer.pk))


@pytest.fixture
def document(documents):
    return documents[0]


@pytest.fixture
def officer(officer):
    """Of the successor: the accounts of Sở Nội vụ ended with it, its records go on."""
    officer.agency = Agency.objects.get(code="SNV-2025")
    officer.save()
    return officer


@pytest.fixture
def client(client_as, officer):
    return client_as(officer)


def version(client, document, **days):
    body = {"document": document.pk, **days}
    answer = client.post(f"{API}/document-versions", body, format="json")
    assert answer.status_code == 201, answer.json()
    return answer.json()


def codes(answer):
    return {blocker["code"] for blocker in answer.json()["blockers"]}


def state(client, document, day):
    return client.get(f"{API}/documents/{document.pk}?as_of={day}").json()["state"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2009-05-31", "planned"),
        ("2009-06-01", "drafted"),
        ("2009-06-10", "reviewed"),
        ("2009-06-20", "approved"),
        ("2009-07-01", "issued"),
        ("2009-07-15", "in_force"),
    ],
)
def test_a_document_is_in_the_state_of_its_furthest_step(client, document, day, expected):
    version(client, document, **STEPS)
    assert state(client, document, day) == expected
    rows = client.get(f"{API}/documents?rollout={document.rollout_id}&state={expected}&as_of={day}")
    assert document.pk in [row["id"] for row in rows.json()["results"]]
    others = [name for name in STATES if name != expected]
    on = date.fromisoformat(day)
    for other in others:
        assert not Document.objects.filter(in_state_on(other, on), pk=document.pk).exists()
    assert shown_on(on, Document.objects.all()).get(pk=document.pk).state == expected


def test_a_step_known_by_its_day_alone_implies_the_earlier_ones(client, document):
    version(client, document, effective_on="2009-07-15")
    assert state(client, document, "2009-07-14") == "planned"
    assert state(client, document, "2009-07-15") == "in_force"


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ({"reviewed_on": "2009-05-31"}, "document_version.reviewed_before_drafted"),
        ({"approved_on": "2009-06-09"}, "document_version.approved_before_reviewed"),
        ({"issued_on": "2009-06-19"}, "document_version.issued_before_approved"),
        ({"effective_on": "2009-06-30"}, "document_version.effective_before_issued"),
        (
            {"issued_on": None, "effective_on": "2009-06-19"},
            "document_version.effective_before_approved",
        ),
        ({"effective_on": "2999-01-01"}, "day.in_future"),
        ({"effective_on": "2025-03-01"}, "agency.ended"),
    ],
)
def test_steps_out_of_order_are_refused(client, document, days, code):
    body = {"document": document.pk, **STEPS, **days}
    answer = client.post(f"{API}/document-versions", body, format="json")
    assert answer.status_code == 409
    assert code in codes(answer)


def test_a_new_version_ends_the_one_in_effect_on_its_day(client, document):
    first = version(client, document, **STEPS)
    second = version(
        client,
        document,
        drafted_on="2010-01-04",
        effective_on="2010-02-01",
        change_reason="law_changed",
    )
    assert (second["issue_no"], second["revision_no"]) == (1, 1)
    where = f"{API}/document-versions/{first['id']}"
    assert client.get(where).json()["withdrawn_on"] == "2010-02-01"
    for day in (date(2010, 1, 31), date(2010, 2, 1)):
        assert in_effect_on(day).filter(document=document).count() == 1


def test_history_may_be_entered_backwards(client, document):
    version(client, document, issue_no=2, effective_on="2010-02-01")
    first = version(client, document, issue_no=1, revision_no=0, effective_on="2009-07-15")
    assert first["withdrawn_on"] == "2010-02-01"
    wrong = {"document": document.pk, "issue_no": 3, "effective_on": "2009-12-01"}
    answer = client.post(f"{API}/document-versions", wrong, format="json")
    assert codes(answer) == {"document_version.number_not_ascending"}


def test_only_the_coordinator_records_what_was_irregular(client, client_as, coordinator, document):
    version(client, document, issue_no=2, effective_on="2010-02-01")
    body = {
        "document": document.pk,
        "issue_no": 3,
        "effective_on": "2009-12-01",
        "irregular": "đánh số nhầm",
        "reason": "theo hồ sơ",
    }
    mine = client.post(f"{API}/document-versions", body, format="json")
    assert codes(mine) == {"fact.irregular_not_yours"}
    theirs = client_as(coordinator).post(f"{API}/document-versions", body, format="json")
    assert (theirs.status_code, theirs.json()["irregular"]) == (201, "đánh số nhầm")


def test_a_corrected_or_voided_version_moves_the_end_of_the_one_before(
    client, client_as, coordinator, document
):
    first = version(client, document, **STEPS)
    second = version(client, document, effective_on="2010-02-01")
    where = f"{API}/document-versions/{second['id']}"
    new = {"effective_on": "2010-03-01"}
    answer = client.patch(where, new, format="json", HTTP_IF_MATCH='"1"')
    assert answer.status_code == 200, answer.json()
    ends = f"{API}/document-versions/{first['id']}"
    assert client.get(ends).json()["withdrawn_on"] == "2010-03-01"
    seen = {"HTTP_IF_MATCH": f'"{answer.json()["row_version"]}"'}
    reason = {"reason": "ghi nhầm tài liệu"}
    assert client.post(f"{where}/void", reason, format="json", **seen).status_code == 403
    client = client_as(coordinator)
    assert client.post(f"{where}/void", reason, format="json", **seen).status_code == 200
    assert client.get(ends).json()["withdrawn_on"] is None


def test_a_version_cannot_be_taken_twice(client, document):
    version(client, document, issue_no=1, revision_no=0)
    body = {"document": document.pk, "issue_no": 1, "revision_no": 0}
    answer = client.post(f"{API}/document-versions", body, format="json")
    assert codes(answer) == {"document_version.known"}


def test_withdrawing_a_document_ends_its_version(client, document):
    first = version(client, document, **STEPS)
    answer = client.post(
        f"{API}/documents/{document.pk}/withdraw",
        {"withdrawn_on": "2010-01-01", "reason": "bỏ thủ tục"},
        format="json",
        HTTP_IF_MATCH='"1"',
    )
    assert (answer.status_code, answer.json()["effective_on"]) == (200, None)
    assert not in_effect_on(date(2010, 1, 1)).filter(pk=first["id"]).exists()
    assert in_effect_on(date(2009, 12, 31)).filter(pk=first["id"]).exists()
    late = {"document": document.pk, "effective_on": "2010-01-02"}
    refused = client.post(f"{API}/document-versions", late, format="json")
    assert codes(refused) == {"document_version.after_withdrawal"}


def promulgation(rollout, documents, **more):
    return {
        "rollout": rollout.pk,
        "number": "12/QĐ-SNV",
        "signed_on": "2009-07-01",
        "effective_on": "2009-07-15",
        "documents": [d.pk for d in documents],
        **more,
    }


def test_a_promulgation_issues_the_version_that_waits_or_makes_the_first(
    client, rollout, documents
):
    waiting = version(client, documents[0], drafted_on="2009-06-01", approved_on="2009-06-20")
    body = promulgation(rollout, documents)
    answer = client.post(f"{API}/promulgations", body, format="json")
    assert answer.status_code == 201, answer.json()
    assert answer.json()["documents"] == [d.pk for d in documents]
    issued = client.get(f"{API}/document-versions/{waiting['id']}").json()
    assert (issued["issued_on"], issued["effective_on"]) == ("2009-07-01", "2009-07-15")
    made = DocumentVersion.objects.get(document=documents[1])
    assert (made.issue_no, made.revision_no, made.withdrawn_on) == (1, 0, None)
    assert {state(client, d, "2009-07-15") for d in documents} == {"in_force"}
    again = client.post(f"{API}/promulgations", body, format="json")
    assert codes(again) == {"promulgation.nothing_to_issue"}


def test_a_promulgation_of_a_month_issues_from_its_last_day_or_from_its_effect(
    client, rollout, documents
):
    month = {"date": "2009-07-01", "precision": "month"}
    body = promulgation(rollout, documents[:1], signed_on=month, effective_on=None)
    assert client.post(f"{API}/promulgations", body, format="json").status_code == 201
    assert state(client, documents[0], "2009-07-30") == "planned"
    assert state(client, documents[0], "2009-07-31") == "issued"
    body = promulgation(rollout, documents[1:2], signed_on=month, effective_on="2009-07-15")
    assert client.post(f"{API}/promulgations", body, format="json").status_code == 201
    assert state(client, documents[1], "2009-07-15") == "in_force"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"signed_on": "2009-06-19"}, "promulgation.signed_before_approved"),
        ({"effective_on": "2009-06-30"}, "promulgation.effective_before_signed"),
        ({"signed_on": "2999-06-30"}, "day.in_future"),
    ],
)
def test_a_promulgation_follows_the_approval_of_each_version(
    client, rollout, documents, more, code
):
    version(client, documents[0], approved_on="2009-06-20")
    body = promulgation(rollout, documents, **more)
    answer = client.post(f"{API}/promulgations", body, format="json")
    assert answer.status_code == 409
    assert code in codes(answer)
    assert not DocumentVersion.objects.filter(document=documents[1]).exists()


def test_a_promulgation_names_its_documents_or_versions(client, rollout, documents):
    body = promulgation(rollout, documents)
    del body["documents"]
    assert client.post(f"{API}/promulgations", body, format="json").status_code == 400
    body["documents"] = [documents[0].pk, 999999999]
    answer = client.post(f"{API}/promulgations", body, format="json")
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (400, "/documents")
    wrong = promulgation(rollout, documents, number="12/ QĐ-SNV")
    answer = client.post(f"{API}/promulgations", wrong, format="json")
    assert answer.json()["errors"][0]["pointer"] == "/number"


def test_versions_may_be_named_instead(client, rollout, documents):
    first = version(client, documents[0], issue_no=1)
    version(client, documents[0], issue_no=2)
    body = {"rollout": rollout.pk, "signed_on": "2009-07-01", "versions": [first["id"]]}
    assert client.post(f"{API}/promulgations", body, format="json").status_code == 201
    again = client.post(f"{API}/promulgations", body, format="json")
    assert codes(again) == {"promulgation.version_issued"}


def test_a_corrected_promulgation_moves_its_versions(client, rollout, documents):
    made = client.post(
        f"{API}/promulgations", promulgation(rollout, documents), format="json"
    ).json()
    answer = client.patch(
        f"{API}/promulgations/{made['id']}",
        {"signed_on": "2009-08-01", "effective_on": "2009-08-15"},
        format="json",
        HTTP_IF_MATCH='"1"',
    )
    assert answer.status_code == 200, answer.json()
    assert {state(client, d, "2009-08-14") for d in documents} == {"issued"}
    assert {state(client, d, "2009-07-31") for d in documents} == {"planned"}


def test_a_voided_promulgation_leaves_its_versions_waiting(
    client, client_as, coordinator, rollout, documents
):
    body = promulgation(rollout, documents)
    made = client.post(f"{API}/promulgations", body, format="json").json()
    answer = client_as(coordinator).post(
        f"{API}/promulgations/{made['id']}/void",
        {"reason": "nhầm quyết định"},
        format="json",
        HTTP_IF_MATCH='"1"',
    )
    assert answer.status_code == 200, answer.json()
    assert not {state(client, d, "2012-01-01") for d in documents} & {"issued", "in_force"}
    assert client.post(f"{API}/promulgations", body, format="json").status_code == 201
    assert {state(client, d, "2009-07-15") for d in documents} == {"in_force"}


def test_a_listed_document_with_versions_is_not_voided(client, client_as, coordinator, document):
    version(client, document, **STEPS)
    answer = client_as(coordinator).post(
        f"{API}/documents/{document.pk}/void", {"reason": "x"}, format="json", HTTP_IF_MATCH='"1"'
    )
    assert codes(answer) == {"fact.has_dependents"}


def test_a_promulgation_says_what_it_leaves_open(client, rollout, documents):
    body = promulgation(rollout, documents[:2])
    row = client.post("/api/v1/promulgations", body, format="json").json()
    told = {w["code"]: w["params"] for w in row["warnings"]}
    assert told["promulgation.not_approved"] == {"count": 2}
    assert told["promulgation.partial"] == {"count": 1}
    assert "QT-BB" in told["promulgation.required_missing"]["kinds"]


def test_a_promulgation_is_refused_with_all_its_reasons_at_once(client, rollout, documents):
    version(client, documents[0], approved_on="2009-08-01")
    body = promulgation(rollout, documents[:1], signed_on="2009-07-20", effective_on="2009-07-15")
    found = codes(client.post("/api/v1/promulgations", body, format="json"))
    assert {"promulgation.effective_before_signed", "promulgation.signed_before_approved"} <= set(
        found
    )
