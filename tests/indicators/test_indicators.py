"""Every indicator has its numbers, every number its list, on any day and for any period."""

import random
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indicators.models import Indicator
from indicators.queries import indicators_on
from progress.summaries import summary_on
from tests.contract.world import cases_of

pytestmark = pytest.mark.django_db
CODES = [f"I{number}" for number in range(1, 10)]
DAY = date(2018, 6, 15)


@pytest.fixture
def province(load):
    load([case for code in ("SNV", "STP", "SYT", "HUYEN-COTO") for case in cases_of(code).values()])


def measured(client, query):
    """Every measured row of the answer, those by kind included: (name, row)."""
    answer = client.get(f"/api/v1/indicators?{query}")
    assert answer.status_code == 200, answer.content
    for row in answer.json()["results"]:
        yield row["code"], row
        for of_kind in row["by_kind"]:
            yield f"{row['code']} {of_kind['kind']}", of_kind


def days(count, seed):
    dice = random.Random(seed)
    return [date(2007, 1, 1) + timedelta(days=dice.randrange(7000)) for _ in range(count)]


@pytest.mark.parametrize("query", [f"as_of={day}" for day in days(2, 5)] + ["period=2010-H1"])
def test_every_number_equals_the_count_of_its_list(province, client_as, coordinator, query):
    client, wrong = client_as(coordinator), []
    for name, row in measured(client, query):
        for part, address in row["lists"].items():
            count = client.get(f"{address}&limit=1").json().get("count")
            if count != row[part]:
                wrong.append((name, part, row[part], count, address))
        for part in row.get("parts", []):
            count = client.get(f"{part['list']}&limit=1").json().get("count")
            if count != part["count"]:
                wrong.append((name, part, count))
    assert not wrong


def test_the_kinds_add_up_to_the_whole(province, client_as, coordinator):
    answer = client_as(coordinator).get("/api/v1/indicators", {"as_of": DAY.isoformat()}).json()
    assert [row["code"] for row in answer["results"]] == CODES
    for row in answer["results"]:
        for part in ("numerator", "confirmed", "denominator"):
            assert sum(kind[part] for kind in row["by_kind"]) == row[part], (row["code"], part)


def test_a_rate_of_the_board_and_its_indicator_are_one_number(province):
    board = summary_on(DAY)
    rates = {rate["code"]: rate for rate in [*board["rates"], *board["shares"]]}
    rows = {row["code"]: row for row in indicators_on(DAY)}
    pairs = {"I1": "approved", "I2": "documented", "I3": "proven"}
    for code, rate in pairs.items():
        for part in ("numerator", "confirmed", "denominator"):
            assert rows[code][part] == rates[rate][part], (code, part)
    maintained = {part["figure"]: part["count"] for part in rows["I4"]["parts"]}["maintained"]
    assert maintained == rates["maintained"]["numerator"]
    assert rows["I9"]["numerator"] == board["fresh_90_days"]


def test_nothing_to_divide_by_is_unknown_and_not_zero(db):
    rows = {row["code"]: row for row in indicators_on(DAY)}
    assert rows["I1"]["value"] == 0.0
    assert rows["I5"]["value"] is None
    assert rows["I8"]["value"] is None


def test_a_head_reads_the_corrections_of_the_own_agency_in_their_period(province, client_as, head):
    def corrected(query):
        answer = client_as(head).get(f"/api/v1/indicators?{query}")
        row = next(row for row in answer.json()["results"] if row["code"] == "I6")
        return row["numerator"], row["denominator"]

    assert corrected("period=2010-Q1") == corrected("period=2010-03") == (2, 3)  # due on 1/3/2010
    assert corrected("period=2010-02") == corrected("as_of=2010-02-28") == (0, 0)


def test_corrections_due_are_those_of_the_board(province, client_as, coordinator):
    rows = {row["code"]: row for row in indicators_on(date(2010, 3, 31))}
    assert rows["I6"]["denominator"] == 12  # three minors due on 1/3/2010 at each of four agencies
    assert rows["I6"]["numerator"] == 8
    quarter = client_as(coordinator).get("/api/v1/indicators?period=2010-Q2").json()
    assert next(r for r in quarter["results"] if r["code"] == "I6")["denominator"] == 0


def test_a_yearly_report_counts_when_it_came_in_time(load):
    declared = cases_of("SNV")["declared"] | {
        "status_events": [],
        "maintenance_years": [{"year": 2016, "report_sent_on": "2016-12-20"}],
    }
    load(declared)

    def reported(day):
        row = next(row for row in indicators_on(day) if row["code"] == "I7")
        return row["numerator"], row["denominator"]

    assert reported(date(2017, 1, 14)) == (0, 0)
    assert reported(date(2017, 1, 15)) == (1, 1)
    assert reported(date(2018, 1, 15)) == (0, 1)


def test_a_formula_is_data_with_its_scope_and_validity(province):
    Indicator.objects.filter(code="I1").update(scope=["ubnd_huyen"], valid_to="2018-06-30")
    row = next(row for row in indicators_on(DAY) if row["code"] == "I1")
    assert row["denominator"] == 14
    assert [kind["kind"] for kind in row["by_kind"]] == ["ubnd_huyen"]
    assert "I1" not in {row["code"] for row in indicators_on(date(2018, 7, 1))}


def test_more_agencies_ask_no_more_questions(db, load):
    def asked():
        with CaptureQueriesContext(connection) as questions:
            indicators_on(DAY)
        return len(questions)

    before = asked()
    load([case for code in ("SNV", "STP") for case in cases_of(code).values()])
    assert asked() <= before + 1  # the ladder is asked only when there are rollouts
    with_two = asked()
    load(list(cases_of("SYT").values()))
    assert asked() == with_two <= 10


@pytest.mark.parametrize(
    "query",
    ["period=2010-H3", "period=2099", "as_of=2010-01-01&period=2010", "kind=so", "period=2010-13"],
)
def test_another_parameter_or_value_is_refused(client_as, coordinator, query):
    answer = client_as(coordinator).get(f"/api/v1/indicators?{query}")
    assert answer.status_code == 400
    assert answer["Content-Type"] == "application/problem+json"


def test_every_figure_of_a_formula_has_its_name_from_the_one_list_of_labels(province):
    from core.labels import label_groups
    from indicators.figures import ALL

    assert set(ALL) == set(label_groups()["figures"])
    (declared, certified) = next(r["parts"] for r in indicators_on(DAY) if r["code"] == "I3")
    assert (declared["label"], declared["label_en"]) == ("Đã công bố", "Declared")
    assert certified["label"] == "Đã được cấp giấy chứng nhận"
