"""The one catalogue of sentences: each app's `sentences.toml`, Vietnamese and English."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps

from core.catalogues import label_in

LANGUAGES = ("vi", "en")


# Parameters that are codes, and the catalogue of their labels.
CODED = {
    "kind": "agency_kinds",
    "scheme": "identifier_schemes",
    "track": "tracks",
    "what": "exemption_kinds",
}


class _Told(dict):
    """The parameters as people write them; only those are asked for that the sentence names."""

    def __init__(self, params: dict[str, Any], language: str):
        super().__init__(params)
        self.language = language

    def __getitem__(self, name: str) -> Any:
        if name not in self:
            return "…"
        value = super().__getitem__(name)
        if name in CODED:
            return label_in(CODED[name], str(value), self.language)
        return _shown(value)


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
    """The sentence of a code with its parameters filled in, those that are codes by their labels.

    The code itself where no sentence is known.
    """
    entry = catalogue().get(group, {}).get(code)
    if entry is None:
        return code
    text: str = entry.get(language) or entry["vi"]
    return text.format_map(_Told(params or {}, language))


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
