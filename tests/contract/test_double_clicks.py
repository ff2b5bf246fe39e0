"""Two requests with the same key at the same moment record once: real transactions and threads."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

PLAN = {"kind": "de_an", "title": "Đề án", "completed_on": "2016-05-05"}


def at_once(count, act):
    """What `count` threads get that begin together, each on its own connection."""
    start = Barrier(count)

    def one(_):
        start.wait()
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(one, range(count)))


def test_concurrent_requests_with_one_key_record_once(emptied, client_as):
    from accounts.models import User
    from imports.case import import_cases
    from maintenance.models import Training
    from plans.models import Plan

    case = {
        "agency": {"code": "STP"},
        "rollout": {"track": "declaration", "edition": "2015", "opened_on": "2016-01-04"},
    }
    done = import_cases(case, by=User.objects.system(), real_allowed=True)
    coordinator = User.objects.create(username="double.click", role="coordinator")
    clients = [client_as(coordinator) for _ in range(6)]

    def click(path, body):
        client = clients.pop()
        try:
            return client.post(path, body, headers={"Idempotency-Key": "cung-luc"})
        finally:
            clients.append(client)

    body = {**PLAN, "rollout": done.rollout_ids[0]}
    answers = at_once(4, lambda: click("/api/v1/plans", body))
    assert {answer.status_code for answer in answers} == {201}, [a.content for a in answers]
    assert len({answer.content for answer in answers}) == 1
    assert sum("Idempotent-Replayed" in answer for answer in answers) == 3
    assert Plan.objects.count() == 1

    training = {"agency": "STP", "topic": "awareness", "held_on": "2016-05-05", "reason": "thay"}
    answers = at_once(4, lambda: click("/api/v1/trainings", training))
    assert {answer.status_code for answer in answers} == {201}, [a.content for a in answers]
    assert Training.objects.count() == 1
