"""What an agency that ends hands on to its heir: rollouts in progress, unanswered tasks."""

from collections.abc import Iterator, Sequence

from django.db.models import QuerySet

from agencies.handover import Heritage, hands_on
from agencies.models import Agency
from core.catalogues import label_in
from core.rules import Blocker
from plans.handover.records import hand_on_rollouts, hand_on_tasks
from plans.models import Rollout, Task
from plans.queries import running_of


def rollouts_in_progress(agency: Agency) -> QuerySet[Rollout]:
    """Without any proof yet: a successor never counts its predecessor's. Source: contract 5."""
    return running_of(agency.pk).order_by("pk")


def two_of_a_track(rollouts: Sequence[Rollout], heir: Agency) -> Iterator[Blocker]:
    """The heir would have two open rollouts of one track. Source: contract 3."""
    own = set(running_of(heir.pk).values_list("track", flat=True))
    for track in sorted({rollout.track for rollout in rollouts} & own):
        yield Blocker("succession.two_rollouts", {"track": track}, "/takes/rollouts")


def tasks_unanswered(agency: Agency) -> QuerySet[Task]:
    """Tasks of directives that the agency has neither answered nor done."""
    rows = Task.objects.filter(agency=agency, held_to=None, answered_on=None, done_on=None)
    return rows.select_related("directive__document").order_by("pk")


def nothing_unusual(tasks: Sequence[Task], heir: Agency) -> Iterator[Blocker]:
    """Tasks of two agencies may well stand beside each other."""
    yield from ()


def named_rollout(rollout: Rollout, language: str) -> str:
    """Track, edition and cycle, which tell an agency's rollouts apart."""
    return f"{label_in('tracks', rollout.track, language)}, {rollout.edition_id} ({rollout.cycle})"


def named_task(task: Task, language: str) -> str:
    """The number of the directive and what it asks."""
    return f"{task.directive.document.number} {task.what}".strip()[:200]


hands_on(
    "rollouts", Heritage(rollouts_in_progress, named_rollout, hand_on_rollouts, two_of_a_track)
)
hands_on("tasks", Heritage(tasks_unanswered, named_task, hand_on_tasks, nothing_unusual))
