"""Dates of editions: found out, confirmed by a source, in the order in which editions live."""

import pytest

from standards.models import EditionDate
from standards.queries import edition_void_from

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_as, administrator):
    return client_as(administrator)


def known(edition, what, track=""):
    return EditionDate.objects.get(edition=edition, what=what, track=track)


def correct(client, row, reason="Theo thông báo của Bộ", **changes):
    return client.patch(
        f"/api/v1/edition-dates/{row.pk}",
        changes | {"reason": reason},
        format="json",
        headers={"If-Match": f'"{row.row_version}"'},
    )


def record(client, **told):
    return client.post("/api/v1/edition-dates", told, format="json")


def codes(answer):
    assert answer.status_code == 409, answer.content
    return {row["code"] for row in answer.json()["blockers"]}


def test_the_date_that_the_ministry_confirms_is_entered_without_a_programmer(client):
    told = {"on": "2026-09-15", "source": "ISO 9001:2026", "confirmed": True}
    answer = correct(client, known("2026", "iso_published"), **told)
    assert answer.status_code == 200, answer.content
    rows = client.get("/api/v1/catalogues").json()["editions"]
    assert {row["code"]: (row["from"], row["confirmed"]) for row in rows}["2026"] == (
        "2026-09-15",
        True,
    )


def test_the_end_of_an_edition_is_of_one_track(client):
    told = {"edition": "2026", "what": "void", "on": "2035-01-01", "source": "QĐ 1/2034"}
    assert codes(record(client, **told)) == {"edition_date.track_missing"}
    assert record(client, **told, track="declaration").status_code == 201
    assert edition_void_from("2026", "declaration").isoformat() == "2035-01-01"
    assert edition_void_from("2026", "state_certificate") is None
    assert codes(record(client, **told, track="declaration")) == {"edition_date.known"}


def test_only_the_end_names_a_track(client):
    told = {"edition": "2026", "what": "tcvn_published", "track": "declaration"}
    assert codes(record(client, **told)) == {"edition_date.track_unneeded"}


def test_what_has_no_day_or_no_source_is_not_confirmed(client):
    row = known("2026", "tcvn_published")
    assert codes(correct(client, row, confirmed=True, source="")) == {
        "edition_date.confirmed_without_day",
        "edition_date.confirmed_without_source",
    }


@pytest.mark.parametrize(
    ("what", "on", "code"),
    [
        ("iso_published", "2018-03-16", "edition_date.out_of_order"),
        ("tcvn_published", "2015-09-14", "edition_date.out_of_order"),
        ("new_certificates_only", "1970-01-01", "edition_date.too_early"),
    ],
)
def test_the_dates_of_an_edition_follow_each_other(client, what, on, code):
    assert code in codes(correct(client, known("2015", what), on=on))


def test_a_country_may_take_a_standard_over_late(client):
    answer = correct(client, known("2015", "tcvn_published"), on="2019-01-01")
    assert answer.status_code == 200


def test_a_correction_says_why(client):
    answer = correct(client, known("2026", "tcvn_published"), reason="", on="2027-01-01")
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/reason"]


def test_only_the_administrator_keeps_the_dates(client_as, coordinator):
    client = client_as(coordinator)
    told = {"edition": "2026", "what": "void", "track": "declaration"}
    assert record(client, **told).status_code == 403
    assert correct(client, known("2026", "tcvn_published"), on="2027-01-01").status_code == 403
