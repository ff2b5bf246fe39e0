"""Headings of columns, in Vietnamese and English: the one place is columns.toml."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from core.labels import label_groups
from core.text import search_text

COMMON, LIST = "common", "*"
_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_MARKS = re.compile(r"[^a-z0-9]+")


@cache
def parts() -> dict[str, dict[str, dict[str, Any]]]:
    """Every part of the catalogue: {"documents": {"code": {"vi", "en", "also", …}}, …}."""
    path = Path(__file__).with_name("columns.toml")
    found: dict[str, dict[str, dict[str, Any]]] = tomllib.loads(path.read_text("utf-8"))
    return found


def column(part: str, name: str) -> dict[str, Any]:
    """What the catalogue says of a column; empty where it does not know it."""
    return parts().get(part, {}).get(name) or parts()[COMMON].get(name) or {}


@cache
def is_group(part: str, name: str) -> bool:
    """Whether the catalogue knows columns below this name: agency.code below agency."""
    known = [*parts().get(part, {}), *parts()[COMMON]]
    return any(one.startswith(f"{name}.") for one in known)


def heading(part: str, name: str, language: str = "vi") -> str:
    """The heading of a column; its name where the catalogue does not know it."""
    entry = column(part, name)
    return str(entry.get(language) or entry.get("vi") or name)


def list_title(part: str, language: str = "vi") -> str:
    """What a list or a sheet is called: «Danh mục tài liệu»."""
    return heading(part, LIST, language) if LIST in parts().get(part, {}) else part


def spelled(part: str, name: str) -> list[str]:
    """Every heading under which a column is known, the first being its own; as heading_key."""
    entry = column(part, name)
    also = [*entry.get("also", []), *parts()[COMMON].get(name, {}).get("also", [])]
    texts = [entry.get("vi", name), entry.get("en", ""), name, *also]
    return list(dict.fromkeys(filter(None, map(heading_key, texts))))


def heading_key(text: str) -> str:
    """A heading without accents, case, marks and what stands in brackets."""
    bare = _MARKS.sub(" ", search_text(_BRACKETS.sub(" ", text))).strip()
    return bare or _MARKS.sub(" ", search_text(text)).strip()


def labels_of(group: str, language: str = "vi") -> dict[str, str]:
    """The labels of a group of codes, whether it stands in the code or in a table."""
    from core.catalogues import kept

    if group in label_groups():
        return {c: str(e.get(language) or e["vi"]) for c, e in label_groups()[group].items()}
    key = "label" if language == "vi" else "label_en"
    return {row["code"]: row.get(key) or row["label"] for row in kept(group)}
