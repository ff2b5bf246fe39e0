"""What is unusual but allowed: told by itself, confirmed before it is saved when asked to."""

import pytest

from tests.audits.conftest import Speaker

pytestmark = pytest.mark.django_db
STRICT = {"Prefer": "handling=strict"}
INTERNAL = {"kind": "internal", "agency": "SNV-2025", "from": "2025-06-01", "to": "2025-06-02"}
UNTRAINED = "audit.auditors_not_trained"


@pytest.fixture
def client(client_as, officer):
    return client_as(officer)


def post(client, path, body, **headers):
    return client.post(f"/api/v1/{path}", body, format="json", headers=headers or STRICT)


def warned(answer, status=409):
    assert answer.status_code == status, answer.content.decode()
    return [row["code"] for row in answer.json()["warnings"]]


def test_without_being_asked_a_warning_only_stands_beside_the_answer(client):
    answer = post(client, "audits", INTERNAL, Prefer="")
    assert warned(answer, 201) == [UNTRAINED]
    assert "Preference-Applied" not in answer


def test_a_strict_sender_confirms_before_anything_is_saved(client):
    from audits.models import Audit

    answer = post(client, "audits", INTERNAL)
    assert warned(answer) == [UNTRAINED]
    assert answer.json()["code"] == "warnings.unconfirmed"
    assert not Audit.objects.exists()
    confirmed = post(client, "audits", INTERNAL | {"confirmed_warnings": [UNTRAINED]})
    assert warned(confirmed, 201) == [UNTRAINED]
    assert confirmed["Preference-Applied"] == "handling=strict"


def test_confirming_another_warning_is_not_enough(client):
    body = INTERNAL | {"confirmed_warnings": ["audit.own_unit"]}
    assert warned(post(client, "audits", body)) == [UNTRAINED]
    wrong = post(client, "audits", INTERNAL | {"confirmed_warnings": "all"})
    assert wrong.status_code == 400
    assert wrong.json()["errors"][0]["pointer"] == "/confirmed_warnings"


def test_the_key_of_an_unconfirmed_request_may_be_used_again(client):
    headers = {**STRICT, "Idempotency-Key": "mot-lan"}
    assert warned(post(client, "audits", INTERNAL, **headers)) == [UNTRAINED]
    body = INTERNAL | {"confirmed_warnings": [UNTRAINED]}
    assert post(client, "audits", body, **headers).status_code == 201
    assert post(client, "audits", body, **headers)["Idempotent-Replayed"] == "true"


def test_a_correction_is_asked_about_only_what_it_makes_unusual(client):
    made = post(client, "audits", INTERNAL, Prefer="").json()
    address = f"/api/v1/audits/{made['id']}"

    def patch(**body):
        version = client.get(address).json()["row_version"]
        headers = {**STRICT, "If-Match": f'"{version}"'}
        return client.patch(address, body, format="json", headers=headers)

    assert patch(note="Đã đối chiếu").status_code == 200
    own = [{"name": "A", "unit": "Văn phòng", "audits": ["Văn phòng"]}]
    assert warned(patch(auditors=own)) == ["audit.own_unit"]
    assert patch(auditors=own, confirmed_warnings=["audit.own_unit"]).status_code == 200


def test_a_plan_that_is_sent_on_is_asked_about_everything(client_as, officer, head):
    says = Speaker(client_as(officer))
    rollout = says.post("rollouts", agency="SNV-2025", edition="2015", track="declaration")
    plan = says.post(
        "plans",
        rollout=rollout["id"],
        kind="ke_hoach",
        title="Kế hoạch",
        scope="Mọi thủ tục",
        owner_position="Giám đốc",
        completed_on="2025-05-05",
    )
    assert [row["code"] for row in plan["warnings"]] == ["plan.budget_missing"]
    address = f"plans/{plan['id']}/submit"
    headers = {**STRICT, "If-Match": f'"{plan["row_version"]}"'}
    assert warned(post(client_as(head), address, {}, **headers)) == ["plan.budget_missing"]
    body = {"confirmed_warnings": ["plan.budget_missing"]}
    assert post(client_as(head), address, body, **headers).status_code == 200


def test_what_only_reminds_waits_for_nobody(client_as, coordinator, load):
    done = load("so_noi_vu_2010")[0]
    says = Speaker(client_as(coordinator))
    finding = says.get("findings", rollout=done.rollout_ids[0], grade="minor")["results"][0]
    told = says.get(f"findings/{finding['id']}")
    assert "finding.unverified" in [row["code"] for row in told["warnings"]]
    headers = {**STRICT, "If-Match": f'"{told["row_version"]}"'}
    answer = post(client_as(coordinator), f"findings/{finding['id']}/verify", {}, **headers)
    assert answer.status_code == 200, answer.content.decode()


def test_a_refusal_tells_its_reasons_once_and_what_is_unusual_beside_them(client):
    body = INTERNAL | {"from": "2099-06-01", "to": "2099-06-01"}
    problem = post(client, "audits", body).json()
    assert [row["code"] for row in problem["blockers"]] == ["day.in_future"]
    assert [row["pointer"] for row in problem["errors"]] == ["/from", "/to"]
    assert [row["code"] for row in problem["warnings"]] == [UNTRAINED]


def test_a_refusal_that_is_about_no_field_has_no_field_errors(client):
    rollout = {"agency": "SNV-2025", "edition": "2015", "track": "declaration"}
    assert post(client, "rollouts", rollout).status_code == 201
    problem = post(client, "rollouts", rollout).json()
    assert [row["code"] for row in problem["blockers"]] == ["rollout.one_open"]
    assert "errors" not in problem


def test_every_answer_of_a_write_says_whether_anything_is_unusual(client):
    made = post(client, "trainings", {"agency": "SNV-2025", "topic": "awareness"})
    assert warned(made, 201) == []
