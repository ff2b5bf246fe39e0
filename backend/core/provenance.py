"""Where a fact comes from: who recorded it, from which source, real or illustration."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from core.days import today


@dataclass(frozen=True)
class Provenance:
    """The common columns of a new fact."""

    recorded_by_id: int
    reported_by: date
    source: str = ""
    source_url: str = ""
    real: bool = True
    irregular: str = ""

    def columns(self) -> dict[str, Any]:
        """As keyword arguments of a Fact."""
        return dict(self.__dict__)

    def but_irregular(self, why: str) -> "Provenance":
        """The same, for a fact that went against a rule of its day."""
        return replace(self, irregular=why)


def by_hand(user_id: int, irregular: str = "") -> Provenance:
    """A fact that somebody records today through the screens."""
    return Provenance(recorded_by_id=user_id, reported_by=today(), irregular=irregular)
