"""A rollout with its plan, and people who speak through the addresses."""

from datetime import date
from decimal import Decimal

import pytest

from tests.audits.conftest import Speaker

PAST = date(2008, 1, 1)


@pytest.fixture
def people(db):
    """people(role, agency): a new account of that role."""
    from accounts.models import User
    from agencies.models import Agency

    def somebody(role, agency=None, name="", **more):
        home = Agency.objects.get(code=agency) if agency else None
        count = User.objects.count()
        return User.objects.create(
            username=f"{role}.{count}",
            role=role,
            agency=home,
            name=name or f"{role} {count}",
            **more,
        )

    return somebody


@pytest.fixture
def speaks(client_as):
    """speaks(user): posts, acts with the version just read, reads."""
    return lambda user: Speaker(client_as(user))


@pytest.fixture
def opened(system):
    """opened(agency, track, edition): a rollout opened in 2016."""
    from acts.facts import told_by
    from acts.gate import acting
    from agencies.models import Agency
    from plans.records import put_rollout

    def opening(agency="SNV-2025", track="declaration", edition="2015", day=date(2025, 4, 1)):
        home = Agency.objects.get(code=agency)
        with acting("rollout.open", by=system, on=Agency.objects.filter(pk=home.pk)):
            return put_rollout(
                home, edition=edition, track=track, cycle=None, opened_on=day, told=told_by(system)
            )

    return opening


@pytest.fixture
def policy(db):
    """policy(code, value): the province has decided so, for every day."""
    from standards.models import PolicyValue

    def deciding(code, value):
        PolicyValue.objects.filter(code=code).update(value=Decimal(value))

    return deciding


PLAN = {
    "kind": "ke_hoach",
    "title": "Kế hoạch ISO",
    "scope": "Mọi thủ tục",
    "owner_position": "Giám đốc",
    "completed_on": "2025-05-05",
}


@pytest.fixture
def a_plan(opened, speaks, officer):
    """A plan that the officer has prepared: its answer as the address gives it."""
    return speaks(officer).post("plans", rollout=opened().pk, **PLAN)


def codes(answer):
    """The codes of a refusal."""
    return [row["code"] for row in answer["blockers"]]
