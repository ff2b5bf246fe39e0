"""A plan goes to the council, comes back with opinions, and goes again."""

import pytest

from tests.plans.conftest import codes

pytestmark = pytest.mark.django_db

ASKED = {
    "opinions": ["Nêu rõ phạm vi", "Bổ sung kinh phí"],
    "resubmit_due_on": "2025-07-31",
    "met_on": "2025-06-20",
    "reason": "Chưa đủ nội dung",
}


def of(plan):
    return f"plans/{plan['id']}"


@pytest.fixture
def as_head(speaks, head):
    return speaks(head)


@pytest.fixture
def as_officer(speaks, officer):
    return speaks(officer)


@pytest.fixture
def as_coordinator(speaks, coordinator):
    return speaks(coordinator)


@pytest.fixture
def submitted(a_plan, as_head):
    as_head.act(of(a_plan), "submit", number="12/TTr-SNV", sent_on="2025-06-01")
    return a_plan


@pytest.fixture
def returned(submitted, as_coordinator):
    as_coordinator.act(of(submitted), "return", **ASKED)
    return submitted


def last(speaker, collection):
    return speaker.get(f"{collection}?ordering=-id")["results"][0]


def answer_all(speaker, **more):
    appraisal = last(speaker, "appraisals")
    answers = [
        {"opinion": opinion["id"], "answer": "Đã bổ sung", "answered_on": "2025-07-01"}
        for opinion in appraisal["opinions"]
    ]
    return speaker.act(f"appraisals/{appraisal['id']}", "answer", answers=answers, **more)


def test_a_submission_is_received_once(submitted, as_coordinator, as_head):
    sent = f"submissions/{last(as_head, 'submissions')['id']}"
    early = as_coordinator.act(sent, "receive", 409, received_on="2025-05-30")
    assert codes(early) == ["submission.received_before_sent"]
    assert (
        as_coordinator.act(sent, "receive", received_on="2025-06-02")["received_on"] == "2025-06-02"
    )
    again = as_coordinator.act(sent, "receive", 409, received_on="2025-06-03")
    assert codes(again) == ["submission.already_received"]
    as_head.act(sent, "receive", 403, received_on="2025-06-02")


def test_a_submission_that_nobody_receives_is_pointed_out(submitted, as_coordinator):
    sent = f"submissions/{last(as_coordinator, 'submissions')['id']}"
    assert [w["code"] for w in as_coordinator.get(sent)["warnings"]] == ["submission.not_received"]
    as_coordinator.act(sent, "receive", received_on="2025-06-02")
    assert as_coordinator.get(sent)["warnings"] == []


def test_a_return_becomes_a_checklist(returned, as_officer):
    plan, appraisal = as_officer.get(of(returned)), last(as_officer, "appraisals")
    assert (plan["rounds"], plan["opinions_open"]) == (1, 2)
    assert (appraisal["result"], appraisal["resubmit_due_on"]) == ("failed", "2025-07-31")
    assert [opinion["text"] for opinion in appraisal["opinions"]] == ASKED["opinions"]
    rollout = as_officer.get(f"rollouts/{returned['rollout']}")
    assert "returned" in rollout["flags"]
    assert rollout["stage"] == "submitted"


def test_a_return_names_opinions_and_a_day_all_at_once(submitted, as_coordinator):
    refused = as_coordinator.act(
        of(submitted), "return", 409, opinions=[], reason="Chưa đạt", met_on="2025-01-01"
    )
    assert {
        "plan.return_without_opinion",
        "plan.return_without_due_day",
        "appraisal.met_before_submission",
    } <= set(codes(refused))


def test_a_return_needs_a_reason_and_is_the_coordinators(submitted, as_coordinator, as_head):
    answer = as_coordinator.act(of(submitted), "return", 400, **{**ASKED, "reason": " "})
    assert answer["errors"][0]["pointer"] == "/reason"
    as_head.act(of(submitted), "return", 403, **ASKED)


def test_the_day_to_submit_again_is_not_before_the_meeting(submitted, as_coordinator):
    early = {**ASKED, "resubmit_due_on": "2025-06-19"}
    assert codes(as_coordinator.act(of(submitted), "return", 409, **early)) == [
        "appraisal.due_before_met"
    ]


def test_what_was_not_submitted_or_came_back_already_is_not_returned(
    a_plan, as_head, as_coordinator
):
    assert codes(as_coordinator.act(of(a_plan), "return", 409, **ASKED)) == ["plan.not_submitted"]
    as_head.act(of(a_plan), "submit", sent_on="2025-06-01")
    as_coordinator.act(of(a_plan), "return", **ASKED)
    assert codes(as_coordinator.act(of(a_plan), "return", 409, **ASKED)) == [
        "plan.already_returned"
    ]


def test_an_approved_plan_is_not_returned(submitted, as_coordinator):
    as_coordinator.post(
        "decisions",
        rollouts=[submitted["rollout"]],
        issuer="UBND tỉnh Quảng Ninh",
        number="99/QĐ-UBND",
        signed_on="2025-06-10",
    )
    assert codes(as_coordinator.act(of(submitted), "return", 409, **ASKED)) == [
        "plan.already_approved"
    ]


def test_every_opinion_is_answered_before_the_next_round(returned, as_officer, as_head):
    refused = as_head.act(of(returned), "submit", 409, sent_on="2025-07-10")
    assert refused["blockers"][0]["params"] == {"count": 2}
    assert codes(refused) == ["plan.opinion_unanswered"]
    assert answer_all(as_officer)["opinions_open"] == 0
    plan = as_head.act(of(returned), "submit", sent_on="2025-07-10")
    assert (plan["rounds"], plan["opinions_open"]) == (2, 0)
    assert last(as_head, "submissions")["round"] == 2
    assert "returned" not in as_head.get(f"rollouts/{returned['rollout']}")["flags"]


def test_a_round_that_was_not_returned_is_not_repeated(returned, as_officer, as_head):
    assert codes(as_head.act(of(returned), "submit", 409)) == ["plan.opinion_unanswered"]
    answer_all(as_officer)
    as_head.act(of(returned), "submit", sent_on="2025-07-10")
    assert codes(as_head.act(of(returned), "submit", 409)) == ["plan.already_submitted"]


def test_answers_stand_once_the_plan_went_again(returned, as_officer, as_head):
    answer_all(as_officer)
    as_head.act(of(returned), "submit", sent_on="2025-07-10")
    appraisal = last(as_officer, "appraisals")
    again = [{"opinion": appraisal["opinions"][0]["id"], "answer": "Khác"}]
    refused = as_officer.act(f"appraisals/{appraisal['id']}", "answer", 409, answers=again)
    assert codes(refused) == ["appraisal.answers_sent"]


def test_an_answer_has_its_opinion_and_its_day(returned, as_officer):
    appraisal = last(as_officer, "appraisals")
    strange = [{"opinion": 10**9, "answer": "?"}]
    answer = as_officer.act(f"appraisals/{appraisal['id']}", "answer", 400, answers=strange)
    assert answer["errors"][0]["pointer"] == "/answers/0/opinion"
    early = [
        {"opinion": appraisal["opinions"][0]["id"], "answer": "x", "answered_on": "2025-06-01"}
    ]
    refused = as_officer.act(f"appraisals/{appraisal['id']}", "answer", 409, answers=early)
    assert codes(refused) == ["appraisal.answered_before_met"]


def test_without_opinions_there_is_nothing_to_answer(submitted, as_coordinator, as_officer):
    made = as_coordinator.post(
        "appraisals", rollout=submitted["rollout"], result="passed", met_on="2025-06-20"
    )
    assert [w["code"] for w in made["warnings"]] == ["appraisal.minutes_missing"]
    offers = {o["act"]: o for o in as_officer.get(f"appraisals/{made['id']}")["next_acts"]}
    assert codes(offers["appraisal.answer"]) == ["appraisal.no_opinions"]


def test_the_coordinator_answers_on_behalf_with_a_reason(returned, as_coordinator):
    appraisal = last(as_coordinator, "appraisals")
    answers = [{"opinion": appraisal["opinions"][0]["id"], "answer": "Đã sửa"}]
    at = f"appraisals/{appraisal['id']}"
    answer = as_coordinator.act(at, "answer", 400, answers=answers)
    assert answer["errors"][0]["code"] == "reason.on_behalf"
    done = as_coordinator.act(at, "answer", answers=answers, reason="Theo công văn của Sở")
    assert done["opinions_open"] == 1


def test_submitting_again_late_is_a_warning(returned, as_officer, as_head):
    answer_all(as_officer)
    as_head.act(of(returned), "submit", sent_on="2025-08-15")
    sent = last(as_head, "submissions")
    warned = as_head.get(f"submissions/{sent['id']}")["warnings"]
    assert "submission.sent_late" in [w["code"] for w in warned]


def test_a_plan_that_says_too_little_is_not_submitted(opened, as_officer, as_head):
    bare = as_officer.post("plans", rollout=opened().pk, kind="ke_hoach")
    assert [w["code"] for w in bare["warnings"]] == ["plan.budget_missing"]
    refused = as_head.act(of(bare), "submit", 409, sent_on="2025-06-01")
    assert set(codes(refused)) == {
        "plan.title_missing",
        "plan.completed_on_missing",
        "plan.scope_missing",
        "plan.owner_missing",
    }


def test_an_agency_does_not_correct_what_the_council_found(returned, as_officer, as_coordinator):
    at = f"appraisals/{last(as_officer, 'appraisals')['id']}"
    assert codes(as_officer.patch(at, 409, result="passed")) == ["fact.of_the_province"]
    assert as_coordinator.patch(at, minutes_number="15/BB-HĐ")["minutes_number"] == "15/BB-HĐ"


def test_what_passed_has_the_day_of_its_minutes(opened, speaks, coordinator):
    says, told = speaks(coordinator), {"rollout": opened().pk, "result": "passed"}
    problem = says.refused("appraisals", "appraisal.met_on_missing", **told)
    assert [row["code"] for row in problem["warnings"]] == ["appraisal.minutes_missing"]
    assert says.post("appraisals", **told, irregular="mất biên bản")["met_on"] is None


def test_what_did_not_pass_tells_what_to_mend_and_until_when(opened, speaks, coordinator):
    says, told = speaks(coordinator), {"rollout": opened().pk, "result": "failed"}
    refused = says.post("appraisals", 409, **told)
    assert codes(refused) == ["plan.return_without_opinion", "plan.return_without_due_day"]
    due = {"opinions": ["Nêu rõ phạm vi"], "resubmit_due_on": "2025-08-01"}
    assert says.post("appraisals", **told, **due)["result"] == "failed"
    assert says.post("appraisals", **told, irregular="mất ý kiến")["result"] == "failed"
