"""How far a long loading is, written beside its transaction so that others see it while it runs."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import connections
from django.utils import timezone

from acts.permissions import Actor
from imports.models import Job

KEPT = timedelta(days=1)


def promised(*, kind: str, by: Actor) -> UUID:
    """The id of a loading that may follow, known to the server before anybody is told of it."""
    return Job.objects.create(pk=uuid4(), by_id=by.pk, kind=kind, state=Job.WAITING).pk


class Progress:
    """The progress of one loading under the id that its sender chose; without one, of nobody.

    It is written by a thread of its own, which has a connection of its own: the transaction of the
    loading is not seen by anybody before it ends.
    """

    def __init__(self, job: UUID | None, *, kind: str, by: Actor):
        self.job, self.kind, self.by = job or UUID(int=0), kind, by
        self._thread = ThreadPoolExecutor(max_workers=1) if job else None

    def __enter__(self) -> "Progress":
        if self._thread:
            wait([self._thread.submit(self._begin)])  # whoever is told of the job finds it
        return self

    def __exit__(self, error: Any, *_: Any) -> None:
        self._write(self._end, Job.FAILED if error else Job.DONE)
        if self._thread:
            self._thread.submit(connections.close_all)
            self._thread.shutdown(wait=True)

    def total(self, rows: int) -> None:
        """How many rows there are."""
        self._write(self._set, {"total": rows})

    def at(self, done: int) -> None:
        """So many of them are done."""
        self._write(self._set, {"done": done})

    def _write(self, how: Callable[..., None], *told: Any) -> None:
        if self._thread:
            self._thread.submit(how, *told)

    def _begin(self) -> None:
        Job.objects.filter(at__lt=timezone.now() - KEPT).delete()
        fresh = {"kind": self.kind, "state": Job.RUNNING, "done": 0, "total": 0}
        # Never gone in between: somebody may be looking at it already.
        Job.objects.update_or_create(pk=self.job, by_id=self.by.pk, defaults=fresh)

    def _set(self, told: dict[str, int]) -> None:
        Job.objects.filter(pk=self.job).update(**told)

    def _end(self, state: str) -> None:
        Job.objects.filter(pk=self.job).update(state=state)
