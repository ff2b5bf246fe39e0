"""A loading whose process was killed is told as interrupted, and is not said to run for ever."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection

from imports.jobs import as_it_is, at_work
from imports.models import Job

BACKEND = Path(__file__).resolve().parents[2] / "backend"
WORKS = """
import sys, time, uuid, django
django.setup()
from accounts.models import User
from imports.jobs import Progress
with Progress(uuid.UUID(sys.argv[1]), kind="documents", by=User.objects.system()) as progress:
    progress.total(100)
    progress.at(40)
    print("at work", flush=True)
    time.sleep(60)
"""


@pytest.mark.django_db(transaction=True)
def test_a_loading_that_is_worked_on_runs_and_one_whose_process_was_killed_is_interrupted(
    client_as, coordinator
):
    address = os.environ["DATABASE_URL"].rsplit("/", 1)[0] + f"/{connection.settings_dict['NAME']}"
    job = uuid4()
    child = subprocess.Popen(
        [sys.executable, "-c", WORKS, str(job)],
        env={**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "config.settings",
             "PYTHONPATH": str(BACKEND)},
        stdout=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    client = client_as(coordinator)
    try:
        assert child.stdout.readline() == "at work\n"
        told = client.get(f"/api/v1/jobs/{job}").json()
        assert (told["state"], told["failure"]) == ("running", "")
        child.send_signal(signal.SIGKILL)
        child.wait()
        _until(lambda: not at_work([job]))
        told = client.get(f"/api/v1/jobs/{job}").json()
        assert (told["state"], told["failure"]) == ("failed", "interrupted")
    finally:
        child.kill()


@pytest.mark.django_db
def test_what_has_ended_by_itself_stays_as_it_ended(system):
    job = Job.objects.create(pk=uuid4(), by_id=system.pk, kind="documents", state=Job.DONE)
    assert as_it_is(job).state == Job.DONE


@pytest.mark.django_db
def test_a_loading_that_ends_between_two_questions_is_not_interrupted(system):
    job = Job.objects.create(pk=uuid4(), by_id=system.pk, kind="documents")
    Job.objects.filter(pk=job.pk).update(state=Job.DONE)
    assert (as_it_is(job).state, job.failure) == (Job.DONE, "")


def _until(true) -> None:
    """The database notices within moments that a client is gone."""
    deadline = time.monotonic() + 10
    while not true() and time.monotonic() < deadline:
        time.sleep(0.05)
