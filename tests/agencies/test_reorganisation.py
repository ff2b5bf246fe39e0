"""A reorganisation of several agencies: one act, all its pairs or none, each after the last."""

import pghistory.models
import pytest

from accounts.models import User
from agencies.models import Agency, Succession
from plans.models import Rollout, RolloutHolder
from tests.contract.asking import pointers, untouched

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/successions/bulk"
THREE, HEIR, OTHER = ["BQLVHL", "SNGV", "STP"], "SVHTTDL-2025", "SCT"
PAPER = {"kind": "merge", "effective_on": "2026-03-01", "decision": "12/NQ-HĐND"}
RUNNING = {"track": "voluntary_certificate", "edition": "2015"}


def merger(*agencies, heir=HEIR, **more):
    return {
        **PAPER,
        "pairs": [{"predecessor": code, "successor": heir} for code in agencies],
    } | more


@pytest.fixture
def post(client_as, coordinator):
    """Posts a reorganisation, which answers so: 201 if it is recorded, 200 if it is previewed."""
    client = client_as(coordinator)

    def posting(body, status=201, query="", **headers):
        answer = client.post(f"{ADDRESS}{query}", body, format="json", headers=headers)
        assert answer.status_code == status, answer.content.decode()
        return answer

    return posting


@pytest.fixture
def preview(post):
    return lambda body: post(body, 200, "?dry_run=true").json()


@pytest.fixture
def running(load):
    """A rollout in progress of an agency, all of them of one track."""

    def starting(code):
        plan = {"kind": "ke_hoach", "title": "Kế hoạch", "completed_on": "2025-02-01"}
        source = {"title": "Báo cáo", "published_at": "2025-12-01T08:00:00+07:00"}
        case = {"source": source, "agency": {"code": code}, "rollout": RUNNING, "plan": plan}
        return Rollout.objects.get(pk=load(case)[0].rollout_ids[0])

    return starting


def codes(rows):
    return [row["code"] for row in rows]


def ended(*agencies):
    ends = Agency.objects.filter(code__in=agencies, valid_to="2026-02-28")
    return set(ends.values_list("code", flat=True))


def holder(rollout):
    return RolloutHolder.objects.get(rollout=rollout, held_to=None).agency.code


def test_every_pair_of_a_merger_is_recorded_in_one_act(post, running):
    rollout = running("STP")
    acts = list(pghistory.models.Context.objects.values_list("pk", flat=True))
    told = post(merger(*THREE, reason="Sắp xếp bộ máy")).json()
    assert [each["predecessor"]["code"] for each in told["results"]] == THREE
    recorded = Succession.objects.filter(successor__code=HEIR, effective_on="2026-03-01")
    assert set(recorded.values_list("pk", flat=True)) == {each["id"] for each in told["results"]}
    assert (told["count"], ended(*THREE), holder(rollout)) == (3, set(THREE), HEIR)
    label = pghistory.models.Context.objects.exclude(pk__in=acts).get().metadata
    assert (label["verb"], label["reason"]) == ("agency.succeed", "Sắp xếp bộ máy")


def test_a_later_pair_that_is_refused_leaves_nothing_of_the_earlier_ones(post, running):
    rollout, before = running("BQLVHL"), Succession.objects.count()
    with untouched:
        post(merger("BQLVHL", "SNGV", "SNV"), 409)
    assert (Succession.objects.count(), ended(*THREE)) == (before, set())
    assert holder(rollout) == "BQLVHL"


def test_every_refusal_names_the_place_of_its_pair(post):
    body = merger("SNV", "BQLVHL", "BDT", "STP", heir="STP")
    for query in ("", "?dry_run=true"):
        refusal = post(body, 409, query)
        assert [(e["pointer"], e["code"]) for e in refusal.json()["errors"]] == [
            ("/pairs/0/predecessor", "succession.predecessor_ended"),
            ("/pairs/2/predecessor", "succession.predecessor_ended"),
            ("/pairs/3/successor", "succession.of_itself"),
        ]


def test_a_reason_in_the_same_words_names_each_of_its_places(post):
    post(merger("BQLVHL", "SNGV"))
    assert pointers(post(merger("BQLVHL", "STP", "SNGV"), 409)) == [
        "/pairs/0/successor",
        "/pairs/2/successor",
    ]


def test_what_all_pairs_share_is_said_once_of_the_whole(post):
    refusal = post(merger(*THREE, effective_on="2099-01-01"), 409)
    assert pointers(refusal) == ["/effective_on"]
    assert codes(refusal.json()["blockers"]) == ["day.in_future"]


def test_a_pair_counts_on_the_pairs_before_it(post):
    circle = {"pairs": [{"predecessor": "STP", "successor": "SCT"},
                        {"predecessor": "SCT", "successor": "STP"}]}  # fmt: skip
    refusal = post(PAPER | circle, 409)
    assert set(codes(refusal.json()["blockers"])) == {"succession.circle", "agency.ended"}
    assert set(pointers(refusal)) == {"/pairs/1/successor"}
    twice = post(merger("STP", "STP"), 409)
    assert codes(twice.json()["blockers"]) == ["succession.known"]


def test_the_preview_of_a_merger_of_three_says_what_each_pair_changes_and_saves_nothing(
    preview, running
):
    rollouts = [running(code) for code in THREE]
    with untouched:
        told = preview(merger(*THREE))
    results = told["results"]
    assert [each["id"] for each in results] == [None] * 3
    assert [each["ends"]["agency"]["code"] for each in results] == THREE
    assert {each["ends"]["valid_to"] for each in results} == {"2026-02-28"}
    assert [each["carried"]["rollouts"] for each in results] == [1, 1, 1]
    # From the second on, the heir has one of the track already: that of the first.
    assert [codes(each["warnings"]) for each in results] == [
        [],
        ["succession.two_rollouts"],
        ["succession.two_rollouts"],
    ]
    assert results[1]["warnings"][0]["pointer"] == "/pairs/1/takes/rollouts"
    assert codes(told["warnings"]) == ["succession.two_rollouts"]
    assert [holder(rollout) for rollout in rollouts] == THREE
    assert ended(*THREE) == set()


def test_what_is_told_when_it_is_recorded_is_what_the_preview_told(post, preview, running):
    running("BQLVHL")
    before, after = preview(merger(*THREE)), post(merger(*THREE)).json()
    for each in [*before["results"], *after["results"]]:
        each.pop("id")
        each.pop("url")
    assert before == after


def test_what_one_heir_of_a_split_takes_no_other_does(post, preview, running):
    rollout = running("STP")

    def split(*takes):
        pairs = [
            {"predecessor": "STP", "successor": heir, "takes": {"rollouts": ids}}
            for heir, ids in zip((HEIR, OTHER), takes, strict=True)
        ]
        return PAPER | {"kind": "split", "pairs": pairs}

    twice = post(split([rollout.pk], [rollout.pk]), 409)
    assert codes(twice.json()["blockers"]) == ["succession.takes_elsewhere"]
    assert pointers(twice) == ["/pairs/1/takes/rollouts"]
    told = preview(split([], [rollout.pk]))
    assert told["warnings"] == []
    assert [each["stays"]["rollouts"] for each in told["results"]] == [0, 0]
    told = preview(split([rollout.pk], []))
    assert [each["stays"]["rollouts"] for each in told["results"]] == [0, 0]
    post(split([], [rollout.pk]))
    assert holder(rollout) == OTHER


def test_what_no_heir_takes_is_said_once_with_the_last_of_them(preview, running):
    running("STP")
    pairs = [{"predecessor": "STP", "successor": heir, "takes": {}} for heir in (HEIR, OTHER)]
    told = preview(PAPER | {"kind": "split", "pairs": pairs})
    assert [codes(each["warnings"]) for each in told["results"]] == [
        [],
        ["succession.left_behind"],
    ]
    assert [each["stays"]["rollouts"] for each in told["results"]] == [0, 1]


def test_the_accounts_of_an_agency_end_once(preview):
    User.objects.create(username="stp.1", role="officer", agency=Agency.objects.get(code="STP"))
    pairs = [{"predecessor": "STP", "successor": heir} for heir in (HEIR, OTHER)]
    told = preview(PAPER | {"pairs": pairs})
    assert [each["accounts_end"] for each in told["results"]] == [1, 0]


def test_a_strict_sender_is_asked_once_for_all_pairs(post, running):
    for code in THREE:
        running(code)
    strict = {"Prefer": "handling=strict"}
    with untouched:
        asked = post(merger(*THREE), 409, **strict).json()
    assert asked["code"] == "warnings.unconfirmed"
    confirmed = merger(*THREE, confirmed_warnings=codes(asked["warnings"]))
    post(confirmed, **strict)
    assert ended(*THREE) == set(THREE)


def test_a_repeated_request_records_once(post):
    once = {"Idempotency-Key": "mot-lan"}
    first, again = post(merger(*THREE), **once), post(merger(*THREE), **once)
    assert (first.content, again["Idempotent-Replayed"]) == (again.content, "true")
    assert Succession.objects.filter(effective_on="2026-03-01").count() == 3


def test_only_the_coordinator_records_or_previews_it(client_as, administrator):
    client = client_as(administrator)
    for query in ("", "?dry_run=true"):
        assert client.post(f"{ADDRESS}{query}", merger(*THREE), format="json").status_code == 403


def test_a_value_of_the_wrong_form_is_named_at_its_pair(post):
    assert pointers(post(merger(), 400)) == ["/pairs"]
    assert pointers(post(merger("STP", "KHONG-CO"), 400)) == ["/pairs/1/predecessor"]
    assert pointers(post(merger("STP") | {"when": "mai"}, 400)) == ["/when"]
