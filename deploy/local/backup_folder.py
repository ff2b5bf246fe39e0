"""One backup as a folder: the dump, the evidence, what they hold, and a checksum of each."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import tarfile
from pathlib import Path

from deploy.local.environment import Stop
from deploy.local.kept_database import client_program

DUMP, EVIDENCE, MANIFEST, SUMS = "database.dump", "evidence.tar", "manifest.json", "SHA256SUMS"
INSIDE = "evidence"  # the folder inside the archive
# What a restored installation needs besides and no backup holds; names only, never values.
SECRETS = {
    "SECRET_KEY": "unlocks the one-time codes; with another one they are set up anew",
    "DATABASE_URL": "password of the role iso_app; a new one may be chosen",
    "DATABASE_OWNER_URL": "password of the role iso_owner; a new one may be chosen",
}
SECRETS_S3 = {
    "AWS_ACCESS_KEY_ID": "reads the evidence in the S3 store",
    "AWS_SECRET_ACCESS_KEY": "reads the evidence in the S3 store",
}
COPY = re.compile(rb"COPY (?:public\.)?\"?([A-Za-z0-9_]+)\"? \(")


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def seal(folder: Path, manifest: dict) -> None:
    """Write the manifest, then the checksums of everything: with them the backup is complete."""
    text = json.dumps(manifest, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    names = (DUMP, EVIDENCE, MANIFEST)
    lines = [f"{checksum(folder / name)}  {name}\n" for name in names]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")


def manifest_of(folder: Path) -> dict:
    """Return what the backup says of itself; empty for one made before there were manifests."""
    path = folder / MANIFEST
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def check_sums(folder: Path) -> None:
    """Stop unless every file is what was written."""
    if not (folder / SUMS).exists():
        raise Stop(f"{folder} is not a complete backup; choose another with FROM=…")
    for line in (folder / SUMS).read_text(encoding="utf-8").splitlines():
        told, name = line.split("  ", 1)
        if not (folder / name).exists() or checksum(folder / name) != told:
            raise Stop(f"{folder / name} is damaged; choose another backup with FROM=…")


def verify(folder: Path) -> None:
    """Stop unless both files can be read to their end and hold what the manifest says."""
    check_sums(folder)
    told = manifest_of(folder)
    if not told:
        return
    if rows_in(folder / DUMP) != told["rows"]:
        raise Stop(f"{folder / DUMP} does not hold the rows it should; choose another backup.")
    if files_in(folder / EVIDENCE) != told["files"]:
        raise Stop(f"{folder / EVIDENCE} does not hold the files it should; choose another backup.")


def rows_in(dump: Path) -> dict[str, int]:
    """Return the number of rows of each table; the whole dump is read and unpacked for it."""
    command = [client_program("pg_restore"), "--data-only", "--file=-", dump]
    found: dict[str, int] = {}
    table = None
    with subprocess.Popen([str(word) for word in command], stdout=subprocess.PIPE) as reader:
        assert reader.stdout is not None
        for line in reader.stdout:
            if table is None:
                begun = COPY.match(line)
                if begun:
                    table = begun.group(1).decode()
                    found[table] = 0
            elif line == b"\\.\n":
                table = None
            else:
                found[table] += 1
    if reader.returncode or table is not None:
        raise Stop(f"pg_restore could not read {dump} to its end; it is not a backup.")
    return found


def files_in(archive: Path) -> dict[str, str]:
    """Return the SHA-256 of each file in the archive."""
    found = {}
    with tarfile.open(archive) as content:
        for member in content:
            if member.isfile():
                file = content.extractfile(member)
                assert file is not None
                name = member.name.removeprefix(f"{INSIDE}/")
                found[name] = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
    return found


def files_below(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file below a folder, by its path from there."""
    return {
        str(path.relative_to(folder)): checksum(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
