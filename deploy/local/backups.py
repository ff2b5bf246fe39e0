"""`make backup` and `make restore`: the database and the evidence, written and read back."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tarfile
import time
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from deploy.local import packages, processes, sql_runner
from deploy.local.backup_folder import (
    DUMP,
    EVIDENCE,
    INSIDE,
    SECRETS,
    SECRETS_S3,
    files_below,
    files_in,
    manifest_of,
    rows_in,
    seal,
    verify,
)
from deploy.local.backup_places import (
    backup_dir,
    chosen,
    copy_to_second_place,
    note_verified,
    thin_out,
)
from deploy.local.environment import BACKEND, PYTHON, ROOT, Stop, data_dir
from deploy.local.kept_database import client_program, database

IN_S3 = "The files of evidence are in an S3 store (EVIDENCE_STORAGE); see to them there as well."


def backup() -> int:
    """Write a new folder, read it back whole, copy it to the second place, thin out old ones."""
    packages.ensure_python()
    folder = backup_dir() / time.strftime("%Y-%m-%d-%H%M%S")
    folder.mkdir(mode=0o700)
    taken_at = now()
    with database() as addresses:
        dump(folder / DUMP, addresses["DATABASE_OWNER_URL"])
        facts = facts_of(addresses)
    archive(folder / EVIDENCE)
    seal(
        folder,
        {
            "taken_at": taken_at,
            "rows": rows_in(folder / DUMP),
            "files": files_in(folder / EVIDENCE),
            "migrations": facts["migrations"],
            "epoch": facts["epoch"],
            "secrets_needed": SECRETS | (SECRETS_S3 if evidence_dir() is None else {}),
        },
    )
    verify(folder)
    print(f"Backup written to {folder} and read back.")
    second = copy_to_second_place(folder)
    note_verified(folder, taken_at, now(), second)
    thin_out(folder.parent)
    if evidence_dir() is None:
        print(IN_S3)
    return 0


def now() -> str:
    """Return this moment with its offset."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def dump(file: Path, url: str) -> None:
    """Write the database as PostgreSQL's own archive."""
    words = ["--format=custom", "--no-owner", "--no-privileges", "--file", file]
    if processes.run([client_program("pg_dump"), *words], env=connection(url)):
        raise Stop(f"pg_dump failed; {file.parent} is not a backup.")


def archive(file: Path) -> None:
    """Write the evidence, after the database: every file that a row names is there by then."""
    kept = evidence_dir()
    with tarfile.open(file, "w") as content:
        if kept and kept.is_dir():
            content.add(kept, INSIDE)


def evidence_dir() -> Path | None:
    """Return the folder of the evidence as the backend finds it; None for an S3 store."""
    told = os.environ.get("EVIDENCE_STORAGE", "")
    if told.startswith("s3://"):
        return None
    return Path(told).resolve() if told else data_dir() / "evidence"


def restore() -> int:
    """Put the backup in FROM, else the newest, in the place of what is there now."""
    packages.ensure_python()
    folder = chosen()
    verify(folder)
    told = manifest_of(folder)
    with database() as addresses:
        owner = addresses["DATABASE_OWNER_URL"]
        sql_runner.in_environment("be_left_alone", owner_url=owner)
        restore_database(folder / DUMP, owner)
        sql_runner.in_environment("after_migrate", owner_url=owner)
        if told and facts_of(addresses)["rows"] != told["rows"]:
            raise Stop("The database does not hold the rows of the backup; restore another one.")
        restore_evidence(folder / EVIDENCE, told.get("files"))
        manage(addresses, "migrate", "--no-input", "-v", "0")  # a backup of an older version
        if told:
            manage(addresses, "after_restore", "--until", told["taken_at"])
    print(f"Restored from {folder}")
    return 0


def restore_database(file: Path, owner_url: str) -> None:
    """Empty the database and fill it from the dump, both or neither."""
    script = file.with_suffix(".sql.part")
    try:
        words = ["--no-owner", "--no-privileges", "--file", script, file]
        if processes.run([client_program("pg_restore"), *words]):
            raise Stop(f"pg_restore could not read {file}; choose another backup with FROM=…")
        emptying = ROOT / "deploy" / "postgres" / "before_restore.sql"
        words = ["-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-o", os.devnull]
        command = [client_program("psql"), *words, "-f", emptying, "-f", script]
        if processes.run(command, env=connection(owner_url)):
            raise Stop("The dump did not fit the database, which is unchanged.")
    finally:
        script.unlink(missing_ok=True)


def restore_evidence(file: Path, told: dict[str, str] | None) -> None:
    """Replace the evidence once the archive is unpacked whole; what was there is set aside."""
    kept = evidence_dir()
    if kept is None:
        print(IN_S3)
        return
    draft, aside = (kept.with_name(f"{kept.name}.{word}") for word in ("new", "before-restore"))
    shutil.rmtree(draft, ignore_errors=True)
    with tarfile.open(file) as content:
        content.extractall(draft, filter="data")
    (draft / INSIDE).mkdir(exist_ok=True)
    if told is not None and files_below(draft / INSIDE) != told:
        raise Stop(f"{draft} does not hold the files of the backup; {kept} is unchanged.")
    shutil.rmtree(aside, ignore_errors=True)
    if kept.exists():
        kept.rename(aside)
    (draft / INSIDE).rename(kept)
    shutil.rmtree(draft, ignore_errors=True)


def facts_of(addresses: dict[str, str]) -> dict:
    """Return rows per table, migrations and the feeds' epoch, as the backend tells them."""
    done = subprocess.run(
        [PYTHON, BACKEND / "manage.py", "backup_facts"],
        env={**os.environ, **addresses},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise Stop(f"manage.py backup_facts failed: {done.stderr.strip()[-300:]}")
    return json.loads(done.stdout)


def manage(addresses: dict[str, str], *words: str) -> None:
    """Run a Django command on the restored database."""
    if processes.run([PYTHON, BACKEND / "manage.py", *words], env=addresses):
        raise Stop(f"manage.py {words[0]} failed after the restore; run it again by hand.")


def connection(url: str) -> dict[str, str]:
    """Return the variables that libpq reads, because arguments show in the process list."""
    parts = urlsplit(url)
    return {
        "PGHOST": parts.hostname or "127.0.0.1",
        "PGPORT": str(parts.port or 5432),
        "PGUSER": unquote(parts.username or ""),
        "PGPASSWORD": unquote(parts.password or ""),
        "PGDATABASE": parts.path.lstrip("/"),
    }
