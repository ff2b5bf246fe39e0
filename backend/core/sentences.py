"""The one catalogue of sentences: each app's `sentences.toml`, Vietnamese and English."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps

LANGUAGES = ("vi", "en")


class _Forgiving(dict):
    def __missing__(self, key: str) -> str:
        return "…"


@cache
def catalogue() -> dict[str, dict[str, dict[str, Any]]]:
    """Every group of the catalogue: {"blocker": {code: {"vi", "en", …}}, "stage": {…}, …}."""
    groups: dict[str, dict[str, dict[str, Any]]] = {}
    for app in apps.get_app_configs():
        path = Path(app.path) / "sentences.toml"
        if path.exists():
            for group, entries in tomllib.loads(path.read_text("utf-8")).items():
                groups.setdefault(group, {}).update(entries)
    return groups


def sentence(
    group: str, code: str, language: str = "vi", params: dict[str, Any] | None = None
) -> str:
    """The sentence of a code with its parameters filled in; the code itself where none is known."""
    entry = catalogue().get(group, {}).get(code)
    if entry is None:
        return code
    text: str = entry.get(language) or entry["vi"]
    return text.format_map(_Forgiving({k: _shown(v) for k, v in (params or {}).items()}))


def language_of(request: Any) -> str:
    """ "en" when the reader prefers English, else Vietnamese."""
    header = request.headers.get("Accept-Language", "") if request is not None else ""
    return "en" if header.strip().lower().startswith("en") else "vi"


def _shown(value: Any) -> Any:
    """A day as Vietnamese staff write it: 03/02/2010."""
    text = str(value)
    if len(text) == 10 and text[4] == text[7] == "-" and text.replace("-", "").isdigit():
        return f"{text[8:]}/{text[5:7]}/{text[:4]}"
    return value
