"""The one validator of official document numbers, such as 1985/QĐ-UBND."""

import re
import unicodedata

from core.rules import Malformed

_SYMBOL = r"[A-ZĐƯ][A-Za-zĐđƯư0-9&.]*(?:-[A-ZĐƯ][A-Za-zĐđƯư0-9&.]*)*"
_NUMBER = re.compile(rf"^(?P<num>\d{{1,6}})(?:/(?P<year>(?:19|20)\d{{2}}))?/(?P<sym>{_SYMBOL})$")
_PARTY = re.compile(rf"^(?P<num>\d{{1,6}})-(?P<sym>{_SYMBOL}(?:/{_SYMBOL})?)$")


def official_number(text: str, pointer: str = "/number") -> str:
    """The number trimmed and in NFC; raises Malformed that names the corrected form.

    Nothing is silently respaced: `1985/ QĐ-UBND`, lower-case symbols and en-dashes are refused.
    Party documents (204-BC/TU) have a form of their own and are accepted.
    """
    number = unicodedata.normalize("NFC", text).strip()
    match = _NUMBER.match(number) or _PARTY.match(number)
    if match and int(match["num"]) >= 1:
        return number
    suggestion = _corrected(number)
    code = "official_number.malformed" if suggestion else "official_number.unreadable"
    raise Malformed((pointer, code, {"value": number[:80], "suggestion": suggestion}))


def number_key(number: str) -> str:
    """The number with its leading zeros gone: 04/QĐ-UBND and 4/QĐ-UBND are one document."""
    return number.lstrip("0").upper()


def _corrected(number: str) -> str:
    spaced = re.sub(r"\s*([/\-–—])\s*", lambda m: "/" if m[1] == "/" else "-", number)
    head, slash, symbol = spaced.partition("/")
    for candidate in (spaced, f"{head}{slash}{symbol.upper()}"):
        match = _NUMBER.match(candidate)
        if match and int(match["num"]) >= 1:
            return candidate
    return ""
