"""Vietnamese text: one form, one order, one search key."""

import re
import unicodedata

_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_ALPHABET = {letter: index for index, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}


def nfc(text: str) -> str:
    """The text in NFC, trimmed, with single spaces."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def search_text(*texts: str) -> str:
    """Lower case without accents, đ as d: what a search without accents is compared with."""
    decomposed = unicodedata.normalize("NFD", " ".join(texts).lower().replace("đ", "d"))
    bare = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return re.sub(r"\s+", " ", bare).strip()


def code_key(code: str) -> list[tuple[int, str]]:
    """A key of codes in which numbers follow each other by their value: QT-2 before QT-10."""
    parts = re.split(r"(\d+)", code)
    return [(int(part), "") if part.isdecimal() else (0, part) for part in parts]


def sort_key(text: str) -> str:
    """A key whose plain byte order is the Vietnamese order: letters first, tones break ties."""
    letters, tones = [], []
    for word in nfc(text).lower().split(" "):
        for char in word:
            decomposed = unicodedata.normalize("NFD", char)
            tone = next((_TONES[mark] for mark in decomposed if mark in _TONES), 0)
            base = unicodedata.normalize("NFC", "".join(m for m in decomposed if m not in _TONES))
            place = _ALPHABET.get(base)
            letters.append(f"{place + 20:02d}" if place is not None else _other(base))
            tones.append(str(tone))
        letters.append("00")
        tones.append("0")
    return f"{''.join(letters)}|{''.join(tones)}"


def _other(char: str) -> str:
    return f"{10 + int(char)}" if char.isdecimal() else "01"
