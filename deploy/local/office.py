"""LibreOffice for the tests that open the reports: installed where the machine allows it."""

from __future__ import annotations

import os
import shutil

from deploy.local import packages, processes

PROGRAM = "soffice"
# Without a screen; the fonts have the widths of Times New Roman and every Vietnamese letter.
PACKAGES = ("libreoffice-writer-nogui", "fonts-liberation2")


def ensure() -> bool:
    """Return whether the program is there, installed if this machine allows it."""
    return bool(shutil.which(PROGRAM)) or _from_apt()


def _from_apt() -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        print("not run: what opens reports in LibreOffice (it is not installed)", flush=True)
        return False
    print("Installing LibreOffice …", flush=True)
    log = packages.log_of("office")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    processes.run(["apt-get", "update", "-q"], log=log)
    words = ["apt-get", "install", "-qy", "--no-install-recommends", *PACKAGES]
    processes.run(words, log=log)
    return bool(shutil.which(PROGRAM))
