"""An import is taken back whole, as long as nothing was built on it; the trail keeps both."""

import pytest

from agencies.models import AgencyAlias
from documents.models import Document, DocumentVersion
from imports.models import Import
from plans.models import Rollout
from tests.imports.sheets import upload, workbook

pytestmark = pytest.mark.django_db

HEADING = ["Cơ quan", "Mã", "Tên tài liệu", "Loại", "Ngày hiệu lực"]
HEAD = {"source": {"title": "Thử", "published_at": "2009-06-01T08:00:00+07:00"}}


@pytest.fixture
def rollout(load):
    """A running rollout of SNV that no fact has dated yet."""
    case = {
        **HEAD,
        "agency": {"code": "SNV"},
        "rollout": {"track": "state_certificate", "edition": "2008"},
    }
    return load(case)[0].rollout_ids[0]


def loaded(client, *rows, **form):
    answer = upload(
        client, workbook([HEADING, *map(list, rows)]), kind="documents", reason="nhập thay", **form
    )
    assert answer.status_code == 201, answer.content
    return answer.json()


def undo(client, done, reason="nhầm tệp"):
    version = Import.objects.get(pk=done["id"]).row_version
    return client.post(
        f"/api/v1/imports/{done['id']}/undo",
        {"reason": reason},
        headers={"If-Match": f'"{version}"'},
    )


FIRST = ("SNV", "QT-01", "Một", "QT-BB", "01/03/2009")
SECOND = ("SNV", "QT-02", "Hai", "QT-BB", "01/04/2009")


def test_what_was_loaded_is_taken_back_and_what_was_changed_is_as_before(
    client_as, coordinator, rollout
):
    client = client_as(coordinator)
    loaded(client, FIRST)
    before = Document.objects.get(code="QT-01")
    opened = Rollout.objects.get(pk=rollout).opened_on
    done = loaded(
        client,
        ("SNV", "QT-01", "Đổi tên", "QT-BB", "05/03/2009"),
        SECOND,
        ("SNV", "QT-03", "Ba", "QT-BB", "01/02/2008"),
        on_conflict="update",
    )
    assert Document.objects.get(code="QT-01").title == "Đổi tên"
    assert Rollout.objects.get(pk=rollout).opened_on != opened
    answer = undo(client, done)
    assert answer.status_code == 200, answer.content
    assert answer.json()["undone_on"]
    assert answer.json()["undone_by"] == "coordinator"
    after = Document.objects.get()
    assert (after.code, after.title, after.search_text) == ("QT-01", "Một", before.search_text)
    assert str(DocumentVersion.objects.get().effective_on) == "2009-03-01"
    assert Rollout.objects.get(pk=rollout).opened_on == opened
    events = Document.pgh_event_model.objects.filter(code="QT-02").order_by("pgh_id")
    assert [e.pgh_context.metadata["verb"] for e in events] == ["workbook.load", "import.undo"]
    assert events[1].pgh_context.metadata["reason"] == "nhầm tệp"


def codes(answer):
    return {blocker["code"] for blocker in answer.json()["blockers"]}


def test_it_is_undone_once_and_with_a_reason(client_as, coordinator, rollout):
    client = client_as(coordinator)
    done = loaded(client, FIRST)
    assert undo(client, done, reason="").status_code == 400
    assert undo(client, done).status_code == 200
    again = undo(client, done)
    assert again.status_code == 409
    assert codes(again) == {"import.already_undone"}


def test_nothing_is_taken_back_once_somebody_built_on_it(client_as, coordinator, rollout):
    client = client_as(coordinator)
    done = loaded(client, FIRST, SECOND)
    document = Document.objects.get(code="QT-01")
    answer = client.post(
        "/api/v1/document-versions",
        {"document": document.pk, "effective_on": "2010-01-01", "reason": "x"},
    )
    assert answer.status_code == 201, answer.content
    refused = undo(client, done)
    assert codes(refused) == {"import.has_dependents", "import.row_changed"}
    named = next(b for b in refused.json()["blockers"] if b["code"] == "import.has_dependents")
    assert named["params"]["object"] == f"document:{document.pk}"
    assert "QT-01" in named["message"]
    assert Document.objects.count() == 2


def test_a_row_that_was_confirmed_or_commented_is_not_taken_back(client_as, coordinator, rollout):
    client = client_as(coordinator)
    done = loaded(client, FIRST)
    document = Document.objects.get()
    client.post(
        f"/api/v1/documents/{document.pk}/confirm",
        {},
        headers={"If-Match": f'"{document.row_version}"'},
    )
    assert codes(undo(client, done)) == {"import.row_changed"}
    other = loaded(client, SECOND)
    second = Document.objects.get(code="QT-02")
    client.post("/api/v1/comments", {"object": f"document:{second.pk}", "text": "Xem lại"})
    assert codes(undo(client, other)) == {"import.has_dependents"}


def test_imports_are_undone_from_the_last_one_back(client_as, coordinator, rollout):
    client = client_as(coordinator)
    first = loaded(client, FIRST)
    second = loaded(client, ("SNV", "QT-01", "Đổi", "QT-BB", "01/03/2009"), on_conflict="update")
    assert codes(undo(client, first)) == {"import.row_changed"}
    assert undo(client, second).status_code == 200
    assert undo(client, first).status_code == 200
    assert not Document.objects.exists()


def test_the_spelling_that_it_remembered_goes_too(client_as, coordinator, rollout):
    client = client_as(coordinator)
    done = loaded(client, ("Sở NV QN", *FIRST[1:]), choices='{"Sở NV QN": "SNV"}')
    assert AgencyAlias.objects.filter(text="Sở NV QN").exists()
    assert undo(client, done).status_code == 200
    assert not AgencyAlias.objects.filter(text="Sở NV QN").exists()


def test_a_case_file_is_undone_the_same_way(client_as, coordinator, load):
    client = client_as(coordinator)
    case = {"agency": {"code": "SYT"}, "plan": {"title": "Đề án", "completed_on": "2008-01-05"}}
    done = client.post("/api/v1/imports", case).json()
    detail = client.get(f"/api/v1/imports/{done['id']}").json()
    assert {"act": "import.undo", "allowed": True, "blockers": []} in detail["next_acts"]
    assert undo(client, done).status_code == 200
    assert not Rollout.objects.exists()


def test_an_officer_undoes_the_own_agency_s_imports_only(client_as, officer, coordinator, load):
    load(
        {
            **HEAD,
            "agency": {"code": "SNV-2025"},
            "rollout": {"track": "declaration", "edition": "2015", "opened_on": "2025-04-01"},
        }
    )
    load(
        {
            **HEAD,
            "agency": {"code": "STP"},
            "rollout": {"track": "declaration", "edition": "2015", "opened_on": "2016-04-01"},
        }
    )
    own = loaded(client_as(officer), (None, "QT-01", "Một", "QT-BB", "01/05/2025"))
    other = loaded(client_as(coordinator), ("STP", "QT-01", "Một", "QT-BB", "01/05/2016"))
    assert [row["id"] for row in client_as(officer).get("/api/v1/imports").json()["results"]] == [
        own["id"]
    ]
    assert undo(client_as(officer), other).status_code == 404
    assert undo(client_as(officer), own).status_code == 200
