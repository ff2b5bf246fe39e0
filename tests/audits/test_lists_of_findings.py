"""What the list of findings shows by default, and how it is narrowed."""

import pytest

from audits.board_scope import ON_BOARD

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked():
    """The rows whose narrowing to the board was asked for; none is left by it."""
    before = ON_BOARD.told
    ON_BOARD.register(lambda rows, day: rows.none(), lambda day: 0)
    yield
    ON_BOARD.told = before


def test_by_default_the_board_decides_which_external_findings_count(audit, asked, as_coordinator):
    assert as_coordinator.get("findings")["count"] == 0
    assert as_coordinator.get("findings", source="external")["count"] == 0
    for widened in (
        {"current": "all"}, {"agency": "SNV"}, {"rollout": audit["rollout"]},
        {"audit": audit["id"]}, {"source": "all"},
    ):  # fmt: skip
        assert as_coordinator.get("findings", **widened)["count"] == 3, widened


def test_states_are_joined_by_or_and_hold_on_the_day(audit, as_coordinator):
    def count(**params):
        return as_coordinator.get("findings", agency="SNV", **params)["count"]

    assert count(state="open") == 2
    assert count(state="undisposed") == 1
    assert count(state=["open", "undisposed"]) == 3
    assert count(state="overdue") == 2
    assert count(state="overdue", as_of="2010-03-31") == 0
    assert count(as_of="2009-12-30") == 0
    assert count(grade=["major", "minor"], source="internal") == 0


def test_search_ignores_accents_and_case(audit, as_coordinator):
    as_coordinator.post(
        "findings", audit=audit["id"], grade="minor", description="ĐIỀU hành chưa đầy đủ"
    )
    found = as_coordinator.get("findings", agency="SNV", search="dieu Hành")
    assert found["count"] == 1


def test_an_earlier_finding_of_the_same_clause_is_named(audit, as_coordinator, a_rollout):
    first = as_coordinator.post("findings", audit=audit["id"], grade="minor", clause="7.5.1")
    later = as_coordinator.post(
        "audits", kind="inspection", agency="SNV", **{"from": "2011-05-04"},
        findings=[{"grade": "minor", "clause": "7.5.1"}],
    )  # fmt: skip
    (row,) = as_coordinator.get("findings", audit=later["id"])["results"]
    assert as_coordinator.get(f"findings/{row['id']}")["repeats"] == first["id"]
    assert row["source"] == "inspection"


@pytest.mark.parametrize("path", ["findings", "audits", "corrective-actions"])
def test_a_list_asks_the_same_few_questions_for_any_length(
    path, audit, findings, as_coordinator, django_assert_max_num_queries
):
    as_coordinator.post(
        "corrective-actions", finding=findings["minor"], what="x", reason="theo báo cáo"
    )
    as_coordinator.post("findings", audit=audit["id"], grade="minor", count=30)
    with django_assert_max_num_queries(8):
        as_coordinator.get(path, agency="SNV")


@pytest.mark.parametrize("name", ["due_on", "-days_early", "completed_on", "clause", "agency"])
def test_a_list_is_ordered_by_what_it_shows(name, audit, as_coordinator):
    assert as_coordinator.get("findings", agency="SNV", ordering=name)["count"] == 3
