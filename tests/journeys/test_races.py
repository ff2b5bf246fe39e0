"""Two people at once, with real threads: never twice, never a certificate past an open major.

20 trials of each race in a quick run, 100 with HEAVY=1.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from rest_framework.test import APIClient

from core.days import today

TRIALS = 100 if os.environ.get("HEAVY") == "1" else 20
AGENCY = "STP"


def at_once(*acts):
    """What the acts answer that begin together, each on its own connection."""
    start = Barrier(len(acts))

    def one(act):
        try:
            start.wait()
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(one, acts))


def case(number, **more):
    """A rollout of its own for each trial; a case file counts cycles up to 99."""
    track = ("voluntary_certificate", "state_certificate")[number % 2]
    key = {"track": track, "edition": "2015", "cycle": number // 2 + 1}
    return {"agency": {"code": AGENCY}, "rollout": key, **more}


def audited(number):
    """A rollout whose only major was verified: a certificate may be issued."""
    held = today() - timedelta(days=60)
    done = {"completed_on": str(held + timedelta(days=10)),
            "verified_on": str(held + timedelta(days=20))}  # fmt: skip
    finding = {"grade": "major", "clause": "9.2", **done}
    audit = {"body": "QUACERT", "type": "stage2", "edition": "2015", "from": str(held),
             "to": str(held), "findings": [finding]}  # fmt: skip
    return case(number, external_audits=[audit])


def planned(number):
    plan = {"kind": "de_an", "title": "Đề án", "scope": "Mọi thủ tục", "owner_name": "Sở Tư pháp",
            "owner_position": "Giám đốc", "completed_on": "2026-01-05"}  # fmt: skip
    return case(number, plan=plan)


@pytest.fixture
def people(emptied):
    """Two coordinators and two heads, each signed in on a client of their own."""
    from accounts.models import User
    from agencies.models import Agency

    home = Agency.objects.get(code=AGENCY)

    def person(role, number):
        return User.objects.create(
            username=f"race.{role}.{number}", role=role, agency=home if role == "head" else None
        )

    def signed_in(user):
        client = APIClient()
        client.force_login(user)
        return client

    return {role: [signed_in(person(role, n)) for n in (1, 2)] for role in ("coordinator", "head")}


@pytest.fixture
def trials(people):
    """trials(audited): the rollouts of so many cases, loaded in one act."""
    from accounts.models import User
    from imports.case import import_cases

    def loading(make):
        cases = [make(number) for number in range(TRIALS)]
        return import_cases(cases, by=User.objects.system(), real_allowed=True).rollout_ids

    return loading


@pytest.fixture
def order(monkeypatch):
    """What passed its gate when: names are added while the rollout's row is locked."""
    from audits import records as of_audits
    from certificates import records as of_certificates

    entered = []

    def watched(module, name):
        real = getattr(module, name)

        def told(*args, **kwargs):
            entered.append(name)
            return real(*args, **kwargs)

        monkeypatch.setattr(module, name, told)

    watched(of_certificates, "put_certificate")
    watched(of_audits, "put_reopening")
    watched(of_audits, "put_findings")
    return entered


def issue(client, rollout):
    told = {"rollout": rollout, "number": f"HT {rollout}", "issuer": "QUACERT",
            "edition": "2015", "issued_on": str(today())}  # fmt: skip
    return client.post("/api/v1/certificates", told)


def check_certificate_race(order, certificate, other):
    """Whoever came first is decided by the lock; a certificate that came second is refused."""
    assert other.status_code in (200, 201), other.content
    if order[0] == "put_certificate":
        assert certificate.status_code == 201, certificate.content
    else:
        assert certificate.status_code == 409, certificate.content
        codes = {reason["code"] for reason in certificate.json()["blockers"]}
        assert "certificate.major_open" in codes
    order.clear()


def test_no_certificate_is_issued_past_a_major_that_is_reopened(people, trials, order):
    from audits.models import Finding
    from certificates.models import Certificate

    rollouts = trials(audited)
    majors = dict(Finding.objects.values_list("rollout_id", "pk"))
    versions = dict(Finding.objects.values_list("pk", "row_version"))
    one, two = people["coordinator"]
    order.clear()
    issued = 0
    for rollout in rollouts:
        major = majors[rollout]
        certificate, reopened = at_once(
            lambda rollout=rollout: issue(one, rollout),
            lambda major=major: two.post(
                f"/api/v1/findings/{major}/reopen", {"reason": "tái diễn"},
                headers={"If-Match": f'"{versions[major]}"'},
            ),
        )  # fmt: skip
        check_certificate_race(order, certificate, reopened)
        issued += certificate.status_code == 201
    assert Certificate.objects.count() == issued


def test_no_certificate_is_issued_past_a_major_that_is_raised(people, trials, order):
    from audits.models import Audit
    from certificates.models import Certificate

    rollouts = trials(audited)
    audits = dict(Audit.objects.values_list("rollout_id", "pk"))
    one, two = people["coordinator"]
    order.clear()
    issued = 0
    for rollout in rollouts:
        told = {"audit": audits[rollout], "grade": "major", "clause": "8.1"}
        certificate, raised = at_once(
            lambda rollout=rollout: issue(one, rollout),
            lambda told=told: two.post("/api/v1/findings", told),
        )
        check_certificate_race(order, certificate, raised)
        issued += certificate.status_code == 201
    assert Certificate.objects.count() == issued


def test_a_plan_is_submitted_once(people, trials):
    from plans.models import Plan, Submission

    rollouts = trials(planned)
    plans = {plan.rollout_id: plan for plan in Plan.objects.all()}
    for number, rollout in enumerate(rollouts, start=1):
        plan = plans[rollout]
        told = {"number": f"{number}/TTr-STP", "sent_on": "2026-02-02"}

        def submit(client, plan=plan, told=told):
            return client.post(
                f"/api/v1/plans/{plan.pk}/submit", told,
                headers={"If-Match": f'"{plan.row_version}"'},
            )  # fmt: skip

        answers = at_once(*[lambda c=client: submit(c) for client in people["head"]])
        assert sorted(a.status_code for a in answers) in ([200, 409], [200, 412]), [
            a.content for a in answers
        ]
        assert Submission.objects.filter(rollout=rollout).count() == 1


def test_of_two_editors_one_is_told_that_it_has_changed(people, trials):
    from plans.models import Plan

    for rollout in trials(planned):
        plan = Plan.objects.get(rollout=rollout)

        def edit(client, title, plan=plan):
            return client.patch(
                f"/api/v1/plans/{plan.pk}", {"title": title},
                headers={"If-Match": f'"{plan.row_version}"'},
            )  # fmt: skip

        titles = zip(people["head"], ("Đề án A", "Đề án B"), strict=True)
        answers = at_once(*[lambda c=client, t=title: edit(c, t) for client, title in titles])
        assert sorted(a.status_code for a in answers) == [200, 412], [a.content for a in answers]
        saved, stale = sorted(answers, key=lambda answer: answer.status_code)
        plan.refresh_from_db()
        assert plan.title == saved.json()["title"] == stale.json()["current"]["title"]
