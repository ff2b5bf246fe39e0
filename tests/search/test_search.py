"""One box for everything: without accents, by beginnings of words, within one's scope."""

import pytest

from search.finding import folded_words, shortened


@pytest.fixture
def look(client_as, coordinator):
    """look("noi vu", kind="agency") → the rows; as the coordinator unless user= is given."""

    def looking(words, user=None, **query):
        answer = client_as(user or coordinator).get("/api/v1/search", {"q": words, **query})
        assert answer.status_code == 200, answer.content
        return answer.json()["results"]

    return looking


@pytest.fixture
def snv(load):
    """The article's case and another agency's, with words to find."""

    def case(agency, decision, abstract):
        return {
            "source": {"title": "Báo cáo", "published_at": "2024-12-01T08:00:00+07:00"},
            "agency": {"code": agency},
            "rollout": {"track": "declaration", "edition": "2015", "cycle": 1},
            "documents": {
                "items": [
                    {"code": f"QT-{agency}-01", "title": "Tiếp công dân và xử lý đơn thư",
                     "kind": "QT-TN", "listed_on": "2016-05-05"}
                ]
            },
            "external_audits": [
                {"body": "QUACERT", "type": "stage2", "edition": "2015", "from": "2017-01-05",
                 "to": "2017-01-05", "findings": [{"grade": "minor", "clause": "8.5.1"}]}
            ],
            "declarations": [
                {"number": decision, "edition": "2015", "scope": abstract, "kind": "first",
                 "signed_on": "2018-05-01"}
            ],
        }  # fmt: skip

    load("so_noi_vu_2010")
    load(case("SNV", "15/QĐ-SNV", "Mọi thủ tục"), case("STP", "16/QĐ-STP", "Hộ tịch, lý lịch"))


def kinds(rows):
    return {row["kind"] for row in rows}


def test_an_agency_is_found_by_any_name_it_ever_bore(look):
    for words in ("Sở Nội vụ", "so noi vu", "SO NOI VU", "nội v", "SNV-2025"):
        rows = look(words, kind="agency")
        assert "SNV-2025" in {row["agency"]["code"] for row in rows}, words
    (row,) = look("snv 2025", kind="agency")
    assert row["url"] == "/api/v1/agencies/SNV-2025"
    assert row["title"] == "Sở Nội vụ"


def test_a_decision_is_found_by_its_number_first_of_all(look, snv):
    rows = look("1985/QĐ-UBND")
    assert (rows[0]["kind"], rows[0]["title"]) == ("decision", "1985/QĐ-UBND")
    assert rows[0]["url"].startswith("/api/v1/decisions/")
    assert rows[0]["day"] == "2008-06-20"
    assert look("1985 qd")[0]["id"] == rows[0]["id"]
    assert look("985/QĐ-UBND") == []


def test_the_abstract_of_a_paper_is_searched(look, snv, coordinator, client_as):
    client = client_as(coordinator)
    paper = client.get("/api/v1/decisions").json()["results"][0]["document"]["id"]
    url = f"/api/v1/official-documents/{paper}"
    client.patch(url, {"abstract": "Phê duyệt Đề án áp dụng"}, headers={"If-Match": '"1"'})
    (row,) = look("de an ap dung", kind="decision")
    assert row["excerpt"] == "Phê duyệt Đề án áp dụng"


def test_documents_are_found_by_code_and_by_beginnings_of_title_words(look, snv):
    for words in ("qt-stp-01", "tiep cong dan stp", "xu ly d qt stp"):
        rows = look(words, kind="document")
        assert [row["title"] for row in rows] == ["QT-STP-01"], words
    assert len(look("tiếp công dân")) == 2
    assert look("iep cong") == []


def test_findings_declarations_and_certificates_are_found(look, snv):
    assert {row["agency"]["code"] for row in look("8.5.1", kind="finding")} == {"SNV", "STP"}
    (row,) = look("15/QĐ-SNV")
    assert (row["kind"], row["agency"]["code"], row["day"]) == (
        "declaration", "SNV", "2018-05-01",
    )  # fmt: skip
    assert look("hộ tịch", kind="declaration")[0]["excerpt"] == "Hộ tịch, lý lịch"


def test_procedures_and_evidence_are_found(look, snv, coordinator, client_as):
    from tests.contract.doing import FILE

    client, why = client_as(coordinator), "theo danh mục gửi về"
    made = client.post(
        "/api/v1/admin-procedures",
        {"agency": "STP", "code": "2.000884", "name": "Chứng thực bản sao", "reason": why},
    )
    kept = client.post(
        "/api/v1/evidence", {"agency": "STP", "file": FILE, "abstract": "Bản chính đã chứng thực"}
    )
    rows = look("chung thuc")
    assert {row["url"] for row in rows} == {made.json()["url"], kept.json()["url"]}
    assert look("2.000884")[0]["kind"] == "admin_procedure"


def test_an_officer_finds_the_own_agency_s_records_and_the_province_s_papers(look, snv, officer):
    assert {row["agency"]["code"] for row in look("tiep cong dan", officer)} == {"SNV"}
    assert look("16/QĐ-STP", officer) == []
    assert kinds(look("1985/QĐ-UBND", officer)) == {"decision"}
    assert "STP" in {row["agency"]["code"] for row in look("tu phap", officer, kind="agency")}


def test_a_head_of_another_agency_sees_the_paper_and_not_the_decision(look, snv, db):
    from tests.conftest import _user

    rows = look("1985/QĐ-UBND", _user("officer.stp", "officer", "STP"))
    assert kinds(rows) == {"official_document"}


def test_the_span_of_days_and_the_agency_narrow_it(look, snv):
    assert len(look("tiep cong dan", **{"from": "2016-05-05", "to": "2016-05-05"})) == 2
    assert look("tiep cong dan", **{"from": "2016-05-06"}) == []
    assert look("tiep cong dan", to="2016-05-04") == []
    assert look("tiep cong dan", as_of="2016-05-04") == []
    assert len(look("tiep cong dan", agency="STP")) == 1
    assert {row["kind"] for row in look("1985/QĐ-UBND", agency="SNV")} == {"decision"}
    assert look("1985/QĐ-UBND", agency="STP") == []


def test_nothing_asked_is_nothing_found(client_as, coordinator):
    client = client_as(coordinator)
    for words in ("", "  ", "%", "--", "'; DROP"):
        answer = client.get("/api/v1/search", {"q": words})
        assert (answer.status_code, answer.json()["results"]) == (200, []), words
    assert client.get("/api/v1/search").json()["count"] == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [("kind", "khac"), ("agency", "KHONG"), ("from", "2016-13-01"), ("to", "05/05/2016"),
     ("limit", "0"), ("khac", "1")],
)  # fmt: skip
def test_a_wrong_parameter_is_named(client_as, coordinator, name, value):
    answer = client_as(coordinator).get("/api/v1/search", {"q": "a", name: value})
    assert answer.status_code == 400
    assert [error["pointer"] for error in answer.json()["errors"]] == [f"/{name}"]


def test_how_many_of_each_kind_were_found_is_told(client_as, coordinator, snv):
    told = client_as(coordinator).get("/api/v1/search", {"q": "snv", "limit": 1}).json()
    assert sum(told["kinds"].values()) == told["count"]
    assert len(told["results"]) == 1
    assert {"agency", "document", "declaration"} <= set(told["kinds"])


def test_words_lose_accents_and_punctuation_but_hold_together():
    assert folded_words("1985/QĐ-UBND  Sở") == ["1985 qd ubnd", "so"]
    assert folded_words("«%_'\\»") == []


def test_an_excerpt_is_cut_around_the_first_word_found():
    text = "Mở đầu rất dài " * 20 + "rồi đến đề án áp dụng " + "và phần cuối cũng dài " * 20
    cut = shortened(text, "de an")
    assert "đề án áp dụng" in cut
    assert cut.startswith("… ")
    assert len(cut) < 170


def test_the_indexes_are_those_of_the_question(db):
    """A search whose words no index holds would read every row."""
    from django.db import connection

    from search.sources import SOURCES

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        for source in SOURCES:
            cursor.execute(
                f"EXPLAIN SELECT 1 FROM {source.rows.split()[0]} t"
                f" WHERE {source.text} LIKE '% abc%'"
            )
            plan = " ".join(row[0] for row in cursor.fetchall())
            assert "Bitmap Index Scan on search_" in plan, (source.kinds, plan)
