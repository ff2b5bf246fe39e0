"""Programs of the distribution that tests need, installed where the machine allows it."""

from __future__ import annotations

import os
import shutil

from deploy.local import packages, processes

# Needed by tests that are heavy, or that are left out where it is missing.
FOR_TESTS = {
    # Without a screen; the fonts have the widths of Times New Roman and every Vietnamese letter.
    "soffice": ("libreoffice-writer-nogui", "fonts-liberation2"),
    "nginx": ("nginx-light",),
}


def ensure_for_tests() -> None:
    """Install what is missing, and say which tests go without."""
    for program, names in FOR_TESTS.items():
        if not ensure(program, *names):
            print(f"not run: what needs {program} (it is not installed)", flush=True)


def ensure(program: str, *names: str) -> bool:
    """Return whether the program is there, installed from these packages if root may do so."""
    if _found(program):
        return True
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"Installing {program} …", flush=True)
    log = packages.log_of(program)
    # RUNLEVEL: a server that is installed for tests must not start by itself.
    silent = {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    processes.run(["apt-get", "update", "-q"], log=log, env=silent)
    words = ["apt-get", "install", "-qy", "--no-install-recommends", *names]
    processes.run(words, log=log, env=silent)
    return _found(program)


def _found(program: str) -> bool:
    return bool(shutil.which(program) or shutil.which(program, path="/usr/sbin"))
