"""Rows of an answer as the cells of a table: flat, labelled, harmless to whoever opens it."""

import csv
import re
import tempfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from io import TextIOWrapper
from typing import IO, Any

import orjson
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from core.columns import column, heading, is_group, labels_of, list_title
from core.days import HOME
from core.rendering import dumps

# Excel takes a text that begins so for a formula; an apostrophe before it makes it a text.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
MOST_TEXT = 32_000
DAY, MOMENT = "dd/mm/yyyy", "dd/mm/yyyy hh:mm"
# `form` of a column of numbers → how Excel writes it.
NUMBERS = {"count": "#,##0", "share": "0.0%", "change": "+#,##0;-#,##0;0"}
WIDEST, NARROWEST, SAMPLED, MOST_TAB = 60, 8, 200, 31
# What a table does not need: an address of the API, and the precision that its day shows itself.
LEFT_OUT = re.compile(r"(^|\.)(url|sort_key|next_acts)$|_precision$")
LAST = ("irregular", "note", "id", "row_version", "provenance.")
_ISO_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_ISO_MOMENT = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
_DAYS = re.compile(r"_on$|_since$|^(valid_from|valid_to|from|to|on|day|as_of|reported_by)$")
_MOMENTS = re.compile(r"(^|_)at$")
_HEAD = PatternFill("solid", fgColor="FFE8EEF4")
_WARNING = PatternFill("solid", fgColor="FFFFE08A")


class Rows:
    """The rows of a table, kept in a temporary file, and the columns that they turn out to have."""

    def __init__(self, part: str, language: str = "vi"):
        self.part, self.language = part, language
        self.columns: dict[str, None] = {}
        self.count = 0
        self._kept: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=4 * 1024 * 1024)

    def add(self, rows: Iterable[dict[str, Any]]) -> None:
        """Take rows as they travel."""
        for row in orjson.loads(dumps(list(rows))):
            cells = dict(self._cells(row))
            self.columns.update(dict.fromkeys(cells))
            self._kept.write(orjson.dumps(cells) + b"\n")
            self.count += 1

    def expect(self, names: Iterable[str]) -> None:
        """The columns of a table that has no row."""
        if not self.count:
            told = [name for name in names if not LEFT_OUT.search(name)]
            self.columns.update(dict.fromkeys(told))

    def _cells(self, row: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
        for name, value in row.items():
            path = f"{before}{name}"
            if LEFT_OUT.search(path):
                continue
            if isinstance(value, dict) and not column(self.part, path).get("whole"):
                yield from self._cells(value, f"{path}.")
            elif value is None and self._is_group(path):
                continue
            else:
                precision = row.get(f"{name}_precision")
                yield path, self._cell(path, value, precision if value else None)

    def _is_group(self, path: str) -> bool:
        """Whether other rows have columns below this name: the agency of a row without one."""
        below = f"{path}."
        return is_group(self.part, path) or any(known.startswith(below) for known in self.columns)

    def _cell(self, path: str, value: Any, precision: str | None) -> Any:
        """A value as its cell: days, moments and numbers as they are, all else as text."""
        if precision == "month":
            return f"{value[5:7]}/{value[:4]}"
        if precision == "year":
            return value[:4]
        group = column(self.part, path).get("codes")
        if isinstance(value, list):
            inside = [self._label(group, one) for one in value]
            return "; ".join(map(text_of, inside)) or None
        if isinstance(value, dict):
            return text_of(value) or None
        return self._label(group, value)

    def _label(self, group: str | None, value: Any) -> Any:
        return _labels(group, self.language).get(value, value) if group and value else value

    def ordered(self) -> list[str]:
        """The columns, what the row is about first, where it comes from last."""
        names = [name for name in self.columns if not self._empty_group(name)]
        last = [n for n in names if n.startswith(LAST) and (n in LAST or n.startswith(LAST[-1]))]
        place = {n: next(i for i, first in enumerate(LAST) if n.startswith(first)) for n in last}
        return [n for n in names if n not in last] + sorted(last, key=lambda n: place[n])

    def _empty_group(self, name: str) -> bool:
        """A name that was empty in the first rows and turned out to be a group in later ones."""
        return any(known.startswith(f"{name}.") for known in self.columns)

    def headings(self) -> list[str]:
        return [heading(self.part, name, self.language) for name in self.ordered()]

    def __iter__(self) -> Iterator[list[Any]]:
        names = self.ordered()
        self._kept.seek(0)
        for line in self._kept:
            cells = orjson.loads(line)
            yield [typed(name, cells.get(name), self.language) for name in names]


@cache
def _fixed_labels(group: str, language: str) -> dict[str, str]:
    return labels_of(group, language)


def _labels(group: str, language: str) -> dict[str, str]:
    from core.labels import label_groups

    fixed = group in label_groups()
    return _fixed_labels(group, language) if fixed else labels_of(group, language)


def text_of(value: Any) -> str:
    """A value inside of a cell as text: a day as 03/02/2010, a record by what it says."""
    if isinstance(value, dict):
        told = [text_of(one) for name, one in value.items() if not LEFT_OUT.search(name)]
        return " · ".join(filter(None, told))
    if isinstance(value, list):
        return "; ".join(filter(None, map(text_of, value)))
    if isinstance(value, str) and _ISO_DAY.match(value):
        return f"{value[8:]}/{value[5:7]}/{value[:4]}"
    return "" if value is None else str(value)


def typed(name: str, value: Any, language: str = "vi") -> Any:
    """A cell's value with its type: days and moments by the name of their column."""
    last = name.rpartition(".")[2]
    if isinstance(value, bool):
        return {"vi": ("không", "có"), "en": ("no", "yes")}[language][value]
    if isinstance(value, str):
        if _DAYS.search(last) and _ISO_DAY.match(value):
            return date.fromisoformat(value)
        if _MOMENTS.search(last) and _ISO_MOMENT.match(value):
            return (
                datetime.fromisoformat(value).astimezone(HOME).replace(tzinfo=None, microsecond=0)
            )
        return harmless(value)
    return value


def harmless(text: str) -> str:
    """A text that no program takes for a formula, without characters that Excel refuses."""
    clean = ILLEGAL_CHARACTERS_RE.sub("", text)[:MOST_TEXT]
    return f"'{clean}" if text.startswith(FORMULA_STARTS) else clean


def write_xlsx(rows: Rows, into: IO[bytes], *, subtitle: str, warning: str = "") -> None:
    """A workbook of one sheet: title, day, warning if any, headings, rows."""
    write_book([(list_title(rows.part, rows.language), rows)], into, subtitle, warning)


def write_book(
    sheets: list[tuple[str, Rows]], into: IO[bytes], subtitle: str, warning: str = ""
) -> None:
    """A workbook of several sheets, each with its title; every one says its day and the warning."""
    book = Workbook(write_only=True)
    for title, rows in sheets:
        _sheet(book, title, rows, subtitle, warning)
    book.save(into)


def _sheet(book: Workbook, title: str, rows: Rows, subtitle: str, warning: str) -> None:
    sheet = book.create_sheet(_tab(title))
    names = rows.ordered()
    top = [[(title, Font(bold=True, size=14), None)], [(subtitle, Font(italic=True), None)]]
    if warning:
        top.append([(warning, Font(bold=True), _WARNING)])
    for place, width in enumerate(_widths(rows), start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    head = len(top) + 1
    sheet.freeze_panes = f"A{head + 1}"
    if names:
        last = get_column_letter(len(names))
        sheet.auto_filter.ref = f"A{head}:{last}{head + rows.count}"
    for line in top:
        sheet.append([_styled(sheet, text, font, fill) for text, font, fill in line])
    bold, wrapped = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    cells = [_styled(sheet, text, bold, _HEAD) for text in rows.headings()]
    for cell in cells:
        cell.alignment = wrapped
    sheet.append(cells)
    forms = [NUMBERS.get(column(rows.part, name).get("form", "")) for name in names]
    for line in rows:
        told = zip(line, forms, strict=True)
        sheet.append([_formatted(sheet, value, form) for value, form in told])


def _tab(title: str) -> str:
    """The name of a sheet: 31 characters at most, cut between words, without forbidden ones."""
    clean = re.sub(r"[\[\]:*?/\\]", " ", title)
    return clean if len(clean) <= MOST_TAB else clean[: MOST_TAB + 1].rpartition(" ")[0]


def _styled(sheet: Any, text: str, font: Font, fill: PatternFill | None) -> Any:
    cell = WriteOnlyCell(sheet, text)
    cell.font = font
    if fill:
        cell.fill = fill
    return cell


def _formatted(sheet: Any, value: Any, form: str | None) -> Any:
    """A value as its cell; `form` is how Excel writes a number of its column."""
    if form and isinstance(value, int | float) and not isinstance(value, bool):
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = form
        return cell
    if isinstance(value, date):
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = MOMENT if isinstance(value, datetime) else DAY
        return cell
    return float(value) if isinstance(value, Decimal) else value


def _widths(rows: Rows) -> list[float]:
    """Widths by the headings and the first rows."""
    widths = [min(len(text), 24) for text in rows.headings()]
    for count, line in enumerate(rows):
        if count >= SAMPLED:
            break
        for place, value in enumerate(line):
            length = 10 if isinstance(value, date) else len(str(value or ""))
            widths[place] = max(widths[place], length)
    return [min(max(width, NARROWEST) + 2, WIDEST) for width in widths]


def write_csv(rows: Rows, into: IO[bytes], *, warning: str = "") -> None:
    """The same rows as text in UTF-8 that Excel recognises; days as 03/02/2010."""
    text = TextIOWrapper(into, "utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    if warning:
        writer.writerow([warning])
    writer.writerow(rows.headings())
    for line in rows:
        writer.writerow([_written(value) for value in line])
    text.detach()


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    return value
