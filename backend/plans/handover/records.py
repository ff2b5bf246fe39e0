"""Handing records on to the heir of an agency that ends. Called inside an open act."""

from collections.abc import Sequence
from datetime import date, timedelta

from agencies.models import Agency
from plans.models import Rollout, RolloutHolder, Task


def hand_on_rollouts(rollouts: Sequence[Rollout], heir: Agency, day: date) -> None:
    """The heir holds the rollouts from the day; no past day changes."""
    ids = [rollout.pk for rollout in rollouts]
    for holding in RolloutHolder.objects.filter(rollout__in=ids, held_to=None):
        holding.held_to = day - timedelta(days=1)
        holding.save(update_fields=["held_to"])
    for rollout in rollouts:
        RolloutHolder.objects.create(rollout=rollout, agency=heir, held_from=day)


def hand_on_tasks(tasks: Sequence[Task], heir: Agency, day: date) -> None:
    """The heir has a task of its own from the day; the predecessor's ends the day before."""
    for task in tasks:
        task.held_to = day - timedelta(days=1)
        task.save(update_fields=["held_to"])
        Task.objects.get_or_create(
            directive=task.directive,
            agency=heir,
            rollout=task.rollout,
            defaults={
                "what": task.what,
                "due_on": task.due_on,
                "held_from": day,
                "carried_from": task,
            },
        )
