"""A rollout of Sở Nội vụ and what is done to it through the addresses."""

import pytest


@pytest.fixture
def a_rollout(system):
    """a_rollout(track, edition): opened for Sở Nội vụ on 2008-01-01 unless told otherwise."""
    from datetime import date

    from acts.facts import told_by
    from acts.gate import acting
    from agencies.models import Agency
    from plans.records import put_rollout

    def opening(track="state_certificate", edition="2008", agency="SNV", day=date(2008, 1, 1)):
        home = Agency.objects.get(code=agency)
        with acting("rollout.open", by=system, on=Agency.objects.filter(pk=home.pk)):
            return put_rollout(
                home,
                edition=edition,
                track=track,
                cycle=None,
                opened_on=day,
                told=told_by(system),
            )

    return opening


@pytest.fixture
def at_home(db):
    """at_home(role): somebody of Sở Nội vụ of 2025, who also answers for its predecessor."""
    from accounts.models import User
    from agencies.models import Agency

    def somebody(role):
        home = Agency.objects.get(code="SNV-2025")
        return User.objects.create(username=f"{role}.snv-2025", role=role, agency=home)

    return somebody


@pytest.fixture
def as_coordinator(client_as, coordinator):
    return Speaker(client_as(coordinator))


@pytest.fixture
def as_officer(client_as, at_home):
    return Speaker(client_as(at_home("officer")))


@pytest.fixture
def as_head(client_as, at_home):
    return Speaker(client_as(at_home("head")))


class Speaker:
    """A client that posts, acts with the version it has just read, and reads."""

    def __init__(self, client):
        self.client = client

    def post(self, path, status=201, **body):
        answer = self.client.post(f"/api/v1/{path}", body, format="json")
        assert answer.status_code == status, answer.content.decode()
        return answer.json()

    def act(self, path, word, status=200, **body):
        version = self.get(path)["row_version"]
        answer = self.client.post(
            f"/api/v1/{path}/{word}", body, format="json", headers={"If-Match": f'"{version}"'}
        )
        assert answer.status_code == status, answer.content.decode()
        return answer.json()

    def patch(self, path, status=200, version=None, **body):
        version = self.get(path)["row_version"] if version is None else version
        answer = self.client.patch(
            f"/api/v1/{path}", body, format="json", headers={"If-Match": f'"{version}"'}
        )
        assert answer.status_code == status, answer.content.decode()
        return answer.json()

    def get(self, path, status=200, **params):
        answer = self.client.get(f"/api/v1/{path}", params)
        assert answer.status_code == status, answer.content.decode()
        return answer.json()

    def refused(self, path, *codes, **body):
        return self._codes(self.post(path, status=409, **body), codes)

    def refused_act(self, path, word, *codes, **body):
        return self._codes(self.act(path, word, status=409, **body), codes)

    def _codes(self, problem, codes):
        found = [row["code"] for row in problem["blockers"]]
        assert found == list(codes), found
        assert all(row["message"] != row["code"] for row in problem["blockers"]), problem
        return problem


AUDIT = {
    "kind": "external",
    "body": "QUACERT",
    "type": "stage2",
    "edition": "2008",
    "from": "2009-12-31",
    "to": "2009-12-31",
}


@pytest.fixture
def audit(a_rollout, as_coordinator):
    """The audit of the article, held on 2009-12-31: one major, one minor, one observation."""
    rollout = a_rollout()
    rows = [{"grade": "major", "clause": "5.6"}, {"grade": "minor"}, {"grade": "observation"}]
    return as_coordinator.post("audits", rollout=rollout.pk, **AUDIT, findings=rows)


@pytest.fixture
def findings(audit, as_coordinator):
    """The ids of its findings by grade."""
    rows = as_coordinator.get("findings", audit=audit["id"])["results"]
    return {row["grade"]: row["id"] for row in rows}
