"""How far a long loading is, written beside its transaction so that others see it while it runs.

While somebody works on a job, a connection of that process holds an advisory lock. When the process
is killed the database lets go of the lock: a job that runs and is not locked was interrupted.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, connections
from django.utils import timezone

from acts.permissions import Actor
from imports.models import Job

KEPT = timedelta(days=1)
LOCKED = """
    SELECT (classid::bigint << 32) | objid::bigint FROM pg_locks
    WHERE locktype = 'advisory' AND objsubid = 1 AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


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
        with connection.cursor() as cursor:  # before anybody can find the job
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [_key(self.job)])
        Job.objects.filter(at__lt=timezone.now() - KEPT).delete()
        fresh = {"kind": self.kind, "state": Job.RUNNING, "done": 0, "total": 0}
        # Never gone in between: somebody may be looking at it already.
        Job.objects.update_or_create(pk=self.job, by_id=self.by.pk, defaults=fresh)

    def _set(self, told: dict[str, int]) -> None:
        Job.objects.filter(pk=self.job).update(**told)

    def _end(self, state: str) -> None:
        Job.objects.filter(pk=self.job).update(state=state)


def at_work(jobs: Iterable[UUID]) -> set[UUID]:
    """Those of the jobs on which a process works at this moment; one query."""
    with connection.cursor() as cursor:
        cursor.execute(LOCKED)
        locked = {key for (key,) in cursor.fetchall()}
    return {job for job in jobs if _key(job) in locked}


def as_it_is(job: Job) -> Job:
    """The job; one that runs no more because its process is gone has failed, and is kept so."""
    if job.state == Job.RUNNING and not at_work([job.pk]):
        job.refresh_from_db()  # it may have ended between the two questions
        if job.state == Job.RUNNING:
            job.state, job.failure = Job.FAILED, Job.INTERRUPTED
            job.save(update_fields=["state", "failure"])
    return job


def _key(job: UUID) -> int:
    """The number that stands for the job among advisory locks: 64 bits of it, signed."""
    return int.from_bytes(job.bytes[:8], signed=True)
