"""Fixtures of all tests: the province's first data, one user of each role, a client for each."""

import json
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.database import django_db_modify_db_settings, django_db_setup  # noqa: F401

CASES = Path(__file__).parent / "cases"


@pytest.fixture(scope="session", autouse=True)
def first_data(request, django_db_blocker):
    """The register, the editions and the policy values stand in every test's database."""
    if not any(needs_database(item) for item in request.session.items):
        return
    request.getfixturevalue("django_db_setup")
    with django_db_blocker.unblock():
        load_first_data()


def needs_database(item):
    """Whether pytest-django makes a database for the test; without one there is none to fill."""
    fixtures = {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
    return bool(fixtures or item.get_closest_marker("django_db"))


def load_first_data():
    """The province without any rollout, as `first_data` leaves it with DEMO=0."""
    from django.core.management import call_command

    call_command("first_data", verbosity=0)


@pytest.fixture
def emptied(transactional_db):
    """For tests with real transactions: nothing but the first data, which outlives the flush."""


def _user(username, role, agency=None):
    from accounts.models import User
    from agencies.models import Agency

    home = Agency.objects.get(code=agency) if agency else None
    user, _ = User.objects.get_or_create(
        username=username, defaults={"role": role, "agency": home, "name": username}
    )
    return user


@pytest.fixture
def officer(db):
    return _user("officer.snv", "officer", "SNV-2025")


@pytest.fixture
def head(db):
    return _user("head.snv", "head", "SNV-2025")


@pytest.fixture
def coordinator(db):
    return _user("coordinator", "coordinator")


@pytest.fixture
def council(db):
    return _user("council", "council")


@pytest.fixture
def administrator(db):
    return _user("administrator", "administrator")


@pytest.fixture
def system(db):
    from accounts.models import User

    return User.objects.system()


@pytest.fixture
def client_as():
    """A client signed in as the user: client_as(officer).get("/api/v1/…")."""
    from rest_framework.test import APIClient

    def signed_in(user):
        client = APIClient()
        client.force_login(user)
        return client

    return signed_in


@pytest.fixture
def load(system):
    """Load case files or dicts as shipped data: load("so_noi_vu_2010") or load({...})."""
    from imports.case import import_cases

    def loading(*cases):
        return [import_cases(a_case(case), by=system, real_allowed=True) for case in cases]

    return loading


def a_case(case):
    """A case by name of its file in tests/cases, or as it is."""
    return (
        json.loads((CASES / f"{case}.json").read_text("utf-8")) if isinstance(case, str) else case
    )


@pytest.fixture
def refused():
    """with refused("plan.exists"): … — the act is refused with at least these codes."""
    from core.rules import RuleBroken

    @contextmanager
    def expecting(*codes):
        with pytest.raises(RuleBroken) as caught:
            yield
        found = {blocker.code for blocker in caught.value.blockers}
        assert set(codes) <= found, f"refused with {sorted(found)}"

    return expecting
