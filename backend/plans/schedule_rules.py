"""The days on which a plan wants its stages to be reached."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from core.days import partial
from core.rules import Blocker
from plans.models import Milestone, Plan

Wanted = Sequence[tuple[str, date]]


def blockers_of_milestones(plan: Plan, wanted: Wanted) -> Iterator[Blocker]:
    """Each stage once, on days that follow each other and the beginning of the plan.

    Source: domain reference 2.4 S01 (planned dates ascending).
    """
    seen: set[str] = set()
    for place, (stage, _) in enumerate(wanted):
        if stage in seen:
            yield Blocker("milestone.known", {"stage": stage}, f"/milestones/{place}/stage")
        seen.add(stage)
    began = partial(plan, "started_on")
    for place, (_, day) in enumerate(wanted):
        if began and day < began.start:
            params = {"planned_on": day.isoformat(), "started_on": str(began)}
            yield Blocker("milestone.before_plan", params, f"/milestones/{place}/planned_on")
    way = sorted(enumerate(wanted), key=lambda each: Milestone.STAGES.index(each[1][0]))
    for (_, (first, earlier)), (place, (then, later)) in pairwise(way):
        if first != then and later < earlier:
            params = {"earlier": earlier.isoformat(), "later": later.isoformat()}
            yield Blocker("milestone.out_of_order", params, f"/milestones/{place}/planned_on")
