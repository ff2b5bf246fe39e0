"""The benchmarks measure what they say and leave nothing behind."""

import json

import pytest
from django.core.management import call_command

from imports.benchmarks import Figure, table
from maintenance.models import Training

pytestmark = pytest.mark.django_db


def a_figure(**given):
    usual = {
        "what": "board",
        "path": "progress/summary",
        "agencies": 1,
        "median_ms": 10.0,
        "p95_ms": 12.0,
        "fastest_ms": 9.0,
        "sql_ms": 5.0,
    }
    return Figure(**{**usual, **given})


def test_a_figure_misses_its_target_by_time_or_by_statements():
    assert a_figure().reached
    assert not a_figure(target_ms=9).reached
    assert not a_figure(queries=9, target_queries=8).reached


def test_a_missed_target_bears_a_star():
    assert table([a_figure(target_ms=9)]).splitlines()[1].startswith("*")


def test_the_command_writes_its_figures_and_takes_its_rows_back(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("imports.benchmarks.RUNS", 2)
    monkeypatch.setattr("imports.benchmarks.TRACKED_ROWS", 10)
    call_command("bench", json=tmp_path / "figures.json")
    rows = json.loads((tmp_path / "figures.json").read_text("utf-8"))
    assert {"board", "documents", "findings"} <= {row["what"] for row in rows}
    assert not Training.objects.exists()
    assert "progress" not in capsys.readouterr().err
