"""A Chromium for the browser tests: never skipped silently."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from deploy.local import debian, packages, processes
from deploy.local.environment import Stop, data_dir

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NOT_FOUND = (
    "No Chromium was found for the browser tests: install the package chromium, "
    "or name its program in CHROMIUM."
)


def flags() -> list[str]:
    """Return the flags of every start; a sandbox cannot be made as root."""
    return [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


def find() -> Path:
    """Return the program, installed if this machine allows it."""
    told = os.environ.get("CHROMIUM")
    if told:
        if not works(Path(told)):
            raise Stop(f"CHROMIUM={told} does not start; name another program or unset it.")
        return Path(told)
    for source in (_on_path, _from_apt, _from_npm):
        found = source()
        if found and works(found):
            return found
    raise Stop(NOT_FOUND)


def works(program: Path) -> bool:
    """Return whether the program starts and tells its version."""
    try:
        done = subprocess.run(
            [program, *flags(), "--version"], capture_output=True, stdin=subprocess.DEVNULL
        )
    except OSError:
        return False
    return done.returncode == 0


def _on_path() -> Path | None:
    found = [shutil.which(name) for name in NAMES]
    return next((Path(each) for each in found if each), None)


def _from_apt() -> Path | None:
    debian.ensure("chromium", "chromium")
    return _on_path()


def _from_npm() -> Path | None:
    """Return the packaged Chromium, unpacked by its own loader into DATA_DIR."""
    folder = data_dir() / "chromium"
    package = folder / "node_modules" / "@sparticuz" / "chromium"
    log = packages.log_of("chromium")
    if not package.exists():
        words = ["install", "--prefix", folder, "--no-audit", "--no-fund", "@sparticuz/chromium"]
        if processes.run([packages.npm(), *words], log=log) != 0:
            return None
    script = "import c from '@sparticuz/chromium'; console.log(await c.executablePath())"
    with tempfile.TemporaryFile("w+") as output:
        subprocess.run(
            ["node", "--input-type=module", "-e", script],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=output,
        )
        output.seek(0)
        lines = output.read().split()
    return Path(lines[-1]) if lines else None
