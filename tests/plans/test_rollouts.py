"""Rollouts: opened, corrected, each linked to the one before it."""

from datetime import date, timedelta

import pytest

from core.days import today
from plans.models import Rollout
from standards.models import EditionDate

pytestmark = pytest.mark.django_db
AGENCY = "SNV-2025"
NEW = {"agency": AGENCY, "edition": "2015", "track": "declaration"}


@pytest.fixture
def says(speaks, officer):
    return speaks(officer)


@pytest.fixture
def proven(load):
    """proven(agency, edition, day): a rollout that has its certificate."""

    def making(agency="SNV", edition="2008", day="2012-05-05", cycle=1):
        done = load(
            {
                "source": {"title": "Báo cáo", "published_at": "2025-12-01T08:00:00+07:00"},
                "agency": {"code": agency},
                "rollout": {
                    "track": "voluntary_certificate",
                    "edition": edition,
                    "cycle": cycle,
                },
                "certificates": [
                    {
                        "number": f"HT {edition}-{cycle}",
                        "issuer": "QUACERT",
                        "edition": edition,
                        "scope": "Mọi thủ tục",
                        "issued_on": day,
                    }
                ],
            }
        )[0]
        return Rollout.objects.get(pk=done.rollout_ids[0])

    return making


def codes(answer, key="blockers"):
    return [row["code"] for row in answer[key]]


def test_without_a_day_it_is_listed_at_once_and_reaches_back_to_its_first_fact(says):
    made = says.post("rollouts", **NEW)
    assert made["opened_on"] == today().isoformat()
    listed = says.get(f"agencies/{AGENCY}/rollouts")["results"]
    assert [row["id"] for row in listed] == [made["id"]]
    says.post("plans", rollout=made["id"], kind="ke_hoach", started_on="2025-05-05")
    assert says.get(f"rollouts/{made['id']}")["opened_on"] == "2025-05-05"


def test_a_new_edition_names_the_rollout_before_it_also_a_predecessors(says, proven):
    old = proven()
    made = says.post("rollouts", **NEW | {"track": "voluntary_certificate"})
    assert made["previous_rollout"] == old.pk
    again = says.post("rollouts", **NEW)
    assert again["previous_rollout"] is None


def test_a_case_file_links_its_rollouts_too(proven):
    old, new = proven(), proven(edition="2015", day="2017-06-06")
    assert new.previous == old
    assert old.previous is None


def test_the_rollout_before_is_the_agencys_own_and_earlier(says, proven, opened):
    strange, later = opened("STP").pk, opened(day=date(2026, 1, 1), track="state_certificate").pk
    told = NEW | {"track": "voluntary_certificate", "opened_on": "2025-05-05"}
    assert says.refused("rollouts", "rollout.previous_of_another", **told, previous_rollout=strange)
    assert says.refused("rollouts", "rollout.previous_not_earlier", **told, previous_rollout=later)


def test_the_end_of_the_old_edition_is_said_half_a_year_before(says, proven):
    proven()
    ends = EditionDate.objects.filter(edition="2008", track="voluntary_certificate", what="void")
    told = NEW | {"track": "voluntary_certificate"}
    ends.update(on=today() + timedelta(days=179))
    made = says.post("rollouts", **told)
    assert codes(made, "warnings") == ["rollout.transition_ends_soon"]
    assert made["warnings"][0]["params"]["days"] == 179
    ends.update(on=today() + timedelta(days=180))
    assert says.get(f"rollouts/{made['id']}")["warnings"] == []


def test_the_day_of_opening_is_corrected_within_life_and_order(says, opened):
    rollout = opened(day=None)
    address = f"rollouts/{rollout.pk}"
    says.post("plans", rollout=rollout.pk, kind="ke_hoach", started_on="2025-05-05")
    early = says.patch(address, 409, opened_on="2025-02-01")
    assert codes(early) == ["agency.not_yet"]
    late = says.patch(address, 409, opened_on="2025-06-01")
    assert codes(late) == ["rollout.opened_after_fact"]
    assert says.patch(address, opened_on="2025-04-01")["opened_on"] == "2025-04-01"
    assert says.patch(address, opened_on=None)["opened_on"] == "2025-05-05"


def test_a_correction_names_its_version_and_its_verb(says, opened):
    address = f"rollouts/{opened().pk}"
    stale = says.patch(address, 412, version=99, opened_on="2025-04-02")
    assert stale["current"]["id"]
    says.patch(address, opened_on="2025-04-02", reason="theo quyết định")
    newest = says.get(f"{address}/history")["results"][0]
    assert (newest["verb"], newest["reason"]) == ("rollout.correct", "theo quyết định")


def test_one_open_rollout_of_a_track_counts_with_who_holds_it(says, opened):
    from agencies.models import Agency
    from plans.handover.records import hand_on_rollouts

    rollout = opened("STP")
    hand_on_rollouts([rollout], Agency.objects.get(code=AGENCY), date(2026, 1, 1))
    says.refused("rollouts", "rollout.one_open", **NEW)


def test_what_an_agency_may_begin_is_offered_on_its_page(speaks, coordinator, officer):
    def offered(user):
        rows = speaks(user).get(f"agencies/{AGENCY}")["next_acts"]
        return {row["act"]: row["allowed"] for row in rows}

    assert offered(coordinator)["rollout.open"]
    assert offered(coordinator)["directive.record"]
    assert offered(officer)["rollout.open"]
    assert not offered(officer)["directive.record"]
