"""Whatever is asked wrongly is answered with a problem that names the place, and saves nothing."""

import json
from datetime import timedelta

import pghistory.models
import pytest

from core.days import today
from tests.contract.doing import (
    PARAMETERS,
    SESSION,
    WHY,
    asked_of,
    body_of,
    key_of,
    send,
    version_of,
)
from tests.contract.routes import routes
from tests.contract.world import undone

KEYS = {"type", "title", "status", "detail", "code", "request_id"}
READS = [r for r in routes() if r.method == "get" and r.name not in SESSION]
WRITES = [r for r in routes() if r.method != "get" and r.name not in SESSION]
NUMBERS = [
    ("1985/ QĐ-UBND", "1985/QĐ-UBND"),
    ("1985 / QĐ - UBND", "1985/QĐ-UBND"),
    ("1985/qđ-ubnd", "1985/QĐ-UBND"),
    ("1985/QĐ–UBND", "1985/QĐ-UBND"),
    ("1985/QĐ—UBND", "1985/QĐ-UBND"),
]


@pytest.fixture
def coordinator(world):
    return world.client("coordinator")


def fault(answer, status, code=None):
    """What is wrong with an answer that should be this problem; empty when it is."""
    if answer.status_code != status:
        return f"{answer.status_code} instead of {status}: {answer.content[:200]!r}"
    if answer["Content-Type"] != "application/problem+json":
        return f"it is {answer['Content-Type']}"
    body = answer.json()
    if missing := KEYS - set(body):
        return f"it lacks {sorted(missing)}"
    if body["status"] != status or body["request_id"] != answer["X-Request-ID"]:
        return f"it contradicts its headers: {body}"
    if body["type"] != f"/problems/{body['code']}" or not body["title"].strip():
        return f"it has no name: {body}"
    if code and body["code"] != code:
        return f"its code is {body['code']}"
    return ""


def problem(answer, status, code=None):
    """The body of the problem, after checking that it is one."""
    assert not (wrong := fault(answer, status, code)), wrong
    return answer.json()


def pointers(answer):
    return [error["pointer"] for error in answer.json()["errors"]]


class Untouched:
    """`with untouched:` nothing is saved inside."""

    def __enter__(self):
        self.before = pghistory.models.Context.objects.count()

    def __exit__(self, *error):
        if not error[0]:
            assert pghistory.models.Context.objects.count() == self.before, "something was saved"


untouched = Untouched()


def every(asks):
    """The complaints of a function that is asked of every route, one text for all."""
    return "\n".join(filter(None, asks))


def raw(client, route, body, place, content_type="application/json", **headers):
    key = key_of(route, place, asked_of(route)[0])
    headers = {"If-Match": f'"{version_of(route, key)}"', **headers} if key else headers
    return client.generic(
        route.method.upper(), route.address(key), body, content_type, headers=headers
    )


def key_of_read(route, world):
    """What stands in the address of a read; accounts belong to no place."""
    return world.users["officer"].pk if route.collection == "users" else key_of(route, world.own)


def test_an_unknown_parameter_is_named_on_every_address(world, coordinator):
    def asking():
        for route in READS + WRITES:
            place = world.own
            if route.method == "get":
                key = key_of_read(route, world)
                extra = PARAMETERS.get(route.template, "?") + "&khong_co=1"
                answer = coordinator.get(route.address(key) + extra)
            else:
                asked = asked_of(route)[0]
                key = key_of(route, place, asked)
                headers = {"If-Match": f'"{version_of(route, key)}"'} if key else {}
                call = getattr(coordinator, route.method)
                body = body_of(asked, place, reason=WHY)
                if route.name == "POST imports":
                    body.pop("reason")
                with undone():
                    answer = call(route.address(key) + "?khong_co=1", body, headers=headers)
            wrong = fault(answer, 400, "request.malformed")
            if not wrong and pointers(answer) != ["/khong_co"]:
                wrong = f"it names {pointers(answer)}"
            yield wrong and f"{route.name}: {wrong}"

    with untouched:
        assert not every(asking())


def test_an_unknown_key_is_named_on_every_address(world, coordinator):
    def asking():
        for route in WRITES:
            for asked in asked_of(route):
                with undone():
                    answer = send(coordinator, route, asked, world.own, khong_co=1)
                wrong = fault(answer, 400, "request.malformed")
                if not wrong and pointers(answer) != ["/khong_co"]:
                    wrong = f"it names {pointers(answer)}"
                yield wrong and f"{route.name}: {wrong}"

    with untouched:
        assert not every(asking())


BODIES = {
    "no JSON": (b"{nope", 400),
    "nothing": (b"", 400),
    "a list": (b'[{"a": 1}]', 400),
    "a text": (b'"abc"', 400),
    "a number": (b"7", 400),
    "a NUL": (b'{"note": "a\\u0000b"}', 400),
    "no UTF-8": (b'{"note": "\xff\xfe"}', 400),
    "a lone surrogate": (b'{"note": "\\ud800"}', 400),
    "too deep": (b'{"note": ' + b"[" * 20_000 + b"]" * 20_000 + b"}", 400),
    "infinity": (b'{"note": Infinity}', 400),
}
# An act without particulars, or a correction of nothing, may come without a body.
MAY_BE_EMPTY = {"nothing"}


@pytest.mark.parametrize("kind", BODIES)
def test_a_body_that_is_no_object_is_refused_everywhere(world, coordinator, kind):
    body, status = BODIES[kind]

    def asking():
        for route in WRITES:
            with undone():
                answer = raw(coordinator, route, body, world.own)
            if kind in MAY_BE_EMPTY and answer.status_code in (200, 201, 409):
                continue
            wrong = fault(answer, status)
            yield wrong and f"{route.name}: {wrong}"

    assert not every(asking())


def test_another_content_type_is_refused_everywhere(world, coordinator):
    def asking():
        for route in WRITES:
            answer = raw(coordinator, route, b"<xml/>", world.own, content_type="text/xml")
            wrong = fault(answer, 415, "format.unsupported")
            yield wrong and f"{route.name}: {wrong}"

    with untouched:
        assert not every(asking())


def test_the_window_of_changes_must_be_in_order_and_over(coordinator):
    for query, place in (
        ("from=2012-01-01&to=2010-01-01", "/to"), ("from=2012-01-01", "/to"),
        ("from=2010-01-01&to=2999-01-01", "/to"), ("to=2010-01-01", "/from"),
        ("from=hom-qua&to=2010-01-01", "/from"),
    ):  # fmt: skip
        answer = coordinator.get(f"/api/v1/progress/changes?{query}")
        problem(answer, 400, "request.malformed")
        assert pointers(answer) == [place], query


@pytest.mark.parametrize("method", ["put", "delete", "trace"])
def test_another_method_is_refused_everywhere(world, coordinator, method):
    def asking():
        for route in READS + WRITES:
            key = key_of_read(route, world)
            answer = coordinator.generic(method.upper(), route.address(key), b"{}")
            wrong = fault(answer, 405, "method.not_allowed")
            yield wrong and f"{route.name}: {wrong}"

    with untouched:
        assert not every(asking())


def test_a_large_body_is_refused(world, coordinator):
    large = b'{"note": "' + b"a" * (50 * 1024 * 1024) + b'"}'
    some = {"POST plans", "PATCH plans/{pk}", "POST imports", "POST findings/{pk}/close"}

    def asking():
        for route in WRITES:
            if route.name not in some:
                continue
            wrong = fault(raw(coordinator, route, large, world.own), 413, "request.too_large")
            yield wrong and f"{route.name}: {wrong}"

    with untouched:
        assert not every(asking())


LISTS = [r for r in READS if not r.on_record and r.template not in (
    "catalogues", "progress/summary", "progress/trend", "progress/changes", "history",
)]  # fmt: skip
WRONG_PARAMETERS = [
    ("limit", "0"), ("limit", "501"), ("limit", "abc"), ("limit", "-1"), ("limit", "9" * 30),
    ("offset", "-1"), ("offset", "1.5"), ("offset", "9" * 30),
    ("as_of", "2010-02-30"), ("as_of", "03/02/2010"), ("as_of", "2010-2-3"), ("as_of", ""),
    ("as_of", "0000-01-01"), ("as_of", "99999-01-01"), ("as_of", "2010-02-03T00:00:00"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value"), WRONG_PARAMETERS)
def test_a_wrong_value_of_a_parameter_is_named_on_every_list(coordinator, name, value):
    def asking():
        for route in LISTS:
            answer = coordinator.get(route.address(), {name: value})
            wrong = fault(answer, 400, "request.malformed")
            if not wrong and f"/{name}" not in pointers(answer):
                wrong = f"it names {pointers(answer)}"
            yield wrong and f"{route.name}?{name}={value}: {wrong}"

    assert not every(asking())


@pytest.mark.parametrize("name", ["ordering", "fields"])
def test_an_unknown_field_is_named_on_every_list(coordinator, name):
    without = {"ordering": {"progress/deadlines"}, "fields": {"progress/deadlines"}}

    def asking():
        for route in LISTS:
            if route.template in without[name]:
                continue
            answer = coordinator.get(route.address(), {name: "khong_co"})
            if name == "fields" and answer.status_code == 200 and not answer.json()["results"]:
                continue
            wrong = fault(answer, 400, "request.malformed")
            if not wrong and pointers(answer) != [f"/{name}"]:
                wrong = f"it names {pointers(answer)}"
            yield wrong and f"{route.name}: {wrong}"

    assert not every(asking())


def test_tomorrow_is_refused_wherever_a_day_is_asked_for(world, coordinator):
    tomorrow = (today() + timedelta(days=1)).isoformat()

    def asking():
        for route in READS:
            key = key_of_read(route, world)
            extra = PARAMETERS.get(route.template, "?")
            answer = coordinator.get(f"{route.address(key)}{extra}&as_of={tomorrow}")
            if route.template == "catalogues" and answer.status_code == 200:
                continue  # labels do not change from day to day
            wrong = fault(answer, 400, "request.malformed")
            if not wrong and [e["code"] for e in answer.json()["errors"]] != ["day.in_future"]:
                wrong = f"it says {answer.json()['errors']}"
            yield wrong and f"{route.name}: {wrong}"

    assert not every(asking())


def test_an_unknown_value_of_a_filter_is_named(coordinator):
    for address in (
        "findings?state=khac", "findings?grade=khac", "documents?kind=KHAC", "rollouts?stage=khac",
        "rollouts?edition=1994", "progress/agencies?flag=khac", "agencies?kind=khac",
        "audits?kind=khac", "certificates?in_force=maybe", "plans?agency=KHONG-CO",
        "progress/agencies?kind=so&kind=khac", "rollouts?agency=KHONG-CO",
    ):  # fmt: skip
        answer = coordinator.get(f"/api/v1/{address}")
        problem(answer, 400, "request.malformed")
        assert pointers(answer) == ["/" + address.partition("?")[2].partition("=")[0]], address


def test_an_unknown_path_is_a_problem_too(coordinator):
    for path in ("/api/v1/khong-co", "/api/v1/plans/", "/api/v1/plans/1/khong-co", "/khong-co"):
        problem(coordinator.get(path), 404, "record.not_found")


def test_a_record_that_is_not_there_is_not_found_on_every_address(world, coordinator):
    def asking():
        for route in READS + WRITES:
            if not route.on_record:
                continue
            call = getattr(coordinator, route.method)
            told = {} if route.method == "get" else body_of(asked_of(route)[0], world.own)
            answer = call(route.address("9" * 18), told, headers={"If-Match": '"1"'})
            wrong = fault(answer, 404, "record.not_found")
            yield wrong and f"{route.name}: {wrong}"

    with untouched:
        assert not every(asking())


@pytest.mark.parametrize("key", ["abc", "1.5", "-1", "9" * 40, "%00", "1%20OR%201=1", "Ⅷ", "١٢"])
def test_a_key_of_another_form_is_not_found(coordinator, key):
    for collection in ("plans", "rollouts", "findings", "users", "imports"):
        problem(coordinator.get(f"/api/v1/{collection}/{key}"), 404, "record.not_found")
    assert coordinator.get(f"/api/v1/agencies/{key}").status_code == 404


def test_the_anonymous_are_told_to_sign_in(world):
    answer = world.client("anonymous").get("/api/v1/plans")
    problem(answer, 401, "session.required")
    assert "WWW-Authenticate" in answer


def plan(world, **more):
    return {"rollout": world.own.rollouts["bare"], "kind": "de_an", "title": "Đề án", **more}


@pytest.mark.parametrize(
    "day",
    ["2016-02-30", "05/05/2016", "2016-5-5", "", 20160505, True, [], {}, "2016-05-05T00:00:00",
     {"date": "2016-05-01"}, {"date": "2016-05-01", "precision": "week"},
     {"date": "2016-05-01", "precision": None}, {"date": None, "precision": "day"},
     {"date": "2016-05-01", "precision": "month", "x": 1}],
)  # fmt: skip
def test_a_day_of_the_wrong_form_is_named(world, coordinator, day):
    with untouched:
        answer = coordinator.post("/api/v1/plans", plan(world, completed_on=day))
    problem(answer, 400, "request.malformed")
    assert pointers(answer) == ["/completed_on"]


def test_days_out_of_order_are_a_rule_with_its_place(world, coordinator):
    with untouched:
        answer = coordinator.post(
            "/api/v1/plans", plan(world, started_on="2016-06-01", completed_on="2016-05-31")
        )
    body = problem(answer, 409, "rule.broken")
    (blocker,) = body["blockers"]
    assert blocker["code"] == "plan.completed_before_started"
    assert blocker["pointer"] == "/completed_on"
    assert "31/05/2016" in blocker["message"]


def test_a_month_is_in_order_when_some_day_of_it_fits(world, coordinator):
    month = {"date": "2016-05-01", "precision": "month"}
    with undone():
        answer = coordinator.post(
            "/api/v1/plans", plan(world, started_on="2016-05-20", completed_on=month)
        )
    assert answer.status_code == 201, answer.content
    assert answer.json()["completed_on"] == "2016-05-01"
    assert answer.json()["completed_on_precision"] == "month"


def test_a_fact_of_the_future_is_refused(world, coordinator):
    tomorrow = (today() + timedelta(days=1)).isoformat()
    with untouched:
        answer = coordinator.post("/api/v1/plans", plan(world, completed_on=tomorrow))
    body = problem(answer, 409, "rule.broken")
    assert "day.in_future" in [blocker["code"] for blocker in body["blockers"]]


def test_every_reason_is_told_and_not_only_the_first(world, coordinator):
    with untouched:
        answer = coordinator.post(
            "/api/v1/plans", plan(world, started_on="1999-01-01", completed_on="1998-01-01")
        )
    codes = [blocker["code"] for blocker in problem(answer, 409)["blockers"]]
    assert codes.count("day.before_2001") == 2
    assert "plan.completed_before_started" in codes


@pytest.mark.parametrize(("given", "corrected"), NUMBERS)
def test_a_malformed_official_number_is_refused_with_its_correction(
    world, coordinator, given, corrected
):
    body = {"issuer": "UBND tỉnh Quảng Ninh", "number": given, "signed_on": "2012-01-05"}
    with untouched:
        answer = coordinator.post("/api/v1/official-documents", body)
    (error,) = problem(answer, 400, "request.malformed")["errors"]
    assert (error["pointer"], error["code"]) == ("/number", "official_number.malformed")
    assert f"«{corrected}»" in error["message"]


@pytest.mark.parametrize("number", ["QĐ-UBND", "0/QĐ-UBND", "19855555/QĐ", "1985/", "tám/QĐ", "…"])
def test_what_is_no_official_number_gets_an_example(world, coordinator, number):
    answer = coordinator.post(
        "/api/v1/official-documents", {"issuer": "UBND tỉnh Quảng Ninh", "number": number}
    )
    (error,) = problem(answer, 400, "request.malformed")["errors"]
    assert (error["pointer"], error["code"]) == ("/number", "official_number.unreadable")
    assert "1985/QĐ-UBND" in error["message"]


HUGE = ["9" * 30, 10**30, 1e300, -(10**30), 2**63, "9999999999999999999"]


@pytest.mark.parametrize("value", HUGE)
def test_huge_numbers_are_named_and_break_nothing(world, coordinator, value):
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
            answer = coordinator.generic(
                "POST", f"/api/v1/{path}", json.dumps(body), "application/json"
            )
            wrong = fault(answer, 400)
            if not wrong and answer.json()["code"] == "request.malformed":
                found = pointers(answer)
                if not [p for p in found if p.startswith(place)]:
                    wrong = f"it names {found}"
            yield wrong and f"{path} {body}: {wrong}"

    with untouched:
        assert not every(asking())


@pytest.mark.parametrize("word", ["", "   ", "x" * 10_000, "a" * 501])
def test_a_text_too_long_or_empty_is_named(world, coordinator, word):
    body = {"issuer": word, "number": "12/QĐ-UBND"}
    with untouched:
        answer = coordinator.post("/api/v1/official-documents", body)
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


def test_reasons_follow_the_reader_s_language(world, coordinator):
    for language, text in (("vi", "chưa đến"), ("en", "is in the future")):
        answer = coordinator.post(
            "/api/v1/plans", plan(world, completed_on="2999-01-01"),
            headers={"Accept-Language": language},
        )  # fmt: skip
        messages = [blocker["message"] for blocker in problem(answer, 409)["blockers"]]
        assert any(text in message for message in messages)


def test_decomposed_text_is_stored_composed(world, coordinator):
    import unicodedata

    composed = "Đề án xây dựng hệ thống quản lý chất lượng"
    with undone():
        answer = coordinator.post(
            "/api/v1/plans", plan(world, title=unicodedata.normalize("NFD", composed))
        )
        assert answer.status_code == 201, answer.content
        assert answer.json()["title"] == composed


def test_search_finds_composed_and_decomposed_alike(coordinator):
    import unicodedata

    for word in ("Sở Tư pháp", unicodedata.normalize("NFD", "Sở Tư pháp"), "so tu phap"):
        answer = coordinator.get("/api/v1/agencies", {"search": word})
        assert "STP" in [row["code"] for row in answer.json()["results"]], word


# Versions: If-Match.


def acts_on_records(world):
    return [(route, asked) for route in WRITES if route.on_record for asked in asked_of(route)]


def test_every_act_on_a_record_asks_for_the_version_seen(world, coordinator):
    def asking():
        for route, asked in acts_on_records(world):
            key = key_of(route, world.own, asked)
            body = body_of(asked, world.own, reason=WHY)
            answer = getattr(coordinator, route.method)(route.address(key), body)
            wrong = fault(answer, 428, "precondition.required")
            yield wrong and f"{route.name}: {wrong}"

    with untouched:
        assert not every(asking())


def test_a_stale_version_is_answered_with_the_record_as_it_stands(world, coordinator):
    def asking():
        for route, asked in acts_on_records(world):
            key = key_of(route, world.own, asked)
            body = body_of(asked, world.own, reason=WHY)
            stale = {"If-Match": f'"{version_of(route, key) + 7}"'}
            with undone():
                answer = getattr(coordinator, route.method)(route.address(key), body, headers=stale)
            wrong = fault(answer, 412, "record.stale")
            if not wrong:
                current = answer.json().get("current") or {}
                if current.get("row_version") != version_of(route, key):
                    wrong = f"current is {current}"
            yield wrong and f"{route.name}: {wrong}"

    with untouched:
        assert not every(asking())


@pytest.mark.parametrize("tag", ['"abc"', 'W/"1"', "*", '"1.5"', '"-1"', '"99999999999"', '"١"'])
def test_a_version_of_another_form_is_refused(world, coordinator, tag):
    one = world.own.one("plans.Plan", rollout="planned")
    with untouched:
        answer = coordinator.patch(f"/api/v1/plans/{one}", {"note": "x"}, headers={"If-Match": tag})
    problem(answer, 400, "request.malformed")
    assert pointers(answer) == ["/If-Match"]


def test_the_version_of_the_parent_does_not_rise_with_its_child(world, coordinator):
    from plans.models import Rollout

    rollout = Rollout.objects.get(pk=world.own.rollouts["audited"])
    with undone():
        answer = coordinator.post(
            "/api/v1/documents",
            {"rollout": rollout.pk, "code": "QT-50", "kind": "HD", "listed_on": "2010-01-01",
             "reason": WHY},
        )  # fmt: skip
        assert answer.status_code == 201, answer.content
        rollout.refresh_from_db()
    assert rollout.row_version == Rollout.objects.get(pk=rollout.pk).row_version


# Repeated requests: Idempotency-Key.

KEY = {"Idempotency-Key": "mot-lan"}


def test_a_repeated_request_gets_the_same_answer_and_records_once(world, coordinator):
    from plans.models import Plan

    with undone():
        first = coordinator.post("/api/v1/plans", plan(world), headers=KEY)
        again = coordinator.post("/api/v1/plans", plan(world), headers=KEY)
        count = Plan.objects.filter(rollout=world.own.rollouts["bare"]).count()
    assert first.status_code == again.status_code == 201
    assert first.content == again.content
    assert "Idempotent-Replayed" not in first
    assert again["Idempotent-Replayed"] == "true"
    assert count == 1


def test_the_same_key_with_another_body_is_a_mismatch(world, coordinator):
    with undone():
        coordinator.post("/api/v1/plans", plan(world), headers=KEY)
        other = coordinator.post("/api/v1/plans", plan(world, title="Khác"), headers=KEY)
    problem(other, 409, "idempotency.mismatch")


def test_a_key_belongs_to_its_actor_and_its_address(world, coordinator):
    with undone():
        assert coordinator.post("/api/v1/plans", plan(world), headers=KEY).status_code == 201
        training = {"agency": "SNV", "topic": "awareness", "held_on": "2011-05-05", "reason": WHY}
        assert coordinator.post("/api/v1/trainings", training, headers=KEY).status_code == 201
        theirs = world.client("officer").post("/api/v1/plans", plan(world), headers=KEY)
    assert [b["code"] for b in problem(theirs, 409, "rule.broken")["blockers"]] == ["plan.exists"]


def test_a_refused_request_does_not_use_up_its_key(world, coordinator):
    with undone():
        wrong = coordinator.post(
            "/api/v1/plans", plan(world, completed_on="2999-01-01"), headers=KEY
        )
        right = coordinator.post("/api/v1/plans", plan(world), headers=KEY)
    assert (wrong.status_code, right.status_code) == (409, 201)


def test_a_repeated_act_on_a_record_is_answered_though_the_version_moved_on(world, coordinator):
    one = world.own.one("plans.Plan", rollout="planned")
    with undone():
        answers = [
            coordinator.post(
                f"/api/v1/plans/{one}/submit", {"number": "09/TTr-SO", "reason": WHY},
                headers={**KEY, "If-Match": '"1"'},
            )
            for _ in range(2)
        ]  # fmt: skip
    assert [answer.status_code for answer in answers] == [200, 200], answers[1].content
    assert answers[0].content == answers[1].content


def test_a_key_too_long_is_refused(world, coordinator):
    with untouched:
        answer = coordinator.post(
            "/api/v1/plans", plan(world), headers={"Idempotency-Key": "x" * 201}
        )
    problem(answer, 400, "request.malformed")


# Conditional reads.


def test_a_reader_who_has_the_answer_already_gets_304(coordinator):
    first = coordinator.get("/api/v1/editions")
    assert first["ETag"].startswith('W/"')
    again = coordinator.get("/api/v1/editions", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
