"""Run the files of deploy/postgres through psycopg2.

The launcher has no driver; `in_environment` runs a function of this file in the project's
environment, with its arguments on standard input so that no password shows in a process list.
"""

from __future__ import annotations

import json
import subprocess
import sys

from deploy.local.environment import POSTGRES_FILES, PYTHON, ROOT, Stop

# Two who change a role at once are refused by PostgreSQL ("tuple concurrently updated").
ONE_AT_A_TIME = 5201303


def in_environment(function: str, **arguments: object) -> None:
    """Run one of the functions below in the project's environment."""
    done = subprocess.run(
        [PYTHON, "-m", "deploy.local.sql_runner", function],
        cwd=ROOT,
        input=json.dumps(arguments),
        text=True,
        capture_output=True,
    )
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise Stop(f"The database could not {function.replace('_', ' ')}: {last}")


def prepare(
    admin_url: str, owner_password: str, app_password: str, database: str, tests: bool = False
) -> None:
    """Make both roles, and the database unless it exists; for tests the owner may make more.

    An existing database of another owner is given to iso_owner.
    """
    # Nobody may be connected to template1 while it is copied.
    with _connection(admin_url.replace("/template1", "/postgres")) as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
        with _connection(admin_url) as template:
            template.execute("SELECT set_config('iso.owner_password', %s, false)", [owner_password])
            template.execute("SELECT set_config('iso.app_password', %s, false)", [app_password])
            template.execute((POSTGRES_FILES / "roles.sql").read_text(encoding="utf-8"))
            if tests:
                template.execute("ALTER ROLE iso_owner CREATEDB")
        cursor.execute("SELECT FROM pg_database WHERE datname = %s", [database])
        if cursor.fetchone() is None:
            cursor.execute(f'CREATE DATABASE "{database}" OWNER iso_owner')
        cursor.execute(f'ALTER DATABASE "{database}" OWNER TO iso_owner')


def after_migrate(owner_url: str) -> None:
    """Grant the application its rows and close the trail to it; the owner runs this."""
    with _connection(owner_url, autocommit=False) as cursor:
        cursor.execute((POSTGRES_FILES / "after_migrate.sql").read_text(encoding="utf-8"))


def be_left_alone(owner_url: str) -> None:
    """Fail when anybody else is connected: what they see would vanish under them."""
    with _connection(owner_url) as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        if cursor.fetchone()[0]:
            raise SystemExit(
                "the application is connected; stop make run, or iso-backend and iso-worker."
            )


class _connection:
    """A cursor whose connection is closed at the end, committed when nothing failed."""

    def __init__(self, url: str, autocommit: bool = True) -> None:
        import psycopg2  # the launcher imports this file without having the driver

        self.link = psycopg2.connect(url)
        self.link.autocommit = autocommit

    def __enter__(self):
        return self.link.cursor()

    def __exit__(self, kind: object, *_rest: object) -> None:
        if kind is None and not self.link.autocommit:
            self.link.commit()
        self.link.close()


if __name__ == "__main__":
    functions = {each.__name__: each for each in (prepare, after_migrate, be_left_alone)}
    functions[sys.argv[1]](**json.load(sys.stdin))
