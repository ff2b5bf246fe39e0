"""What moved between two days, what happened apart from what was only recorded late."""

from datetime import date
from typing import Any

from acts.permissions import Actor
from core.days import HOME
from progress.agencies import AgencyOnDay, agencies_on


def changes_between(start: date, end: date, user: Actor | None = None) -> dict[str, Any]:
    """Agencies whose stage at `end` differs from that at `start`, newest change first.

    `recorded_late`: the fact behind it lies in the span but was recorded after it.
    """
    before = {agency.id: agency for agency in agencies_on(start, user)[0]}
    after, _ = agencies_on(end, user)
    rows = [
        _change(agency, before.get(agency.id), end)
        for agency in after
        if (agency.id in before and before[agency.id].stage != agency.stage)
        or (agency.id not in before and agency.current)
    ]
    rows.sort(key=lambda row: row["since"] or date.min, reverse=True)
    return {"as_of": end.isoformat(), "results": rows}


def _change(agency: AgencyOnDay, before: AgencyOnDay | None, end: date) -> dict[str, Any]:
    rollout = agency.current
    number = ""
    if rollout:
        number = rollout.proof_number or "" if agency.proven else rollout.decision_number or ""
    recorded = rollout.last_recorded_at if rollout else None
    return {
        "agency": agency.as_row(),
        "before": before.stage if before else None,
        "after": agency.stage,
        "since": rollout.stage_since if rollout else None,
        "number": number if agency.stage in ("approved", "certified", "declared") else "",
        "recorded_late": bool(recorded and recorded.astimezone(HOME).date() > end),
    }
