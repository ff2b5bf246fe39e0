"""Where things are and what the person at the keyboard asked for."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BACKEND = ROOT / "backend"
FRONTEND = ROOT / "frontend"
POSTGRES_FILES = ROOT / "deploy" / "postgres"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
if os.environ.get("PRODUCTION") and not PYTHON.exists():
    PYTHON = Path(sys.executable)  # a container has its packages elsewhere


class Stop(Exception):
    """The launcher cannot go on; the message is one sentence that names the cure."""


def data_dir() -> Path:
    """Return the folder of everything that is kept: database, evidence, passwords, logs."""
    folder = ROOT / os.environ.get("DATA_DIR", ".data")
    folder.mkdir(mode=0o711, parents=True, exist_ok=True)
    return folder.resolve()


def setting(name: str) -> str:
    """Return a variable, or the content of the file that NAME_FILE names; else nothing."""
    file = os.environ.get(f"{name}_FILE")
    if file:
        return Path(file).read_text(encoding="utf-8").strip()
    return os.environ.get(name, "")


def port(name: str, default: int) -> int:
    """Return the port that the environment variable asks for."""
    told = os.environ.get(name) or str(default)
    if not told.isdigit() or not 0 < int(told) < 65536:
        raise Stop(f"{name}={told} is not a port; give a number from 1 to 65535.")
    return int(told)


def asked(name: str, default: str = "0") -> bool:
    """Return whether a switch such as DEMO or HEAVY is on."""
    return (os.environ.get(name) or default).lower() in {"1", "true", "yes", "on"}


def write_secret(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    draft.replace(path)


def kept_secret(name: str, n_bytes: int) -> str:
    """Return a secret of DATA_DIR, made on first use."""
    path = data_dir() / name
    if not path.exists():
        write_secret(path, secrets.token_urlsafe(n_bytes) + "\n")
    return path.read_text(encoding="utf-8").strip()


def demo_password() -> str:
    """Return the password of the demonstration accounts: DEMO_PASSWORD, else one made once."""
    return os.environ.get("DEMO_PASSWORD") or kept_secret("demo-password.txt", 9)
