"""What one agency and one rollout are on a day, straight from the ladder."""

from datetime import date

import pytest

PUBLISHED = "2026-11-01T08:00:00+07:00"


@pytest.fixture
def told(load):
    """told({...}): load a case of Sở Tư pháp (or of `agency`), published on 01/11/2026."""

    def telling(case, agency="STP", published=PUBLISHED):
        rollout = {"track": "state_certificate", "edition": "2008", **case.get("rollout", {})}
        source = {"title": "Báo cáo", "published_at": published}
        return load({**case, "rollout": rollout, "agency": {"code": agency}, "source": source})

    return telling


@pytest.fixture
def agency_on():
    """agency_on("2010-02-03"): Sở Tư pháp (or another code) as it stands on the day."""
    from progress.agencies import agencies_on

    def asking(day, code="STP"):
        agencies, _ = agencies_on(date.fromisoformat(day), scope=None)
        (found,) = [agency for agency in agencies if agency.code == code]
        return found

    return asking


@pytest.fixture
def rollout_on():
    """rollout_on("2010-02-03"): the only rollout of the day, or None."""
    from progress.stages import rollouts_on

    def asking(day):
        rows = rollouts_on(date.fromisoformat(day))
        assert len(rows) < 2
        return rows[0] if rows else None

    return asking
