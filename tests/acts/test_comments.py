"""Journal entries beside the trail, within the scope of the record they are about."""

import pytest

from acts.trail import history_of
from tests.audits.conftest import Speaker

pytestmark = pytest.mark.django_db


@pytest.fixture
def rollouts(load):
    """A rollout of the users' predecessor and one of somebody else."""
    from plans.models import Rollout

    load("so_noi_vu_2010")
    load(
        {
            "agency": {"code": "STP"},
            "rollout": {
                "track": "declaration",
                "edition": "2015",
                "cycle": 1,
                "opened_on": "2016-01-04",
            },
            "source": {"title": "Nguồn", "published_at": "2016-02-03T08:00:00+07:00"},
        }
    )
    return {r.agency.code: r.pk for r in Rollout.objects.select_related("agency")}


@pytest.fixture
def says(client_as):
    return lambda user: Speaker(client_as(user))


def void(speaker, comment, reason):
    """Take it out; what is gone is not answered."""
    answer = speaker.client.post(
        f"/api/v1/comments/{comment['id']}/void",
        {"reason": reason},
        format="json",
        headers={"If-Match": f'"{comment["row_version"]}"'},
    )
    assert answer.status_code == 200, answer.content.decode()


def write(speaker, rollout, status=201, text="Đã gọi điện nhắc"):
    return speaker.post("comments", status, object=f"rollout:{rollout}", text=text)


def test_everybody_who_sees_a_record_writes_about_it(
    rollouts, says, officer, head, coordinator, council, administrator
):
    for user in (officer, head, coordinator, council, administrator):
        made = write(says(user), rollouts["SNV"])
        assert made["author"]["username"] == user.username
        assert made["agency"]["code"] == "SNV"
    found = says(council).get(f"comments?object=rollout:{rollouts['SNV']}")
    assert found["count"] == 5


def test_a_record_that_one_does_not_see_bears_no_comment_of_ones_own(rollouts, says, officer):
    write(says(officer), rollouts["STP"], 404)
    says(officer).post("comments", 404, object="agency:STP", text="?")
    says(officer).post("comments", 404, object="rollout:999999", text="?")


def test_an_officer_reads_no_comments_on_others(rollouts, says, officer, council):
    write(says(council), rollouts["STP"])
    assert says(officer).get("comments")["count"] == 0
    assert says(council).get("comments?agency=STP")["count"] == 1


def test_an_agency_is_named_by_its_code(says, council, db):
    made = says(council).post("comments", object="agency:STP", text="Cần hỗ trợ")
    assert says(council).get("comments?object=agency:STP")["results"][0]["id"] == made["id"]


@pytest.mark.parametrize("strange", ["user:1", "rollout:x", "nothing:1", "rollout", "agency:NONE"])
def test_what_is_no_record_is_named(says, council, strange):
    answer = says(council).post("comments", 400, object=strange, text="x")
    assert answer["errors"][0]["pointer"] == "/object"
    assert says(council).client.get(f"/api/v1/comments?object={strange}").status_code == 400


def test_a_comment_is_never_rewritten_but_taken_out_with_a_reason(
    rollouts, says, officer, head, coordinator
):
    made = write(says(officer), rollouts["SNV"])
    at = f"comments/{made['id']}"
    assert says(officer).client.patch(f"/api/v1/{at}", {"text": "x"}).status_code == 405
    refused = says(head).act(at, "void", 409, reason="không đúng")
    assert [row["code"] for row in refused["blockers"]] == ["comment.of_another"]
    offer = says(head).get(at)["next_acts"][0]
    assert (offer["act"], offer["allowed"]) == ("comment.void", False)
    assert says(officer).act(at, "void", 400)["errors"][0]["code"] == "reason.required"
    void(says(officer), made, "Nhầm hồ sơ")
    assert says(officer).get("comments")["count"] == 0
    second = write(says(officer), rollouts["SNV"])
    void(says(coordinator), second, "Trùng")


def test_the_trail_keeps_what_a_comment_said(rollouts, says, officer):
    from comments.models import Comment

    made = write(says(officer), rollouts["SNV"], text="Lời cũ")
    void(says(officer), made, "Nhầm hồ sơ")
    rows, *_ = history_of(Comment, made["id"], limit=10)
    assert [row["verb"] for row in rows] == ["comment.void", "comment.write"]
    assert rows[0]["reason"] == "Nhầm hồ sơ"
    assert rows[0]["before"]["text"] == "Lời cũ"
