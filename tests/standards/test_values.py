"""Editions, bodies and numbers of the law on a day."""

from datetime import date

import pytest

from accounts.models import User
from standards.first_values import load_first_values
from standards.models import RequiredDocument
from standards.queries import body_named, edition_void_from, policy_on

pytestmark = pytest.mark.django_db


def test_loading_the_first_values_again_changes_nothing():
    assert load_first_values(by=User.objects.system()) == {}


@pytest.mark.parametrize(
    ("day", "editions"),
    [
        ("2010-11-14", set()),
        ("2010-11-15", {"2000"}),
        ("2018-09-14", {"2000"}),
        ("2018-09-15", {"2000", "2008"}),
        ("2026-11-22", {"2000", "2008"}),
    ],
)
def test_an_edition_is_void_from_its_day(day, editions):
    ends = {code: edition_void_from(code, "state_certificate") for code in ("2000", "2008", "2015")}
    void = {code for code, on in ends.items() if on and on <= date.fromisoformat(day)}
    assert void == editions
    assert edition_void_from("2008", "declaration") is None


def test_the_first_editions_require_nine_documents():
    rows = RequiredDocument.objects.filter(edition_id="2008")
    assert {row.kind_id: row.min_count for row in rows} == {
        "CSCL": 1,
        "MTCL": 1,
        "STCL": 1,
        "QT-BB": 6,
    }


def test_one_query_answers_every_number_of_a_day(django_assert_num_queries):
    with django_assert_num_queries(1):
        policy = policy_on(date(2010, 2, 3))
        assert policy.months("maintenance.months") == 12
        assert policy.days("finding.due_days.minor") == 90
        assert policy.number("upload.max_mb") == 20
    with pytest.raises(ValueError, match="kept in months"):
        policy.days("maintenance.months")


@pytest.mark.parametrize(
    "text", ["quacert", "Trung tâm Giám định chất lượng", "trung tam chung nhan phu hop"]
)
def test_a_body_is_known_by_code_name_or_alias(text):
    assert body_named(text).code == "QUACERT"


def test_an_unknown_body_is_nobody():
    assert body_named("Trung tâm Không Có") is None
