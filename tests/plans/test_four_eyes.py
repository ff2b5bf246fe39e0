"""Who prepares does not submit; who recorded does not confirm; nobody lends a password."""

import pytest

from tests.plans.conftest import PLAN, codes

pytestmark = pytest.mark.django_db

PAPER = {
    "number": "12/TTr-SNV",
    "sent_on": "2025-06-02",
    "signed_original": {"number": "12/TTr-SNV", "day": "2025-06-01", "signer": "Nguyễn Văn A"},
}


def offered(record, act):
    return next(offer for offer in record["next_acts"] if offer["act"] == act)


def test_the_officer_prepares_and_the_head_submits(a_plan, speaks, officer, head):
    at = f"plans/{a_plan['id']}"
    speaks(officer).act(at, "submit", 403)
    assert offered(speaks(head).get(at), "plan.submit")["allowed"]
    assert speaks(head).act(at, "submit", sent_on="2025-06-01")["rounds"] == 1


def test_who_prepared_the_plan_does_not_submit_it(opened, speaks, head):
    plan = speaks(head).post("plans", rollout=opened().pk, **PLAN)
    assert codes(offered(plan, "plan.submit")) == ["act.same_person"]
    assert codes(speaks(head).act(f"plans/{plan['id']}", "submit", 409)) == ["act.same_person"]


def test_the_same_person_with_two_accounts_does_not_get_round_it(opened, speaks, people):
    told = {"name": "Trần Thị B", "work_contact": "b.snv@quangninh.gov.vn"}
    prepares = people("officer", "SNV-2025", **told)
    signs = people("head", "SNV-2025", "TRẦN THỊ B ", work_contact="B.SNV@quangninh.gov.vn")
    plan = speaks(prepares).post("plans", rollout=opened().pk, **PLAN)
    assert codes(speaks(signs).act(f"plans/{plan['id']}", "submit", 409)) == ["act.same_person"]
    namesake = people("head", "SNV-2025", "Trần Thị B", work_contact="khac@quangninh.gov.vn")
    speaks(namesake).act(f"plans/{plan['id']}", "submit", sent_on="2025-06-01")


def test_the_coordinator_records_with_a_reason_that_it_was_otherwise(opened, speaks, coordinator):
    said = speaks(coordinator)
    plan = said.post("plans", rollout=opened().pk, **PLAN)
    at, why = f"plans/{plan['id']}", {"reason": "Theo hồ sơ lưu", "sent_on": "2025-06-01"}
    assert codes(said.act(at, "submit", 409, **why)) == ["act.same_person"]
    said.act(at, "submit", **why, irregular="Một người vừa lập vừa trình")
    sent = said.get("submissions?ordering=-id")["results"][0]
    assert sent["irregular"] == "Một người vừa lập vừa trình"


def test_paper_is_for_the_kinds_that_the_province_names(a_plan, speaks, officer, policy):
    at = f"plans/{a_plan['id']}"
    refused = speaks(officer).act(at, "submit_paper", 409, **PAPER)
    assert codes(refused) == ["four_eyes.paper_not_allowed"]
    policy("four_eyes.paper.so", 1)
    speaks(officer).act(at, "submit", **PAPER)
    sent = speaks(officer).get("submissions?ordering=-id")["results"][0]
    assert sent["signed_original"] == PAPER["signed_original"]


def test_the_days_of_the_signed_original_are_in_order(a_plan, speaks, officer, policy):
    policy("four_eyes.paper.so", 1)
    early = {**PAPER, "signed_original": {**PAPER["signed_original"], "day": "2025-05-01"}}
    late = {**PAPER, "signed_original": {**PAPER["signed_original"], "day": "2025-06-03"}}
    at = f"plans/{a_plan['id']}"
    assert codes(speaks(officer).act(at, "submit_paper", 409, **early)) == [
        "submission.signed_before_plan"
    ]
    assert codes(speaks(officer).act(at, "submit_paper", 409, **late)) == [
        "submission.sent_before_signed"
    ]


def test_the_coordinators_confirmation_is_the_second_pair_of_eyes(
    opened, speaks, coordinator, people, policy
):
    policy("four_eyes.paper.so", 1)
    said = speaks(coordinator)
    plan = said.post("plans", rollout=opened().pk, **PLAN)
    said.act(f"plans/{plan['id']}", "submit_paper", reason="Ghi thay", **PAPER)
    at = f"submissions/{said.get('submissions?ordering=-id')['results'][0]['id']}"
    assert codes(said.act(at, "confirm", 409)) == ["fact.confirmed_by_recorder"]
    confirmed = speaks(people("coordinator")).act(at, "confirm")
    assert confirmed["provenance"]["confirmed_on"]


def test_who_recorded_may_confirm_unless_the_province_asks_for_four_eyes(
    opened, speaks, coordinator, people, policy
):
    said = speaks(coordinator)
    first = f"plans/{said.post('plans', rollout=opened().pk, **PLAN)['id']}"
    assert said.act(first, "confirm")["provenance"]["confirmed_by"] == coordinator.username
    policy("four_eyes.confirm", 1)
    second = said.post("plans", rollout=opened(edition="2026").pk, **PLAN)
    assert codes(offered(second, "fact.confirm")) == ["fact.confirmed_by_recorder"]
    at = f"plans/{second['id']}"
    assert codes(said.act(at, "confirm", 409)) == ["fact.confirmed_by_recorder"]
    speaks(people("coordinator")).act(at, "confirm")


def test_a_change_after_the_confirmation_is_marked(a_plan, speaks, officer, coordinator):
    at, said = f"plans/{a_plan['id']}", speaks(coordinator)
    assert a_plan["provenance"]["changed_since_confirmation"] is False
    confirmed = said.act(at, "confirm")
    assert confirmed["provenance"]["changed_since_confirmation"] is False
    assert codes(said.act(at, "confirm", 409)) == ["fact.already_confirmed"]
    changed = speaks(officer).patch(at, title="Kế hoạch ISO sửa đổi")
    assert changed["provenance"]["changed_since_confirmation"] is True
    assert said.get("plans")["results"][0]["provenance"]["changed_since_confirmation"] is True
    again = said.act(at, "confirm")
    assert again["provenance"]["changed_since_confirmation"] is False
