"""Opening an uploaded .xlsx or .csv: what may harm is refused before anything is read.

No formula is ever evaluated: the value that Excel kept beside it is taken, and a formula without
one is a cell at fault.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, NamedTuple

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries

from core.problems import Problem

MEGABYTE = 1024 * 1024
MOST_BYTES = 20 * MEGABYTE
MOST_UNPACKED, MOST_STRINGS = 150 * MEGABYTE, 40 * MEGABYTE
MOST_RATIO, HARMLESS_SIZE = 100, 5 * MEGABYTE
MOST_PARTS = 2000
MOST_ROWS, MOST_COLUMNS, MOST_MERGES = 20_000, 120, 5000
MOST_TEXT = 20_000

_OLE = b"\xd0\xcf\x11\xe0"
_MERGE = re.compile(rb'mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_FAULTY = re.compile(r"^#(REF|N/A|NAME\?|VALUE|DIV/0|NUM|NULL|SPILL|CALC)!?$")


class NotKept(NamedTuple):
    """A cell whose formula has no kept value, or whose value is an error of Excel."""

    text: str


class Line(NamedTuple):
    """A row that holds something: its number in the sheet and its values by column, from 0."""

    number: int
    values: tuple[Any, ...]


@dataclass
class Sheet:
    """A sheet as it was read: only rows that hold something; merged cells all have the value."""

    name: str
    lines: list[Line] = field(default_factory=list)
    merged: int = 0

    def cell(self, row: int, column: int) -> str:
        """The address of a cell: C4."""
        return f"{get_column_letter(column + 1)}{row}"


def sheets_of(name: str, content: bytes) -> Iterator[Sheet]:
    """The visible sheets of an uploaded file, one by one; Problem says what is wrong."""
    if len(content) > MOST_BYTES:
        raise Problem(413, "workbook.too_large", {"megabytes": MOST_BYTES // MEGABYTE})
    suffix = name.rpartition(".")[2].lower()
    if suffix in ("xlsm", "xlsb", "xltm"):
        raise Problem(400, "workbook.macros")
    if content.startswith(_OLE):
        raise Problem(415, "workbook.old_or_locked")
    if content.startswith(b"PK"):
        if suffix not in ("xlsx", "xltx"):
            raise Problem(415, "workbook.wrong_type", {"name": name[:80]})
        return _of_xlsx(content)
    if suffix in ("csv", "txt", "tsv"):
        return iter([_of_text(content)])
    raise Problem(415, "workbook.wrong_type", {"name": name[:80]})


def _of_xlsx(content: bytes) -> Iterator[Sheet]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            refuse_dangerous(archive)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    except Problem:
        raise
    except Exception as error:  # whatever a damaged file makes the library raise
        raise Problem(400, "workbook.damaged") from error
    return _sheets(book, content)


def refuse_dangerous(archive: zipfile.ZipFile) -> None:
    """Raise Problem for macros, links to other files, bombs, and what is no workbook."""
    entries = archive.infolist()
    names = {entry.filename.lower() for entry in entries}
    if any("vbaproject" in name or "/macrosheets/" in name for name in names):
        raise Problem(400, "workbook.macros")
    if any("/externallinks/" in name or name.endswith("connections.xml") for name in names):
        raise Problem(400, "workbook.external_links")
    if any("/embeddings/" in name or "/activex/" in name for name in names):
        raise Problem(400, "workbook.embedded")
    unpacked = sum(entry.file_size for entry in entries)
    strings = sum(e.file_size for e in entries if e.filename.lower().endswith("sharedstrings.xml"))
    steep = any(
        entry.file_size > HARMLESS_SIZE
        and entry.file_size > MOST_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    if steep or unpacked > MOST_UNPACKED or strings > MOST_STRINGS or len(entries) > MOST_PARTS:
        raise Problem(400, "workbook.bomb", {"megabytes": unpacked // MEGABYTE})
    if "[content_types].xml" not in names:
        raise Problem(415, "workbook.wrong_type", {"name": ""})
    if b"macroenabled" in archive.read("[Content_Types].xml").lower():
        raise Problem(400, "workbook.macros")
    for entry in entries:
        if entry.filename.lower().endswith((".xml", ".rels")):
            with archive.open(entry) as part:
                prolog = part.read(2048)
            if (
                b"<!DOCTYPE" in prolog
                or b"<!ENTITY" in prolog
                or prolog[:2] in (b"\xff\xfe", b"\xfe\xff")
            ):
                raise Problem(400, "workbook.damaged")


def _sheets(book: Any, content: bytes) -> Iterator[Sheet]:
    try:
        for drawn in book.worksheets:
            if drawn.sheet_state == "visible":
                yield _sheet(book, drawn, content)
    except Problem:
        raise
    except Exception as error:
        raise Problem(400, "workbook.damaged") from error
    finally:
        book.close()


def _sheet(book: Any, drawn: Any, content: bytes) -> Sheet:
    merges, formulas = _scan(content, drawn._worksheet_path)
    sheet = Sheet(drawn.title)
    drawn.reset_dimensions()  # what a file says of its own size may be wrong
    unkept = _unkept(content, drawn.title) if formulas else {}
    for number, values in enumerate(
        drawn.iter_rows(max_col=MOST_COLUMNS, values_only=True), start=1
    ):
        if values.count(None) == len(values) and number not in unkept:
            continue  # a row number far down makes a million of these
        row = tuple(map(_clean, values))
        if number in unkept:
            row = _with_unkept(row, unkept[number])
        if any(value is not None for value in row):
            sheet.lines.append(Line(number, row))
            if len(sheet.lines) > MOST_ROWS:
                raise Problem(400, "workbook.too_many_rows", {"rows": MOST_ROWS})
    _fill(sheet, merges)
    return sheet


def _clean(value: Any) -> Any:
    """A value as it is understood: no empty text, no control characters, days without a time."""
    if isinstance(value, str):
        text = value.replace("\x00", "").replace("\xa0", " ").strip()
        if _FAULTY.match(text):
            return NotKept(text)
        return text[:MOST_TEXT] or None
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    return value


def _scan(content: bytes, path: str) -> tuple[list[str], bool]:
    """The merged ranges of a sheet, and whether it holds formulas; read from its XML in pieces."""
    merges: list[str] = []
    formulas, rest = False, b""
    with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(path.lstrip("/")) as part:
        while piece := part.read(MEGABYTE):
            text = rest + piece
            formulas = formulas or bool(_FORMULA.search(text))
            if b"mergeCell" in text:
                merges += [m.decode() for m in _MERGE.findall(text)]
            rest = text[-200:]
    return list(dict.fromkeys(merges))[:MOST_MERGES], formulas


def _unkept(content: bytes, title: str) -> dict[int, dict[int, str]]:
    """Formulas of a sheet without a kept value: row → column → the formula."""
    found: dict[int, dict[int, str]] = {}
    told = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    kept = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    pages = [book[title] for book in (told, kept)]
    for page in pages:
        page.reset_dimensions()
    rows = zip(*[page.iter_rows(max_col=MOST_COLUMNS) for page in pages], strict=True)
    for number, (formulas, values) in enumerate(rows, start=1):
        for column, (formula, value) in enumerate(zip(formulas, values, strict=True)):
            if formula.data_type == "f" and value.value is None:
                found.setdefault(number, {})[column] = str(formula.value)[:60]
    told.close()
    kept.close()
    return found


def _with_unkept(row: tuple[Any, ...], unkept: dict[int, str]) -> tuple[Any, ...]:
    width = max(len(row), max(unkept) + 1)
    filled = [*row, *[None] * (width - len(row))]
    for column, formula in unkept.items():
        filled[column] = NotKept(formula)
    return tuple(filled)


def _fill(sheet: Sheet, merges: list[str]) -> None:
    """Give every cell of a merged range the range's value."""
    places = {line.number: place for place, line in enumerate(sheet.lines)}
    for text in merges:
        left, top, right, bottom = range_boundaries(text)
        if top not in places or left > MOST_COLUMNS or bottom - top > MOST_ROWS:
            continue
        first = sheet.lines[places[top]].values
        value = first[left - 1] if left <= len(first) else None
        if value is None:
            continue
        sheet.merged += 1
        for number in range(top, bottom + 1):
            if number in places:
                _set(sheet, places[number], range(left - 1, min(right, MOST_COLUMNS)), value)


def _set(sheet: Sheet, place: int, columns: range, value: Any) -> None:
    line = sheet.lines[place]
    values = [*line.values, *[None] * max(0, columns.stop - len(line.values))]
    for column in columns:
        if values[column] is None:
            values[column] = value
    sheet.lines[place] = Line(line.number, tuple(values))


def _of_text(content: bytes) -> Sheet:
    """A .csv in UTF-8, or what Excel calls Unicode text, whichever of , ; and tab it uses."""
    try:
        utf16 = content[:2] in (b"\xff\xfe", b"\xfe\xff")
        text = content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeError as error:
        raise Problem(415, "workbook.not_utf8") from error
    if "\x00" in text:
        raise Problem(415, "workbook.wrong_type", {"name": ""})
    return table_of(text, "CSV")


def table_of(text: str, name: str) -> Sheet:
    """The lines of a table in plain text: .csv, or what was copied from Word or Excel."""
    sheet = Sheet(name)
    csv.field_size_limit(MEGABYTE)
    try:
        for number, values in enumerate(
            csv.reader(io.StringIO(text), delimiter=_delimiter(text)), 1
        ):
            row = tuple(_clean(value) for value in values[:MOST_COLUMNS])
            if any(value is not None for value in row):
                sheet.lines.append(Line(number, row))
                if len(sheet.lines) > MOST_ROWS:
                    raise Problem(400, "workbook.too_many_rows", {"rows": MOST_ROWS})
    except csv.Error as error:
        raise Problem(400, "workbook.damaged") from error
    return sheet


def _delimiter(text: str) -> str:
    """The mark that stands in most of the first lines; a tab before all others."""
    head = "\n".join(text.splitlines()[:30])
    return max("\t;,", key=lambda mark: head.count(mark) if mark != "\t" else 4 * head.count(mark))


def shown(value: Any) -> str:
    """A value of a cell as its reader sees it: a day as 03/02/2010."""
    if isinstance(value, NotKept):
        return value.text
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
