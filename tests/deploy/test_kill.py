"""Backend and database killed in the middle of writes: what was acknowledged is there, and whole.

KILL_ROUNDS rounds (50) on a server of its own with fsync on. An act here lists five documents: five
rows, five versions of the trail, one label, one kept answer.
"""

import http.client
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

import psycopg2
import pytest

from deploy.local import server_programs
from deploy.local.postgres import ADMIN, Cluster, free_port, reachable_folder
from deploy.local.server_user import server_user
from tests.deploy.house import ROOT, House

pytestmark = pytest.mark.heavy
ROUNDS = int(os.environ.get("KILL_ROUNDS", "50"))
WRITERS, EACH = 4, 5
COUNTS = """
    SELECT d.code, count(*), (SELECT count(*) FROM documents_documentevent e
        WHERE e.code LIKE split_part(d.code, '.', 1) || '.%' AND e.pgh_context_id IS NOT NULL)
    FROM (SELECT split_part(code, '.', 1) AS code FROM documents_document WHERE code LIKE 'KILL%') d
    GROUP BY d.code
"""
KEPT = "SELECT key FROM acts_answer WHERE key LIKE 'KILL%' AND status = 201"


def killed(pid: int) -> None:
    """Kill a process and everything it started, at once."""
    own = [pid]
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            told = path.read_text().rsplit(")", 1)[1].split()
            if int(told[1]) in own or int(told[2]) == pid:
                own.append(int(path.parent.name))
    for each in own:
        with suppress(ProcessLookupError):
            os.kill(each, signal.SIGKILL)
    deadline = time.monotonic() + 10
    while any(alive(each) for each in own) and time.monotonic() < deadline:
        time.sleep(0.02)


def alive(pid: int) -> bool:
    """Whether the process runs; one that only waits to be buried does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


class Battle:
    """A durable database, a backend in front of it, and what the backend acknowledged."""

    def __init__(self, folder: Path, cluster: Cluster):
        self.cluster, self.folder = cluster, folder
        self.port = free_port()
        self.acknowledged: set[str] = set()
        self.tried: set[str] = set()
        self.headers: dict[str, str] = {}
        self.rollout = 0

    def start(self) -> None:
        self.cluster.start()
        self.backend = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "-c", "config/serving.py", "config.wsgi"],
            cwd=ROOT / "backend",
            env={
                **self.house.environment,
                "BIND": f"127.0.0.1:{self.port}",
                "ALLOWED_HOSTS": "127.0.0.1",
                "WORKERS": "1",  # its four threads write; a second process only took time to start
            },
            stdout=subprocess.DEVNULL,
            stderr=(self.folder / "backend.log").open("ab"),
            start_new_session=True,
        )
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with suppress(OSError, http.client.HTTPException):
                if self.ask("GET", "/readyz")[0] == 200:
                    return
            time.sleep(0.1)
        raise AssertionError("the backend does not come up")

    def kill(self) -> None:
        """Both at once, in either order."""
        postmaster = int((self.cluster.data / "postmaster.pid").read_text().splitlines()[0])
        both = [self.backend.pid, postmaster]
        random.shuffle(both)
        for pid in both:
            killed(pid)
        self.backend.wait()
        # Where the first process buries nobody the number stays taken, and PostgreSQL would wait.
        (self.cluster.data / "postmaster.pid").unlink(missing_ok=True)

    def ask(self, method, address, body=None, **headers):
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            told = {"Content-Type": "application/json", **self.headers, **headers}
            link.request(method, address, body and json.dumps(body), told)
            answer = link.getresponse()
            return answer.status, answer.read(), answer
        finally:
            link.close()

    def sign_in(self) -> None:
        _, _, answer = self.ask("GET", "/api/v1/session")
        token = answer.getheader("Set-Cookie").split(";")[0]
        self.headers = {"Cookie": token, "X-CSRFToken": token.split("=")[1]}
        body = {"username": "canbo.snv", "password": "mat-khau-2026"}
        status, said, answer = self.ask("POST", "/api/v1/session", body)
        assert status == 200, said
        jar = dict(
            each.split(";")[0].split("=", 1) for each in answer.headers.get_all("Set-Cookie")
        )
        self.headers = {
            "Cookie": "; ".join(f"{k}={v}" for k, v in jar.items()),
            "X-CSRFToken": jar["csrftoken"],
        }
        rows = json.loads(self.ask("GET", "/api/v1/rollouts?agency=SNV-2025&limit=1")[1])["results"]
        self.rollout = rows[0]["id"]

    def write(self, key: str) -> int:
        """List five documents in one act; returns the status."""
        items = [{"code": f"{key}.{n}", "kind": "QT-TN", "title": key} for n in range(EACH)]
        self.tried.add(key)
        status, said, _ = self.ask(
            "POST",
            "/api/v1/documents/bulk",
            {"rollout": self.rollout, "items": items},
            **{"Idempotency-Key": key},
        )
        if status == 201:
            self.acknowledged.add(key)
        elif status < 500:
            raise AssertionError(said)
        return status

    def writer(self, name: str) -> None:
        """Write until the backend is gone."""
        with suppress(OSError, http.client.HTTPException):
            for n in range(1000):
                self.write(f"KILL{name}N{n}")

    def fault(self) -> str:
        """What is lost, half, or without its trail or its kept answer; empty when nothing is."""
        with psycopg2.connect(self.house.addresses["DATABASE_OWNER_URL"]) as link:
            with link.cursor() as cursor:
                cursor.execute(COUNTS)
                found = {code: (rows, versions) for code, rows, versions in cursor.fetchall()}
                cursor.execute(KEPT)
                kept = {key for (key,) in cursor.fetchall()}
        lost = self.acknowledged - found.keys()
        half = {key: told for key, told in found.items() if told != (EACH, EACH)}
        return f"lost {lost}, half {half}, answers {kept ^ found.keys()}" * bool(
            lost or half or kept != found.keys()
        )


@pytest.fixture
def battle(tmp_path, monkeypatch):
    user = server_user()
    place = reachable_folder(user, "iso-kill-", tempfile.gettempdir(), "/var/tmp", "/tmp")
    cluster = Cluster(place, user, server_programs.find(user, place), free_port())
    cluster.initialise(password=None)
    cluster.start()
    monkeypatch.setenv("TEST_DATABASE_URL", cluster.url(ADMIN, "trusted", "template1"))
    made = Battle(tmp_path, cluster)
    made.house = House(tmp_path)
    made.house.load()
    cluster.stop()
    yield made
    killed(made.backend.pid)
    made.backend.wait()
    cluster.stop()
    shutil.rmtree(place, ignore_errors=True)


def test_every_acknowledged_act_is_there_and_none_is_half(battle):
    again: set[str] = set()
    for number in range(ROUNDS):
        battle.start()
        assert not (fault := battle.fault()), f"round {number}: {fault}"
        if number == 0:
            battle.sign_in()
        # Who got no answer asks again with the same key: the act is done once, before or now.
        for key in again:
            assert battle.write(key) == 201
        assert not (fault := battle.fault()), f"asked again in round {number}: {fault}"
        writers = [
            threading.Thread(target=battle.writer, args=[f"R{number}W{n}"]) for n in range(WRITERS)
        ]
        for each in writers:
            each.start()
        time.sleep(random.uniform(0.2, 1.5))
        battle.kill()
        for each in writers:
            each.join()
        again = battle.tried - battle.acknowledged
    battle.start()
    assert not (fault := battle.fault()), fault
    assert len(battle.acknowledged) > ROUNDS, "too little was written to say anything"
    print(f"{ROUNDS} rounds, {len(battle.acknowledged)} acts acknowledged")
