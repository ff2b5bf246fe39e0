"""Reasons and refusals: a rule is a function that yields blockers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Blocker:
    """One reason why something may not be done; `code` is the key of its sentence.

    `pointer` names the field of the request at fault, where there is one. `irregular` marks a
    rule of its day (not of logic): the coordinator may record such a fact with a reason.
    """

    code: str
    params: dict[str, Any] = field(default_factory=dict)
    pointer: str = ""
    irregular: bool = False


class RuleBroken(Exception):
    """An act was refused; carries every reason, never only the first.

    `warnings` are what would be unusual about it all the same, once the reasons are mended.
    """

    def __init__(self, blockers: list[Blocker], warnings: Iterable[Blocker] = ()):
        self.blockers = blockers
        self.warnings = [each for each in warnings if each not in blockers]
        super().__init__(", ".join(blocker.code for blocker in blockers))


class Malformed(Exception):
    """A value has the wrong shape; carries (pointer, code, params) of each place at fault."""

    def __init__(self, *errors: tuple[str, str, dict[str, Any]]):
        self.errors = list(errors)
        super().__init__(", ".join(f"{pointer}: {code}" for pointer, code, _ in errors))


def refuse(
    blockers: Iterable[Blocker], *, irregular: str = "", warnings: Iterable[Blocker] = ()
) -> None:
    """Raise RuleBroken with all blockers; an irregularity lifts those of a rule of its day.

    `warnings` are asked for only then: a refusal tells them beside its reasons.
    """
    reasons = [b for b in blockers if not (irregular and b.irregular)]
    if reasons:
        raise RuleBroken(reasons, warnings)
