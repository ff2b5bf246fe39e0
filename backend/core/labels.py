"""Labels of codes, in Vietnamese and English: the one place is labels.toml."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def label_groups() -> dict[str, dict[str, dict[str, Any]]]:
    """Every group of labels: {"stages": {"corrected": {"vi", "en", "order", …}}, …}."""
    path = Path(__file__).with_name("labels.toml")
    groups: dict[str, dict[str, dict[str, Any]]] = tomllib.loads(path.read_text("utf-8"))
    return groups


def label(group: str, code: str, language: str = "vi") -> str:
    """The label of a code; the code itself where none is known."""
    entry = label_groups().get(group, {}).get(code)
    return str(entry.get(language) or entry["vi"]) if entry else code


def labelled(group: str) -> list[dict[str, Any]]:
    """A group as rows {"code", "label", "label_en", …}, in its order."""
    rows = []
    for place, (code, entry) in enumerate(label_groups()[group].items(), start=1):
        more = {key: value for key, value in entry.items() if key not in ("vi", "en")}
        row = {"code": code, "label": entry["vi"], "label_en": entry["en"], "order": place}
        rows.append(row | more)
    return sorted(rows, key=lambda row: row["order"])
