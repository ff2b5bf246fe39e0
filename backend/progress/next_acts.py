"""What the reader may do next about each line of the work, with a constant number of queries."""

from collections.abc import Iterable
from typing import Any

from acts.permissions import Actor
from acts.registry import blockers_of_person, next_acts
from audits.effect_rules import blockers_to_check, days_until_effect
from audits.models import Finding
from core.days import PartialDate, today
from core.problems import blockers_as_rows
from core.rules import Blocker
from progress.my_work import Line

# Its rule asks a policy value, which is read once for all lines.
BY_CLOCK = "finding.check_effectiveness"
# Who may accept may send back as well.
BESIDE = {"request.accept": "request.return"}


def next_acts_of(
    lines: Iterable[Line], user: Actor, language: str
) -> dict[Line, list[dict[str, Any]]]:
    """The acts of each line as {"act", "allowed", "blockers"}, the line's own act first.

    A line is on the list because its record waits for this act of this user, so the act is
    allowed. Findings wait by their state or by a clock alone: their other rules, four eyes among
    them, are asked of the finding with its steps, in three queries for all lines.
    """
    lines = list(lines)
    ids = {_finding(line) for line in lines} - {None}
    rows = Finding.objects.select_related("audit").prefetch_related("steps")
    findings = rows.in_bulk(list(ids)) if ids else {}
    judged = any(line.act == BY_CLOCK for line in lines)
    wait = days_until_effect(today()) if judged else 0
    return {line: _acts(line, findings.get(_finding(line)), user, language, wait) for line in lines}


def _finding(line: Line) -> int | None:
    kind, _, key = line.object.partition(":")
    return int(key) if kind == "finding" else None


def _acts(
    line: Line, finding: Finding | None, user: Actor, language: str, wait: int
) -> list[dict[str, Any]]:
    if finding and line.act != BY_CLOCK:
        return next_acts(finding, user, language, only={line.act})
    blockers: list[Blocker] = []
    if finding:
        steps = list(finding.steps.all())
        blockers += blockers_to_check(finding, steps, PartialDate(today()), wait)
        blockers += blockers_of_person(line.act, finding, user)
    own = {
        "act": line.act,
        "allowed": not blockers,
        "blockers": blockers_as_rows(blockers, language),
    }
    beside = BESIDE.get(line.act)
    return [own, {"act": beside, "allowed": True, "blockers": []}] if beside else [own]
