"""The article on Sở Nội vụ Quảng Ninh, told back from its records to the figure."""

from datetime import date, timedelta

import pytest

pytestmark = pytest.mark.django_db
AS_PUBLISHED = "2010-02-03"


@pytest.fixture
def get(load, coordinator, client_as):
    """Load the article's case and read as the coordinator: get("rollouts", as_of=…)."""
    load("so_noi_vu_2010")
    client = client_as(coordinator)

    def reading(path, **params):
        answer = client.get(f"/api/v1/{path}", params)
        assert answer.status_code == 200, answer.content
        return answer.json()

    return reading


@pytest.fixture
def rollout(get):
    (row,) = get("rollouts", agency="SNV", as_of=AS_PUBLISHED)["results"]
    return row


STAGES = [
    ("2007-07-06", "2008-06-19", "planning"),
    ("2008-06-20", "2009-12-30", "approved"),
    ("2009-12-31", "2010-02-02", "correcting"),
    ("2010-02-03", "2010-12-31", "corrected"),
]


@pytest.mark.parametrize(("first", "last", "stage"), STAGES)
def test_the_stage_holds_from_its_first_to_its_last_day(get, first, last, stage):
    for day in (first, last):
        (row,) = get("rollouts", agency="SNV", as_of=day)["results"]
        assert row["stage"] == stage, day
        assert row["stage_since"] == first


def test_nothing_exists_before_the_plan(get):
    assert get("rollouts", agency="SNV", as_of="2007-07-05")["count"] == 0


def test_it_is_never_a_proof_on_any_day(load):
    from progress.stages import rollouts_on

    load("so_noi_vu_2010")
    day, last = date(2007, 7, 1), date(2011, 1, 1)
    while day < last:
        assert not [r for r in rollouts_on(day) if r.had_any or r.proof_kind]
        day += timedelta(days=13)


def test_the_edition_changes_with_the_letter_in_one_rollout(get):
    before = get("rollouts", agency="SNV", as_of="2009-09-06")["results"]
    after = get("rollouts", agency="SNV", as_of="2009-09-07")["results"]
    assert [row["edition"] for row in before] == ["2000"]
    assert [row["edition"] for row in after] == ["2008"]
    assert before[0]["id"] == after[0]["id"]


def test_the_lead_times_are_350_and_559_days(rollout):
    assert rollout["lead_times"] == {"plan_to_decision": 350, "decision_to_audit": 559}


def test_35_documents_of_which_32_procedures(get, rollout):
    detail = get(f"rollouts/{rollout['id']}", as_of=AS_PUBLISHED)
    assert detail["documents"] == {"planned": 35, "in_force": 35}
    assert detail["procedures"] == 32
    rows = get("documents", agency="SNV", as_of=AS_PUBLISHED)
    assert rows["count"] == 35
    assert all(row["placeholder"] for row in rows["results"])


def test_documents_are_unknown_and_not_zero_before_the_article(get, rollout):
    detail = get(f"rollouts/{rollout['id']}", as_of="2010-02-02")
    assert detail["documents"] == {"planned": None, "in_force": None}
    assert detail["procedures"] is None


def test_13_findings_none_open_6_not_verified_10_days_early(get, rollout):
    counts = rollout["findings"]
    assert (counts["major"], counts["minor"], counts["observation"]) == (0, 6, 7)
    assert (counts["open"], counts["unverified"], counts["undisposed"]) == (0, 6, 0)
    rows = get("findings", rollout=rollout["id"], as_of=AS_PUBLISHED)["results"]
    assert len(rows) == 13
    assert {row["days_early"] for row in rows if row["grade"] == "minor"} == {10}
    assert {row["disposition"] for row in rows if row["grade"] == "observation"} == {"done"}


def test_on_the_day_of_the_audit_the_findings_are_open(get):
    (row,) = get("rollouts", agency="SNV", as_of="2009-12-31")["results"]
    assert (row["findings"]["open"], row["findings"]["undisposed"]) == (6, 7)


def test_the_application_is_being_prepared_and_no_stage(get, rollout):
    (row,) = get("applications", rollout=rollout["id"])["results"]
    assert row["state"] == "being_prepared"
    assert rollout["stage"] == "corrected"


def test_the_journey_names_the_decision_and_what_is_missing(get, rollout):
    steps = {s["stage"]: s for s in get(f"rollouts/{rollout['id']}/journey", as_of=AS_PUBLISHED)}
    assert steps["approved"]["number"] == "1985/QĐ-UBND"
    assert steps["approved"]["reached_on"] == "2008-06-20"
    assert [m["code"] for m in steps["applied"]["missing"]] == ["application"]
    assert [m["code"] for m in steps["corrected"]["missing"]] == ["findings_unverified"]
    assert steps["certified"]["reached_on"] is None


def test_flags_say_what_the_source_leaves_open(rollout):
    assert {"missing_date", "missing_list", "in_transition", "unconfirmed"} <= set(rollout["flags"])


SUMMARY = {
    "as_of": "2010-02-03",
    "agencies": {
        "in_scope": 33,
        "outside_scope": 0,
        "no_data": 32,
        "by_kind": {"so": 16, "van_phong": 1, "thanh_tra": 1, "ban": 1, "ubnd_huyen": 14},
    },
    "by_stage": [{"stage": "corrected", "count": 1}, {"stage": "not_started", "count": 32}],
    "rates": [
        {"code": "approved", "numerator": 1, "confirmed": 0, "implied": 0, "denominator": 33}
    ],
    "findings": {
        "major": 0,
        "minor": 6,
        "observation": 7,
        "open": 0,
        "unverified": 6,
        "undisposed": 0,
    },
    "overdue": {"findings": 0, "tasks": 0},
    "documents": {
        "planned": 35,
        "in_force": 35,
        "agencies_without_list": 32,
        "by_kind": {"CSCL": 1, "MTCL": 1, "STCL": 1, "QT-BB": 6, "QT-TN": 22, "QT-HT": 4},
    },
    "proofs": {
        "certificates_in_force": 0,
        "declarations_in_force": 0,
        "agencies_with_proof": 0,
        "maintained": {"yes": 0, "no": 0, "unknown": 0},
        "expiring_90_days": 0,
    },
}


def test_the_summary_of_an_empty_province_with_the_case_to_the_digit(get):
    summary = get("progress/summary", as_of=AS_PUBLISHED)
    assert {name: summary[name] for name in SUMMARY} == SUMMARY
    assert summary["lists"]["/findings/open"] == "/api/v1/findings?state=open&as_of=2010-02-03"


def test_the_same_case_twice_is_refused(load, refused):
    load("so_noi_vu_2010")
    with refused("rollout.exists"):
        load("so_noi_vu_2010")
