"""`backend/manage.py`: the right Python, the right database, the right role."""

from __future__ import annotations

import os
import signal
import sys

from deploy.local import packages
from deploy.local.environment import PYTHON, VENV, Stop, data_dir, kept_secret
from deploy.local.kept_database import database
from deploy.local.sql_runner import after_migrate

# Commands that change tables run as their owner; everything else only reads and writes rows.
OWNER_COMMANDS = {"migrate", "makemigrations", "sqlmigrate", "sqlflush", "flush", "pgtrigger"}
# Commands that never look at a row need no running server.
WITHOUT_DATABASE = {"help", "check", "spectacular", "makemessages", "compilemessages"}


def manage(argv: list[str]) -> None:
    """Run a Django command; the process ends with its exit status."""
    _enter_environment(argv)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(143))
    command = argv[1] if len(argv) > 1 else "help"
    try:
        if command in WITHOUT_DATABASE:
            _execute(argv)
            return
        with database() as addresses:
            if not os.environ.get("DATABASE_URL"):
                os.environ.setdefault("DATA_DIR", str(data_dir()))
                os.environ.setdefault("SECRET_KEY", kept_secret("secret-key", 50))
            os.environ.update(addresses)
            if command in OWNER_COMMANDS:
                os.environ["DATABASE_URL"] = addresses["DATABASE_OWNER_URL"]
            _execute(argv)
            if command == "migrate":
                after_migrate(addresses["DATABASE_OWNER_URL"])
    except Stop as reason:
        sys.exit(str(reason))


def _enter_environment(argv: list[str]) -> None:
    """Begin again with the project's Python, unless this one has what it needs (a container)."""
    if os.path.realpath(sys.prefix) == os.path.realpath(VENV):
        return
    if os.environ.get("DATABASE_URL") and not PYTHON.exists():
        return
    try:
        packages.ensure_python()
    except Stop as reason:
        sys.exit(str(reason))
    os.execv(PYTHON, [str(PYTHON), *argv])


def _execute(argv: list[str]) -> None:
    from django.core.management import execute_from_command_line  # not installed at first

    execute_from_command_line(argv)
