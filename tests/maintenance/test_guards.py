"""Boards and reviews: what the screens ask for, and what is only unusual."""

import pytest

from tests.audits.conftest import Speaker

pytestmark = pytest.mark.django_db
AGENCY = "STP"
BOARD = {
    "agency": AGENCY,
    "number": "04/QĐ-STP",
    "decided_on": "2011-03-01",
    "head": "Giám đốc",
    "secretary": "Phó Chánh Văn phòng",
}


@pytest.fixture
def says(client_as, coordinator):
    speaker = Speaker(client_as(coordinator))
    plain = speaker.post
    speaker.post = lambda path, status=201, **body: plain(path, status, reason="ghi thay", **body)
    return speaker


def codes(row):
    return [warning["code"] for warning in row["warnings"]]


def test_a_board_has_a_head_and_a_secretary(says):
    for name in ("head", "secretary"):
        problem = says.refused("boards", "board.incomplete", **{**BOARD, name: ""})
        assert problem["errors"][0]["pointer"] == f"/{name}"
    told = says.post("boards", **{**BOARD, "secretary": ""}, irregular="bản sao mờ")
    assert codes(told) == ["board.incomplete"]


def test_a_board_without_both_is_refused_at_both_and_not_warned_of_as_well(says):
    problem = says.refused("boards", "board.incomplete", **{**BOARD, "head": "", "secretary": ""})
    assert [row["pointer"] for row in problem["errors"]] == ["/head", "/secretary"]
    assert len(problem["blockers"]) == 1
    assert "warnings" not in problem


def test_a_board_stands_a_month_after_the_approval(says, load):
    load(
        {
            "source": {"title": "Báo cáo", "published_at": "2012-12-01T08:00:00+07:00"},
            "agency": {"code": AGENCY},
            "decision": {
                "number": "501/QĐ-UBND",
                "signed_on": "2011-01-30",
                "issuer": "UBND tỉnh Quảng Ninh",
            },
        }
    )
    assert codes(says.post("boards", **BOARD)) == []  # on the last day
    assert codes(says.post("boards", **BOARD | {"decided_on": "2012-01-01"})) == []  # renewed


def test_a_first_board_long_after_the_approval_is_unusual(says, load):
    load(
        {
            "source": {"title": "Báo cáo", "published_at": "2012-12-01T08:00:00+07:00"},
            "agency": {"code": AGENCY},
            "decision": {
                "number": "501/QĐ-UBND",
                "signed_on": "2011-01-29",
                "issuer": "UBND tỉnh Quảng Ninh",
            },
        }
    )
    assert codes(says.post("boards", **BOARD)) == ["board.decided_late"]


def test_a_review_follows_the_internal_audit_of_its_period(says):
    review = {"agency": AGENCY, "held_on": "2011-03-01", "chair": "Giám đốc"}
    assert codes(says.post("management-reviews", **review)) == ["review.before_internal_audit"]
    audit = {"kind": "internal", "agency": AGENCY, "from": "2011-05-01", "to": "2011-05-02"}
    says.post("audits", **audit)
    says.refused(
        "management-reviews", "review.before_its_audit", **review | {"held_on": "2011-04-01"}
    )
    told = says.post(
        "management-reviews", **review | {"held_on": "2011-04-01"}, irregular="họp trước"
    )
    assert told["irregular"] == "họp trước"
    assert codes(says.post("management-reviews", **review | {"held_on": "2011-06-01"})) == []
