"""What a cell means: days in the ways that people write them, codes by their labels, yes and no.

A reader takes the raw value of a cell and gives its meaning; it raises Fault where there is none
and returns Guess where the meaning is not literally what stands there.
"""

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache, partial
from typing import Any

from core.days import DAY, MONTH, YEAR, PartialDate
from core.labels import label_groups
from core.numbers import official_number
from core.rules import Malformed
from core.text import nfc, search_text
from imports.workbooks.opening import NotKept, shown

FIRST_YEAR, LAST_YEAR = 1990, 2100
# Excel counts days from the end of 1899; its day 60 never was, and no day of ours is so early.
EXCEL_ZERO = date(1899, 12, 30)
SERIALS = range(36526, 73050)  # 2000 to 2099
# A wrong word is not guessed: only one letter may differ.
ALIKE = 0.9
# So many of the codes that a column may hold are named where another stands in it.
MOST_NAMED = 12

_YEAR = re.compile(r"^(?:năm |nam )?(\d{4})$", re.I)
_MONTH = re.compile(r"^(?:tháng |thang )?(\d{1,2})\s*[/.\-]\s*(\d{4})$", re.I)
_DAY = re.compile(r"^(?:ngày |ngay )?(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})$", re.I)
_WORDS = re.compile(r"^(?:ngày\s+(\d{1,2})\s+)?tháng\s+(\d{1,2})\s+năm\s+(\d{4})$", re.I)
_ISO = re.compile(r"^(\d{4})-(\d{2})(?:-(\d{2}))?(?:[T ]00:00(?::00)?)?$")
_SHORT = re.compile(r"^\d{1,2}\s*[/.\-]\s*\d{1,2}(\s*[/.\-]\s*\d{2})?$")
_UNKNOWN = {"?", "-", "–", "…", "...", "chua ro", "khong ro", "chua biet", "n/a", "na", "unknown"}
_LONGEST_UNKNOWN = 12
_YES = {"x", "v", "co", "yes", "y", "true", "1", "dung", "roi", "da", "✓", "✔"}
_NO = {"khong", "no", "n", "false", "0", "sai", "chua"}


class Fault(Exception):
    """A cell that means nothing: the code of its sentence, particulars, what might be meant."""

    def __init__(self, code: str, candidates: list[dict[str, Any]] | None = None, **params: Any):
        self.code, self.params, self.candidates = code, params, candidates
        super().__init__(code)


@dataclass(frozen=True)
class Guess:
    """A meaning that is shown before loading, because it is not literally what stands there."""

    value: Any
    code: str
    params: dict[str, Any] = field(default_factory=dict)


Reader = Callable[[Any], Any]


def is_unknown(raw: Any) -> bool:
    """A blank cell or a mark for «not known»: nothing is said, which is not «no»."""
    return raw is None or (
        isinstance(raw, str)
        and len(raw) <= _LONGEST_UNKNOWN
        and not raw[:1].isdigit()
        and search_text(raw) in _UNKNOWN
    )


def text(most: int) -> Reader:
    """Text in NFC with single spaces, at most so long; a number as it is written."""

    def read(raw: Any) -> str:
        found = nfc(shown(_kept(raw)))
        if len(found) > most:
            raise Fault("workbook.too_long", most=most, length=len(found))
        return found

    return read


def long_text(most: int = 10_000) -> Reader:
    """Text that keeps its lines."""

    def read(raw: Any) -> str:
        lines = [nfc(line) for line in shown(_kept(raw)).splitlines()]
        found = "\n".join(line for line in lines if line)
        if len(found) > most:
            raise Fault("workbook.too_long", most=most, length=len(found))
        return found

    return read


def number(raw: Any) -> str:
    """An official number such as 1985/QĐ-UBND; a misspelled one is refused with its correction."""
    try:
        return official_number(shown(_kept(raw)))
    except Malformed as error:
        _, code, params = error.errors[0]
        raise Fault(code, **params) from error


def whole(low: int, high: int) -> Reader:
    """A whole number: 1234, 1.234 and 1 234 are the same."""

    def read(raw: Any) -> int:
        raw = _kept(raw)
        if isinstance(raw, float) and raw.is_integer():
            raw = int(raw)
        digits = re.sub(r"(?<=\d)[ .](?=\d{3}(\D|$))", "", str(raw).strip())
        if isinstance(raw, bool) or not re.fullmatch(r"-?\d{1,16}", digits):
            raise Fault("workbook.not_a_number")
        if not low <= int(digits) <= high:
            raise Fault("workbook.out_of_range", low=low, high=high)
        return int(digits)

    return read


def day(raw: Any) -> PartialDate | Guess:
    """A day, a month (02/2010) or a year (2010); text or a day of Excel. 3/2/2010 is 3 February."""
    raw = _kept(raw)
    if isinstance(raw, datetime):
        raw = raw.date()
    if isinstance(raw, date):
        return _within(raw)
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    if isinstance(raw, int) and not isinstance(raw, bool) and raw in SERIALS:
        known = _within(EXCEL_ZERO + timedelta(days=raw))
        return Guess(known, "guess.excel_day", {"day": known.day.isoformat()})
    return _day_of_text(nfc(str(raw)))


def _day_of_text(written: str) -> PartialDate | Guess:
    if match := _YEAR.match(written):
        year = _within(_date(int(match[1]), 1, 1), YEAR)
        return Guess(year, "guess.year_only", {"year": match[1]})
    if match := _MONTH.match(written):
        month = _within(_date(int(match[2]), int(match[1]), 1), MONTH)
        return Guess(month, "guess.month_only", {"month": f"{month.day:%m/%Y}"})
    if match := _DAY.match(written):
        return _within(_date(int(match[3]), int(match[2]), int(match[1])))
    if match := _WORDS.match(written):
        known = _within(
            _date(int(match[3]), int(match[2]), int(match[1] or 1)), DAY if match[1] else MONTH
        )
        return (
            known if match[1] else Guess(known, "guess.month_only", {"month": f"{known.day:%m/%Y}"})
        )
    if match := _ISO.match(written):
        return _within(
            _date(int(match[1]), int(match[2]), int(match[3] or 1)), DAY if match[3] else MONTH
        )
    raise Fault("workbook.year_missing" if _SHORT.match(written) else "workbook.not_a_day")


def exact_day(raw: Any) -> date | Guess:
    """A day known exactly."""
    found = day(raw)
    known = found.value if isinstance(found, Guess) else found
    if known.precision != DAY:
        raise Fault("workbook.whole_day_needed")
    return Guess(known.day, found.code, found.params) if isinstance(found, Guess) else known.day


def flag(raw: Any) -> bool | Guess:
    """Yes or no: «x» is yes; blank is not asked here, it is unknown."""
    raw = _kept(raw)
    if isinstance(raw, bool):
        return raw
    key = search_text(shown(raw))
    if key in _YES:
        return True if key in ("co", "yes", "true") else Guess(True, "guess.yes")
    if key in _NO:
        return False if key in ("khong", "no", "false") else Guess(False, "guess.no")
    raise Fault("workbook.not_yes_or_no")


@dataclass(frozen=True)
class code:
    """Reads one of a group's codes, by itself, by its label or by another word for it (`also`).

    Codes that stand in a table are asked once for a sheet: `prepared`.
    """

    group: str
    codes: list[str] | Callable[[], dict[str, str]]
    also: dict[str, str] = field(default_factory=dict)

    def prepared(self) -> Reader:
        """A reader that knows the codes of now."""
        if isinstance(self.codes, list):
            words = {k: c for k, c in _spellings(self.group).items() if c in self.codes}
        else:
            words = _spelled(self.codes())
        words |= {search_text(text): meant for text, meant in self.also.items()}
        return partial(_code, self.group, words, {})

    def __call__(self, raw: Any) -> Any:
        return self.prepared()(raw)


def _code(group: str, words: dict[str, str], met: dict[Any, Any], raw: Any) -> str | Guess:
    """The code that a cell means; `met` keeps what was found for the same words before."""
    written = shown(_kept(raw))
    if written not in met:
        met[written] = _code_of(group, words, written)
    if isinstance(met[written], Fault):
        raise met[written]
    found: str | Guess = met[written]
    return found


def _code_of(group: str, words: dict[str, str], written: str) -> str | Guess | Fault:
    """Codes are told with their group: the reader sees their labels (sending.py)."""
    key = search_text(written).strip(" .:;")
    if key in words:
        return words[key]
    near = difflib.get_close_matches(key, words, n=1, cutoff=ALIKE)
    if near:
        return Guess(words[near[0]], "guess.code", {"code": words[near[0]], "group": group})
    known = list(dict.fromkeys(words.values()))[:MOST_NAMED]
    return Fault("workbook.unknown_code", known=known, group=group)


@cache
def _spellings(group: str) -> dict[str, str]:
    """Each code and label of a group, without accents, to its code."""
    entries = label_groups().get(group, {})
    return _spelled({c: e["vi"] for c, e in entries.items()}) | {
        search_text(e["en"]): c for c, e in entries.items()
    }


def _spelled(labels: dict[str, str]) -> dict[str, str]:
    by_label = {search_text(label): c for c, label in labels.items()}
    return by_label | {search_text(c): c for c in labels}


def _kept(raw: Any) -> Any:
    """The value, unless the file keeps none beside its formula."""
    if isinstance(raw, NotKept):
        wrong = "workbook.error_value" if raw.text.startswith("#") else "workbook.formula"
        raise Fault(wrong)
    return raw


def _date(year: int, month: int, day_: int) -> date:
    try:
        return date(year, month, day_)
    except ValueError as error:
        raise Fault("workbook.no_such_day") from error


def _within(known: date, precision: str = DAY) -> PartialDate:
    if not FIRST_YEAR <= known.year <= LAST_YEAR:
        raise Fault("workbook.no_such_day")
    return PartialDate(known, precision)
