"""What the feeds answer is what their own OpenAPI document says, whatever is asked."""

import os
from collections import Counter

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.answering import answered, complained
from tests.contract.world import cases_of

pytestmark = pytest.mark.django_db
PATHS = {"/feeds/v1/agencies", "/feeds/v1/indicators", "/feeds/v1/changes",
         "/feeds/v1/snapshots/{period}"}  # fmt: skip
GOOD = {
    "as_of": ["2010-02-03", "2018-06-15", None], "period": [None, "2018", "2018-H1", "2018-Q2"],
    "in_scope": ["true", "false", None], "format": ["json", "csv", "ndjson", None],
    "kind": [None, "so"], "code": [None, "SNV"], "since": [None], "limit": [1, 20, None],
    "offset": [None, 3],
}  # fmt: skip


@pytest.fixture
def document(program):
    return yaml.safe_load(program.get("/feeds/v1/schema").content)


@pytest.fixture
def api(document):
    with answered(document) as schema:
        yield schema


def test_it_tells_of_the_feeds_and_of_nothing_else(document):
    assert set(document["paths"]) == PATHS
    assert document["openapi"].startswith("3.1")
    assert document["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def test_the_systems_own_document_leaves_them_out(client_as, coordinator):
    text = client_as(coordinator).get("/api/v1/schema").content.decode()
    assert "/feeds/v1" not in text
    assert "/api/v1/feed-clients" in text


def asked(api, token, examples):
    """Ask every address so many things; the codes of the answers and what is wrong with them."""
    codes, complaints = Counter(), {}
    headers = {"Authorization": f"Bearer {token}"}
    for result in api.get_all_operations():
        operation = result.ok()

        @settings(max_examples=examples, deadline=None, derandomize=True, database=None,
                  suppress_health_check=list(HealthCheck))  # fmt: skip
        @given(case=operation.as_strategy(), dice=st.randoms(use_true_random=False))
        def ask(case, dice):
            if dice.random() < 0.6:
                names = [name for name in GOOD if any(
                    parameter.name == name for parameter in case.operation.query)]  # fmt: skip
                told = {name: dice.choice(GOOD[name]) for name in names}
                case.query = {name: value for name, value in told.items() if value is not None}
            answer = case.call(headers=headers)
            codes[answer.status_code] += 1
            complained(case, answer, complaints)

        ask()
    return codes, complaints


@pytest.fixture
def token(load, issued):
    load([case for code in ("SNV", "STP") for case in cases_of(code).values()])
    return issued(per_minute=10_000_000).token


def test_no_request_breaks_the_feeds(api, token):
    codes, complaints = asked(api, token, 12)
    assert codes[200] > 10, codes
    assert not complaints, "\n".join(f"{k}: {v}" for k, v in complaints.items())


@pytest.mark.heavy
def test_no_request_of_thousands_breaks_the_feeds(api, token):
    codes, complaints = asked(api, token, int(os.environ.get("FEED_EXAMPLES", "850")))
    assert sum(codes.values()) >= 3000, codes
    assert not complaints, "\n".join(f"{k}: {v}" for k, v in complaints.items())
