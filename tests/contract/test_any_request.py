"""Requests of any shape that the OpenAPI document allows: never a 5xx, always an answer as told."""

import io
import os
import re
from collections import Counter

import pytest
import schemathesis
import yaml
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
)

from tests.contract.doing import SESSION, WHY, asked_of, body_of, key_of, version_of
from tests.contract.routes import routes
from tests.contract.world import undone

CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]
TOKEN = "t" * 32
# Signing in and out changes who asks; the document itself has its own test.
LEFT_OUT = {"/api/v1/session", "/api/v1/session/password", "/api/v1/schema"}


@pytest.fixture(scope="module")
def api():
    """The document, answered by the application in this process."""
    from config.wsgi import application

    out = io.StringIO()
    call_command("spectacular", stdout=out)
    schema = schemathesis.openapi.from_dict(yaml.safe_load(out.getvalue()))
    schema.app = application
    schema.config.update(base_url="http://localhost")
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)  # the connection holds the test's transaction
    yield schema
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


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
        try:
            case.validate_response(answer, checks=CHECKS)
        except BaseException as failure:  # schemathesis raises groups of its own
            if isinstance(failure, KeyboardInterrupt):
                raise
            complaints[f"{operation.label} {type(failure).__name__}"] = str(failure)[:700]

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
