"""The OpenAPI document says what the addresses do."""

import io
from pathlib import Path

import pytest
import yaml
from django.core.management import call_command
from drf_spectacular.drainage import GENERATOR_STATS

from tests.contract.asking import who_may
from tests.contract.doing import FILES, PARAMETERS, SESSION, WHY, asked_of, key_of, send
from tests.contract.routes import routes
from tests.contract.world import undone

KEPT = Path(__file__).resolve().parents[2] / "docs" / "openapi.yaml"
# Contract 4: the addresses of issue one.
PROMISED = """
session users agencies agencies/{} agencies/{}/lineage agencies/{}/rollouts successions editions
policy-values scope-rules catalogues official-documents directives tasks rollouts rollouts/{}
rollouts/{}/journey rollouts/{}/history plans submissions appraisals decisions documents
document-versions promulgations audits findings corrective-actions management-reviews trainings
boards maintenance-years applications certificates declarations status-events progress/summary
progress/agencies progress/trend progress/changes progress/deadlines imports history schema
""".split()


@pytest.fixture(scope="module")
def written():
    """The document as the code gives it now, and what the generator complains of."""
    GENERATOR_STATS.reset()
    out = io.StringIO()
    call_command("spectacular", validate=True, stdout=out)
    complaints = [*GENERATOR_STATS._warn_cache, *GENERATOR_STATS._error_cache]
    return yaml.safe_load(out.getvalue()), complaints, out.getvalue()


@pytest.fixture(scope="module")
def document(written):
    return written[0]


def test_it_is_written_without_a_complaint(written):
    assert not written[1]


def test_it_is_the_one_in_docs(written):
    assert KEPT.read_text("utf-8") == written[2], "run: make schema"


def test_it_is_of_the_version_promised(document):
    assert document["openapi"].startswith("3.1")


def test_it_knows_every_address(document):
    known = {
        (method, path.removeprefix("/api/v1/").replace("{id}", "{pk}"))
        for path, methods in document["paths"].items()
        for method in methods
    }
    missing = {(r.method, r.template) for r in routes() if r.template != "schema"} - known
    assert not missing


@pytest.mark.parametrize("promised", PROMISED)
def test_what_the_contract_promises_exists(promised):
    import re

    templates = {re.sub(r"\{\w+\}", "{}", route.template) for route in routes()}
    assert promised in templates


def test_lists_come_in_one_envelope(document):
    keys = {"count", "next", "previous", "as_of", "results"}
    bare = {"catalogues", "progress/summary", "progress/trend", "progress/changes", "session"}
    wrong = []
    for route in routes():
        if route.method != "get" or route.on_record or route.template in bare | {"schema"}:
            continue
        answer = document["paths"][f"/api/v1/{route.template}"]["get"]["responses"]["200"]
        name = answer["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
        if set(document["components"]["schemas"][name]["properties"]) < keys:
            wrong.append((route.template, name))
    assert not wrong


def test_every_address_may_answer_a_problem(document):
    wrong = [
        (method, path)
        for path, methods in document["paths"].items() for method, operation in methods.items()
        if "application/problem+json" not in operation["responses"].get("default", {}).get(
            "content", {}) and path != "/api/v1/schema"
    ]  # fmt: skip
    assert not wrong


def test_a_write_tells_its_headers(document):
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            if method not in ("post", "patch") or "/session" in path:
                continue
            headers = {p["name"] for p in operation["parameters"] if p["in"] == "header"}
            expected = {"Idempotency-Key", "Prefer"} | ({"If-Match"} if "{" in path else set())
            assert headers == expected, (method, path)


# What the addresses answer is what the document says.


class Said:
    """The document as a validator of answers."""

    def __init__(self, document):
        from referencing import Registry, Resource
        from referencing.jsonschema import DRAFT202012

        self.document = document
        self.registry = Registry().with_resource(
            "urn:openapi", Resource(contents=document, specification=DRAFT202012)
        )

    def complaints(self, route, answer):
        """How the body of an answer differs from the shape of its address."""
        from jsonschema import Draft202012Validator

        path = "/api/v1/" + route.template.replace("{pk}", self._name(route))
        responses = self.document["paths"][path][route.method]["responses"]
        if str(answer.status_code) not in responses:
            return [f"{answer.status_code} is not told"]
        place = f"urn:openapi#/paths/{path.replace('/', '~1')}/{route.method}/responses/"
        place += f"{answer.status_code}/content/application~1json/schema"
        checker = Draft202012Validator(
            {"$ref": place}, registry=self.registry,
            format_checker=Draft202012Validator.FORMAT_CHECKER,
        )  # fmt: skip
        return [
            f"{'/'.join(map(str, error.absolute_path))}: {error.message}"[:200]
            for error in checker.iter_errors(answer.json())
        ]

    def _name(self, route):
        path = "/api/v1/" + route.template
        return "{id}" if path.replace("{pk}", "{id}") in self.document["paths"] else "{pk}"


@pytest.fixture(scope="module")
def said(document):
    return Said(document)


def test_every_read_answers_the_shape_it_promises(world, said):
    wrong = []
    for route in routes():
        if route.method != "get" or route.template in {"schema", *FILES}:
            continue
        key = world.users["officer"].pk if route.collection == "users" else key_of(route, world.own)
        address = route.address(key) + PARAMETERS.get(route.template, "")
        answer = who_may(world, route).get(address)
        wrong += [f"{route.name}: {text}" for text in said.complaints(route, answer)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("role", ["head", "coordinator", "administrator"])
def test_every_act_answers_the_shape_it_promises(world, said, role):
    client, wrong = world.client(role), []
    for route in routes():
        if route.method == "get" or route.name in SESSION:
            continue
        for asked in asked_of(route):
            with undone():
                answer = send(client, route, asked, world.own, reason=WHY)
            if answer.status_code in (200, 201):
                wrong += [f"{route.name}: {text}" for text in said.complaints(route, answer)]
    assert not wrong, "\n".join(wrong)
