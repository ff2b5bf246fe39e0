"""Planned against actual: what was listed, issued and in effect month by month."""

from datetime import date

import pytest

from documents.models import Document
from documents.months import MOST, milestones_of, months_of
from documents.queries import progress_by_rollout
from documents.records import put_items, put_version
from plans.models import Milestone
from plans.records import put_plan

pytestmark = pytest.mark.django_db
DAY = date(2009, 9, 9)


@pytest.fixture
def listed(rollout, told):
    """Two from May on, one issued in June and in effect in July; a third from August on."""
    may, june = date(2009, 5, 4), date(2009, 6, 20)
    items = [
        {"code": "QT-1", "kind": "QT-TN", "listed_on": may, "issued_on": june}
        | {"effective_on": date(2009, 7, 1)},
        {"code": "QT-2", "kind": "QT-TN", "listed_on": may},
        {"code": "QT-3", "kind": "QT-TN", "listed_on": date(2009, 8, 3)},
    ]
    return put_items(rollout, items, as_of=DAY, told=told)


def figures(rollout, day=DAY, milestones=None):
    rows = months_of(rollout.pk, day, milestones or {})
    return [(row.day.isoformat(), row.planned, row.issued, row.in_effect) for row in rows]


def test_each_month_says_what_was_listed_issued_and_in_effect_by_its_end(rollout, listed):
    assert figures(rollout) == [
        ("2009-05-31", 2, 0, 0),
        ("2009-06-30", 2, 1, 0),
        ("2009-07-31", 2, 1, 1),
        ("2009-08-31", 3, 1, 1),
        ("2009-09-09", 3, 1, 1),
    ]


def test_the_months_end_on_the_day_asked_for(rollout, listed):
    assert figures(rollout, date(2009, 6, 10)) == [("2009-05-31", 2, 0, 0), ("2009-06-10", 2, 0, 0)]
    assert figures(rollout, date(2009, 5, 3)) == []


def test_each_month_agrees_with_the_board_of_that_day(rollout, listed):
    for month in months_of(rollout.pk, DAY, {}):
        row = progress_by_rollout(month.day, [rollout.pk])[0]
        assert (month.planned, month.issued, month.in_effect) == (
            row.listed,
            row.issued,
            row.in_effect,
        )


def test_a_finished_list_ends_with_the_month_in_which_it_was_finished(rollout, listed, told):
    for document in listed[1:]:
        put_version(document, told=told, effective_on=date(2009, 9, 1))
    assert figures(rollout, date(2012, 1, 1))[-1] == ("2009-09-30", 3, 3, 3)


def test_an_unfinished_list_goes_on_and_shows_the_last_three_years(rollout, listed):
    shown = figures(rollout, date(2014, 1, 15))
    assert len(shown) == MOST
    assert shown[-1] == ("2014-01-15", 3, 1, 1)


def test_what_is_due_follows_the_milestones_of_the_latest_plan(rollout, listed, told):
    plan = put_plan(rollout, told=told, completed_on=date(2009, 4, 1))
    Milestone.objects.create(plan=plan, stage="documented", planned_on=date(2009, 7, 15))
    milestones = milestones_of(rollout.pk, DAY)
    assert milestones == {"documented": date(2009, 7, 15)}
    rows = months_of(rollout.pk, DAY, milestones)
    assert [row.due_issued for row in rows] == [0, 0, 2, 3, 3]
    assert {row.due_in_effect for row in rows} == {None}
    assert milestones_of(rollout.pk, date(2009, 3, 31)) == {}


def test_the_questions_do_not_grow_with_months_or_documents(
    rollout, listed, django_assert_num_queries
):
    assert Document.objects.filter(rollout=rollout).count() == 3
    with django_assert_num_queries(2):
        months_of(rollout.pk, date(2014, 1, 15), {})
