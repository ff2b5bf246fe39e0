"""How many questions each read asks of the database, session and user included.

The committed counts are in query_counts.json; UPDATE_QUERY_COUNTS=1 writes them anew.
"""

import json
import os
from pathlib import Path

import pytest
from django.db import connection
from django.db.models import F, Q
from django.test.utils import CaptureQueriesContext

from tests.contract.doing import PARAMETERS, key_of
from tests.contract.routes import routes
from tests.contract.world import OWN, OWN_TODAY, Place, cases_of, undone

pytestmark = pytest.mark.django_db
BASELINE = Path(__file__).with_name("query_counts.json")
LIST_LIMIT, SUMMARY_LIMIT = 8, 12
ROLES = ("coordinator", "officer")
FEW, MANY = 3, 30
KINDS = ["so", "van_phong", "thanh_tra", "ban", "ubnd_huyen"]
SHOWN = ["audited", "certified", "declared"]
EVERY = [*SHOWN, "clean", "planned"]
MORE = {
    "progress/agencies?stage=correcting": "progress/agencies?stage=correcting",
    "progress/agencies?limit=10": "progress/agencies?limit=10",
    "rollouts?stage=correcting": "rollouts?stage=correcting",
    "findings?state=open": "findings?state=open",
    "documents?state=in_force": "documents?state=in_force",
    "certificates?in_force=true": "certificates?in_force=true",
}
# Asked of every agency at once, as the board is.
BOARDS = {"GET progress/summary", "GET progress/changes", "GET my-work", "GET indicators"}
# Twelve month-ends and the quarter's end ask the board's questions thirteen times over.
SERIES = {"GET progress/trend"}


@pytest.fixture(scope="module")
def counts(django_db_setup, django_db_blocker):
    """{"few" | "many": {read: {role: number of queries}}}: three agencies, then thirty."""
    with django_db_blocker.unblock(), undone(), pytest.MonkeyPatch.context() as patch:
        # Not again after a minute, which a busy machine takes: the first request alone writes it.
        patch.setattr("core.idle.EVERY", 10**9)
        from accounts.models import User
        from agencies.models import Agency
        from imports.case import import_cases

        system = User.objects.system()
        people = {
            "coordinator": User.objects.create(username="count.c", role="coordinator"),
            "officer": User.objects.create(
                username="count.o", role="officer", agency=Agency.objects.get(code=OWN_TODAY)
            ),
        }
        alive = Q(valid_to=None) | Q(valid_to__gt="2020-01-01")
        others = Agency.objects.filter(alive, Q(valid_from=None) | Q(valid_from__lt="2001-01-01"))
        others = others.filter(kinds__kind__in=KINDS).exclude(code=OWN)
        living_first = others.order_by(F("valid_to").desc(nulls_first=True), "code")
        codes = [OWN, *living_first.values_list("code", flat=True)][:MANY]
        assert len(codes) == MANY

        def load(some, purposes):
            cases = [cases_of(code)[name] for code in some for name in purposes]
            return import_cases(cases, by=system, real_allowed=True).rollout_ids

        ids = load(codes[:FEW], EVERY)
        place = Place(OWN, dict(zip(EVERY, ids[: len(EVERY)], strict=True)))
        first = {"coordinator": people["coordinator"]}
        measured(first, place)  # what a process asks once and keeps
        few = measured(first, place)
        load(codes[FEW:], SHOWN)
        yield {"few": few, "many": measured(people, place)}


def measured(people, place):
    from rest_framework.test import APIClient

    found = {}
    for role, user in people.items():
        client = APIClient()
        client.force_login(user)
        for name, address in reads(place).items():
            with CaptureQueriesContext(connection) as asked:
                answer = client.get(address)
            if answer.status_code == 200:
                found.setdefault(name, {})[role] = len(asked)
    return found


def reads(place):
    """Every list, and every detail that has a record in this province."""
    found = {}
    for route in routes():
        skipped = route.template in ("schema", "session") or route.collection == "users"
        if route.method != "get" or skipped:
            continue
        try:
            key = key_of(route, place)
        except (AssertionError, KeyError):
            continue  # no case file holds such a record
        found[route.name] = route.address(key) + PARAMETERS.get(route.template, "")
    return found | {f"GET {name}": f"/api/v1/{path}" for name, path in MORE.items()}


def lists(counts):
    return {
        name: by_role
        for name, by_role in counts.items()
        if "{" not in name and name not in BOARDS | SERIES
    }


def test_no_list_asks_more_than_eight_questions(counts):
    over = {n: c for n, c in lists(counts["many"]).items() if max(c.values()) > LIST_LIMIT}
    assert not over


@pytest.mark.parametrize("name", sorted(BOARDS))
def test_a_board_asks_no_more_than_twelve(counts, name):
    assert max(counts["many"][name].values()) <= SUMMARY_LIMIT


def test_ten_times_the_data_asks_no_more_questions(counts):
    grown = {
        name: (few, counts["many"][name]["coordinator"])
        for name, few in ((n, c["coordinator"]) for n, c in counts["few"].items())
        if few != counts["many"][name]["coordinator"]
    }
    assert not grown


def test_the_questions_are_those_of_the_baseline(counts):
    """A number that fell is written down too, so that it cannot creep back."""
    if os.environ.get("UPDATE_QUERY_COUNTS"):
        text = json.dumps(counts["many"], indent=1, sort_keys=True, ensure_ascii=False)
        BASELINE.write_text(text + "\n", "utf-8")
    known = json.loads(BASELINE.read_text("utf-8"))
    now = counts["many"]
    changed = {
        name: (known.get(name), now.get(name))
        for name in {*known, *now}
        if known.get(name) != now.get(name)
    }
    assert not changed, f"(before, now): {changed}; UPDATE_QUERY_COUNTS=1 if it is meant so"
