"""When an agency's head declares, and that nobody calls it certified."""

from datetime import date

import pytest

pytestmark = pytest.mark.django_db
SCOPE = "Giải quyết thủ tục hành chính"


@pytest.fixture
def rollout(a_rollout):
    return a_rollout(track="declaration", edition="2015", day=date(2016, 1, 1)).pk


@pytest.fixture
def ready(rollout, as_officer, coordinator):
    """An internal audit on 2016-05-10 and a management review on 2016-06-10."""
    from acts.facts import told_by
    from agencies.models import Agency
    from core.days import columns
    from maintenance.models import ManagementReview

    as_officer.post("audits", kind="internal", agency="SNV", **{"from": "2016-05-10"})
    ManagementReview.objects.create(
        agency=Agency.objects.get(code="SNV"),
        **columns(held_on=date(2016, 6, 10)),
        **told_by(coordinator).columns(),
    )


def declared(rollout, **changes):
    told = {"rollout": rollout, "number": "15/CB-SNV", "edition": "2015", "scope": SCOPE,
            "signed_on": "2016-07-01"}  # fmt: skip
    return {**told, **changes}


def test_only_the_head_signs_and_nobody_on_behalf(rollout, ready, as_head, as_officer,
                                                  as_coordinator):  # fmt: skip
    as_officer.post("declarations", 403, **declared(rollout))
    as_coordinator.post("declarations", 403, **declared(rollout), reason="ký thay")
    row = as_head.post("declarations", **declared(rollout))
    assert (row["kind"], row["state"]) == ("first", "in_force")


def test_it_asks_for_an_internal_audit_and_a_review_within_twelve_months(rollout, ready, as_head):
    both = ("declaration.internal_audit_missing", "declaration.review_missing")
    as_head.refused("declarations", *both, **declared(rollout, signed_on="2016-05-09"))
    as_head.refused("declarations", both[0], **declared(rollout, signed_on="2017-05-11"))
    as_head.post("declarations", **declared(rollout, signed_on="2017-05-10"))


def test_it_asks_for_a_scope_and_the_track(a_rollout, rollout, ready, as_head):
    as_head.refused("declarations", "declaration.scope_missing", **declared(rollout, scope=" "))
    certified = a_rollout(edition="2015").pk
    as_head.refused("declarations", "declaration.wrong_track", **declared(certified))
    as_head.refused("applications", "application.wrong_track", rollout=rollout)


def test_days_follow_the_signature(rollout, ready, as_head):
    as_head.refused(
        "declarations", "declaration.posted_before_signed", "declaration.notified_before_signed",
        **declared(rollout, posted_on="2016-06-30", notified_on="2016-06-30"),
    )  # fmt: skip
    row = as_head.post("declarations", **declared(rollout, posted_on="2016-07-05"))
    as_head.patch(f"declarations/{row['id']}", 409, posted_on="2016-06-01")


def test_declaring_again_says_why_and_supersedes_from_its_day(rollout, ready, as_head):
    first = as_head.post("declarations", **declared(rollout))
    as_head.refused("declarations", "declaration.first_exists", **declared(rollout))
    again = declared(rollout, kind="again", signed_on="2017-03-01")
    as_head.refused("declarations", "declaration.why_again_missing", **again)
    second = as_head.post("declarations", **again, why_again="extended")
    address = f"declarations/{first['id']}"
    assert as_head.get(address)["state"] == "superseded"
    assert as_head.get(address, as_of="2017-02-28")["state"] == "in_force"
    in_force = as_head.get("declarations", in_force="true", agency="SNV")["results"]
    assert [row["id"] for row in in_force] == [second["id"]]


def test_a_declaration_is_never_called_certified(rollout, ready, as_head):
    from core.sentences import catalogue

    row = as_head.post("declarations", **declared(rollout))
    assert not any("certif" in name for name in row)
    for code, entry in catalogue()["blocker"].items():
        if code.startswith("declaration."):
            words = entry["vi"] + entry["en"]
            assert "chứng nhận" not in words, code
            assert "certif" not in words, code


def test_a_declaration_does_not_lapse_with_its_edition(rollout, ready, as_head, coordinator):
    from certificates.queries import declarations_in_force_on

    as_head.post("declarations", **declared(rollout, edition="2008"))
    assert declarations_in_force_on(date(2024, 1, 1)).count() == 1
