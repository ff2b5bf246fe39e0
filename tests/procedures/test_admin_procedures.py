"""Procedures, what was announced of them, and the documents that must be reviewed."""

import pytest

from documents.models import Document

CODE = "1.001612.000.00.00.H49"


@pytest.fixture
def quality_documents(load):
    """The agency's documents in effect from 2020-01-01: their ids by code."""
    load(
        {
            "source": {"title": "Báo cáo", "published_at": "2020-02-01T08:00:00+07:00"},
            "agency": {"code": "SNV"},
            "rollout": {"track": "declaration", "edition": "2015", "cycle": 1},
            "documents": {
                "items": [
                    {"code": c, "title": f"Quy trình {c}", "kind": "QT-TN",
                     "effective_on": "2020-01-01"}
                    for c in ("QT-01", "QT-02")
                ]
            },
        }
    )  # fmt: skip
    return dict(Document.objects.values_list("code", "pk"))


@pytest.fixture
def says(officer, client_as):
    """says.new(…), says.act(url, word, …), says.get(…) as the officer."""

    class Says:
        client = client_as(officer)

        def new(self, **told):
            body = {"agency": "SNV", "code": CODE, "name": "Cấp giấy phép xây dựng", **told}
            return self.client.post("/api/v1/admin-procedures", body)

        def act(self, url, word, **told):
            version = self.client.get(url).json()["row_version"]
            return self.client.post(f"{url}/{word}", told, headers={"If-Match": f'"{version}"'})

        def get(self, url, **query):
            answer = self.client.get(url, query)
            assert answer.status_code == 200, answer.content
            return answer.json()

    return Says()


@pytest.fixture
def procedure(says, quality_documents):
    """Announced in 2019, carried out by QT-01: its address."""
    answer = says.new(
        decision_no="100/QĐ-UBND", published_on="2019-05-05",
        documents=[quality_documents["QT-01"]],
    )  # fmt: skip
    assert answer.status_code == 201, answer.content
    return answer.json()["url"]


def codes(answer):
    return [blocker["code"] for blocker in answer.json()["blockers"]]


def test_a_procedure_is_recorded_with_its_decision_and_its_documents(says, procedure):
    told = says.get(procedure)
    assert (told["status"], told["decision_no"], told["published_on"]) == (
        "in_force", "100/QĐ-UBND", "2019-05-05",
    )  # fmt: skip
    assert [document["code"] for document in told["documents"]] == ["QT-01"]
    assert (told["covered"], told["needs_review"], told["warnings"]) == (True, False, [])


def test_a_code_of_another_form_is_a_warning_only(says):
    answer = says.new(code="TTHC-01")
    assert answer.status_code == 201
    assert [w["code"] for w in answer.json()["warnings"]] == ["admin_procedure.code_unusual"]
    assert says.new(code="3.000181").json()["warnings"] == []


def test_a_code_is_used_once_in_an_agency(says, procedure):
    assert codes(says.new()) == ["admin_procedure.code_taken"]


def test_a_change_marks_the_document_for_review_from_its_day(says, procedure, quality_documents):
    answer = says.act(procedure, "change", status="amended", published_on="2021-03-03")
    assert answer.status_code == 200, answer.content
    told = answer.json()
    assert (told["status"], told["needs_review"], told["covered"]) == ("amended", True, False)
    assert told["documents"][0]["needs_review"]
    flagged = {"flag": "needs_review", "current": "all"}
    after = says.get("/api/v1/documents", as_of="2021-03-03", **flagged)["results"]
    assert [(row["code"], row["needs_review"]) for row in after] == [("QT-01", True)]
    assert says.get("/api/v1/documents", as_of="2021-03-02", **flagged)["count"] == 0
    assert not says.get(procedure, as_of="2021-03-02")["needs_review"]
    assert says.get(procedure, as_of="2021-03-02")["status"] == "in_force"


def test_a_check_clears_the_mark_and_a_later_change_sets_it_again(
    says, procedure, quality_documents
):
    says.act(procedure, "change", status="amended", published_on="2021-03-03")
    ids = [quality_documents["QT-01"]]
    checked = says.act(procedure, "link", documents=ids, checked_on="2021-04-04").json()
    assert (checked["needs_review"], checked["covered"]) == (False, True)
    again = says.act(procedure, "change", status="amended", published_on="2022-01-01").json()
    assert (again["needs_review"], again["covered"]) == (True, False)
    assert [d["published_on"] for d in again["decisions"]] == [
        "2022-01-01", "2021-03-03", "2019-05-05",
    ]  # fmt: skip


def test_a_new_version_of_the_document_clears_the_mark(
    says, procedure, quality_documents, coordinator, client_as
):
    says.act(procedure, "change", status="amended", published_on="2021-03-03")
    body = {"document": quality_documents["QT-01"], "effective_on": "2021-06-01", "revision_no": 1}
    answer = says.client.post("/api/v1/document-versions", body)
    assert answer.status_code == 201, answer.content
    assert not says.get(procedure)["needs_review"]
    assert says.get(procedure, as_of="2021-05-31")["needs_review"]


def test_changes_are_announced_one_after_the_other(says, procedure):
    answer = says.act(procedure, "change", status="abolished", published_on="2018-01-01")
    assert codes(answer) == ["admin_procedure.changed_before_last"]


def test_a_procedure_is_replaced_by_another_one(says, procedure):
    new = says.new(code="1.001700", published_on="2023-01-01").json()
    answer = says.act(
        procedure, "change", status="replaced", published_on="2023-01-01", replaced_by=new["id"]
    )
    assert answer.json()["replaced_by"] == "1.001700"
    itself = int(procedure.rpartition("/")[2])
    wrong = says.act(
        procedure, "change", status="abolished", published_on="2024-01-01", replaced_by=itself
    )
    assert codes(wrong) == [
        "procedure_decision.not_replaced", "admin_procedure.replaced_by_itself",
    ]  # fmt: skip


def test_a_document_of_another_agency_carries_nothing_out(says, procedure, load):
    load(
        {
            "source": {"title": "Báo cáo", "published_at": "2020-02-01T08:00:00+07:00"},
            "agency": {"code": "STP"},
            "rollout": {"track": "declaration", "edition": "2015", "cycle": 1},
            "documents": {"items": [{"code": "TP-01", "title": "x", "kind": "QT-TN"}]},
        }
    )
    strange = Document.objects.get(code="TP-01").pk
    assert codes(says.act(procedure, "link", documents=[strange])) == [
        "admin_procedure.document_elsewhere"
    ]


def test_the_coverage_is_a_rate_with_the_list_behind_each_half(says, procedure, quality_documents):
    says.new(code="1.001701", published_on="2020-05-05", documents=[quality_documents["QT-02"]])
    says.new(code="1.001702", published_on="2019-05-05")
    gone = says.new(code="1.001703", published_on="2019-05-05").json()["url"]
    says.act(gone, "change", status="abolished", published_on="2020-06-06")
    (row,) = says.get("/api/v1/admin-procedures/coverage")["results"]
    assert (row["numerator"], row["denominator"], row["needs_review"]) == (1, 3, 1)
    assert row["agency"]["code"] == "SNV"
    for half, number in (("numerator", 1), ("denominator", 3), ("needs_review", 1)):
        assert says.get(row["lists"][half])["count"] == number


def test_a_list_is_recorded_whole_or_not_at_all(says, procedure):
    items = [{"code": "1.000001", "name": "Một"}, {"code": CODE, "name": "Hai"},
             {"code": "1.000001", "name": "Ba"}]  # fmt: skip
    wrong = says.client.post("/api/v1/admin-procedures/bulk", {"agency": "SNV", "items": items})
    assert [b["pointer"] for b in wrong.json()["blockers"]] == ["/items/1/code", "/items/2/code"]
    assert says.get("/api/v1/admin-procedures")["count"] == 1
    right = says.client.post("/api/v1/admin-procedures/bulk", {"agency": "SNV", "items": items[:1]})
    assert right.status_code == 201, right.content
    assert right.json()["count"] == 1


def test_procedures_are_found_without_accents_and_filtered(says, procedure):
    says.new(code="2.000884", name="Chứng thực bản sao", level="xa")
    assert says.get("/api/v1/admin-procedures", search="chung thuc")["count"] == 1
    assert says.get("/api/v1/admin-procedures", level="xa")["count"] == 1
    assert says.get("/api/v1/admin-procedures", linked="true")["count"] == 1
    assert says.get("/api/v1/admin-procedures", status="abolished")["count"] == 0
    assert says.client.get("/api/v1/admin-procedures?status=khac").status_code == 400


def test_a_correction_follows_into_the_search(says, procedure):
    version = says.get(procedure)["row_version"]
    answer = says.client.patch(
        procedure, {"name": "Cấp phép quảng cáo"}, headers={"If-Match": f'"{version}"'}
    )
    assert answer.status_code == 200, answer.content
    assert says.get("/api/v1/admin-procedures", search="quang cao")["count"] == 1


def test_an_officer_sees_the_own_agency_s_procedures_only(says, coordinator, client_as):
    body = {"agency": "STP", "code": CODE, "name": "Khác", "reason": "theo danh mục gửi về"}
    assert client_as(coordinator).post("/api/v1/admin-procedures", body).status_code == 201
    assert says.get("/api/v1/admin-procedures")["count"] == 0
    assert says.new(agency="STP").status_code == 403
