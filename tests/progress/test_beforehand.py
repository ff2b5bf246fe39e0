"""Nobody waits for the first picture of a day: it is made as a process starts."""

import logging
from datetime import datetime
from threading import Event

import pytest
from django.db import DatabaseError

from core.days import HOME, today
from progress import agencies, beforehand, standing, summaries


@pytest.fixture
def pictures(monkeypatch):
    """Nothing is kept yet."""
    for one in (agencies.KEPT, standing.OWN_LISTS, standing.SPEAKING):
        monkeypatch.setattr(one, "_pictures", type(one._pictures)())


@pytest.mark.usefixtures("emptied", "pictures")
def test_the_first_reader_finds_today_ready(caplog):
    ended = Event()
    ended.set()
    with caplog.at_level(logging.INFO, logger="pictures"):
        beforehand.keep_ready(ended).join()
    assert all(one.holds(today()) for one in (agencies.KEPT, standing.OWN_LISTS, standing.SPEAKING))
    assert [record.getMessage() for record in caplog.records] == ["ready"]


@pytest.mark.usefixtures("emptied", "pictures")
@pytest.mark.parametrize("reason", [DatabaseError("gone"), KeyError("maintenance.months")])
def test_neither_a_silent_database_nor_one_without_first_data_ends_it(reason, caplog, monkeypatch):
    def broken(day):
        raise reason

    monkeypatch.setattr(beforehand, "summary_on", broken)
    ended = Event()
    ended.set()
    with caplog.at_level(logging.WARNING, logger="pictures"):
        beforehand.keep_ready(ended).join()
    assert [record.getMessage() for record in caplog.records] == ["not ready"]
    assert summaries.summary_on(today())["as_of"] == today().isoformat()


@pytest.mark.parametrize(
    ("now", "seconds"),
    [((2026, 11, 29, 23, 59, 59), 2), ((2026, 11, 30, 0, 0, 0), 86_401)],
)
def test_it_is_made_again_as_the_province_s_day_begins(now, seconds, monkeypatch):
    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(*now, tzinfo=HOME)

    monkeypatch.setattr(beforehand, "datetime", Clock)
    assert beforehand.seconds_to_midnight() == seconds
