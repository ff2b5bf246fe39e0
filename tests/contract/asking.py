"""Asking every address something, and what a problem must look like."""

import pghistory.models

from tests.contract.doing import SESSION, asked_of, key_of, version_of
from tests.contract.routes import routes

KEYS = {"type", "title", "status", "detail", "code", "request_id"}
READS = [r for r in routes() if r.method == "get" and r.name not in SESSION]
WRITES = [r for r in routes() if r.method != "get" and r.name not in SESSION]


def fault(answer, status, code=None):
    """What is wrong with an answer that should be this problem; empty when it is."""
    if answer.status_code != status:
        return f"{answer.status_code} instead of {status}: {answer.content[:200]!r}"
    if answer["Content-Type"] != "application/problem+json":
        return f"it is {answer['Content-Type']}"
    body = answer.json()
    if missing := KEYS - set(body):
        return f"it lacks {sorted(missing)}"
    if body["status"] != status or body["request_id"] != answer["X-Request-ID"]:
        return f"it contradicts its headers: {body}"
    if body["type"] != f"/problems/{body['code']}" or not body["title"].strip():
        return f"it has no name: {body}"
    if code and body["code"] != code:
        return f"its code is {body['code']}"
    return ""


def problem(answer, status, code=None):
    """The body of the problem, after checking that it is one."""
    assert not (wrong := fault(answer, status, code)), wrong
    return answer.json()


def pointers(answer):
    return [error["pointer"] for error in answer.json()["errors"]]


class Untouched:
    """`with untouched:` nothing is saved inside."""

    def __enter__(self):
        self.before = pghistory.models.Context.objects.count()

    def __exit__(self, *error):
        if not error[0]:
            assert pghistory.models.Context.objects.count() == self.before, "something was saved"


untouched = Untouched()


def every(asks):
    """The complaints of a function that is asked of every route, one text for all."""
    return "\n".join(filter(None, asks))


def raw(client, route, body, place, content_type="application/json", **headers):
    key = key_of(route, place, asked_of(route)[0])
    headers = {"If-Match": f'"{version_of(route, key)}"', **headers} if key else headers
    return client.generic(
        route.method.upper(), route.address(key), body, content_type, headers=headers
    )


def key_of_read(route, world):
    """What stands in the address of a read; accounts belong to no place."""
    return world.users["officer"].pk if route.collection == "users" else key_of(route, world.own)


OF_THE_COUNCIL = {"POST reports/{pk}/sign_off"}
OF_THE_ADMINISTRATOR = {
    "edition-dates",
    "feed-clients",
    "operations",
    "policy-values",
    "scope-rules",
}


def who_may(world, route):
    """Somebody signed in who may ask for the route: mostly the coordinator."""
    if route.name in OF_THE_COUNCIL:
        return world.client("council")
    administrators = route.collection in OF_THE_ADMINISTRATOR
    return world.client("administrator" if administrators else "coordinator")
