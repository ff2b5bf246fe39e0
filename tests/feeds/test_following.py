"""The example of docs/examples keeps its copy in step while many write and it is killed."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from django.db import connection

from tests.contract.world import cases_of
from tests.feeds.conftest import client_with, whole

FOLLOW = Path(__file__).resolve().parents[2] / "docs" / "examples" / "follow.py"
AGENCIES = ["SNV", "STP", "SYT", "HUYEN-COTO"]


class Writer(threading.Thread):
    """Somebody who corrects plans, lists documents and takes them out again, through the acts."""

    def __init__(self, number, rollouts, until):
        super().__init__()
        self.dice, self.rollouts, self.until = random.Random(number), rollouts, until
        self.number, self.acts, self.failed = number, 0, []

    def run(self):
        from accounts.models import User

        by = User.objects.system()
        try:
            while time.monotonic() < self.until:
                self.once(by)
                self.acts += 1
        except Exception as error:
            self.failed.append(repr(error))
        finally:
            connection.close()

    def once(self, by):
        from acts.facts import correct_fact, void_fact
        from documents.actions import list_document
        from plans.models import Plan, Rollout

        rollout = Rollout.objects.get(pk=self.dice.choice(self.rollouts))
        plan = Plan.objects.filter(rollout=rollout).first()
        if plan and self.dice.random() < 0.6:
            correct_fact(plan, {"title": f"Đề án {self.dice.random()}"}, by=by)
            return
        code = f"W{self.number}-{self.acts}"
        document = list_document(rollout, code=code, kind="HD", title="Tài liệu", by=by)
        if self.dice.random() < 0.5:
            void_fact(document, reason="thử", by=by)


def followed_under_fire(server, token, path, seconds, writers, kills):
    """Let so many write and kill the follower so often; (acts, changes followed, its records)."""
    from plans.models import Rollout

    rollouts = list(Rollout.objects.values_list("pk", flat=True))
    until = time.monotonic() + seconds
    crowd = [Writer(number, rollouts, until) for number in range(writers)]
    for writer in crowd:
        writer.start()
    dice = random.Random(kills)
    moments = sorted(dice.uniform(0.1, 0.9) * seconds for _ in range(kills))
    begun, killed = time.monotonic(), 0
    while time.monotonic() < until:
        process = following(server, token, path, "--every", "0.05", "--limit", "20")
        wait = (moments[killed] if killed < kills else seconds) - (time.monotonic() - begun)
        time.sleep(max(wait, 0.3))
        process.send_signal(signal.SIGKILL)
        process.wait()
        killed += 1
    for writer in crowd:
        writer.join()
    assert not [failure for writer in crowd for failure in writer.failed]
    assert killed >= kills
    done = following(server, token, path, "--once", "--limit", "200")
    assert done.wait(120) == 0
    return sum(writer.acts for writer in crowd)


def following(server, token, path, *words):
    environment = {**os.environ, "ISO_FEED_TOKEN": token}
    command = [sys.executable, str(FOLLOW), server, str(path), *words]
    return subprocess.Popen(command, env=environment)


def held(path):
    """The records of a copy by code."""
    sys.path.insert(0, str(FOLLOW.parent))
    try:
        import follow
    finally:
        sys.path.remove(str(FOLLOW.parent))
    return {row["code"]: row for row in follow.Copy(path).rows()}


@pytest.fixture
def token(emptied, issued, load):
    """A token, in a province where four agencies are under way."""
    load([case for code in AGENCIES for case in cases_of(code).values()])
    return issued(per_minute=100_000).token


def test_a_copy_stays_in_step_while_others_write(server, token, tmp_path):
    acts = followed_under_fire(server, token, tmp_path / "copy.db", 4, 3, kills=3)
    assert acts > 5
    assert held(tmp_path / "copy.db") == whole(client_with(token))


def test_a_copy_begins_anew_after_a_restore(server, token, tmp_path):
    from feeds.epochs import begin_epoch
    from plans.models import Plan

    path = tmp_path / "copy.db"
    assert following(server, token, path, "--once").wait(60) == 0
    Plan.objects.update(title="từ bản sao lưu")
    begin_epoch("khôi phục thử")
    assert following(server, token, path, "--once").wait(60) == 0
    assert held(path) == whole(client_with(token))


def test_a_wrong_token_ends_it(server, token, tmp_path):
    assert following(server, "pirt_wrong", tmp_path / "copy.db", "--once").wait(60) == 2


@pytest.mark.heavy
def test_eight_write_for_a_minute_and_it_is_killed_ten_times(server, token, tmp_path):
    acts = followed_under_fire(server, token, tmp_path / "copy.db", 60, 8, kills=10)
    assert acts > 200
    assert held(tmp_path / "copy.db") == whole(client_with(token))
