"""The most memory of this process, as the kernel counts it (Linux)."""

import re
from pathlib import Path

_STATUS = Path("/proc/self/status")


def peak_megabytes() -> float:
    """The most memory that this process ever held, in MB; 0 where the kernel does not tell."""
    if not _STATUS.exists():
        return 0.0
    found = re.search(r"VmHWM:\s+(\d+) kB", _STATUS.read_text("ascii"))
    return int(found[1]) / 1024 if found else 0.0
