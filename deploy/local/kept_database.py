"""The database of `make run` and `manage.py`: in DATA_DIR, kept from one start to the next."""

from __future__ import annotations

import fcntl
import json
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.local import server_programs, sql_runner
from deploy.local.environment import Stop, data_dir, setting, write_secret
from deploy.local.postgres import ADMIN, Cluster, free_port, reachable_folder
from deploy.local.server_user import server_user

DATABASE = "iso"


@contextmanager
def database() -> Iterator[dict[str, str]]:
    """Yield DATABASE_URL and DATABASE_OWNER_URL of a database that is up.

    An address given by the environment is used as it is. Else the server in DATA_DIR is started;
    whoever leaves last stops it, so that `manage.py` beside `make run` disturbs neither.
    """
    given = setting("DATABASE_URL")
    if given:
        yield {
            "DATABASE_URL": given,
            "DATABASE_OWNER_URL": setting("DATABASE_OWNER_URL") or given,
        }
        return
    folder = data_dir()
    with open(folder / "postgres.users", "w") as users:
        with _guard(folder):
            fcntl.flock(users, fcntl.LOCK_SH)
            cluster, state = _running_cluster(folder)
        try:
            yield {
                "DATABASE_URL": cluster.url("iso_app", state["app"], DATABASE),
                "DATABASE_OWNER_URL": cluster.url("iso_owner", state["owner"], DATABASE),
            }
        finally:
            with _guard(folder):
                try:
                    fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    pass  # somebody else still uses it
                else:
                    cluster.stop()


def client_program(name: str) -> Path:
    """Return pg_dump, pg_restore or psql, that of the server in DATA_DIR first."""
    notes = data_dir() / "postgres.json"
    if not setting("DATABASE_URL") and notes.exists():
        beside = _existing(json.loads(notes.read_text())).programs / name
        if beside.exists():
            return beside
    found = shutil.which(name)
    if found:
        return Path(found)
    user = server_user()
    beside = server_programs.find(user, data_dir()) / name
    if not beside.exists():
        raise Stop(f"{name} is missing; install the package postgresql-client.")
    return beside


@contextmanager
def _guard(folder: Path) -> Iterator[None]:
    """Let one process at a time start or stop the server."""
    with open(folder / "postgres.guard", "w") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)
        yield


def _running_cluster(folder: Path) -> tuple[Cluster, dict]:
    """Return the kept server, made on first use and running, with the roles' passwords."""
    notes = folder / "postgres.json"
    state = json.loads(notes.read_text()) if notes.exists() else None
    if state and not (Path(state["place"]) / "data" / "PG_VERSION").exists():
        raise Stop(
            f"The database of {folder} was in {state['place']} and is gone; put it back, "
            f"or delete {notes} to begin with an empty one."
        )
    cluster = _existing(state) if state else None
    if cluster is None:
        cluster, state = _new(folder)
    before = cluster.port
    if not cluster.running():
        cluster.start()
    if not state.get("ready") or cluster.port != before:
        sql_runner.in_environment(
            "prepare",
            admin_url=cluster.url(ADMIN, state["admin"], "template1"),
            owner_password=state["owner"],
            app_password=state["app"],
            database=DATABASE,
        )
        write_secret(notes, json.dumps({**state, "port": cluster.port, "ready": True}))
    return cluster, state


def _existing(state: dict) -> Cluster:
    place = Path(state["place"])
    user = server_user(place / "data")
    major = int((place / "data" / "PG_VERSION").read_text().split(".")[0])
    return Cluster(place, user, server_programs.find(user, place, major), state["port"])


def _new(folder: Path) -> tuple[Cluster, dict]:
    """Make a cluster in DATA_DIR, or under /var/tmp when its account cannot come there."""
    place = folder / "postgres"
    if (place / "data").exists():
        raise Stop(f"The passwords of {place} are lost; put postgres.json back or delete {place}.")
    user = server_user()
    place.mkdir(exist_ok=True)
    user.own(place)
    if not user.reaches(place):
        place.rmdir()
        place = reachable_folder(user, "iso-rollout-", "/var/tmp", "/tmp")
    cluster = Cluster(place, user, server_programs.find(user, place), free_port())
    state = {name: secrets.token_urlsafe(18) for name in ("admin", "owner", "app")}
    state |= {"place": str(place), "port": cluster.port}
    cluster.initialise(state["admin"])
    write_secret(folder / "postgres.json", json.dumps(state))
    return cluster, state
