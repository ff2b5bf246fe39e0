"""The trail, narrowed: by person, verb, day, what came from outside; of a record or an agency."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.days import today
from tests.audits.conftest import Speaker

pytestmark = pytest.mark.django_db
AGENCY = "SNV-2025"


@pytest.fixture
def told(client_as, officer, coordinator):
    """Two people do something to one agency; the coordinator is answered."""
    by_officer, by_coordinator = Speaker(client_as(officer)), Speaker(client_as(coordinator))
    training = {"agency": AGENCY, "topic": "awareness", "held_on": "2025-06-01"}
    for _ in range(2):
        made = by_officer.post("trainings", **training)
    by_coordinator.patch(f"trainings/{made['id']}", note="Đã đối chiếu", reason="theo công văn")
    return by_coordinator


def rows(speaker, **params):
    params = {"agency": AGENCY, "limit": 500} | params
    return speaker.get("history", **params)["results"]


def test_the_trail_of_an_agency_holds_what_is_recorded_of_it(told):
    acts = [row["verb"] for row in rows(told) if row["object"].startswith("training:")]
    assert acts == ["fact.correct", "training.record", "training.record"]
    by_object = told.get("history", object=f"agency:{AGENCY}", limit=500)["results"]
    assert by_object == rows(told)


def test_it_is_narrowed_by_person_and_verb(told):
    assert {row["actor"]["username"] for row in rows(told, actor="officer.snv")} == {"officer.snv"}
    assert len(rows(told, actor="officer.snv")) == 2
    assert [row["reason"] for row in rows(told, verb="fact.correct")] == ["theo công văn"]
    assert len(rows(told, verb=["fact.correct", "training.record"])) == 3
    assert rows(told, actor="officer.snv", verb="fact.correct") == []


def test_the_people_are_those_of_the_whole_trail_whatever_is_shown(told):
    asked = {"agency": AGENCY, "limit": 1, "actor": "officer.snv", "to": "2001-01-01"}
    answer = told.get("history", **asked)
    assert answer["results"] == []
    names = [each["username"] for each in answer["people"]]
    assert {"coordinator", "officer.snv"} <= set(names)
    assert len(names) == len(set(names))


def test_it_is_narrowed_by_day_both_ends_inclusive(told):
    day = today().isoformat()
    before = (today() - timedelta(days=1)).isoformat()
    assert len(rows(told, **{"from": day, "to": day})) >= 3
    assert rows(told, to=before) == []


def test_what_came_from_outside_is_told_apart(told):
    outside = rows(told, outside="true")  # the accounts of this test, which no act made
    assert {row["object"].split(":")[0] for row in outside} == {"user"}
    assert all(row["outside"] for row in outside)
    assert not any(row["outside"] for row in rows(told, outside="false"))


@pytest.mark.parametrize(
    "params",
    [
        {"who": "x"},
        {"actor": "nobody"},
        {"verb": "plan.burn"},
        {"from": "yesterday"},
        {"from": "2025-02-02", "to": "2025-02-01"},
        {"outside": "perhaps"},
        {"object": "rollout:1"},
    ],
)
def test_what_no_trail_knows_is_refused(told, params):
    assert told.get("history", 400, agency=AGENCY, **params)["errors"]


def test_the_trail_of_a_rollout_takes_the_same_filters(told, client_as, coordinator):
    rollout = told.post("rollouts", agency=AGENCY, edition="2015", track="declaration")["id"]
    address = f"rollouts/{rollout}/history"
    assert told.get(address, verb="rollout.open", actor="coordinator")["count"] == 2
    assert told.get(address, verb="plan.record")["count"] == 0
    told.get(address, 400, object="rollout:1")


def test_an_officer_reads_the_trail_of_the_own_agency_only(told, client_as, officer):
    at_home = Speaker(client_as(officer))
    assert at_home.get("history", agency=AGENCY)["count"]
    at_home.get("history", 404, agency="STP")


def test_filters_ask_one_question_more_at_most(told):
    def asked(**params):
        with CaptureQueriesContext(connection) as queries:
            rows(told, **params)
        return len(queries)

    plain = asked()
    assert asked(actor="officer.snv", verb="fact.correct", outside="false") <= plain + 1
