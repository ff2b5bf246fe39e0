"""The bench measures what it says, tells what it missed and leaves nothing behind."""

import json
import logging

import pytest
from django.core.management import call_command

from acts.trail import outside_changes
from benchmarks import parts
from benchmarks.figures import Figure, Run, summed_up
from benchmarks.management.commands.bench_part import Command as OnePart
from benchmarks.tables import compared, missed, table
from core.days import today
from feeds.agency_records import rows_on
from feeds.models import FeedClient
from imports.generation import generate
from maintenance.models import Training


@pytest.fixture(autouse=True)
def _heard_again():
    """The command silences the log of its process; the tests after these are heard."""
    yield
    logging.disable(logging.NOTSET)


def a_request(**given):
    usual = {"what": "board", "agencies": 318, "path": "/b", "median": 20.0, "sql": 5.0}
    return Figure(**{**usual, **given})


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"target": 19}, "20 ms, ≤ 19"),
        ({"queries": 9, "target_queries": 8}, "9 statements, ≤ 8"),
        ({"median": 26.0}, "26 ms beside 5 ms of SQL"),
        ({"path": "", "median": 0.2, "unit": "of COPY", "at_least": 1 / 3}, "0.20 of COPY, ≥ 0.33"),
    ],
)
def test_a_figure_says_which_target_it_misses(given, why):
    assert a_request().missed == []
    assert a_request(**given).missed == [why]
    assert missed([a_request(), a_request(**given)]) == [f"board at 318 ({why})"]


def test_what_is_no_request_may_work_beside_its_sql():
    assert not a_request(path="", median=5000.0).missed


def test_the_table_marks_what_misses_and_what_is_heavier_than_its_sql():
    lines = table([a_request(), a_request(target=9), a_request(median=26.0)]).splitlines()
    assert [line[0] for line in lines[1:]] == [" ", "*", "!"]
    assert len({line.index("318") for line in lines[1:]}) == 1


def test_more_statements_with_more_data_are_named():
    equal = [a_request(agencies=n, queries=7) for n in (318, 3568)]
    assert compared(equal) == "The 1 requests make as many statements at 318 and 3568 agencies."
    assert "board 7 at 318 / 9 at 3568" in compared([equal[0], a_request(agencies=3568, queries=9)])
    assert compared(equal[:1]) == ""


def test_a_single_slow_run_shows_in_the_95th_percentile_and_not_in_the_median():
    runs = [Run(ms=10.0, sql=5.0, queries=7)] * 19 + [Run(ms=500.0, sql=6.0, queries=8)]
    figure = summed_up(a_request(), runs)
    assert (figure.median, figure.fastest, figure.p95 > 10) == (10.0, 10.0, True)
    assert (figure.sql, figure.queries) == (5.0, 7)


def test_a_figure_travels_between_two_processes_unchanged():
    figure = a_request(queries=7, target=40)
    assert parts.figure_of(json.loads(json.dumps(figure.as_row()))) == figure


@pytest.mark.django_db
def test_the_command_measures_a_few_agencies_and_takes_its_rows_back(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("benchmarks.reading.RUNS", 2)
    monkeypatch.setattr("benchmarks.exporting.ROUNDS", 2)
    monkeypatch.setattr("benchmarks.writing.TRACKED_ROWS", 10)
    monkeypatch.setattr("benchmarks.writing.WORKBOOK_ROWS", 6)
    monkeypatch.setattr("benchmarks.parts.ALONE", set())  # another process sees no row of a test
    generate(3, 2, years=1)
    rows = Training.objects.count()
    only = ["requests", "rows", "workbook", "export"]
    call_command("bench", only=only, json=tmp_path / "figures.json")
    told = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    found = {row["what"]: row for row in told["figures"]}
    assert {"board", "documents", "search: two words", "rate of the export"} <= set(found)
    assert found["board"]["queries"] > 3
    assert 0 < found["board"]["sql"] < found["board"]["median"]
    assert found["NDJSON export, 0.1 MB"]["rows"] == rows_on(today()).count()
    assert "what others do on the machine" in capsys.readouterr().out
    assert Training.objects.count() == rows
    assert not FeedClient.objects.filter(revoked_at=None).exists()
    assert outside_changes() == 0


@pytest.mark.django_db
def test_a_part_writes_its_figures_as_one_line(monkeypatch, capsys):
    monkeypatch.setitem(parts.PARTS, "rows", lambda: [a_request()])
    OnePart().run_from_argv(["manage.py", "bench_part", "rows"])
    assert parts.figure_of(json.loads(capsys.readouterr().out)[0]) == a_request()
