"""How a task of a letter stands on a day: open, overdue, answered, done, and how many days late."""

import pytest

pytestmark = pytest.mark.django_db

LETTER = {"issuer": "UBND tỉnh Quảng Ninh", "number": "90/UBND-MT", "signed_on": "2025-01-05"}


@pytest.fixture
def says(speaks, coordinator):
    return speaks(coordinator)


def task(agency, due_on="2025-02-01", **more):
    return {"agency": agency, "what": "Báo cáo", "due_on": due_on, **more}


@pytest.fixture
def letter(says):
    """A letter to four agencies: three are to answer by 1/2/2025, the last has no due day."""
    given = [task("STP"), task("SXD"), task("SYT"), task("VPUB", None)]
    return says.post("directives", **LETTER, tasks=given)


def answer(says, letter, agency, **told):
    [one] = [each for each in letter["tasks"] if each["agency"]["code"] == agency]
    return says.act(f"tasks/{one['id']}", "answer", reason="Trả lời thay", **told)


def told(rows):
    return {
        row["agency"]["code"]: (row["state"], row["punctuality"], row["days_late"]) for row in rows
    }


def test_each_task_says_how_it_stands_on_the_day(says, letter):
    answer(says, letter, "STP", answered_on="2025-01-30", answer="Đã báo cáo")
    answer(says, letter, "SXD", answered_on="2025-02-11", answer="Đã báo cáo")
    assert told(says.get("tasks?as_of=2025-02-05")["results"]) == {
        "STP": ("answered", "on_time", -2),
        "SXD": ("overdue", "silent", 4),
        "SYT": ("overdue", "silent", 4),
        "VPUB": ("open", "waiting", None),
    }
    assert told(says.get("tasks?as_of=2025-03-01")["results"])["SXD"] == ("answered", "late", 10)


def test_a_letter_counts_its_answers_as_its_tasks_say(says, letter):
    answer(says, letter, "STP", answered_on="2025-01-30", answer="Đã báo cáo")
    answer(says, letter, "SXD", done_on="2025-02-11")
    [row] = says.get("directives?as_of=2025-03-01")["results"]
    assert row["answers"] == {"silent": 1, "late": 1, "waiting": 1, "on_time": 1}
    assert told(row["tasks"])["SXD"] == ("done", "late", 10)
    assert told(row["tasks"]) == told(says.get("tasks?as_of=2025-03-01")["results"])


def test_an_exempt_agency_is_neither_overdue_nor_late(says, letter):
    leave = {"agency": "SYT", "what": "deadline", "from_on": "2025-01-20", "to_on": "2025-03-31",
             "number": "77/QĐ-UBND", "reason": "Sắp xếp bộ máy"}  # fmt: skip
    says.post("exemptions", **leave)
    assert told(says.get("tasks?as_of=2025-02-10")["results"])["SYT"] == ("open", "waiting", None)
    assert told(says.get("tasks?as_of=2025-04-01")["results"])["SYT"] == ("overdue", "silent", 59)
    answer(says, letter, "SYT", answered_on="2025-03-30", answer="Đã báo cáo")
    standing = told(says.get("tasks?as_of=2025-04-01")["results"])["SYT"]
    assert standing == ("answered", "on_time", None)


@pytest.mark.parametrize(
    ("state", "agencies"),
    [("open", {"SYT", "VPUB"}), ("overdue", {"SYT"}), ("answered", {"STP"}), ("done", {"SXD"})],
)
def test_the_list_of_a_state_holds_the_tasks_of_that_state(says, letter, state, agencies):
    answer(says, letter, "STP", answered_on="2025-01-30", answer="Đã báo cáo")
    answer(says, letter, "SXD", done_on="2025-02-11")
    rows = says.get(f"tasks?state={state}&as_of=2025-03-01&ordering=-days_late")["results"]
    assert {row["agency"]["code"] for row in rows} == agencies
