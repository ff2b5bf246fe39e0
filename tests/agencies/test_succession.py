"""What became of an agency: previewed, recorded, never in a circle."""

import pytest

from accounts.models import User
from agencies.models import Agency, Succession

pytestmark = pytest.mark.django_db

MERGER = {
    "predecessor": "BQLVHL",
    "successor": "SVHTTDL-2025",
    "kind": "merge",
    "effective_on": "2026-03-01",
    "decision": "12/NQ-HĐND",
}


@pytest.fixture
def post(client_as, coordinator):
    client = client_as(coordinator)
    return lambda body, query="": client.post(f"/api/v1/successions{query}", body, format="json")


def codes(answer):
    assert answer.status_code == 409, answer.json()
    return [row["code"] for row in answer.json()["blockers"]]


def test_a_preview_says_what_ends_and_saves_nothing(post):
    before = Succession.objects.count()
    answer = post(MERGER, "?dry_run=true")
    assert answer.status_code == 200
    told = answer.json()
    assert told["id"] is None
    assert told["ends"]["agency"]["code"] == "BQLVHL"
    assert told["ends"]["valid_to"] == "2026-02-28"
    assert set(told["affected"]) >= {"accounts", "rollouts"}
    assert Succession.objects.count() == before
    assert Agency.objects.get(code="BQLVHL").valid_to is None


def test_a_merger_ends_its_predecessor_the_day_before(post):
    assert post(MERGER).status_code == 201
    assert str(Agency.objects.get(code="BQLVHL").valid_to) == "2026-02-28"
    assert codes(post(MERGER)) == ["succession.known"]


def test_a_merger_takes_the_bodies_below_along(post, client_as, coordinator):
    body = MERGER | {"predecessor": "SYT", "successor": "SNV-2025"}
    moved = post(body, "?dry_run=true").json()["moves"]
    assert {row["code"] for row in moved} == {"SYT.CCATVSTP", "SYT.CCDS"}
    post(body)
    read = client_as(coordinator).get
    assert read("/api/v1/agencies/SYT.CCDS").json()["parent"]["code"] == "SNV-2025"
    then = read("/api/v1/agencies/SYT.CCDS?as_of=2026-02-28").json()
    assert then["parent"]["code"] == "SYT"


@pytest.mark.parametrize("kind", ["transfer_of_functions", "rename"])
def test_a_transfer_or_a_renaming_ends_nobody(post, kind):
    assert post(MERGER | {"kind": kind}, "?dry_run=true").json()["ends"] is None


def test_a_dissolution_has_no_successor_and_everything_else_has_one(post):
    assert codes(post(MERGER | {"kind": "dissolve"})) == ["succession.dissolved_has_none"]
    assert codes(post(MERGER | {"successor": None})) == ["succession.successor_missing"]
    assert post(MERGER | {"kind": "dissolve", "successor": None}).status_code == 201


def test_a_successor_cannot_be_an_ancestor(post):
    circle = MERGER | {"predecessor": "SDTTG-2025", "successor": "BDT"}
    assert set(codes(post(circle))) == {"succession.circle", "agency.ended"}


def test_both_live_on_the_day(post):
    gone = MERGER | {"predecessor": "SNV"}
    assert codes(post(gone)) == ["succession.predecessor_ended"]
    early = MERGER | {"effective_on": "2024-01-01"}
    assert codes(post(early)) == ["agency.not_yet"]
    assert codes(post(MERGER | {"effective_on": "2099-01-01"})) == ["day.in_future"]


def test_only_the_coordinator_records_or_previews_it(client_as, administrator):
    client = client_as(administrator)
    for query in ("", "?dry_run=true"):
        answer = client.post(f"/api/v1/successions{query}", MERGER, format="json")
        assert answer.status_code == 403


def test_successions_are_listed_by_either_end(client_as, council):
    read = client_as(council).get
    assert read("/api/v1/successions?agency=SNV").json()["count"] == 2
    assert read("/api/v1/successions?agency=SNV&as_of=2010-02-03").json()["count"] == 0
    assert read("/api/v1/successions?kind=split").json()["count"] == 2


def test_successions_are_found_by_a_name_without_marks_and_by_their_decision(post, client_as):
    post(MERGER)
    read = client_as(User.objects.create(username="tim", role="council")).get
    by_name = read("/api/v1/successions?search=vinh ha long").json()["results"]
    by_number = read("/api/v1/successions?search=12/nq-hđnd").json()["results"]
    assert [row["predecessor"]["code"] for row in by_name] == ["BQLVHL"]
    assert [row["id"] for row in by_number] == [row["id"] for row in by_name]
    assert read("/api/v1/successions?search=khong co").json()["count"] == 0
    rows = read("/api/v1/successions").json()["results"]
    assert rows[0]["effective_on"] == "2026-03-01"
