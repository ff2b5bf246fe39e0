"""Requests of any shape that the OpenAPI document allows: never a 5xx, always an answer as told."""

import io
import os
import re
from collections import Counter

import pytest
import yaml
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.answering import answered, complained
from tests.contract.doing import SESSION, WHY, asked_of, body_of, key_of, version_of
from tests.contract.routes import routes
from tests.contract.world import undone

TOKEN = "t" * 32
# Signing in and out changes who asks; the document itself has its own test.
LEFT_OUT = {"/api/v1/session", "/api/v1/session/password", "/api/v1/schema"}


@pytest.fixture(scope="module")
def api():
    """The document, answered by the application in this process."""
    out = io.StringIO()
    call_command("spectacular", stdout=out)
    with answered(yaml.safe_load(out.getvalue())) as schema:
        yield schema


def operations(api):
    for result in api.get_all_operations():
        operation = result.ok()
        if operation.path not in LEFT_OUT:
            yield operation


def signed_in(world, role):
    """What somebody with a session sends, whom the CSRF check lets pass."""
    session = world.client(role).cookies["sessionid"].value
    return {
        "cookies": {"sessionid": session, "csrftoken": TOKEN},
        "headers": {"X-CSRFToken": TOKEN, "Origin": "http://localhost"},
    }


def shape_of(path):
    return re.sub(r"\{\w+\}", "{}", path.removeprefix("/api/v1/"))


ROUTES = {(route.method, shape_of(route.template)): route for route in routes()}


def on_solid_ground(case, route, place, choice):
    """The same request about a record that is there; a body as it should be but for one value."""
    known = route.method != "get" and route.name not in SESSION
    asked = asked_of(route)[0] if known else None
    key = key_of(route, place, asked) if route.collection != "users" else None
    if case.path_parameters and key is not None:
        (name,) = case.path_parameters
        case.path_parameters[name] = key
    if asked is None:
        return
    if key:
        case.headers = {**(case.headers or {}), "If-Match": f'"{version_of(route, key)}"'}
    given = case.body if isinstance(case.body, dict) else {}
    names = sorted(given)
    one = {names[choice % len(names)]: given[names[choice % len(names)]]} if names else {}
    case.body = body_of(asked, place, reason=WHY) | (one if choice % 3 else {})


def trying(operation, world, sender, examples, complaints):
    """Ask one operation some things, most of them on solid ground; the answers' codes."""
    codes = Counter()
    route = ROUTES[operation.method, shape_of(operation.path)]

    @settings(
        max_examples=examples, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy(), choice=st.integers(0, 60))
    def ask(case, choice):
        if choice % 4:
            on_solid_ground(case, route, world.own, choice)
        with undone():
            answer = case.call(**sender)
        codes[answer.status_code] += 1
        complained(case, answer, complaints)

    ask()
    return codes


def asked(api, world, role, examples, methods=("GET", "POST", "PATCH")):
    complaints, codes = {}, Counter()
    sender = signed_in(world, role)
    for operation in operations(api):
        if operation.method.upper() in methods:
            codes += trying(operation, world, sender, examples, complaints)
    assert 401 not in codes, "the requests come from nobody"
    return complaints, codes


@pytest.mark.parametrize("methods", [("GET",), ("POST", "PATCH")], ids=["reads", "writes"])
def test_no_request_breaks_the_system(api, world, methods):
    complaints, codes = asked(api, world, "coordinator", 3, methods)
    assert codes[200] + codes[201] > 20, codes
    assert not complaints, "\n".join(f"{k}: {v}" for k, v in complaints.items())


@pytest.mark.heavy
@pytest.mark.parametrize("role", ["coordinator", "officer", "head", "administrator"])
def test_no_request_of_very_many_breaks_the_system(api, world, role):
    examples = int(os.environ.get("EXAMPLES", "6"))
    complaints, _ = asked(api, world, role, examples)
    assert not complaints, "\n".join(f"{k}: {v}" for k, v in complaints.items())
