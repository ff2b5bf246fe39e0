"""One PostgreSQL server of our own: made, started, stopped."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from deploy.local import server_programs
from deploy.local.environment import POSTGRES_FILES, Stop
from deploy.local.server_user import ServerUser, server_user

ADMIN = "postgres"
# Data that is thrown away need not survive a crash.
NOT_DURABLE = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n"
# Tests leave tables that seem empty; planned for as such, one that fills them takes eight times as
# long (142 s, not 18 s, to load the demonstration), and all of them took twice as long.
FOR_TESTS = NOT_DURABLE + "autovacuum = off\n"


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Cluster:
    """A server's folder and how to run it. `place` holds `data` and, if copied, `programs`."""

    place: Path
    user: ServerUser
    programs: Path
    port: int

    @property
    def data(self) -> Path:
        return self.place / "data"

    def pg_ctl(self, *words: object) -> str | None:
        """Return None when pg_ctl succeeded, else what it said."""
        done = self.user.run([self.programs / "pg_ctl", "-D", self.data, *words])
        return None if done.returncode == 0 else done.stdout

    def initialise(self, password: str | None) -> None:
        """Make an empty cluster; without a password every local connection is trusted."""
        secret = self.place / "password"
        words = ["--auth=trust"]
        if password is not None:
            secret.touch(0o600)
            secret.write_text(password)
            self.user.own(secret)
            words = ["--auth=scram-sha-256", f"--pwfile={secret}"]
        draft = self.place / "data.new"  # an interrupted initdb must not look like a database
        words += ["-U", ADMIN, "-E", "UTF8", "-D", str(draft)]
        # C.UTF-8 knows capitals of Vietnamese letters and exists nearly everywhere; C is the rest.
        for locale in ("C.UTF-8", "C"):
            shutil.rmtree(draft, ignore_errors=True)
            done = self.user.run([self.programs / "initdb", f"--locale={locale}", *words])
            if done.returncode == 0:
                break
        secret.unlink(missing_ok=True)
        if done.returncode != 0:
            raise Stop(
                f"PostgreSQL could not make its data folder in {self.place} "
                f"({done.stdout.strip().splitlines()[-1]}); set DATABASE_URL to a running server."
            )
        with open(draft / "postgresql.conf", "a", encoding="utf-8") as conf:
            conf.write("\ninclude 'local.conf'\n")
        draft.rename(self.data)

    def running(self) -> bool:
        """Return whether the server runs, and learn the port it listens on."""
        if self.pg_ctl("status") is not None:
            return False
        self.port = int((self.data / "postmaster.pid").read_text().splitlines()[3])
        return True

    def start(self, settings: str = "") -> None:
        """Start on the kept port, else on another free one; `settings` come after tune.conf."""
        log = self.data / "server.log"
        for _ in range(5):
            self._configure(settings)
            said = self.pg_ctl("start", "-w", "-t", "60", "-l", log)
            if said is None:
                return
            self.port = free_port()
        raise Stop(f"PostgreSQL did not start; its log is {log}, or set DATABASE_URL to another.")

    def _configure(self, settings: str) -> None:
        # TCP only: a socket's path may be too long, and two accounts would have to share it.
        text = (POSTGRES_FILES / "tune.conf").read_text(encoding="utf-8")
        text += f"\nlisten_addresses = '127.0.0.1'\nport = {self.port}\n"
        text += f"unix_socket_directories = ''\n{settings}"
        conf = self.data / "local.conf"
        conf.write_text(text, encoding="utf-8")
        self.user.own(conf)

    def stop(self) -> None:
        """Stop the server; open connections are ended."""
        if self.pg_ctl("stop", "-m", "fast", "-w", "-t", "30") is not None:
            self.pg_ctl("stop", "-m", "immediate", "-w", "-t", "10")

    def url(self, role: str, password: str, database: str) -> str:
        """Return the address of a database for a role."""
        return f"postgres://{role}:{password}@127.0.0.1:{self.port}/{database}"


def reachable_folder(user: ServerUser, prefix: str, *parents: str) -> Path:
    """Return a new folder that the server's account can use, outside the project."""
    for parent in parents:
        if os.path.isdir(parent):
            folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
            user.own(folder)
            if user.reaches(folder):
                return folder
            folder.rmdir()
    raise Stop("No temporary folder is open to PostgreSQL's account; set TMPDIR to one that is.")


@contextmanager
def throw_away(settings: str = NOT_DURABLE) -> Iterator[str]:
    """Yield the administrator's address of a new server, which is removed at the end."""
    user = server_user()
    place = reachable_folder(user, "iso-test-", tempfile.gettempdir(), "/var/tmp", "/tmp")
    try:
        programs = server_programs.find(user, place)
        cluster = Cluster(place, user, programs, free_port())
        cluster.initialise(password=None)
        try:
            cluster.start(settings)
            yield cluster.url(ADMIN, "trusted", "template1")
        finally:
            cluster.stop()
    finally:
        shutil.rmtree(place, ignore_errors=True)
