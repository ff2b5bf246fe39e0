"""The report as printed beside the same day as it is known now."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from acts.permissions import Actor
from agencies.models import AgencyKind
from core.columns import heading
from core.labels import label_groups
from progress.summaries import board_on
from reports import annexes
from reports.figures import figures_of
from reports.later_facts import later_facts
from reports.making import hash_of
from reports.models import READY, Report
from reports.wording import catalogue
from standards.models import DocumentKind

# What names an entry of a list of figures: {"stage": "corrected", "count": 1}.
KEYS = ("stage", "kind", "code", "edition", "maintained")
# Figures that say nothing of their own: addresses, and the day itself.
SILENT = {"as_of", "lists", "place", "real", "days", "days_in_stage", "fresh_on", "fresh_90_days"}


def compared(report: Report, user: Actor, language: str = "vi") -> dict[str, Any]:
    """What differs, and which facts were recorded, changed or taken out since it was made."""
    ready = report.state == READY and report.made_at is not None
    differences = list(_differences(report)) if ready else []
    facts, more = later_facts(report, user, language) if ready else ([], 0)
    return {
        "report": report.pk,
        "day": report.day,
        "made_at": report.made_at,
        "intact": hash_of(report.figures) == report.sha256 if ready else True,
        "same": not differences,
        "differences": differences,
        "facts": facts,
        "more_facts": more,
    }


def _differences(report: Report) -> Iterator[dict[str, Any]]:
    """Figures and sentences, printed and now; a paper report is compared by its groups."""
    printed = _flat(report.figures)
    now = _flat(_today(report.day) if report.printed else figures_of(report))
    kinds = dict(DocumentKind.objects.values_list("code", "name"))
    kinds |= dict(AgencyKind.objects.values_list("code", "name"))
    # What a paper does not say is no difference.
    more = [] if report.printed else [path for path in now if path not in printed]
    for path in [*printed, *more]:
        if printed.get(path) != now.get(path):
            yield {
                "figure": "/".join(path),
                "label": " · ".join(_worded(word, kinds) for word in path if word != "count"),
                "printed": printed.get(path),
                "now": now.get(path),
            }


def _today(day: date) -> dict[str, Any]:
    return {"groups": annexes.groups(board_on(day))}


def _flat(figures: dict[str, Any]) -> dict[tuple[str, ...], Any]:
    """Every number by its place, every sentence by its section and its record."""
    found = dict(_numbers(figures.get("numbers", {}), ()))
    found |= dict(_numbers(figures.get("groups", []), ("groups",)))
    for section in figures.get("sections", []):
        for line in section["lines"]:
            if line["object"]:
                found[section["code"], line["code"], line["object"]] = line["text"]
    return found


def _numbers(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(value, dict):
        for name, one in value.items():
            if name not in SILENT:
                yield from _numbers(one, (*path, name))
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        for one in value:
            named = [one[key] for key in KEYS if isinstance(one.get(key), str) and one[key]]
            rest = {key: some for key, some in one.items() if not isinstance(some, str)}
            yield from _numbers(rest, (*path, *named))
    elif isinstance(value, list):
        yield path, ", ".join(map(str, value))
    else:
        yield path, value


def _worded(word: str, kinds: dict[str, str]) -> str:
    """A word of a figure's place as people say it; the word itself where nobody knows it."""
    known = catalogue()["figure"].get(word) or kinds.get(word)
    if known:
        return str(known)
    for group in ("stages", "flags", "grades", "maintained"):
        if word in label_groups()[group]:
            return str(label_groups()[group][word]["vi"])
    line = catalogue()["line"].get(word, {})
    return str(line.get("name") or heading("progress-agencies", word))
