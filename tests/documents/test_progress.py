"""How far each list is: one grouped query that agrees with the lists behind its numbers."""

from datetime import date

import pytest

from core.days import PartialDate
from core.provenance import by_hand
from documents.models import Document, DocumentVersion
from documents.queries import (
    drafted_on,
    in_effect_on,
    issued_on,
    listed_on,
    progress_by_rollout,
)
from documents.records import put_items, put_placeholders, put_promulgation, put_version

pytestmark = pytest.mark.django_db
DAY = date(2010, 2, 3)


def of(rollout, day):
    rows = progress_by_rollout(day, [rollout.pk])
    return rows[0] if rows else None


def test_the_35_of_the_article_are_in_force_from_the_day_of_the_source(rollout, told):
    kinds = {"CSCL": 1, "MTCL": 1, "STCL": 1, "QT-BB": 6, "QT-TN": 22, "QT-HT": 4}
    for kind, count in kinds.items():
        put_placeholders(rollout, kind=kind, count=count, as_of=DAY, told=told)
    put_promulgation(rollout, told=told)
    row = of(rollout, DAY)
    assert (row.listed, row.issued, row.in_effect, row.placeholders) == (35, 35, 35, 35)
    assert (row.weighted, row.first_listed, row.all_in_effect_since) == (1, DAY, DAY)
    assert row.kinds == {kind: [n, n] for kind, n in kinds.items()}
    assert of(rollout, date(2010, 2, 2)) is None
    assert Document.objects.get(rollout=rollout, code="QT-BB (6)").placeholder


def test_each_step_weighs_as_the_reference_says(rollout, told):
    steps = ["drafted_on", "reviewed_on", "approved_on", "issued_on"]
    items = [{"code": f"QT-{n}", "kind": "QT-TN", "listed_on": date(2009, 5, 4)} for n in range(5)]
    for step, item in zip(steps, items, strict=False):
        item[step] = date(2009, 6, 1)
    put_items(rollout, items, as_of=DAY, told=told)
    row = of(rollout, DAY)
    assert (row.listed, row.drafted, row.issued, row.in_effect) == (5, 4, 1, 0)
    assert float(row.weighted) == (0.25 + 0.5 + 0.75 + 1) / 5
    assert (row.all_issued_since, row.all_in_effect_since) == (None, None)
    assert drafted_on(DAY).count() == 4
    assert issued_on(DAY).count() == 1
    assert in_effect_on(DAY).count() == 0


def test_a_list_is_complete_since_its_last_document_was_issued(rollout, told):
    items = [
        {
            "code": "QT-1",
            "kind": "QT-TN",
            "listed_on": date(2009, 5, 4),
            "issued_on": date(2009, 6, 1),
            "effective_on": date(2009, 6, 15),
        },
        {
            "code": "QT-2",
            "kind": "QT-TN",
            "listed_on": date(2009, 5, 4),
            "issued_on": date(2009, 7, 1),
            "effective_on": date(2009, 7, 1),
        },
    ]
    first, _ = put_items(rollout, items, as_of=DAY, told=told)
    put_version(first, told=told, issue_no=2, effective_on=date(2010, 1, 4))
    assert of(rollout, date(2009, 6, 30)).all_issued_since is None
    row = of(rollout, DAY)
    assert (row.all_issued_since, row.all_in_effect_since) == (date(2009, 7, 1), date(2009, 7, 1))
    assert row.listed == row.in_effect == 2


def test_a_withdrawn_document_no_longer_counts_from_that_day(rollout, told):
    items = [
        {
            "code": "QT-1",
            "kind": "QT-TN",
            "effective_on": date(2009, 6, 15),
            "withdrawn_on": date(2010, 1, 1),
        }
    ]
    put_items(rollout, items, as_of=DAY, told=told)
    assert of(rollout, date(2009, 12, 31)).in_effect == 1
    assert of(rollout, date(2010, 1, 1)) is None
    assert in_effect_on(date(2010, 1, 1)).count() == 0
    assert listed_on(date(2009, 12, 31)).count() == 1


def test_a_line_is_listed_from_its_earliest_day_else_from_that_of_the_list(rollout, told):
    items = [
        {"code": "QT-1", "kind": "QT-TN", "drafted_on": date(2009, 3, 2)},
        {"code": "QT-2", "kind": "QT-TN"},
        {"code": "QT-3", "kind": "QT-TN", "listed_on": PartialDate(date(2009, 1, 1), "year")},
    ]
    rows = put_items(rollout, items, as_of=date(2009, 9, 9), told=told)
    assert [row.listed_on for row in rows] == [date(2009, 3, 2), date(2009, 9, 9), date(2009, 1, 1)]
    assert DocumentVersion.objects.filter(document__rollout=rollout).count() == 1
    rollout.refresh_from_db()
    assert rollout.opened_on == date(2009, 3, 2)


def test_a_promulgation_without_days_counts_from_its_source(rollout, told):
    put_items(rollout, [{"code": "QT-1", "kind": "QT-TN"}], as_of=date(2009, 9, 9), told=told)
    put_promulgation(rollout, told=told)
    assert of(rollout, date(2010, 2, 2)).issued == 0
    assert of(rollout, DAY).issued == 1


def test_progress_takes_one_query(rollout, told, django_assert_num_queries):
    put_placeholders(rollout, kind="QT-TN", count=20, as_of=DAY, told=told)
    with django_assert_num_queries(1):
        progress_by_rollout(DAY)
    with django_assert_num_queries(0):
        progress_by_rollout(DAY, [])


def test_hand_written_and_reported_facts_share_the_rules(rollout, officer):
    told = by_hand(officer.pk)
    version = put_version(
        put_items(rollout, [{"code": "QT-1", "kind": "QT-TN"}], as_of=DAY, told=told)[0],
        told=told,
        effective_on=DAY,
    )
    assert (version.issue_no, version.counts_on) == (1, DAY)
