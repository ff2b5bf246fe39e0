"""Values of the wrong form: days, official numbers, huge numbers, texts; named, and never a 5xx."""

import json
import unicodedata
from datetime import timedelta

import pytest

from core.days import today
from tests.contract.asking import every, fault, pointers, problem, untouched
from tests.contract.world import undone

NUMBERS = [
    ("1985/ QĐ-UBND", "1985/QĐ-UBND"),
    ("1985 / QĐ - UBND", "1985/QĐ-UBND"),
    ("1985/qđ-ubnd", "1985/QĐ-UBND"),
    ("1985/QĐ–UBND", "1985/QĐ-UBND"),
    ("1985/QĐ—UBND", "1985/QĐ-UBND"),
]


def plan(world, **more):
    return {"rollout": world.own.rollouts["bare"], "kind": "de_an", "title": "Đề án", **more}


@pytest.mark.parametrize(
    "day",
    ["2016-02-30", "05/05/2016", "2016-5-5", "", 20160505, True, [], {}, "2016-05-05T00:00:00",
     {"date": "2016-05-01"}, {"date": "2016-05-01", "precision": "week"},
     {"date": "2016-05-01", "precision": None}, {"date": None, "precision": "day"},
     {"date": "2016-05-01", "precision": "month", "x": 1}],
)  # fmt: skip
def test_a_day_of_the_wrong_form_is_named(world, client, day):
    with untouched:
        answer = client.post("/api/v1/plans", plan(world, completed_on=day))
    problem(answer, 400, "request.malformed")
    assert pointers(answer) == ["/completed_on"]


def test_days_out_of_order_are_a_rule_with_its_place(world, client):
    with untouched:
        answer = client.post(
            "/api/v1/plans", plan(world, started_on="2016-06-01", completed_on="2016-05-31")
        )
    body = problem(answer, 409, "rule.broken")
    (blocker,) = body["blockers"]
    assert blocker["code"] == "plan.completed_before_started"
    assert blocker["pointer"] == "/completed_on"
    assert "31/05/2016" in blocker["message"]


def test_a_month_is_in_order_when_some_day_of_it_fits(world, client):
    month = {"date": "2016-05-01", "precision": "month"}
    with undone():
        answer = client.post(
            "/api/v1/plans", plan(world, started_on="2016-05-20", completed_on=month)
        )
    assert answer.status_code == 201, answer.content
    assert answer.json()["completed_on"] == "2016-05-01"
    assert answer.json()["completed_on_precision"] == "month"


def test_a_fact_of_the_future_is_refused(world, client):
    tomorrow = (today() + timedelta(days=1)).isoformat()
    with untouched:
        answer = client.post("/api/v1/plans", plan(world, completed_on=tomorrow))
    body = problem(answer, 409, "rule.broken")
    assert "day.in_future" in [blocker["code"] for blocker in body["blockers"]]


def test_every_reason_is_told_and_not_only_the_first(world, client):
    with untouched:
        answer = client.post(
            "/api/v1/plans", plan(world, started_on="1999-01-01", completed_on="1998-01-01")
        )
    codes = [blocker["code"] for blocker in problem(answer, 409)["blockers"]]
    assert codes.count("day.before_2001") == 2
    assert "plan.completed_before_started" in codes


@pytest.mark.parametrize(("given", "corrected"), NUMBERS)
def test_a_malformed_official_number_is_refused_with_its_correction(
    world, client, given, corrected
):
    body = {"issuer": "UBND tỉnh Quảng Ninh", "number": given, "signed_on": "2012-01-05"}
    with untouched:
        answer = client.post("/api/v1/official-documents", body)
    (error,) = problem(answer, 400, "request.malformed")["errors"]
    assert (error["pointer"], error["code"]) == ("/number", "official_number.malformed")
    assert f"«{corrected}»" in error["message"]


@pytest.mark.parametrize("number", ["QĐ-UBND", "0/QĐ-UBND", "19855555/QĐ", "1985/", "tám/QĐ", "…"])
def test_what_is_no_official_number_gets_an_example(world, client, number):
    answer = client.post(
        "/api/v1/official-documents", {"issuer": "UBND tỉnh Quảng Ninh", "number": number}
    )
    (error,) = problem(answer, 400, "request.malformed")["errors"]
    assert (error["pointer"], error["code"]) == ("/number", "official_number.unreadable")
    assert "1985/QĐ-UBND" in error["message"]


HUGE = ["9" * 30, 10**30, 1e300, -(10**30), 2**63, "9999999999999999999"]


@pytest.mark.parametrize("value", HUGE)
def test_huge_numbers_are_named_and_break_nothing(world, client, value):
    cases = [
        ("plans", {"rollout": value, "kind": "de_an"}, "/rollout"),
        ("plans", plan(world, budget_vnd=value), "/budget_vnd"),
        ("findings", {"audit": value, "grade": "minor"}, "/audit"),
        ("maintenance-years", {"agency": "SNV", "year": value}, "/year"),
        ("trainings", {"agency": "SNV", "topic": "awareness", "participants": value},
         "/participants"),
        ("promulgations", {"rollout": world.own.rollouts["audited"], "documents": [value]},
         "/documents"),
        ("documents/bulk", {"rollout": value, "items": [{"code": "A1", "kind": "HD"}]},
         "/rollout"),
    ]  # fmt: skip

    def asking():
        for path, body, place in cases:
            answer = client.generic("POST", f"/api/v1/{path}", json.dumps(body), "application/json")
            wrong = fault(answer, 400)
            if not wrong and answer.json()["code"] == "request.malformed":
                found = pointers(answer)
                if not [p for p in found if p.startswith(place)]:
                    wrong = f"it names {found}"
            yield wrong and f"{path} {body}: {wrong}"

    with untouched:
        assert not every(asking())


@pytest.mark.parametrize("word", ["", "   ", "x" * 10_000, "a" * 501])
def test_a_text_too_long_or_empty_is_named(world, client, word):
    body = {"issuer": word, "number": "12/QĐ-UBND"}
    with untouched:
        answer = client.post("/api/v1/official-documents", body)
    problem(answer, 400, "request.malformed")
    assert pointers(answer) == ["/issuer"]


def test_titles_follow_the_reader_s_language(world):
    for language, title in (
        ("vi", "Cần đăng nhập"), ("en", "Please sign in"), ("en-GB,en;q=0.9", "Please sign in"),
        ("fr", "Cần đăng nhập"), ("", "Cần đăng nhập"),
    ):  # fmt: skip
        answer = world.client("anonymous").get(
            "/api/v1/plans", headers={"Accept-Language": language}
        )
        assert problem(answer, 401)["title"] == title


def test_reasons_follow_the_reader_s_language(world, client):
    for language, text in (("vi", "chưa đến"), ("en", "is in the future")):
        answer = client.post(
            "/api/v1/plans", plan(world, completed_on="2999-01-01"),
            headers={"Accept-Language": language},
        )  # fmt: skip
        messages = [blocker["message"] for blocker in problem(answer, 409)["blockers"]]
        assert any(text in message for message in messages)


def test_decomposed_text_is_stored_composed(world, client):
    composed = "Đề án xây dựng hệ thống quản lý chất lượng"
    with undone():
        answer = client.post(
            "/api/v1/plans", plan(world, title=unicodedata.normalize("NFD", composed))
        )
        assert answer.status_code == 201, answer.content
        assert answer.json()["title"] == composed


def test_search_finds_composed_and_decomposed_alike(client):
    for word in ("Sở Tư pháp", unicodedata.normalize("NFD", "Sở Tư pháp"), "so tu phap"):
        answer = client.get("/api/v1/agencies", {"search": word})
        assert "STP" in [row["code"] for row in answer.json()["results"]], word
