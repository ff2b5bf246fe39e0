"""`make bench`: the benchmarks on a server of their own, thrown away at the end."""

from __future__ import annotations

import os
import secrets
import shlex
import tempfile
import time

from deploy.local import packages, processes, sql_runner
from deploy.local.environment import BACKEND, PYTHON, Stop
from deploy.local.postgres import throw_away


def bench() -> int:
    """Return the exit status of `manage.py bench`; ARGS goes to it (--large, --json FILE)."""
    packages.ensure_python()
    words = shlex.split(os.environ.get("ARGS", ""))
    with throw_away() as admin_url, tempfile.TemporaryDirectory() as data:
        try:
            environment = _roles(admin_url) | {"DATA_DIR": data}
            began = time.monotonic()
            for command in (["migrate", "--no-input", "-v", "0"], ["first_data", "-v", "0"]):
                if _manage(environment, *command):
                    raise Stop(f"manage.py {command[0]} failed; there is nothing to measure.")
            ready = f"--ready-seconds={time.monotonic() - began:.1f}"
            return _manage(environment, "bench", "--generate", ready, *words)
        finally:
            processes.end_all()  # the benchmarks before their database


def _roles(admin_url: str) -> dict[str, str]:
    """Make both roles and a database; return the variables that lead to it."""
    owner, app = secrets.token_urlsafe(18), secrets.token_urlsafe(18)
    sql_runner.in_environment(
        "prepare", admin_url=admin_url, owner_password=owner, app_password=app, database="iso"
    )
    where = admin_url.rpartition("@")[2].partition("/")[0]
    return {
        "DATABASE_URL": f"postgres://iso_app:{app}@{where}/iso",
        "DATABASE_OWNER_URL": f"postgres://iso_owner:{owner}@{where}/iso",
        "SECRET_KEY": "benchmarks-" + "0" * 40,
        "DEMO": "0",
    }


def _manage(environment: dict[str, str], *words: str) -> int:
    return processes.run([PYTHON, BACKEND / "manage.py", *words], env=environment)
