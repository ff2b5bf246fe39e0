"""`make backup` and `make restore`: the database and the evidence, with checksums."""

from __future__ import annotations

import hashlib
import os
import shutil
import tarfile
import time
from pathlib import Path
from urllib.parse import unquote, urlsplit

from deploy.local import packages, processes, sql_runner
from deploy.local.environment import ROOT, Stop, data_dir
from deploy.local.kept_database import client_program, database

DUMP, EVIDENCE, SUMS = "database.dump", "evidence.tar", "SHA256SUMS"


def backup() -> int:
    """Write a new folder below DATA_DIR/backups; it is complete once SHA256SUMS is in it."""
    packages.ensure_python()
    folder = data_dir() / "backups" / time.strftime("%Y-%m-%d-%H%M%S")
    folder.mkdir(mode=0o700, parents=True)
    with database() as addresses:
        words = ["--format=custom", "--no-owner", "--no-privileges", "--file", folder / DUMP]
        command = [client_program("pg_dump"), *words]
        if processes.run(command, env=connection(addresses["DATABASE_OWNER_URL"])):
            raise Stop(f"pg_dump failed; {folder} is not a backup.")
    kept = evidence_dir()
    with tarfile.open(folder / EVIDENCE, "w") as archive:
        if kept and kept.is_dir():
            archive.add(kept, "evidence")
    lines = [f"{checksum(folder / name)}  {name}\n" for name in (DUMP, EVIDENCE)]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")
    print(f"Backup written to {folder}")
    if kept is None:
        print("The files of evidence are in an S3 store (EVIDENCE_STORAGE); back that up as well.")
    return 0


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
    with database() as addresses:
        owner = addresses["DATABASE_OWNER_URL"]
        sql_runner.in_environment("refuse_while_used", owner_url=owner)
        restore_database(folder / DUMP, owner)
        sql_runner.in_environment("after_migrate", owner_url=owner)
    restore_evidence(folder / EVIDENCE)
    print(f"Restored from {folder}")
    return 0


def chosen() -> Path:
    """Return the folder to restore from."""
    told = os.environ.get("FROM")
    if told:
        return ROOT / told
    complete = sorted(path.parent for path in (data_dir() / "backups").glob(f"*/{SUMS}"))
    if not complete:
        raise Stop("There is no backup yet; run make backup, or name a folder: make restore FROM=…")
    return complete[-1]


def verify(folder: Path) -> None:
    """Stop unless both files are what was written."""
    if not (folder / SUMS).exists():
        raise Stop(f"{folder} is not a complete backup; choose another with FROM=…")
    for line in (folder / SUMS).read_text(encoding="utf-8").splitlines():
        told, name = line.split("  ", 1)
        if checksum(folder / name) != told:
            raise Stop(f"{folder / name} is damaged; choose another backup with FROM=…")


def checksum(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def restore_database(dump: Path, owner_url: str) -> None:
    """Empty the database and fill it from the dump, both or neither."""
    script = dump.with_suffix(".sql.part")
    try:
        words = ["--no-owner", "--no-privileges", "--file", script, dump]
        if processes.run([client_program("pg_restore"), *words]):
            raise Stop(f"pg_restore could not read {dump}; choose another backup with FROM=…")
        emptying = ROOT / "deploy" / "postgres" / "before_restore.sql"
        words = ["-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-o", os.devnull]
        command = [client_program("psql"), *words, "-f", emptying, "-f", script]
        if processes.run(command, env=connection(owner_url)):
            raise Stop("The dump did not fit the database, which is unchanged.")
    finally:
        script.unlink(missing_ok=True)


def restore_evidence(archive: Path) -> None:
    """Replace the evidence once the archive is unpacked whole."""
    kept = evidence_dir()
    if kept is None:
        print("The files of evidence are in an S3 store (EVIDENCE_STORAGE); restore that as well.")
        return
    draft = kept.with_name(kept.name + ".new")
    shutil.rmtree(draft, ignore_errors=True)
    with tarfile.open(archive) as content:
        content.extractall(draft, filter="data")
    if (draft / "evidence").is_dir():
        shutil.rmtree(kept, ignore_errors=True)
        (draft / "evidence").rename(kept)
    shutil.rmtree(draft, ignore_errors=True)


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
