"""Every number of the board has its list, on any day."""

import random
from datetime import date, timedelta

import pytest
from django.db import connection

from imports.illustration import load as load_illustration
from tests.contract.world import cases_of
from tests.database import as_owner

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2007, 1, 1), date(2026, 11, 22)
AGENCIES = ["SNV", "STP", "SYT", "HUYEN-COTO"]


def days(count, seed):
    dice = random.Random(seed)
    span = (LAST - FIRST).days
    return [FIRST + timedelta(days=dice.randrange(span)) for _ in range(count)]


def number_at(board, pointer):
    for part in pointer.strip("/").split("/"):
        board = board[int(part)] if isinstance(board, list) else board[part]
    return board


def complaints(client, day):
    """Where the board of the day does not add up, or a number is not the count of its list."""
    board = client.get("/api/v1/progress/summary", {"as_of": day.isoformat()}).json()
    whole = board["agencies"]["in_scope"]
    sums = {
        "by_stage": sum(row["count"] for row in board["by_stage"]),
        "by_kind": sum(board["agencies"]["by_kind"].values()),
        "by_kind_stage": sum(row["count"] for row in board["by_kind_stage"]),
    }
    wrong = [(day, name, total, whole) for name, total in sums.items() if total != whole]
    counted = {}
    for pointer, address in board["lists"].items():
        if address not in counted:
            answer = client.get(f"{address}&limit=1")
            counted[address] = answer.json().get("count", answer.content)
        if counted[address] != number_at(board, pointer):
            told = number_at(board, pointer)
            wrong.append((day, pointer, told, counted[address], address))
    return wrong


def numbers(value, at=""):
    """The pointer of every number of the board."""
    if isinstance(value, dict):
        return [p for key, item in value.items() for p in numbers(item, f"{at}/{key}")]
    if isinstance(value, list):
        return [p for place, item in enumerate(value) for p in numbers(item, f"{at}/{place}")]
    return [at] if isinstance(value, int) and not isinstance(value, bool) else []


@pytest.fixture
def province(load):
    load([case for code in AGENCIES for case in cases_of(code).values()])


@pytest.mark.parametrize("day", days(5, seed=7), ids=str)
def test_every_number_equals_the_count_of_its_list(province, client_as, coordinator, day):
    assert not complaints(client_as(coordinator), day)


def test_every_number_has_a_list(province, client_as, coordinator):
    client = client_as(coordinator)
    board = client.get("/api/v1/progress/summary", {"as_of": "2018-06-15"}).json()
    lists = board.pop("lists")
    assert not set(numbers(board)) - set(lists)


@pytest.mark.heavy
def test_every_number_equals_its_list_on_fifty_days(emptied, client_as, coordinator, system):
    load_illustration(by=system)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # what the server does by itself soon after a load
    client = client_as(coordinator)
    assert not [wrong for day in days(50, seed=2026) for wrong in complaints(client, day)]
