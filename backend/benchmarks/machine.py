"""On which machine it was measured, and how busy others kept it meanwhile."""

import os
import platform
from typing import Any

from django.db import connection
from django.utils import timezone


class Machine:
    """The machine as it is when the measuring begins."""

    def __init__(self) -> None:
        self.at, self.load = timezone.localtime(), _load()

    def as_row(self) -> dict[str, Any]:
        """Cores, versions, and the load before and after: runnable processes of the last minute."""
        return {
            "began_at": self.at.isoformat(timespec="seconds"),
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "postgresql": ".".join(map(str, divmod(connection.cursor().connection.server_version,
                                                   10_000))),
            "load_before": self.load,
            "load_after": _load(),
        }  # fmt: skip

    def sentence(self) -> str:
        """The same in a line, and that the machine may be shared."""
        told = self.as_row()
        return (
            f"{told['began_at']}, {told['cores']} cores, Python {told['python']}, PostgreSQL"
            f" {told['postgresql']}; load {told['load_before']} before, {told['load_after']} after"
            " (the bench itself makes about 1): what others do on the machine is in these figures."
        )


def _load() -> float | None:
    return round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None
