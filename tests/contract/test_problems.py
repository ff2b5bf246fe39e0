"""Whatever is asked wrongly is answered with a problem that names the place, and saves nothing."""

from datetime import timedelta

import pytest

from core.days import today
from tests.contract.asking import (
    READS,
    WRITES,
    every,
    fault,
    key_of_read,
    pointers,
    problem,
    raw,
    untouched,
)
from tests.contract.doing import PARAMETERS, WHY, asked_of, body_of, key_of, send, version_of
from tests.contract.world import undone


def test_an_unknown_parameter_is_named_on_every_address(world, client):
    def asking():
        for route in READS + WRITES:
            place = world.own
            if route.method == "get":
                key = key_of_read(route, world)
                extra = PARAMETERS.get(route.template, "?") + "&khong_co=1"
                answer = client.get(route.address(key) + extra)
            else:
                asked = asked_of(route)[0]
                key = key_of(route, place, asked)
                headers = {"If-Match": f'"{version_of(route, key)}"'} if key else {}
                call = getattr(client, route.method)
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


def test_an_unknown_key_is_named_on_every_address(world, client):
    def asking():
        for route in WRITES:
            for asked in asked_of(route):
                with undone():
                    answer = send(client, route, asked, world.own, khong_co=1)
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
def test_a_body_that_is_no_object_is_refused_everywhere(world, client, kind):
    body, status = BODIES[kind]

    def asking():
        for route in WRITES:
            with undone():
                answer = raw(client, route, body, world.own)
            if kind in MAY_BE_EMPTY and answer.status_code in (200, 201, 403, 409):
                continue
            wrong = fault(answer, status)
            yield wrong and f"{route.name}: {wrong}"

    assert not every(asking())


def test_another_content_type_is_refused_everywhere(world, client):
    def asking():
        for route in WRITES:
            answer = raw(client, route, b"<xml/>", world.own, content_type="text/xml")
            wrong = fault(answer, 415, "format.unsupported")
            yield wrong and f"{route.name}: {wrong}"

    with untouched:
        assert not every(asking())


def test_the_window_of_changes_must_be_in_order_and_over(client):
    for query, place in (
        ("from=2012-01-01&to=2010-01-01", "/to"), ("from=2012-01-01", "/to"),
        ("from=2010-01-01&to=2999-01-01", "/to"), ("to=2010-01-01", "/from"),
        ("from=hom-qua&to=2010-01-01", "/from"),
    ):  # fmt: skip
        answer = client.get(f"/api/v1/progress/changes?{query}")
        problem(answer, 400, "request.malformed")
        assert pointers(answer) == [place], query


@pytest.mark.parametrize("method", ["put", "delete", "trace"])
def test_another_method_is_refused_everywhere(world, client, method):
    def asking():
        for route in READS + WRITES:
            key = key_of_read(route, world)
            answer = client.generic(method.upper(), route.address(key), b"{}")
            wrong = fault(answer, 405, "method.not_allowed")
            yield wrong and f"{route.name}: {wrong}"

    with untouched:
        assert not every(asking())


def test_a_large_body_is_refused(world, client):
    large = b'{"note": "' + b"a" * (50 * 1024 * 1024) + b'"}'
    some = {"POST plans", "PATCH plans/{pk}", "POST imports", "POST findings/{pk}/close"}

    def asking():
        for route in WRITES:
            if route.name not in some:
                continue
            wrong = fault(raw(client, route, large, world.own), 413, "request.too_large")
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
def test_a_wrong_value_of_a_parameter_is_named_on_every_list(client, name, value):
    def asking():
        for route in LISTS:
            answer = client.get(route.address(), {name: value})
            wrong = fault(answer, 400, "request.malformed")
            if not wrong and f"/{name}" not in pointers(answer):
                wrong = f"it names {pointers(answer)}"
            yield wrong and f"{route.name}?{name}={value}: {wrong}"

    assert not every(asking())


@pytest.mark.parametrize("name", ["ordering", "fields"])
def test_an_unknown_field_is_named_on_every_list(client, name):
    without = {"ordering": {"progress/deadlines"}, "fields": {"progress/deadlines"}}

    def asking():
        for route in LISTS:
            if route.template in without[name]:
                continue
            answer = client.get(route.address(), {name: "khong_co"})
            if name == "fields" and answer.status_code == 200 and not answer.json()["results"]:
                continue
            wrong = fault(answer, 400, "request.malformed")
            if not wrong and pointers(answer) != [f"/{name}"]:
                wrong = f"it names {pointers(answer)}"
            yield wrong and f"{route.name}: {wrong}"

    assert not every(asking())


def test_tomorrow_is_refused_wherever_a_day_is_asked_for(world, client):
    tomorrow = (today() + timedelta(days=1)).isoformat()

    def asking():
        for route in READS:
            key = key_of_read(route, world)
            extra = PARAMETERS.get(route.template, "?")
            answer = client.get(f"{route.address(key)}{extra}&as_of={tomorrow}")
            if route.template == "catalogues" and answer.status_code == 200:
                continue  # labels do not change from day to day
            wrong = fault(answer, 400, "request.malformed")
            if not wrong and [e["code"] for e in answer.json()["errors"]] != ["day.in_future"]:
                wrong = f"it says {answer.json()['errors']}"
            yield wrong and f"{route.name}: {wrong}"

    assert not every(asking())


def test_an_unknown_value_of_a_filter_is_named(client):
    for address in (
        "findings?state=khac", "findings?grade=khac", "documents?kind=KHAC", "rollouts?stage=khac",
        "rollouts?edition=1994", "progress/agencies?flag=khac", "agencies?kind=khac",
        "audits?kind=khac", "certificates?in_force=maybe", "plans?agency=KHONG-CO",
        "progress/agencies?kind=so&kind=khac", "rollouts?agency=KHONG-CO",
    ):  # fmt: skip
        answer = client.get(f"/api/v1/{address}")
        problem(answer, 400, "request.malformed")
        assert pointers(answer) == ["/" + address.partition("?")[2].partition("=")[0]], address


def test_an_unknown_path_is_a_problem_too(client):
    for path in ("/api/v1/khong-co", "/api/v1/plans/", "/api/v1/plans/1/khong-co", "/khong-co"):
        problem(client.get(path), 404, "record.not_found")


def test_a_record_that_is_not_there_is_not_found_on_every_address(world, client):
    def asking():
        for route in READS + WRITES:
            if not route.on_record:
                continue
            call = getattr(client, route.method)
            told = {} if route.method == "get" else body_of(asked_of(route)[0], world.own)
            answer = call(route.address("9" * 18), told, headers={"If-Match": '"1"'})
            wrong = fault(answer, 404, "record.not_found")
            yield wrong and f"{route.name}: {wrong}"

    with untouched:
        assert not every(asking())


@pytest.mark.parametrize("key", ["abc", "1.5", "-1", "9" * 40, "%00", "1%20OR%201=1", "Ⅷ", "١٢"])
def test_a_key_of_another_form_is_not_found(client, key):
    for collection in ("plans", "rollouts", "findings", "users", "imports"):
        problem(client.get(f"/api/v1/{collection}/{key}"), 404, "record.not_found")
    assert client.get(f"/api/v1/agencies/{key}").status_code == 404


def test_the_anonymous_are_told_to_sign_in(world):
    answer = world.client("anonymous").get("/api/v1/plans")
    problem(answer, 401, "session.required")
    assert "WWW-Authenticate" in answer
