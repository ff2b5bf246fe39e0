"""A report whose worker was killed has failed, says so, and can be made again."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

BACKEND = Path(__file__).resolve().parents[2] / "backend"
PERIOD = {"from": "2009-12-15", "to": "2010-06-14", "label": "6 tháng đầu năm 2010"}


@pytest.fixture
def queued(settings):
    """Tasks are kept for a worker, as in an installation."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def a_worker(folder: Path, *words: str) -> subprocess.Popen:
    address = os.environ["DATABASE_URL"].rsplit("/", 1)[0] + f"/{connection.settings_dict['NAME']}"
    return subprocess.Popen(
        [sys.executable, "-m", "django", "db_worker", "--interval=0.1", "--no-startup-delay",
         *words],
        env={**os.environ, "DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": "config.settings",
             "PYTHONPATH": str(BACKEND), "EVIDENCE_STORAGE": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip


def until(asked, wanted: str, seconds: float = 60) -> dict:
    """Ask until the state is the wanted one; returns the answer."""
    deadline = time.monotonic() + seconds
    while (told := asked())["state"] != wanted:
        assert time.monotonic() < deadline, f"{told['state']}, {told['failure']}"
        time.sleep(0.05)
    return told


def act_of(report: dict, name: str) -> dict:
    return next(act for act in report["next_acts"] if act["act"] == name)


@pytest.mark.heavy
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_leaves_a_report_that_can_be_made_again(
    store, queued, ask, client_as, coordinator, tmp_path
):
    client = client_as(coordinator)
    report = ask("province", day="2010-06-14", period=PERIOD)

    def asked():
        return client.get(report["url"]).json()

    assert (asked()["state"], act_of(asked(), "report.make_again")["allowed"]) == ("waiting", False)
    worker = a_worker(tmp_path / "store")
    try:
        until(asked, "making")
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    finally:
        worker.kill()
    failed = until(asked, "failed", seconds=10)
    assert failed["failure"] == "interrupted"
    assert client.get(f"/api/v1/jobs/{report['job']}").json()["failure"] == "interrupted"
    assert act_of(failed, "report.make_again")["allowed"]
    again = client.post(
        f"{report['url']}/make_again", {}, headers={"If-Match": f'"{failed["row_version"]}"'}
    )
    assert again.json()["state"] == "waiting", again.content
    assert again.json()["job"] != report["job"]
    a_worker(tmp_path / "store", "--batch").wait()
    made = until(asked, "ready", seconds=1)
    assert [file["format"] for file in made["files"]] == ["docx", "pdf", "xlsx"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("status", "minutes_ago", "state"),
    [
        ("READY", None, "waiting"),  # nobody has taken it up yet
        ("RUNNING", 0, "waiting"),  # somebody is about to begin
        ("RUNNING", 5, "failed"),  # killed before it began
        ("FAILED", 5, "failed"),  # it could not even begin
    ],
)
def test_a_report_waits_only_while_somebody_will_make_it(
    store, queued, ask, client_as, coordinator, django_capture_on_commit_callbacks,
    status, minutes_ago, state,
):  # fmt: skip
    from django_tasks_db.models import DBTaskResult

    with django_capture_on_commit_callbacks(execute=True):
        report = ask("province", day="2010-06-14", period=PERIOD)
    begun = minutes_ago is not None and timezone.now() - timedelta(minutes=minutes_ago)
    changed = DBTaskResult.objects.update(status=status, started_at=begun or None)
    assert changed == 1
    for address in ("/api/v1/reports", report["url"]):
        told = client_as(coordinator).get(address).json()
        assert (told["results"][0] if "results" in told else told)["state"] == state


@pytest.mark.django_db
def test_only_a_failed_report_is_made_again(of_snv, client_as, coordinator):
    answer = client_as(coordinator).post(
        f"{of_snv['url']}/make_again", {}, headers={"If-Match": f'"{of_snv["row_version"]}"'}
    )
    assert answer.status_code == 409
    assert [reason["code"] for reason in answer.json()["blockers"]] == ["report.not_failed"]
