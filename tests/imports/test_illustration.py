"""The demonstration province: lively on every day, and marked as an illustration throughout."""

from collections import Counter
from contextlib import contextmanager
from datetime import date

import pytest
from django.apps import apps
from django.db import transaction

from acts.trail import outside_changes
from core.days import today
from core.facts import Fact
from imports.illustration import SOURCE, load
from plans.models import OfficialDocument, Rollout
from progress.stages import STAGES, rollouts_on
from progress.summaries import board_on, summary_on
from standards.models import TRACKS

pytestmark = pytest.mark.django_db
FACTS = [model for model in apps.get_models() if issubclass(model, Fact)]
# An agency that has ended is on no board, so that no agency stands in `closed`.
NEVER_ON_THE_BOARD = {"closed"}


@contextmanager
def taken_back():
    """What is recorded inside is gone afterwards; acts may be durable in it, as in a test."""
    whole = transaction.atomic()
    whole._from_testcase = True
    with whole:
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def province(first_data, django_db_blocker):
    """The province with its illustrations; everything is taken back after this module."""
    with django_db_blocker.unblock(), taken_back():
        yield load()


def stages_on(day):
    return Counter(agency.stage for agency in board_on(day).agencies if not agency.no_data)


def test_every_fact_and_every_rollout_is_marked_an_illustration(province):
    for model in [*FACTS, Rollout]:
        assert not model.objects.exclude(real=False, source=SOURCE).exists(), model


def test_no_change_was_made_outside_an_act(province):
    assert outside_changes() == 0


def test_a_second_load_adds_nothing(province):
    assert load() == {}


def test_every_stage_is_on_the_board_of_today(province):
    missing = set(STAGES) - set(stages_on(today())) - NEVER_ON_THE_BOARD
    assert not missing


def test_every_track_and_every_stage_is_among_the_rollouts_of_today(province):
    rollouts = rollouts_on(today())
    assert {rollout.track for rollout in rollouts} == set(TRACKS)
    assert {rollout.stage for rollout in rollouts} == set(STAGES)


def test_some_communes_have_told_nothing(province):
    assert summary_on(today())["agencies"]["no_data"] == 5


def test_more_than_twenty_agencies_have_declared(province):
    assert stages_on(today())["declared"] >= 20


def test_declarations_are_maintained_neglected_and_unknown(province):
    assert all(summary_on(today())["proofs"]["maintained"].values())


def test_a_certificate_expires_soon(province):
    assert summary_on(today())["proofs"]["expiring_90_days"] == 1


def test_findings_are_open_overdue_and_wait_for_the_auditor(province):
    figures = summary_on(today())
    assert figures["findings"]["open"] > figures["overdue"]["findings"] > 0
    assert figures["findings"]["unverified"] > figures["findings"]["open"]


def test_some_agencies_are_late_with_a_letter(province):
    assert 0 < summary_on(today())["overdue"]["tasks"] < 30


@pytest.mark.parametrize(
    "flag",
    [
        "no_data",
        "returned",
        "paused",
        "overdue",
        "redeclare",
        "edition_old",
        "proof_lapsed",
        "suspended",
        "not_maintained",
        "inherited",
        "irregular",
        "missing_list",
        "unconfirmed",
    ],
)
def test_each_flag_can_be_seen(province, flag):
    assert summary_on(today())["flags"].get(flag)


def test_the_day_of_the_article_shows_a_lively_province(province):
    stages = stages_on(date(2010, 2, 3))
    assert {"planning", "submitted", "approved", "documenting", "correcting", "certified"} <= set(
        stages
    )
    assert sum(stages.values()) == 27


def test_the_edition_of_2000_gave_way_by_letter(province):
    editions = {r.edition for r in rollouts_on(date(2009, 9, 14)) if r.stage not in ("certified",)}
    assert "2000" in editions
    later = [r for r in rollouts_on(date(2009, 12, 1)) if r.edition_at_opening == "2000"]
    assert {r.edition for r in later if r.proof_kind is None} == {"2008"}


def test_certificates_gave_way_to_declarations(province):
    assert summary_on(date(2012, 12, 31))["proofs"]["certificates_in_force"] > 15
    assert summary_on(date(2019, 12, 31))["proofs"]["declarations_in_force"] > 25


@pytest.mark.parametrize(
    "day",
    [
        date(2008, 6, 30),
        date(2010, 2, 3),
        date(2014, 12, 31),
        date(2019, 12, 31),
        date(2025, 2, 28),
        date(2025, 3, 1),
        date(2025, 7, 1),
        date(2026, 6, 30),
    ],
)
def test_stages_and_kinds_sum_to_the_agencies_in_scope(province, day):
    figures = summary_on(day)
    in_scope = figures["agencies"]["in_scope"]
    assert sum(row["count"] for row in figures["by_stage"]) == in_scope
    assert sum(figures["agencies"]["by_kind"].values()) == in_scope


def test_no_official_number_is_borne_twice(province):
    numbers = OfficialDocument.objects.values_list("issuer_key", "number_key", "year")
    assert max(Counter(numbers).values()) == 1


def test_the_real_agency_of_the_article_got_no_illustration(province):
    assert not Rollout.objects.filter(agency__code="SNV").exists()
