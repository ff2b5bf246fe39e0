"""Sentences of a report, each written from one record: the one catalogue is wording.toml."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from reports.vietnamese import capitalised

NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_PLACE = re.compile(r"\{(\w+)\}")


@cache
def catalogue() -> dict[str, Any]:
    """{"section": {code: heading}, "line": {code: {says, name}}, "gap": {fact: words}, …}."""
    path = Path(__file__).with_name("wording.toml")
    return tomllib.loads(path.read_text("utf-8"))


@dataclass
class Writing:
    """A report while it is written: its sections with their sentences, and what was missing."""

    sections: list[dict[str, Any]] = field(default_factory=list)
    gaps: list[dict[str, Any]] = field(default_factory=list)

    def section(self, code: str, level: int = 0) -> None:
        """Begin a section. Level 0 is numbered and left out when it stays empty; 1 and 2 stand
        as they are, with the numbers of their headings."""
        heading = catalogue()["section"][code]
        self.sections.append({"code": code, "level": level, "heading": heading, "lines": []})

    def say(self, code: str, facts: Mapping[str, Any] | None, object: str | None = None) -> None:
        """The first wording of a sentence whose facts are all known; None is a missing record.

        Every fact of the fullest wording that is not known, and has a name, is a gap.
        """
        line = catalogue()["line"][code]
        if facts is None:
            if "name" in line:
                self._gap(code, f"{line['name']}: chưa có trên hệ thống", None)
            return
        known = {name: value for name, value in facts.items() if value not in (None, "")}
        wanted = list(dict.fromkeys(_PLACE.findall(line["says"][0])))
        for name in wanted:
            if name not in known and name in catalogue()["gap"]:
                self.missing(code, name, object)
        for pattern in line["says"]:
            if set(_PLACE.findall(pattern)) <= set(known):
                text = capitalised(pattern.format(**known))
                row = {"code": code, "text": text, "object": object}
                self.sections[-1]["lines"].append(row)
                return

    def missing(self, code: str, name: str, object: str | None) -> None:
        """A fact that is missing though the sentence stands without it."""
        about = catalogue()["line"][code].get("name", "")
        words = catalogue()["gap"][name]
        text = f"{about}: {words}" if about else capitalised(words)
        self._gap(f"{code}.{name}", text, object)

    def _gap(self, code: str, text: str, object: str | None) -> None:
        gap = {"code": code, "text": text, "object": object}
        if gap not in self.gaps:
            self.gaps.append(gap)

    def whole(self) -> list[dict[str, Any]]:
        """The sections, numbered; those of level 0 that say nothing are left out."""
        kept = [section for section in self.sections if section["level"] or section["lines"]]
        numerals = iter(NUMERALS)
        for section in kept:
            if not section["level"]:
                section["level"] = 1
                section["heading"] = f"{next(numerals)}. {section['heading']}"
        return kept
