"""What a process keeps of a day is what the database would answer, whatever was done since."""

import threading
from datetime import date

import pytest
from django.db import connection, transaction

from core.days import today
from feeds.queries import CommitOrder
from progress import agencies, kept, summaries, trend
from progress.kept import Kept, Mark, WorkedOut
from tests.contract.world import cases_of
from tests.feeds.conftest import committed


@pytest.fixture
def keeping(monkeypatch):
    """Things are kept although the test itself runs within a transaction."""
    monkeypatch.setattr(kept, "uncommitted", lambda: False)


def asking(answers):
    """A question that tells these answers, and the ids that it was asked about."""
    asked = []

    def ask(day, ids):
        asked.append(ids)
        return {pk: row for pk, row in answers.items() if ids is None or pk in ids}

    return ask, asked


class Told:
    """An order of changes as the test says it."""

    def __init__(self):
        self.number, self.place, self.agencies = 1, "here", set()

    def mark(self):
        return Mark(self.place, self.number)

    def changed(self, after, upto):
        return set(self.agencies)


@pytest.fixture
def order(keeping, monkeypatch):
    order = Told()
    monkeypatch.setattr(kept, "_orders", [order])
    return order


DAY = date(2026, 1, 31)


def test_what_did_not_change_is_asked_once(order):
    answers = {1: "a", 2: "b"}
    ask, asked = asking(answers)
    pictures = Kept(ask, days=2)
    assert pictures.on(DAY) == answers
    assert pictures.on(DAY) == answers
    assert asked == [None]


def test_only_the_agencies_that_changed_are_asked_anew(order):
    answers = {1: "a", 2: "b", 3: "c"}
    ask, asked = asking(answers)
    pictures = Kept(ask, days=2)
    before = pictures.on(DAY)
    answers |= {2: "B", 4: "d"}
    del answers[3]
    order.number, order.agencies = 2, {2, 3, 4}
    assert pictures.on(DAY) == {1: "a", 2: "B", 4: "d"}
    assert asked == [None, [2, 3, 4]]
    assert before == {1: "a", 2: "b", 3: "c"}


def test_many_changes_are_asked_about_in_one_question(order, monkeypatch):
    monkeypatch.setattr(kept, "FEW", 2)
    ask, asked = asking({1: "a", 2: "b", 3: "c"})
    pictures = Kept(ask, days=2)
    pictures.on(DAY)
    order.number, order.agencies = 2, {1, 2, 3}
    pictures.on(DAY)
    assert asked == [None, None]


def test_another_database_is_asked_anew(order):
    ask, asked = asking({1: "a"})
    pictures = Kept(ask, days=2)
    pictures.on(DAY)
    order.place = "restored"
    pictures.on(DAY)
    assert asked == [None, None]


def test_no_more_days_are_kept_than_told(order):
    ask, asked = asking({1: "a"})
    pictures = Kept(ask, days=2)
    for day in (1, 2, 3, 2, 1):
        pictures.on(date(2026, 1, day))
    assert len(asked) == 4


def test_what_is_worked_out_is_worked_out_again_when_an_agency_changed(order):
    answers = {1: 10, 2: 20}
    ask, _ = asking(answers)
    worked = []

    def work(day, rows):
        worked.append(day)
        return sum(rows.values())

    total = WorkedOut(Kept(ask, days=2), work)
    assert [total.on(DAY), total.on(DAY)] == [30, 30]
    answers[1] = 11
    order.number, order.agencies = 2, {1}
    assert total.on(DAY) == 31
    assert worked == [DAY, DAY]


@pytest.mark.django_db
def test_a_change_by_hand_is_seen_too(load, keeping):
    load(cases_of("STP")["planned"])
    committed()
    assert "planning" in {row["stage"] for row in summaries.summary_on(today())["by_stage"]}
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM plans_plan")
    committed()
    assert {row["stage"] for row in summaries.summary_on(today())["by_stage"]} == {"not_started"}


@pytest.mark.django_db
def test_a_number_of_the_law_changes_every_agency(load, keeping):
    from standards.models import PolicyValue

    load(cases_of("STP")["declared"])
    committed()
    summaries.summary_on(today())
    PolicyValue.objects.filter(code="maintenance.months").update(value=1)
    committed()
    now = summaries.summary_on(today())
    anew = summaries.summary_of(summaries.board_of(
        agencies.ask_agencies(today(), None).values(), agencies.yardsticks_on(today())
    ))  # fmt: skip
    assert now == anew


@pytest.mark.django_db
def test_the_trend_is_the_board_of_each_of_its_days(load, keeping, coordinator):
    load("so_noi_vu_2010", cases_of("STP")["declared"], cases_of("SYT")["certified"])
    committed()
    told = trend.trend_to(date(2010, 3, 31), coordinator)
    points = [*told["points"], told["quarter_end"]]
    assert len(points) == 13
    for point in points:
        board = summaries.board_on(date.fromisoformat(point["day"]))
        assert point == trend._point(board)
    assert any(row["stage"] == "corrected" for row in told["points"][-1]["by_stage"])


@pytest.mark.django_db
@pytest.mark.parametrize(
    "asked", ["", "?limit=7&offset=14", "?search=so+noi&ordering=-name", "?kind=so&kind=ban"]
)
def test_a_page_of_agencies_is_the_same_from_what_is_kept(
    asked, load, monkeypatch, client_as, coordinator
):
    load("so_noi_vu_2010", cases_of("STP")["declared"])
    client, address = client_as(coordinator), f"/api/v1/progress/agencies{asked}"
    committed()
    chosen_first = client.get(address).json()
    monkeypatch.setattr(kept, "uncommitted", lambda: False)
    summaries.summary_on(today())
    assert agencies.KEPT.holds(today())
    assert client.get(address).json() == chosen_first
    assert chosen_first["results"]


@pytest.mark.usefixtures("emptied")
def test_an_act_is_on_the_board_of_others_as_soon_as_it_is_committed(load):
    load(cases_of("STP")["planned"])
    seen = summaries.summary_on(today())["agencies"]["no_data"]
    load(cases_of("SYT")["planned"])
    assert summaries.summary_on(today())["agencies"]["no_data"] == seen - 1


@pytest.mark.usefixtures("emptied")
def test_what_was_rolled_back_was_never_on_the_board(load):
    load(cases_of("STP")["planned"])
    seen = summaries.summary_on(today())
    with transaction.atomic():
        connection.cursor().execute("UPDATE plans_rollout SET opened_on = '2026-01-01'")
        transaction.set_rollback(True)
    assert summaries.summary_on(today()) == seen


@pytest.mark.usefixtures("emptied")
def test_who_reads_while_others_record_ends_with_what_is_on_record(load):
    from accounts.models import User
    from documents.actions import list_document
    from plans.models import Rollout

    load(cases_of("STP")["planned"], cases_of("SYT")["planned"])
    rollouts, failed = list(Rollout.objects.all()), []

    def working(job):
        try:
            for n in range(15):
                job(n)
        except Exception as error:
            failed.append(repr(error))
        finally:
            connection.close()

    def record(rollout):
        by = User.objects.system()
        return lambda n: list_document(rollout, code=f"Q{n}", kind="HD", title="Tài liệu", by=by)

    jobs = [*map(record, rollouts), *[lambda n: summaries.summary_on(today())] * 3]
    threads = [threading.Thread(target=working, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert summaries.summary_on(today())["documents"]["planned"] >= 30
    with transaction.atomic():  # within a transaction it is asked anew
        anew = summaries.summary_on(today())
    assert summaries.summary_on(today()) == anew


def test_the_order_of_commits_names_the_database_and_the_last_number(db, load):
    load(cases_of("STP")["planned"])
    committed()
    before = CommitOrder().mark()
    load(cases_of("SYT")["planned"])
    committed()
    after = CommitOrder().mark()
    assert before.place == after.place
    assert after.number > before.number
    from agencies.models import Agency

    assert CommitOrder().changed(before, after) == {Agency.objects.get(code="SYT").pk}


@pytest.mark.django_db
@pytest.mark.parametrize("day", ["2009-12-30", "2010-02-03", "2014-06-30", ""])
def test_a_number_that_is_known_is_that_of_the_rows(day, load, client_as, coordinator):
    load("so_noi_vu_2010", cases_of("STP")["declared"], cases_of("SYT")["certified"])
    client, on = client_as(coordinator), f"&as_of={day}" if day else ""
    for name, named in (("documents", "own"), ("findings", "board")):
        told = client.get(f"/api/v1/{name}?limit=500{on}").json()
        assert told["count"] == len(told["results"])
        assert told["count"] == client.get(f"/api/v1/{name}?current={named}{on}").json()["count"]
        assert told["count"] or day != "2010-02-03"
