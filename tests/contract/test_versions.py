"""Two people at one record, and one person who clicks twice: If-Match and Idempotency-Key."""

import pytest

from plans.models import Plan, Rollout
from tests.contract.asking import WRITES, every, fault, pointers, problem, untouched
from tests.contract.doing import WHY, asked_of, body_of, key_of, version_of
from tests.contract.world import undone

KEY = {"Idempotency-Key": "mot-lan"}


def plan(world, **more):
    return {"rollout": world.own.rollouts["bare"], "kind": "de_an", "title": "Đề án", **more}


def acts_on_records(world):
    return [(route, asked) for route in WRITES if route.on_record for asked in asked_of(route)]


def test_every_act_on_a_record_asks_for_the_version_seen(world, client):
    def asking():
        for route, asked in acts_on_records(world):
            key = key_of(route, world.own, asked)
            body = body_of(asked, world.own, reason=WHY)
            answer = getattr(client, route.method)(route.address(key), body)
            wrong = fault(answer, 428, "precondition.required")
            yield wrong and f"{route.name}: {wrong}"

    with untouched:
        assert not every(asking())


OF_THE_COUNCIL = {"POST reports/{pk}/sign_off"}


def test_a_stale_version_is_answered_with_the_record_as_it_stands(world, client):
    def asking():
        for route, asked in acts_on_records(world):
            key = key_of(route, world.own, asked)
            body = body_of(asked, world.own, reason=WHY)
            stale = {"If-Match": f'"{version_of(route, key) + 7}"'}
            with undone():
                # What the coordinator may not do at all is asked by who may.
                who = world.client("council") if route.name in OF_THE_COUNCIL else client
                answer = getattr(who, route.method)(route.address(key), body, headers=stale)
            wrong = fault(answer, 412, "record.stale")
            if not wrong:
                current = answer.json().get("current") or {}
                if current.get("row_version") != version_of(route, key):
                    wrong = f"current is {current}"
            yield wrong and f"{route.name}: {wrong}"

    with untouched:
        assert not every(asking())


@pytest.mark.parametrize("tag", ['"abc"', 'W/"1"', "*", '"1.5"', '"-1"', '"99999999999"', '"١"'])
def test_a_version_of_another_form_is_refused(world, client, tag):
    one = world.own.one("plans.Plan", rollout="planned")
    with untouched:
        answer = client.patch(f"/api/v1/plans/{one}", {"note": "x"}, headers={"If-Match": tag})
    problem(answer, 400, "request.malformed")
    assert pointers(answer) == ["/If-Match"]


def test_the_version_of_the_parent_does_not_rise_with_its_child(world, client):
    rollout = Rollout.objects.get(pk=world.own.rollouts["audited"])
    with undone():
        answer = client.post(
            "/api/v1/documents",
            {"rollout": rollout.pk, "code": "QT-50", "kind": "HD", "listed_on": "2010-01-01",
             "reason": WHY},
        )  # fmt: skip
        assert answer.status_code == 201, answer.content
        rollout.refresh_from_db()
    assert rollout.row_version == Rollout.objects.get(pk=rollout.pk).row_version


def test_a_repeated_request_gets_the_same_answer_and_records_once(world, client):
    with undone():
        first = client.post("/api/v1/plans", plan(world), headers=KEY)
        again = client.post("/api/v1/plans", plan(world), headers=KEY)
        count = Plan.objects.filter(rollout=world.own.rollouts["bare"]).count()
    assert first.status_code == again.status_code == 201
    assert first.content == again.content
    assert "Idempotent-Replayed" not in first
    assert again["Idempotent-Replayed"] == "true"
    assert count == 1


def test_the_same_key_with_another_body_is_a_mismatch(world, client):
    with undone():
        client.post("/api/v1/plans", plan(world), headers=KEY)
        other = client.post("/api/v1/plans", plan(world, title="Khác"), headers=KEY)
    problem(other, 409, "idempotency.mismatch")


def test_a_key_belongs_to_its_actor_and_its_address(world, client):
    with undone():
        assert client.post("/api/v1/plans", plan(world), headers=KEY).status_code == 201
        training = {"agency": "SNV", "topic": "awareness", "held_on": "2011-05-05", "reason": WHY}
        assert client.post("/api/v1/trainings", training, headers=KEY).status_code == 201
        theirs = world.client("officer").post("/api/v1/plans", plan(world), headers=KEY)
    assert [b["code"] for b in problem(theirs, 409, "rule.broken")["blockers"]] == ["plan.exists"]


def test_a_refused_request_does_not_use_up_its_key(world, client):
    with undone():
        wrong = client.post("/api/v1/plans", plan(world, completed_on="2999-01-01"), headers=KEY)
        right = client.post("/api/v1/plans", plan(world), headers=KEY)
    assert (wrong.status_code, right.status_code) == (409, 201)


def test_a_repeated_act_on_a_record_is_answered_though_the_version_moved_on(world, client):
    one = world.own.one("plans.Plan", rollout="planned")
    with undone():
        answers = [
            client.post(
                f"/api/v1/plans/{one}/submit", {"number": "09/TTr-SO", "reason": WHY},
                headers={**KEY, "If-Match": '"1"'},
            )
            for _ in range(2)
        ]  # fmt: skip
    assert [answer.status_code for answer in answers] == [200, 200], answers[1].content
    assert answers[0].content == answers[1].content


def test_a_key_too_long_is_refused(world, client):
    with untouched:
        answer = client.post("/api/v1/plans", plan(world), headers={"Idempotency-Key": "x" * 201})
    problem(answer, 400, "request.malformed")


def test_a_reader_who_has_the_answer_already_gets_304(client):
    first = client.get("/api/v1/editions")
    assert first["ETag"].startswith('W/"')
    again = client.get("/api/v1/editions", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
