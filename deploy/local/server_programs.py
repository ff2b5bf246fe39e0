"""Find the programs of a PostgreSQL server: installed ones first, the Python package last."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from deploy.local import packages
from deploy.local.environment import Stop
from deploy.local.server_user import ServerUser

OLDEST = 14  # Django 5.2 supports nothing older
NEEDED = ("initdb", "postgres", "pg_ctl")


def find(user: ServerUser, place: Path, major: int | None = None) -> Path:
    """Return the folder of the programs that this account can run.

    `major` is the version that wrote the existing data; `place` is a folder the account can
    reach, where the Python package's programs are copied if they lie behind a closed door.
    """
    for folder in _installed():
        version = _version(user, folder)
        if version >= OLDEST and major in (None, version):
            return folder
    try:
        folder = _from_package(user, place)
    except Stop as reason:
        raise Stop(
            "No PostgreSQL server was found: install PostgreSQL 14 or newer, "
            "or set DATABASE_URL and DATABASE_OWNER_URL to a running one."
        ) from reason
    if major not in (None, _version(user, folder)):
        raise Stop(
            f"The data in {place} was written by PostgreSQL {major}: install that version, "
            "or name another folder in DATA_DIR."
        )
    return folder


def _installed() -> Iterator[Path]:
    """Yield folders that hold all programs: that of the PATH, then the newest of Debian's."""
    on_path = shutil.which("initdb")
    if on_path:
        yield Path(on_path).resolve().parent
        yield Path(on_path).parent
    yield from sorted(
        Path("/usr/lib/postgresql").glob("*/bin"),
        key=lambda folder: float(re.sub(r"[^0-9.]", "", folder.parent.name) or 0),
        reverse=True,
    )


def _version(user: ServerUser, folder: Path) -> int:
    """Return the major version, or 0 when the account cannot run it."""
    if not all((folder / name).exists() for name in NEEDED):
        return 0
    try:
        told = user.run([folder / "postgres", "--version"])
    except OSError:
        return 0
    found = re.search(r"\(PostgreSQL\) (\d+)", told.stdout)
    return int(found.group(1)) if found and told.returncode == 0 else 0


def _from_package(user: ServerUser, place: Path) -> Path:
    """Return the programs of the Python package, copied if the account cannot reach them."""
    package = packages.ensure_postgres_wheel()
    folder = package / "pginstall" / "bin"
    if _version(user, folder):
        return folder
    copy = place / "programs"
    if not copy.exists():
        # The programs look for their libraries two folders up, beside the package.
        shutil.copytree(package / "pginstall", copy / package.name / "pginstall")
        libraries = package.with_name(package.name + ".libs")
        if libraries.exists():
            shutil.copytree(libraries, copy / libraries.name)
    folder = copy / package.name / "pginstall" / "bin"
    if not _version(user, folder):
        raise Stop("The packaged PostgreSQL does not run on this machine.")
    return folder
