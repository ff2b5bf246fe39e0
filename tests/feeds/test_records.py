"""The record of an agency, in every format, on any day."""

import csv
import io
import json
import random
from datetime import date, timedelta

import pytest

from core.days import today
from feeds.agency_records import agency_records_on
from imports.illustration import load as load_illustration
from tests.contract.asking import problem
from tests.contract.world import cases_of
from tests.feeds.conftest import whole

pytestmark = pytest.mark.django_db
AGENCIES = ["SNV", "STP", "SYT", "HUYEN-COTO"]


@pytest.fixture
def province(load):
    load([case for code in AGENCIES for case in cases_of(code).values()])


def test_so_noi_vu_in_february_2010(load, program):
    load("so_noi_vu_2010")
    asked = {"as_of": "2010-02-03", "code": "SNV"}
    (record,) = program.get("/feeds/v1/agencies", asked).json()["results"]
    assert record["stage"] == "corrected"
    assert record["stage_since"] == "2010-02-03"
    assert (record["edition"], record["track"]) == ("2008", "state_certificate")
    assert record["plan"]["completed_on"] == "2007-07-06"
    assert record["approval"] | {"signed_on_precision": "day"} == record["approval"]
    assert record["approval"]["number"] == "1985/QĐ-UBND"
    assert record["approval"]["signed_on"] == "2008-06-20"
    assert record["last_external_audit"] == {
        "held_on": "2009-12-31", "body": "QUACERT", "type": "stage2",
    }  # fmt: skip
    assert record["documents"]["planned"] == 35
    assert record["documents"]["by_kind"]["QT-TN"] == 22
    assert (record["findings"]["minor"], record["findings"]["observation"]) == (6, 7)
    assert record["findings"]["open"] == 0
    assert record["certificate"] is None
    assert record["in_scope"]
    assert not record["confirmed"]


def test_every_format_holds_the_same_rows(province, program):
    asked = {"as_of": "2018-06-15"}
    pages = program.get("/feeds/v1/agencies", {**asked, "limit": 500}).json()
    lines = program.get("/feeds/v1/agencies", {**asked, "format": "ndjson"})
    told = [json.loads(line) for line in b"".join(lines.streaming_content).splitlines()]
    assert told == pages["results"]
    assert len(told) == pages["count"]
    table = program.get("/feeds/v1/agencies", {**asked, "format": "csv"})
    rows = list(csv.DictReader(io.StringIO(b"".join(table.streaming_content).decode())))
    assert [row["code"] for row in rows] == [row["code"] for row in told]
    for row, record in zip(rows, told, strict=True):
        assert row["stage"] == record["stage"]
        assert row["in_scope"] == str(record["in_scope"]).lower()
        assert row["findings.minor"] == str(record["findings"]["minor"])
        assert row["approval.number"] == ((record["approval"] or {}).get("number") or "")
        assert row["stage_since"] == (record["stage_since"] or "")


def test_pages_follow_each_other(province, program):
    seen, url = [], "/feeds/v1/agencies?limit=30"
    while url:
        page = program.get(url).json()
        seen += [row["code"] for row in page["results"]]
        url = page["next"]
    assert seen == sorted(whole(program))


def test_nothing_new_is_answered_without_a_body(province, program, system):
    from plans.models import Plan
    from tests.feeds.conftest import committed

    first = program.get("/feeds/v1/agencies?limit=1")
    known = {"If-None-Match": first["ETag"]}
    assert program.get("/feeds/v1/agencies?limit=1", headers=known).status_code == 304
    assert program.get("/feeds/v1/agencies?limit=2", headers=known).status_code == 200
    Plan.objects.filter(pk=Plan.objects.first().pk).update(title="Tên khác")
    committed()
    assert program.get("/feeds/v1/agencies?limit=1", headers=known).status_code == 200


@pytest.mark.parametrize("query", [
    "agencies?colour=red", "agencies?kind=khong", "agencies?format=xml", "agencies?code=S%00NV",
    "agencies?as_of=2099-01-01",
    "agencies?in_scope=maybe", "agencies?limit=0", "changes?since=here", "changes?format=csv",
    "indicators?period=2026-Q5", "indicators?as_of=2020-01-01&period=2020", "snapshots/x",
])  # fmt: skip
def test_what_nobody_understands_is_refused(program, query):
    problem(program.get(f"/feeds/v1/{query}"), 400, "request.malformed")


def test_no_period_is_sealed_yet(program):
    problem(program.get("/feeds/v1/snapshots/2026-Q1"), 404, "snapshot.not_sealed")


def the_same(day, client, program):
    """Where board, list, indicator and feed of a day do not agree."""
    text = {"as_of": day.isoformat()}
    board = client.get("/api/v1/progress/summary", text).json()
    rows = {row["code"]: row for row in client.get("/api/v1/indicators", text).json()["results"]}
    feed = program.get("/feeds/v1/agencies", {**text, "limit": 500, "in_scope": "true"}).json()
    told = {row["code"]: row for row in program.get("/feeds/v1/indicators", text).json()["results"]}
    rates = {rate["code"]: rate for rate in [*board["rates"], *board["shares"]]}
    stages = {row["stage"]: row["count"] for row in board["by_stage"]}

    def in_feed(holds):
        return sum(1 for row in feed["results"] if holds(row))

    def in_list(query):
        return client.get(f"/api/v1/progress/agencies?{query}&as_of={day}&limit=1").json()["count"]

    figures = {
        "in scope": [board["agencies"]["in_scope"], rows["I1"]["denominator"], feed["count"],
                     in_list("in_scope=true"), told["I3"]["denominator"]],
        "approved": [rates["approved"]["numerator"], rows["I1"]["numerator"],
                     in_list("rate=approved:numerator"), in_list("figure=approved"),
                     in_feed(lambda r: r["approval"]), told["I1"]["numerator"]],
        "proven": [rates["proven"]["numerator"], rows["I3"]["numerator"], in_list("figure=proven"),
                   in_feed(lambda r: r["stage"] in ("certified", "declared")),
                   stages.get("certified", 0) + stages.get("declared", 0)],
        "documents": [board["documents"]["in_force"],
                      sum(r["documents"]["in_force"] or 0 for r in feed["results"]),
                      client.get(f"/api/v1/documents?state=in_force&limit=1&as_of={day}")
                      .json()["count"]],
        "findings": [board["findings"]["open"], sum(r["findings"]["open"] for r in feed["results"]),
                     client.get(f"/api/v1/findings?state=open&limit=1&as_of={day}")
                     .json()["count"]],
        "fresh": [board["fresh_90_days"], rows["I9"]["numerator"], told["I9"]["numerator"]],
    }  # fmt: skip
    wrong = [(day, name, found) for name, found in figures.items() if len(set(found)) > 1]
    return wrong + [(day, code) for code in rows if rows[code]["value"] != told[code]["value"]]


def days(count, seed):
    dice = random.Random(seed)
    return [date(2007, 1, 1) + timedelta(days=dice.randrange(7200)) for _ in range(count)]


def test_board_list_indicator_and_feed_say_the_same(province, client_as, coordinator, program):
    client = client_as(coordinator)
    assert not [wrong for day in days(10, seed=5) for wrong in the_same(day, client, program)]


@pytest.mark.heavy
def test_they_say_the_same_on_fifty_days(db, system, client_as, coordinator, program):
    load_illustration(by=system)
    client = client_as(coordinator)
    assert not [wrong for day in days(50, seed=55) for wrong in the_same(day, client, program)]


def differing(records, others):
    """Codes whose records differ, what is told of the next change aside."""
    bare = [{**row, "next_change_on": None} for row in (*records.values(), *others.values())]
    left = {row["code"]: row for row in bare[: len(records)]}
    right = {row["code"]: row for row in bare[len(records) :]}
    return {code for code in {*left, *right} if left.get(code) != right.get(code)}


@pytest.mark.heavy
def test_a_record_stands_until_its_next_change(db, system):
    """On every day on which something is announced it comes, and nothing comes before."""
    load_illustration(by=system)
    now = {row["code"]: row for row in agency_records_on(today())}
    coming = {code: row["next_change_on"] for code, row in now.items() if row["next_change_on"]}
    assert len(coming) > 20
    for day in sorted(set(coming.values())):
        eve = {r["code"]: r for r in agency_records_on(day - timedelta(days=1), bare=True)}
        then = {r["code"]: r for r in agency_records_on(day, bare=True)}
        early = {c for c in differing(now, eve) if coming.get(c, date.max) >= day}
        assert not early, (day, early)
        silent = {c for c, on in coming.items() if on == day} - differing(now, then)
        assert not silent, (day, silent)
