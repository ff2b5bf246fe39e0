"""What an agency that ends hands on: rollouts in progress, open findings, unanswered tasks."""

from datetime import date

import pytest

from agencies.models import Agency
from plans.models import Rollout, Task
from plans.queries import holder_on, tasks_given_on, tasks_overdue_on

pytestmark = pytest.mark.django_db
AGENCY, HEIR, OTHER = "SYT", "SNV-2025", "STP"
SOURCE = {"title": "Báo cáo", "published_at": "2025-12-01T08:00:00+07:00"}
DAY = "2026-03-01"
MERGER = {
    "predecessor": AGENCY,
    "successor": HEIR,
    "kind": "merge",
    "effective_on": DAY,
    "decision": "12/NQ-HĐND",
}


@pytest.fixture
def running(load):
    """A rollout in progress with an open finding, and one that has its proof."""
    head = {"source": SOURCE, "agency": {"code": AGENCY}}
    done = load(
        [
            {
                **head,
                "rollout": {"track": "voluntary_certificate", "edition": "2015"},
                "plan": {"kind": "ke_hoach", "title": "Kế hoạch", "completed_on": "2025-02-01"},
                "external_audits": [
                    {
                        "body": "QUACERT",
                        "type": "stage2",
                        "edition": "2015",
                        "from": "2025-10-01",
                        "to": "2025-10-02",
                        "findings": [{"grade": "minor"}],
                    }
                ],
            },
            {
                **head,
                "rollout": {"track": "declaration", "edition": "2015"},
                "declarations": [
                    {
                        "number": "1/QĐ-SYT",
                        "edition": "2015",
                        "scope": "Mọi thủ tục",
                        "kind": "first",
                        "signed_on": "2017-05-05",
                    }
                ],
            },
        ]
    )[0]
    return Rollout.objects.get(pk=done.rollout_ids[0])


@pytest.fixture
def post(client_as, coordinator):
    client = client_as(coordinator)

    def posting(body, status=201, query=""):
        answer = client.post(f"/api/v1/successions{query}", body, format="json")
        assert answer.status_code == status, answer.content.decode()
        return answer.json()

    return posting


@pytest.fixture
def task(client_as, coordinator):
    """A task of a directive that nobody has answered, due in February 2026."""
    body = {
        "issuer": "UBND tỉnh Quảng Ninh",
        "number": "77/UBND-MT",
        "signed_on": "2025-11-01",
        "tasks": [{"agency": AGENCY, "what": "Chuyển đổi", "due_on": "2026-02-01"}],
    }
    answer = client_as(coordinator).post("/api/v1/directives", body, format="json")
    assert answer.status_code == 201, answer.content.decode()
    return Task.objects.get(pk=answer.json()["tasks"][0]["id"])


def codes(problem, key="blockers"):
    return [row["code"] for row in problem[key]]


def test_a_preview_counts_what_would_move(post, running, task, people_of_the_agency):
    told = post(MERGER, 200, "?dry_run=true")
    assert told["carried"] == {"rollouts": 1, "tasks": 1, "open_findings": 1, "documents": 0}
    assert told["stays"] == {"rollouts": 1, "tasks": 0, "certificates": 0, "declarations": 1}
    assert told["accounts_end"] == 1
    assert [row["id"] for row in told["choices"]["rollouts"]] == [running.pk]
    assert codes(told, "warnings") == ["succession.findings_transferred"]
    assert Task.objects.count() == 1
    assert running.holders.count() == 1


def test_the_heir_holds_what_is_in_progress_and_no_past_day_changes(post, running, client_as, head):
    post(MERGER)
    assert holder_on(running, date(2026, 2, 28)).code == AGENCY
    assert holder_on(running, date(2026, 3, 1)).code == HEIR
    read = client_as(head).get
    address = f"/api/v1/rollouts/{running.pk}"
    assert read(address).json()["agency"]["code"] == HEIR
    assert read(f"{address}?as_of=2026-02-28").json()["agency"]["code"] == AGENCY
    assert read(address).json()["stage"] == "correcting"
    ids = [row["id"] for row in read(f"/api/v1/agencies/{HEIR}/rollouts").json()["results"]]
    assert ids == [running.pk]  # the declaration stays with who declared


def test_open_findings_are_listed_with_the_heir_from_its_day(post, running, client_as, head):
    post(MERGER)
    read = client_as(head).get
    today = f"/api/v1/findings?agency={HEIR}&state=open"
    assert read(today).json()["count"] == 1
    assert read(f"{today}&as_of=2026-02-28").json()["count"] == 0


def test_facts_after_the_end_are_taken_when_the_heir_holds_the_rollout(post, running, client_as):
    from accounts.models import User

    fact = {
        "rollout": running.pk,
        "kind": "external",
        "body": "QUACERT",
        "type": "special",
        "from": "2026-03-05",
        "to": "2026-03-05",
    }
    coordinator = client_as(User.objects.create(username="dieu-phoi", role="coordinator"))
    ended = MERGER | {"kind": "split", "takes": {"rollouts": []}}
    left = post(ended)
    assert codes(left, "warnings") == [
        "succession.findings_transferred",
        "succession.left_behind",
    ]
    refused = coordinator.post("/api/v1/audits", fact, format="json")
    assert set(codes(refused.json())) == {"agency.ended"}
    again = MERGER | {"kind": "split", "successor": OTHER, "takes": {"rollouts": [running.pk]}}
    post(again)
    taken = coordinator.post("/api/v1/audits", fact, format="json")
    assert taken.status_code == 201, taken.content.decode()
    assert taken.json()["agency"]["code"] == OTHER


def test_the_heir_has_the_task_from_its_day_and_the_predecessor_had_it(post, task, client_as):
    post(MERGER)
    before, after = date(2026, 2, 28), date(2026, 3, 1)
    of = {"directive": task.directive_id}
    assert [t.agency.code for t in tasks_overdue_on(before).filter(**of)] == [AGENCY]
    assert [t.agency.code for t in tasks_given_on(after).filter(**of)] == [HEIR]
    heirs = Task.objects.get(agency__code=HEIR, **of)
    assert (heirs.carried_from_id, heirs.due_on) == (task.pk, task.due_on)


def test_what_was_handed_on_is_the_heirs_to_answer(post, task, refused, system):
    from plans.actions import answer_task

    post(MERGER)
    with refused("task.handed_on"):
        answer_task(task, answered_on=date(2026, 3, 5), by=system)


def test_a_split_names_what_each_heir_takes(post, running, task):
    split = MERGER | {"kind": "split"}
    problem = post(split, 409)
    assert codes(problem) == ["succession.takes_missing"]
    assert problem["blockers"][0]["params"] == {"rollouts": 1, "tasks": 1}
    assert codes(problem, "warnings")
    assert post(split | {"takes": {"tasks": [task.pk]}})["carried"]["tasks"] == 1
    other = split | {"successor": OTHER, "takes": {"tasks": [task.pk]}}
    assert codes(post(other, 409)) == ["succession.takes_elsewhere"]
    assert post(other | {"takes": {"rollouts": [running.pk]}})["carried"]["rollouts"] == 1
    assert holder_on(running, date(2026, 3, 1)).code == OTHER


def test_a_dissolution_names_its_decision_and_leaves_what_nobody_takes(post, running, task):
    end = MERGER | {"kind": "dissolve", "successor": None}
    assert codes(post(end | {"decision": ""}, 409)) == ["succession.decision_missing"]
    left = post(end)
    (warning,) = left["warnings"]
    assert warning["code"] == "succession.left_behind"
    assert warning["params"] == {"rollouts": 1, "tasks": 1, "open_findings": 1}


def test_the_certifier_is_to_be_told_and_two_rollouts_of_a_track_are_said(post, load, running):
    load(
        {
            "source": SOURCE,
            "agency": {"code": AGENCY},
            "rollout": {"track": "state_certificate", "edition": "2015"},
            "certificates": [
                {
                    "number": "HT 1",
                    "issuer": "QUACERT",
                    "edition": "2015",
                    "scope": "Mọi thủ tục",
                    "issued_on": "2025-05-05",
                    "valid_to": "2028-05-04",
                }
            ],
        },
    )
    load(
        {
            "source": SOURCE,
            "agency": {"code": HEIR},
            "rollout": {"track": "voluntary_certificate", "edition": "2015"},
            "plan": {"kind": "ke_hoach", "title": "Kế hoạch", "completed_on": "2025-06-01"},
        }
    )
    told = post(MERGER, 200, "?dry_run=true")
    assert set(codes(told, "warnings")) == {
        "succession.findings_transferred",
        "succession.certifier_to_be_told",
        "succession.two_rollouts",
    }


def test_what_is_told_when_it_is_recorded_is_what_the_preview_told(post, running):
    told = post(MERGER, 200, "?dry_run=true")
    done = post(MERGER)
    for name in ("ends", "carried", "stays", "accounts_end", "warnings"):
        assert done[name] == told[name]


@pytest.fixture
def people_of_the_agency(db):
    from accounts.models import User

    home = Agency.objects.get(code=AGENCY)
    for name, active in (("syt.1", True), ("syt.2", False)):
        User.objects.create(username=name, role="officer", agency=home, is_active=active)
