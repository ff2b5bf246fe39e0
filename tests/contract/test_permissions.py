"""Role × verb over every address that exists; what is expected is read from MAY."""

import pghistory.models
import pytest

from acts.permissions import MAY, acts_on_behalf
from agencies.models import Agency
from tests.contract import matrix
from tests.contract.doing import (
    ISSUED,
    OF_THE_PROVINCE,
    PARAMETERS,
    SESSION,
    WHY,
    asked_of,
    key_of,
    send,
)
from tests.contract.matrix import Cell
from tests.contract.routes import routes
from tests.contract.world import ROLES, undone

AT_HOME = {"officer", "head"}
# Who lists accounts: contract 2; everybody else is refused.
READS_USERS = {"head", "coordinator", "administrator"}
READS_IMPORTS = {"coordinator", "council", "administrator"}


def reading():
    return [r for r in routes() if r.method == "get" and r.name not in SESSION]


def writing():
    return [r for r in routes() if r.method != "get" and r.name not in SESSION]


def test_every_address_that_writes_is_in_the_matrix():
    missing = []
    for route in writing():
        try:
            asked_of(route)
        except KeyError:
            missing.append(route.name)
    assert not missing, f"add them to tests/contract/doing.py: {missing}"


def test_no_address_takes_a_whole_record_back():
    assert not [r.name for r in routes() if r.method in ("put", "delete") and r.name not in SESSION]


def expected_write(role: str, asked, place, world) -> set[int]:
    """The answers that the table of permissions allows for this cell."""
    user = world.users[role]
    right = MAY[asked.verb]
    mine = place is world.own or not asked.agency
    if role in AT_HOME and not mine:
        # On a record: not visible. Naming it in a body: not theirs to do.
        return {404} if asked.record else {403, 404}
    if role in AT_HOME and asked.issuer:
        return {403}
    if role in right.roles or (right.on_behalf and role == "coordinator"):
        return {asked.status}
    assert not acts_on_behalf(user, asked.verb)
    return {403}


def expected_read(role: str, route, place, world) -> set[int]:
    if route.collection == "users":
        return {200} if role in READS_USERS else {403}
    if route.collection == "feed-clients":
        return {200} if role in ("administrator", "coordinator") else {403}
    if route.collection == "imports" and route.on_record:
        return {200} if role in READS_IMPORTS else {404}
    if role in AT_HOME and place is world.other and route.on_record:
        return {200} if route.collection in OF_THE_PROVINCE else {404}
    return {200}


def places(world, role: str, route):
    """An officer and a head are tried at home and elsewhere; to the others it is all one."""
    elsewhere = role in AT_HOME and (route.on_record or route.method != "get")
    return [("own", world.own), *([("other", world.other)] if elsewhere else [])]


# Refused by a rule about this record or this person, not by the table of permissions.
BY_RULE = {
    "fact.has_dependents",  # others point to it
    "fact.of_the_province",  # an agency does not correct what the province said
    "comment.of_another",
    "decision.head_may_not",
    "decision.issued_by_another",
    "four_eyes.paper_not_allowed",
    "report.no_texts",
    "report.not_failed",
}


def fits(answer, allowed: set[int]) -> bool:
    if answer.status_code in allowed:
        return True
    if answer.status_code == 409 and allowed & {200, 201}:
        return {b["code"] for b in answer.json()["blockers"]} <= BY_RULE
    return False


@pytest.mark.parametrize("role", ROLES)
def test_the_matrix_of_acts_is_that_of_the_table(world, role, report):
    client, wrong = world.client(role), []
    for route in writing():
        for asked in asked_of(route):
            for name, place in places(world, role, route):
                allowed = expected_write(role, asked, place, world)
                on_behalf = acts_on_behalf(world.users[role], asked.verb)
                more = {"reason": WHY} if on_behalf else {}
                with undone():
                    before = pghistory.models.Context.objects.count()
                    answer = send(client, route, asked, place, **more)
                    saved = pghistory.models.Context.objects.count() - before
                fitting = fits(answer, allowed)
                tried = (sorted(allowed), answer.status_code, fitting)
                cell = Cell(role, asked.verb, route.name, name, *tried)
                report.append(cell)
                if not fitting:
                    wrong.append(f"{cell} expected {sorted(allowed)} {answer.content[:300]!r}")
                if answer.status_code >= 400 and saved:
                    wrong.append(f"{cell} was refused and saved something")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("role", ROLES)
def test_everybody_reads_what_is_visible_to_them_and_nothing_else(world, role, report):
    client, wrong = world.client(role), []
    for route in reading():
        for name, place in places(world, role, route):
            key = world.users[role].pk if route.collection == "users" else key_of(route, place)
            answer = client.get(route.address(key) + PARAMETERS.get(route.template, ""))
            allowed = expected_read(role, route, place, world)
            tried = (sorted(allowed), answer.status_code, answer.status_code in allowed)
            cell = Cell(role, "read", route.name, name, *tried)
            report.append(cell)
            if answer.status_code not in allowed:
                wrong.append(f"{cell} expected {sorted(allowed)} {answer.content[:300]!r}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("role", sorted(AT_HOME))
def test_no_list_shows_an_officer_another_agency(world, role):
    client, wrong = world.client(role), []
    for route in reading():
        if route.on_record or route.collection in OF_THE_PROVINCE | {"catalogues", "history"}:
            continue
        text = client.get(route.address() + PARAMETERS.get(route.template, "")).content.decode()
        if '"code":"STP"' in text:
            wrong.append(route.name)
    assert not wrong, wrong


def test_the_coordinator_acts_on_behalf_only_with_a_reason(world):
    client, wrong = world.client("coordinator"), []
    for route in writing():
        for asked in asked_of(route):
            if not acts_on_behalf(world.users["coordinator"], asked.verb):
                continue
            with undone():
                answer = send(client, route, asked, world.own, reason="")
            places = [error["pointer"] for error in answer.json().get("errors", [])]
            if answer.status_code != 400 or "/reason" not in places:
                wrong.append(f"{asked.verb} {route.name}: {answer.status_code} {answer.content!r}")
    assert not wrong, "\n".join(wrong)


def test_the_anonymous_may_do_and_read_nothing(world):
    client, wrong = world.client("anonymous"), []
    for route in reading() + writing():
        call = getattr(client, route.method)
        answer = call(route.address(1), {} if route.method != "get" else None)
        if answer.status_code != 401 or answer.json()["code"] != "session.required":
            wrong.append(f"{route.name}: {answer.status_code}")
    assert not wrong, wrong


def test_nobody_signs_a_declaration_for_the_head():
    assert MAY["declaration.sign"].roles == {"head"}
    assert not MAY["declaration.sign"].on_behalf


def test_the_administrator_enters_no_business_facts():
    theirs = {verb for verb, right in MAY.items() if "administrator" in right.roles}
    assert {verb.split(".")[0] for verb in theirs} == {
        "agency",
        "scope",
        "policy",
        "edition",
        "account",
        "feed_client",
        "comment",
    }


def test_the_council_only_reads_comments_and_has_its_reports():
    theirs = {verb for verb, right in MAY.items() if "council" in right.roles}
    reports = {"report.make", "report.make_again", "report.sign_off"}
    assert (
        theirs
        == {"comment.write", "comment.void", "account.set_password", "account.set_totp"} | reports
    )


def test_the_next_acts_of_a_record_agree_with_the_table(world):
    from acts.permissions import may

    home = Agency.objects.get(code=world.own.agency).pk
    wrong = []
    for role in ROLES:
        client = world.client(role)
        for route in reading():
            foreign = route.collection in OF_THE_PROVINCE | ISSUED
            if foreign or not route.on_record or route.template.count("/") > 1:
                continue
            answer = client.get(route.address(key_of(route, world.own)))
            for offer in answer.json()["next_acts"]:
                codes = {blocker["code"] for blocker in offer["blockers"]}
                if may(world.users[role], offer["act"], home) == ("act.not_yours" in codes):
                    wrong.append((role, route.name, offer))
    assert not wrong, wrong


def test_the_page_of_the_matrix_shows_what_was_not_expected(tmp_path):
    good = Cell("officer", "plan.record", "POST plans", "own", [201], 201, True)
    bad = Cell("council", "plan.record", "POST plans", "own", [403], 201, False)
    matrix.keep(tmp_path, "a", [good])
    text = matrix.keep(tmp_path, "b", [bad]).read_text("utf-8")
    assert "| `plan.record` | `POST plans` | own | 201 |  |  | 201 ✗ 403 |  |" in text
    assert "2 cells, 1 of them unexpected" in text


@pytest.fixture
def report(tmp_path_factory, request):
    """The cells of the matrix, kept as a page beside the other outputs of the run."""
    cells: list[Cell] = []
    yield cells
    name = request.node.name.replace("[", "-").replace("]", "")
    matrix.keep(matrix.folder(tmp_path_factory), name, cells)
