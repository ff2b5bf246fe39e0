"""On which days an agency took the steps from its plan to its proof."""

from datetime import date, timedelta
from random import Random

from core.days import today

Days = dict[str, date]

CERTIFICATE = [
    "started",
    "completed",
    "sent",
    "met",
    "decided",
    "listed",
    "issued",
    "effective",
    "audited",
    "reviewed",
    "stage1",
    "stage2",
    "corrected",
    "verified",
    "applied",
    "proven",
]
# A declaration needs no auditor; of old its plan needed no council either.
DECLARATION = [
    "started",
    "completed",
    "sent",
    "met",
    "decided",
    "listed",
    "issued",
    "effective",
    "audited",
    "reviewed",
    "proven",
]
BY_ITS_HEAD = [step for step in DECLARATION if step not in ("sent", "met")]
RECERTIFICATION = [
    "started",
    "completed",
    "audited",
    "reviewed",
    "stage2",
    "corrected",
    "verified",
    "applied",
    "proven",
]
# The step by which each stage is reached.
STEP_OF = {
    "planning": "started",
    "submitted": "sent",
    "appraised": "met",
    "approved": "decided",
    "documenting": "listed",
    "documented": "issued",
    "operating": "effective",
    "reviewed": "reviewed",
    "correcting": "stage2",
    "corrected": "corrected",
    "applied": "applied",
    "certified": "proven",
    "declared": "proven",
}
# Days that pass before a step, at least and at most. Source: domain reference 2.7, durations.
USUAL = {
    "completed": (20, 60),
    "sent": (5, 15),
    "met": (15, 40),
    "decided": (8, 30),
    "listed": (15, 50),
    "issued": (60, 140),
    "effective": (5, 20),
    "audited": (60, 110),
    "reviewed": (7, 20),
    "stage1": (15, 35),
    "stage2": (15, 40),
    "corrected": (20, 55),
    "verified": (5, 20),
    "applied": (5, 15),
    "proven": (12, 40),
}


def schedule(
    random: Random,
    steps: list[str],
    stage: str,
    on: date,
    *,
    begin: date,
    end: date | None = None,
    since: tuple[int, int] = (4, 35),
) -> Days:
    """The day of each step, such that the agency stands in `stage` on the day `on`.

    The stage was reached between `since` days before; what lies before `begin` is squeezed in,
    what lies after `end` or today has not happened.
    """
    place = steps.index(STEP_OF[stage])
    days = {steps[place]: on - timedelta(days=random.randint(*since))}
    for step in reversed(steps[: place + 1]):
        if step in USUAL:
            before = steps[steps.index(step) - 1]
            days[before] = days[step] - timedelta(days=random.randint(*USUAL[step]))
    _squeeze(days, begin, days[steps[place]])
    day = on + timedelta(days=random.randint(6, 30))
    for step in steps[place + 1 :]:
        days[step] = day = day + timedelta(days=random.randint(*USUAL[step]))
    last = min(end or today(), today())
    return {step: _weekday(days[step], begin) for step in steps if days[step] <= last}


def up_to(days: Days, stage: str) -> Days:
    """Only the steps as far as a stage: the agency never went on."""
    last = days.get(STEP_OF[stage])
    return {step: day for step, day in days.items() if last is None or day <= last}


def _squeeze(days: Days, begin: date, last: date) -> None:
    first = min(days.values())
    if first >= begin or last <= begin:
        days.update({step: max(day, begin) for step, day in days.items()})
        return
    share = (last - begin).days / (last - first).days
    for step, day in days.items():
        days[step] = begin + timedelta(days=int((day - first).days * share))


def _weekday(day: date, begin: date) -> date:
    """Offices sign from Monday to Friday; the Friday before a weekend keeps the order."""
    return max(day - timedelta(days=max(day.weekday() - 4, 0)), begin)


def between(random: Random, first: date, last: date) -> date:
    """A working day from `first` to `last`, not after today."""
    last = min(last, today())
    if last <= first:
        return first
    day = first + timedelta(days=random.randint(0, (last - first).days))
    return _weekday(day, first)


def ago(days: int) -> date:
    """So many days before today, a working day."""
    return _weekday(today() - timedelta(days=days), date.min)
