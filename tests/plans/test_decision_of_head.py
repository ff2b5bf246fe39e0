"""Where the rule set allows it, the agency's head approves the plan of an own declaration."""

import pytest

from tests.plans.conftest import PLAN, codes

pytestmark = pytest.mark.django_db


@pytest.fixture
def ward():
    from agencies.models import Agency

    wards = Agency.objects.filter(kinds__kind="ubnd_phuong", valid_to=None)
    return wards.order_by("code").first()


def decide(speaker, rollout, issuer, status=201, number="11/QĐ-UBND"):
    return speaker.post(
        "decisions",
        status,
        rollouts=[rollout.pk],
        issuer=issuer,
        number=number,
        signed_on="2025-08-08",
    )


@pytest.fixture
def of_the_ward(ward, people, speaks, opened):
    from datetime import date

    def opening(track="declaration"):
        return opened(ward.code, track, day=date(2025, 7, 15))

    return speaks(people("head", ward.code)), opening, ward.names.get(valid_to=None).name


def test_the_head_of_a_ward_approves_the_plan_of_its_declaration(of_the_ward):
    says, opening, name = of_the_ward
    rollout = opening()
    decide(says, rollout, name)
    assert says.get(f"rollouts/{rollout.pk}")["stage"] == "approved"


def test_on_another_track_the_province_decides(of_the_ward):
    says, opening, name = of_the_ward
    refused = decide(says, opening("voluntary_certificate"), name, 409)
    assert codes(refused) == ["decision.head_may_not"]


def test_the_head_of_a_department_may_not_unless_the_policy_says_so(opened, speaks, head, policy):
    rollout, says = opened(), speaks(head)
    assert codes(decide(says, rollout, "Sở Nội vụ", 409)) == ["decision.head_may_not"]
    policy("decision.by_head.so", 1)
    decide(says, rollout, "Sở Nội vụ")


def test_the_head_records_no_decision_of_the_province(of_the_ward):
    says, opening, _ = of_the_ward
    refused = decide(says, opening(), "UBND tỉnh Quảng Ninh", 409)
    assert codes(refused) == ["decision.issued_by_another"]


def test_all_that_is_wrong_with_a_decision_is_told_at_once_in_the_words_of_people(of_the_ward):
    says, opening, _ = of_the_ward
    later = {"rollouts": [opening("voluntary_certificate").pk], "signed_on": "2030-01-01"}
    refused = says.post(
        "decisions", 409, **later, issuer="UBND tỉnh Quảng Ninh", number="11/QĐ-UBND"
    )
    assert codes(refused) == [
        "day.in_future",
        "decision.head_may_not",
        "decision.issued_by_another",
    ]
    said = refused["blockers"][1]["message"]
    assert "loại «UBND phường»" in said
    assert "hình thức «Chứng nhận tự nguyện»" in said


def test_the_head_approves_no_other_agencys_plan_beside_the_own(of_the_ward, opened):
    says, opening, name = of_the_ward
    own, other = opening(), opened("STP")
    says.post(
        "decisions",
        403,
        rollouts=[own.pk, other.pk],
        issuer=name,
        number="11/QĐ-UBND",
        signed_on="2025-08-08",
    )


def test_the_coordinator_records_the_decision_of_the_province(opened, speaks, coordinator, officer):
    rollout = opened()
    speaks(officer).post("plans", rollout=rollout.pk, **PLAN)
    decide(speaks(coordinator), rollout, "UBND tỉnh Quảng Ninh")
