"""Who told of the documents, and the rollout they belong to."""

import pytest


@pytest.fixture
def told(officer, request):
    """What an officer told from the article, on the DAY of the test's file."""
    from core.provenance import Provenance

    day = request.module.DAY
    return Provenance(recorded_by_id=officer.pk, reported_by=day, source="bài báo")


@pytest.fixture
def rollout(told):
    """A rollout of Sở Nội vụ."""
    from agencies.models import Agency
    from plans.records import put_rollout

    return put_rollout(
        Agency.objects.get(code="SNV"), edition="2008", track="state_certificate", cycle=None,
        opened_on=None, told=told,
    )  # fmt: skip
