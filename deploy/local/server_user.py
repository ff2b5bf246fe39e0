"""The account that runs PostgreSQL: its programs refuse to run as root."""

from __future__ import annotations

import os
import pwd
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from deploy.local.environment import Stop


@dataclass(frozen=True)
class ServerUser:
    """An account, and whether the launcher must change to it."""

    uid: int
    gid: int

    def run(self, command: Sequence[object]) -> subprocess.CompletedProcess[str]:
        """Run a program as this account, away from the caller's folder and variables."""
        change = {}
        if os.geteuid() == 0:
            change = {"user": self.uid, "group": self.gid, "extra_groups": []}
        with tempfile.TemporaryFile("w+") as output:  # a pipe would be kept open by the server
            done = subprocess.run(
                [str(part) for part in command],
                cwd="/",
                env={"PATH": os.defpath, "LC_ALL": "C", "HOME": "/"},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,  # a second Ctrl-C must not interrupt pg_ctl
                **change,
            )
            output.seek(0)
            return subprocess.CompletedProcess(done.args, done.returncode, output.read())

    def reaches(self, folder: Path) -> bool:
        """Return whether this account may enter the folder through all that are above it."""
        return os.geteuid() != 0 or self.run(["test", "-x", folder]).returncode == 0

    def own(self, path: Path) -> None:
        """Give a file or folder to this account."""
        if os.geteuid() == 0:
            os.chown(path, self.uid, self.gid)


def server_user(data: Path | None = None) -> ServerUser:
    """Return the owner of the existing data, else whoever may run a new server."""
    me = os.geteuid()
    if data is not None and data.exists():
        owner = data.stat()
        if me not in (0, owner.st_uid):
            raise Stop(
                f"The database in {data} belongs to another account; run as that account or "
                "name another folder in DATA_DIR."
            )
        return ServerUser(owner.st_uid, owner.st_gid)
    if me != 0:
        return ServerUser(me, os.getegid())
    for name in ("postgres", "nobody"):
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        return ServerUser(account.pw_uid, account.pw_gid)
    raise Stop("PostgreSQL does not run as root; add a user named postgres or set DATABASE_URL.")
