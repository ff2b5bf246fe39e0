"""`make bundle`: one archive that installs on a server which reaches no registry."""

from __future__ import annotations

import hashlib
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from deploy.local import packages, processes
from deploy.local.environment import BACKEND, FRONTEND, PYTHON, ROOT, Stop, data_dir

PARTS = ("backend", "deploy", "docs", "Makefile", "README.md", "LICENSE")
LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*cache", "secrets", "*.pyc")
LOCK = BACKEND / "requirements.txt"


def bundle() -> int:
    """Write DATA_DIR/bundle/iso-rollout-<version>.tar: code, built SPA, wheels, checksums."""
    packages.ensure_python()
    packages.ensure_built()
    target = data_dir() / "bundle"
    target.mkdir(exist_ok=True)
    name = f"iso-rollout-{version()}"
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / name
        folder.mkdir()
        for part in PARTS:
            if (ROOT / part).is_dir():
                shutil.copytree(ROOT / part, folder / part, ignore=LEFT_OUT)
            else:
                shutil.copy2(ROOT / part, folder / part)
        shutil.copytree(FRONTEND / "dist", folder / "frontend" / "dist")
        wheels(folder / "wheels")
        seal(folder, name)
        archive = target / f"{name}.tar"
        with tarfile.open(archive, "w") as content:
            content.add(folder, name, filter=nobodys)
    told = hashlib.sha256(archive.read_bytes()).hexdigest()
    (target / f"{name}.tar.sha256").write_text(f"{told}  {name}.tar\n", encoding="utf-8")
    print(f"{archive} ({archive.stat().st_size / 1e6:.0f} MB)\nsha256 {told}")
    return 0


def version() -> str:
    """Return the commit, marked where files differ from it; the day where there is no git."""
    words = ["git", "describe", "--always", "--dirty", "--exclude=*"]
    try:
        told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    except OSError:
        return "unknown"
    return told.stdout.strip() or "unknown"


def wheels(folder: Path) -> None:
    """Download what the lock names, for this machine's kind and this version of Python."""
    folder.mkdir()
    print("Downloading the wheels …", flush=True)
    words = ["-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    log = packages.log_of("bundle")
    command = [pip_of(), *words, "--only-binary=:all:", "--dest", folder, "-r", LOCK]
    if processes.run(command, log=log):
        print(processes.tail(log))
        raise Stop(f"pip could not download what {LOCK} names; the whole output is in {log}.")


def pip_of() -> Path:
    """Return a Python that has pip: the environment's, else the one that runs this."""
    for python in (PYTHON, Path(sys.executable)):
        if subprocess.run([python, "-m", "pip", "--version"], capture_output=True).returncode == 0:
            return python
    raise Stop("pip is missing; install the package python3-pip.")


def seal(folder: Path, name: str) -> None:
    """Say what the bundle is for, and give every file's checksum."""
    python = ".".join(platform.python_version_tuple()[:2])
    (folder / "BUNDLE").write_text(
        f"{name}\nPython {python}, {platform.system()} {platform.machine()}\n"
        "sha256sum --check --quiet SHA256SUMS\n"
        "sudo HOST_NAME=… deploy/server/install.sh --offline\n",
        encoding="utf-8",
    )
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder)}\n"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Return the member without the name of who packed it."""
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    return member
