"""The days on which a plan wants its stages to be reached."""

import pytest

from plans.models import Milestone
from tests.plans.conftest import codes

pytestmark = pytest.mark.django_db

WANTED = [
    {"stage": "approved", "planned_on": "2026-03-31"},
    {"stage": "declared", "planned_on": "2026-12-20"},
]


@pytest.fixture
def says(speaks, coordinator):
    return speaks(coordinator)


@pytest.fixture
def plan(says):
    rollout = says.post(
        "rollouts", agency="STP", edition="2015", track="declaration", reason="Ghi thay"
    )
    return says.post(
        "plans",
        rollout=rollout["id"],
        kind="ke_hoach",
        started_on="2026-01-05",
        milestones=WANTED,
        reason="Ghi thay",
    )


def schedule(says, plan, wanted, status=200):
    told = {"milestones": wanted, "reason": "Ghi thay"}
    return says.act(f"plans/{plan['id']}", "schedule", status, **told)


def test_the_journey_shows_the_planned_day_beside_the_day_reached(says, plan):
    stops = says.get(f"rollouts/{plan['rollout']}/journey")
    planned = {stop["stage"]: stop["planned_on"] for stop in stops if stop["planned_on"]}
    assert planned == {"approved": "2026-03-31", "declared": "2026-12-20"}


def test_a_new_schedule_takes_the_place_of_the_one_before(says, plan):
    told = schedule(says, plan, [{"stage": "approved", "planned_on": "2026-04-30"}])
    assert told["milestones"] == [{"stage": "approved", "planned_on": "2026-04-30"}]
    assert told["row_version"] > plan["row_version"]


def test_days_out_of_order_are_named_each_at_its_place(says, plan):
    refused = schedule(
        says,
        plan,
        [
            {"stage": "declared", "planned_on": "2026-02-01"},
            {"stage": "approved", "planned_on": "2026-06-30"},
            {"stage": "submitted", "planned_on": "2025-12-31"},
        ],
        status=409,
    )
    assert codes(refused) == ["milestone.before_plan", "milestone.out_of_order"]
    assert {error["pointer"] for error in refused["errors"]} == {
        "/milestones/0/planned_on",
        "/milestones/2/planned_on",
    }


def test_a_proof_planned_after_the_end_of_its_edition_is_a_warning(says):
    rollout = says.post(
        "rollouts", agency="STP", edition="2000", track="state_certificate",
        opened_on="2007-01-05", reason="Ghi thay",
    )  # fmt: skip
    told = says.post(
        "plans",
        rollout=rollout["id"],
        kind="de_an",
        started_on="2007-01-05",
        milestones=[{"stage": "certified", "planned_on": "2012-01-01"}],
        reason="Ghi thay",
    )
    detail = says.get(f"plans/{told['id']}")
    assert "plan.proven_after_edition" in {w["code"] for w in detail["warnings"]}


def test_the_stages_that_a_plan_can_want_stand_in_the_order_of_the_way():
    from progress.stages import STAGES

    ladder = [stage for stage in reversed(STAGES) if stage in Milestone.STAGES]
    assert ladder == Milestone.STAGES


def test_the_form_offers_the_stages_that_a_plan_can_want(says):
    offered = says.get("catalogues")["milestone_stages"]
    assert [stage["code"] for stage in offered] == Milestone.STAGES
    assert offered[0]["label"] == "Đã trình"
