"""Whom the programme obliges on a day, and whose figures an officer sees."""

from datetime import date

import pytest

from progress.summaries import summary_on

pytestmark = pytest.mark.django_db
IN_SCOPE = [
    ("2010-02-03", 33), ("2019-12-31", 34), ("2025-02-28", 33), ("2025-03-01", 27),
    ("2025-06-30", 27), ("2025-07-01", 68), ("2026-11-22", 68),
]  # fmt: skip


@pytest.mark.parametrize(("day", "count"), IN_SCOPE)
def test_so_many_agencies_are_in_scope(day, count):
    agencies = summary_on(date.fromisoformat(day))["agencies"]
    assert agencies["in_scope"] == count
    assert sum(agencies["by_kind"].values()) == count


def test_before_the_programme_nobody_is_obliged():
    assert summary_on(date(2006, 6, 19))["agencies"]["in_scope"] == 0
    assert summary_on(date(2006, 6, 20))["agencies"]["in_scope"] > 0


def test_communes_are_obliged_from_their_first_day():
    before = summary_on(date(2025, 6, 30))["agencies"]["by_kind"]
    after = summary_on(date(2025, 7, 1))["agencies"]["by_kind"]
    assert before["ubnd_huyen"] == 13
    assert not {"ubnd_phuong", "ubnd_xa", "ubnd_dac_khu"} & set(before)
    assert "ubnd_huyen" not in after
    assert after["ubnd_phuong"] + after["ubnd_xa"] + after["ubnd_dac_khu"] == 54


@pytest.mark.parametrize(("day", "count"), IN_SCOPE)
def test_the_list_of_agencies_counts_the_same(client_as, coordinator, day, count):
    client = client_as(coordinator)
    answer = client.get("/api/v1/progress/agencies", {"as_of": day, "limit": 1}).json()
    assert answer["count"] == count


@pytest.fixture
def two_agencies(load):
    for code in ("SNV", "STP"):
        load({
            "agency": {"code": code},
            "source": {"title": "Báo cáo", "published_at": "2012-12-31T00:00:00+07:00"},
            "rollout": {"track": "state_certificate", "edition": "2008"},
            "plan": {"kind": "de_an", "title": "Đề án", "completed_on": "2010-05-05"},
            "documents": {"as_of": "2011-01-01", "by_kind": {"QT-TN": 3}},
            "external_audits": [{
                "body": "QUACERT", "type": "stage2", "from": "2012-01-01", "to": "2012-01-02",
                "findings": [{"grade": "minor", "count": 2}],
            }],
        })  # fmt: skip


@pytest.fixture
def at_home(db):
    """The officer of today's Sở Nội vụ, who also answers for its predecessors."""
    from accounts.models import User
    from agencies.models import Agency

    home = Agency.objects.get(code="SNV-2025")
    return User.objects.create(username="scope.officer", role="officer", agency=home)


def test_an_officer_s_board_counts_only_the_own_agency(two_agencies, at_home, client_as):
    board = client_as(at_home).get("/api/v1/progress/summary", {"as_of": "2013-01-01"}).json()
    # Of 2013 those that SNV-2025 came from are seen: SNV and SLDTBXH.
    assert board["agencies"]["in_scope"] == 2
    assert board["agencies"]["no_data"] == 1
    assert board["findings"]["minor"] == 2
    assert board["documents"]["planned"] == 3
    assert {row["stage"] for row in board["by_stage"]} == {"correcting", "not_started"}


def test_the_coordinator_s_board_counts_the_province(two_agencies, coordinator, client_as):
    board = client_as(coordinator).get("/api/v1/progress/summary", {"as_of": "2013-01-01"}).json()
    assert board["agencies"]["in_scope"] == 33
    assert board["findings"]["minor"] == 4
    assert board["documents"]["planned"] == 6


def test_every_number_of_an_officer_s_board_equals_its_list(two_agencies, at_home, client_as):
    client = client_as(at_home)
    board = client.get("/api/v1/progress/summary", {"as_of": "2013-01-01"}).json()
    wrong = []
    for pointer, address in board["lists"].items():
        number = board
        for part in pointer.strip("/").split("/"):
            number = number[int(part)] if isinstance(number, list) else number[part]
        count = client.get(address + "&limit=1").json()["count"]
        if count != number:
            wrong.append((pointer, number, count, address))
    assert not wrong


def test_an_agency_outside_of_the_scope_is_counted_apart(load, coordinator, client_as):
    load({
        "agency": {"code": "SKHCN.CCTDC"},
        "rollout": {"track": "state_certificate", "edition": "2008"},
        "plan": {"title": "Đề án", "completed_on": "2010-05-05"},
    })  # fmt: skip
    board = client_as(coordinator).get("/api/v1/progress/summary", {"as_of": "2011-01-01"}).json()
    agencies = board["agencies"]
    assert (agencies["in_scope"], agencies["outside_scope"], agencies["no_data"]) == (33, 1, 33)
