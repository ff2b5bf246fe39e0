"""Agencies over HTTP: named as of the day, found without accents, changed by the coordinator."""

import pytest

pytestmark = pytest.mark.django_db


def codes(answer):
    return [row["code"] for row in answer.json()["results"]]


@pytest.fixture
def read(client_as, council):
    return client_as(council).get


@pytest.fixture
def write(client_as, coordinator):
    client = client_as(coordinator)

    def post(path, body, version=None):
        match = {"HTTP_IF_MATCH": f'"{version}"'} if version else {}
        return client.post(f"/api/v1/{path}", body, format="json", **match)

    return post


def blockers(answer):
    assert answer.status_code == 409, answer.json()
    return [row["code"] for row in answer.json()["blockers"]]


def test_only_agencies_of_the_day_are_listed(read):
    now = read("/api/v1/agencies?limit=500").json()
    then = read("/api/v1/agencies?limit=500&as_of=2010-02-03").json()
    assert "SNV-2025" in {row["code"] for row in now["results"]}
    assert "SNV" in {row["code"] for row in then["results"]}
    assert "SNV" not in {row["code"] for row in now["results"]}
    assert then["as_of"] == "2010-02-03"


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("in_scope=true", 33),
        ("kind=so", 16),
        ("kind=so&kind=ubnd_huyen", 30),
        ("parent=SKHCN", 1),
        ("in_scope=true&kind=ban", 1),
        ("active=false&kind=ubnd_xa", 22),
    ],
)
def test_filters_count_agencies_of_the_day(read, query, count):
    assert read(f"/api/v1/agencies?as_of=2010-02-03&{query}").json()["count"] == count


@pytest.mark.parametrize("text", ["noi vu", "NỘI VỤ", "snv", "home affairs"])
def test_search_ignores_accents_and_case(read, text):
    assert codes(read("/api/v1/agencies", {"search": text})) == ["SNV-2025"]


def test_names_are_ordered_as_vietnamese_orders_them(read):
    answer = read("/api/v1/agencies?kind=ubnd_huyen&ordering=name&as_of=2010-02-03").json()
    names = [row["name"].removeprefix("Ủy ban nhân dân ") for row in answer["results"]]
    assert names.index("huyện Đầm Hà") > names.index("huyện Cô Tô")
    assert names.index("huyện Đông Triều") < names.index("huyện Hải Hà")


@pytest.mark.parametrize(
    "query", ["nonsense=1", "kind=nope", "active=maybe", "ordering=colour", "parent=NOBODY"]
)
def test_an_unknown_parameter_or_value_is_refused(read, query):
    assert read(f"/api/v1/agencies?{query}").status_code == 400


def test_the_list_needs_few_queries(read, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        read("/api/v1/agencies?limit=500&search=u")


def test_an_agency_shows_its_names_identifiers_and_parent(read):
    row = read("/api/v1/agencies/HUYEN-QUANGYEN?as_of=2010-02-03").json()
    assert row["name"] == "Ủy ban nhân dân huyện Yên Hưng"
    assert [name["name"] for name in row["names"]] == [
        "Ủy ban nhân dân huyện Yên Hưng",
        "Ủy ban nhân dân thị xã Quảng Yên",
    ]
    assert row["parent"]["code"] == "UBND-TINH"
    assert row["in_scope"]
    assert row["active"]
    assert "UBND huyện Yên Hưng" in row["aliases"]
    province = read("/api/v1/agencies/UBND-TINH").json()
    assert {i["scheme"]: i["value"] for i in province["identifiers"]} == {
        "qcvn_102_2016": "000.00.00.H49",
        "qd_20_2020": "H49",
    }


def test_an_ended_agency_is_found_under_its_last_name(read):
    row = read("/api/v1/agencies/SNV?as_of=2026-01-01").json()
    assert row["name_en"] == "Department of Home Affairs"
    assert (row["name"], row["kind"], row["active"], row["in_scope"]) == (
        "Sở Nội vụ",
        "so",
        False,
        False,
    )


def test_lineage_names_predecessors_and_successors_by_the_day(read):
    line = read("/api/v1/agencies/SNV-2025/lineage").json()
    assert {(p["agency"]["code"], p["kind"]) for p in line["predecessors"]} == {
        ("SNV", "merge"),
        ("SLDTBXH", "merge"),
    }
    assert line["predecessors"][0]["effective_on"] == "2025-03-01"
    then = read("/api/v1/agencies/SNV/lineage?as_of=2010-02-03").json()
    assert then["successors"] == []
    assert then["descendants"] == []
    ward = read("/api/v1/agencies/XA-07030/lineage").json()
    assert {a["code"] for a in ward["ancestors"]} == {"HUYEN-HALONG", "HUYEN-HOANHBO"}


def test_the_coordinator_adds_an_agency_of_the_past(write, read):
    body = {
        "code": "XA-OLD-1",
        "name": "Ủy ban nhân dân xã Thử Nghiệm",
        "kind": "ubnd_xa",
        "parent": "HUYEN-HAIHA",
        "valid_to": "2025-06-30",
    }
    made = write("agencies", body)
    assert made.status_code == 201
    assert made.json()["parent"]["code"] == "HUYEN-HAIHA"
    assert read("/api/v1/agencies?search=thu nghiem").json()["count"] == 0
    assert codes(read("/api/v1/agencies?search=ubnd xa thu&as_of=2020-01-01")) == ["XA-OLD-1"]
    assert blockers(write("agencies", body)) == ["agency.exists"]


def test_others_do_not_change_the_register(client_as, officer, council):
    for user in (officer, council):
        body = {"code": "X-1", "name": "Sở Thử", "kind": "so"}
        assert client_as(user).post("/api/v1/agencies", body, format="json").status_code == 403


def test_a_new_name_holds_from_its_day_and_the_old_one_before(write, read):
    version = read("/api/v1/agencies/SYT").json()["row_version"]
    renamed = write(
        "agencies/SYT/rename", {"name": "Sở Y tế và Dân số", "from_on": "2026-01-15"}, version
    )
    assert renamed.status_code == 200
    assert renamed.json()["name"] == "Sở Y tế và Dân số"
    assert read("/api/v1/agencies/SYT?as_of=2026-01-14").json()["name"] == "Sở Y tế"
    again = write("agencies/SYT/rename", {"name": "Sở Y", "from_on": "2026-01-15"}, version)
    assert blockers(again) == ["agency.named_that_day"]


def test_an_act_needs_the_version_that_was_seen(write):
    body = {"text": "Sở Nội vụ tỉnh QN"}
    assert write("agencies/SNV-2025/alias", body).status_code == 428
    assert write("agencies/SNV-2025/alias", body, version=99).status_code == 412
    assert write("agencies/SNV-2025/alias", body, version=1).status_code == 200
    assert blockers(write("agencies/SNV-2025/alias", body, version=1)) == ["agency_alias.known"]


def test_an_identifier_has_its_form_and_one_holder(write):
    new = {"scheme": "qd_20_2020", "value": "H49.17"}
    assert write("agencies/SNV-2025/identify", new, 1).status_code == 200
    assert blockers(write("agencies/STP/identify", new, 1)) == ["agency_identifier.taken"]
    wrong = {"scheme": "qcvn_102_2016", "value": "H49.17"}
    assert blockers(write("agencies/STP/identify", wrong, 1)) == ["agency_identifier.malformed"]


def test_next_acts_say_who_may_change_an_agency(client_as, officer, coordinator):
    for user, allowed in ((officer, False), (coordinator, True)):
        acts = client_as(user).get("/api/v1/agencies/SNV-2025").json()["next_acts"]
        assert {act["act"]: act["allowed"] for act in acts}["agency.succeed"] is allowed
