"""Whatever changes a record is told, in the order of commits, once; and so is what a night does."""

import threading
from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from core.days import today
from feeds.models import FeedCalendar, FeedChange
from tests.contract.asking import problem
from tests.contract.world import cases_of
from tests.feeds.conftest import client_with, committed, followed, whole

YESTERDAY = today() - timedelta(days=1)


def certified(valid_to):
    """A certificate that was held for two years."""
    case = cases_of("STP")["certified"]
    since = str(valid_to - timedelta(days=700))
    case["certificates"][0] |= {"issued_on": since, "valid_to": str(valid_to)}
    return case


@pytest.mark.django_db
def test_a_certificate_that_ended_last_night_reaches_a_follower_without_a_write(load, program, on):
    load(certified(YESTERDAY))
    committed()
    on(YESTERDAY)
    before, cursor, _ = followed(program)
    assert before["STP"]["stage"] == "certified"
    assert before["STP"]["next_change_on"] == str(today())
    on(today())
    after, _, entries = followed(program, cursor)
    assert [entry["agency"] for entry in entries if entry["cause"] == "calendar"].count("STP") == 1
    assert after["STP"]["stage"] == "lapsed"
    assert before | after == whole(program)


@pytest.mark.django_db
def test_nights_without_a_reader_are_made_up_for(load, program, on):
    load(certified(YESTERDAY - timedelta(days=3)))
    committed()
    on(today() - timedelta(days=9))
    _, cursor, _ = followed(program)
    on(today())
    after, cursor, entries = followed(program, cursor)
    assert after["STP"]["stage"] == "lapsed"
    assert len(entries) == len({entry["agency"] for entry in entries})
    assert followed(program, cursor)[2] == []


@pytest.mark.django_db
def test_the_night_is_noted_by_the_worker_too(load, program, on):
    from django.core.management import call_command

    load(certified(YESTERDAY))
    on(YESTERDAY)
    _, cursor, _ = followed(program)
    call_command("note_calendar_changes", verbosity=0)
    committed()
    on(today())
    assert "STP" in followed(program, cursor)[0]


@pytest.mark.django_db
def test_a_record_changed_by_hand_and_back_by_the_calendar_is_told_twice(load, program, on, system):
    """The record of tomorrow equals the one before the change: it is news all the same."""
    from accounts.models import User
    from agencies.models import Agency
    from plans.actions import grant_exemption

    load(cases_of("STP")["declared"])
    on(YESTERDAY)
    committed()
    _, cursor, _ = followed(program)
    coordinator = User.objects.create(username="c", role="coordinator")
    grant_exemption(
        Agency.objects.get(code="STP"), what="programme", from_on=YESTERDAY, to_on=YESTERDAY,
        number="92/QĐ-UBND", reason="Sắp xếp", by=coordinator,
    )  # fmt: skip
    committed()
    during, cursor, _ = followed(program, cursor)
    assert "exempt" in during["STP"]["flags"]
    on(today())
    after, _, _ = followed(program, cursor)
    assert "exempt" not in after["STP"]["flags"]


@pytest.mark.django_db
def test_one_act_is_one_change_of_each_agency(load, program):
    load(cases_of("STP")["audited"])
    committed()
    _, cursor, _ = followed(program)
    load(
        cases_of("STP")["clean"],
    )
    committed()
    _, cursor, entries = followed(program, cursor)
    assert [entry["agency"] for entry in entries] == ["STP"]


@pytest.mark.django_db
def test_a_change_past_every_act_is_told_too(load, program):
    load(cases_of("STP")["planned"])
    committed()
    _, cursor, _ = followed(program)
    with connection.cursor() as cursor_:
        cursor_.execute("UPDATE plans_plan SET title = 'Sửa ngoài hệ thống'")
    committed()
    rows, _, _ = followed(program, cursor)
    assert rows["STP"]["plan"]["title"] == "Sửa ngoài hệ thống"


@pytest.mark.django_db
def test_a_number_of_the_law_changes_everybody(load, program, administrator):
    from decimal import Decimal

    from standards.actions import record_policy_value

    committed()
    _, cursor, _ = followed(program)
    record_policy_value(code="maintenance.months", value=Decimal(6), valid_from=today(),
                        legal_basis="thử", by=administrator)  # fmt: skip
    committed()
    _, cursor, entries = followed(program, cursor)
    assert {entry["agency"] for entry in entries if not entry["deleted"]} == set(whole(program))


@pytest.mark.django_db
def test_a_merger_tells_what_ended_and_who_goes_on(load, program, coordinator):
    from agencies.actions import succeed_agency
    from agencies.models import Agency

    load(cases_of("STP")["audited"])
    committed()
    before, cursor, _ = followed(program)
    heir = Agency.objects.get(code="SNV-2025")
    succeed_agency(Agency.objects.get(code="STP"), heir, kind="merge", effective_on=today(),
                   decision="12/NQ-HĐND", by=coordinator)  # fmt: skip
    committed()
    after, _, entries = followed(program, cursor)
    told = {entry["agency"]: entry for entry in entries}
    assert told["STP"]["deleted"]
    assert told["STP"]["record"] is None
    assert told["SNV-2025"]["record"]["stage"] == before["STP"]["stage"]
    merged = {code: row for code, row in (before | after).items() if not told_gone(told, code)}
    assert merged == whole(program)


def told_gone(told, code):
    return code in told and told[code]["deleted"]


@pytest.mark.django_db
def test_who_starts_from_nothing_ends_with_everything(load, program):
    load([case for code in ("STP", "SYT") for case in cases_of(code).values()])
    committed()
    assert followed(program, limit=7)[0] == whole(program)


@pytest.mark.django_db
def test_a_cursor_from_before_a_restore_is_refused(load, program):
    from feeds.epochs import begin_epoch

    committed()
    _, cursor, _ = followed(program)
    epoch = begin_epoch("khôi phục thử")
    committed()
    answer = problem(program.get("/feeds/v1/changes", {"since": cursor}), 410, "cursor.epoch")
    assert answer["epoch"] == epoch
    rows, again, _ = followed(program)
    assert again.startswith(epoch)
    assert rows == whole(program)
    ahead = f"{epoch}.{int(again.partition('.')[2]) + 5}"
    problem(program.get("/feeds/v1/changes", {"since": ahead}), 410, "cursor.epoch")


@pytest.mark.django_db
def test_a_database_restored_in_silence_begins_its_epoch_itself(program):
    from feeds.models import FeedEpoch

    _, cursor, _ = followed(program)
    FeedEpoch.objects.create(code="0" * 12, reason="another place", place="elsewhere")
    answer = problem(program.get("/feeds/v1/changes", {"since": cursor}), 410, "cursor.epoch")
    assert answer["epoch"] not in ("0" * 12, cursor.partition(".")[0])


@pytest.mark.django_db
@pytest.mark.parametrize("sql", [
    "DELETE FROM feeds_feedchange", "UPDATE feeds_feedchange SET number = 1",
    "INSERT INTO feeds_feedchange (agency_id, act) VALUES (1, 1)",
    "SELECT setval('feeds_change_number', 1)", "DROP TRIGGER feeds_number ON feeds_feedchange",
    "DELETE FROM feeds_feedepoch",
])  # fmt: skip
def test_the_application_cannot_touch_the_order(sql):
    with (
        pytest.raises(ProgrammingError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


def test_every_table_that_answers_are_made_of_is_watched(db):
    from acts.trail import tracked_models
    from feeds.triggers import TOUCHED, UNTOUCHED

    assert {model._meta.label for model in tracked_models()} == set(TOUCHED) | UNTOUCHED


def test_who_commits_later_is_told_later(emptied, issued, load):
    """A transaction that began first and commits last gets the higher number."""
    from plans.models import Plan

    load(*[cases_of(code)["planned"] for code in ("STP", "SYT")])
    program = client_with(issued().token)
    _, cursor, _ = followed(program)
    first, second = Plan.objects.order_by("pk")
    written, may_commit = threading.Event(), threading.Event()

    def slow():
        with transaction.atomic():
            Plan.objects.filter(pk=first.pk).update(title="bắt đầu trước")
            written.set()
            may_commit.wait(20)
        connection.close()

    thread = threading.Thread(target=slow)
    thread.start()
    written.wait(20)
    Plan.objects.filter(pk=second.pk).update(title="ghi trước")
    _, cursor, early = followed(program, cursor)
    may_commit.set()
    thread.join()
    _, _, late = followed(program, cursor)
    assert [entry["agency"] for entry in early] == ["SYT"]
    assert [entry["agency"] for entry in late] == ["STP"]


def test_what_is_rolled_back_is_told_to_nobody(emptied, issued, load):
    from plans.models import Plan

    load(cases_of("STP")["planned"])
    program = client_with(issued().token)
    _, cursor, _ = followed(program)
    with transaction.atomic():
        Plan.objects.update(title="không bao giờ")
        transaction.set_rollback(True)
    assert followed(program, cursor)[2] == []
    assert not FeedChange.objects.filter(number=None).exists()
    assert FeedCalendar.objects.count() == 1
