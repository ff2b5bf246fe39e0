"""What a sheet says: its columns as fields, its rows, and every cell at fault."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from core.columns import heading
from core.text import nfc
from imports.workbooks.opening import Line, Sheet, shown
from imports.workbooks.values import Fault, Guess, Reader, is_unknown

# The running number of a line: known, and of no use.
RUNNING = "stt"
EVERY = 500
# Where a row belongs: one that says nothing else is no record.
PLACES = {"agency", "rollout", "edition", "track", "audit", "audit_held_on"}

_ROMAN = re.compile(r"^([IVX]{1,5}|[A-H])[.\s)]", re.I)
# "Cộng" is a sum, "công bố" and "Công Thương" are not; without accents the word stands alone.
_TOTAL = re.compile(r"^(?:tổng cộng|tổng số|cộng|tong cong|tong so)\b|^(?:tổng|tong|cong)\W*$")
_NUMBERED = re.compile(r"^\(?\d{1,3}\)?$")


@dataclass(frozen=True)
class Field:
    """A field of a kind of row: how its cells are read, whether a new row must have it.

    `codes` gives the drop-down list of the template: code → label.
    """

    name: str
    read: Reader
    required: bool = False
    codes: Callable[[], dict[str, str]] | None = None

    def prepared(self) -> Reader:
        """Its reader for the cells of one sheet: what stands in tables is asked once."""
        prepare = getattr(self.read, "prepared", None)
        return prepare() if prepare else self.read


@dataclass(frozen=True)
class Column:
    """A column and the field it was taken for; `guessed` when its heading is only alike."""

    place: int
    cell: str
    heading: str
    field: str | None = None
    guessed: bool = False

    def as_row(self) -> dict[str, Any]:
        letter = re.sub(r"\d", "", self.cell)
        return {
            "cell": self.cell,
            "letter": letter,
            "heading": self.heading,
            "field": self.field,
            "guessed": self.guessed,
        }


@dataclass
class Row:
    """A row as understood: field → value. A field that is blank in the sheet is not in `told`."""

    number: int
    told: dict[str, Any]
    raw: dict[str, Any]
    faulty: bool = False


@dataclass
class Table:
    """A sheet as understood: its heading, its columns, its rows, and every cell at fault."""

    sheet: Sheet
    part: str
    header: int = 0
    first: int = 0
    columns: list[Column] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    faults: list[dict[str, Any]] = field(default_factory=list)
    guesses: list[dict[str, Any]] = field(default_factory=list)
    skipped: list[dict[str, Any]] = field(default_factory=list)

    def column_of(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.field == name), None)

    def cell_of(self, row: Row | int, name: str | None) -> str:
        """The address of a field's cell in a row; that of the row's first column without it."""
        number = row if isinstance(row, int) else row.number
        column = self.column_of(name) if name else None
        return self.sheet.cell(number, column.place if column else 0)

    def fault(
        self, row: Row | int, name: str | None, code: str, params: dict[str, Any], **more: Any
    ) -> None:
        """Keep what is wrong with a cell; the row is not loaded."""
        column = self.column_of(name) if name else None
        value = ""
        if isinstance(row, Row):
            row.faulty = True
            value = shown(row.raw.get(name or ""))
        self.faults.append(
            {
                "sheet": self.sheet.name,
                "cell": self.cell_of(row, name),
                "row": row.number if isinstance(row, Row) else row,
                "field": name,
                "heading": column.heading if column else heading(self.part, name or ""),
                "value": value[:200],
                "code": code,
                "params": params,
                **more,
            }
        )

    def guess(self, row: Row, name: str, meaning: Guess) -> Any:
        """Keep that a cell does not literally say what it was taken for; gives what it means."""
        self.guesses.append(
            {
                "cell": self.cell_of(row, name),
                "row": row.number,
                "field": name,
                "value": shown(row.raw.get(name))[:200],
                "code": meaning.code,
                "params": meaning.params,
            }
        )
        return meaning.value


def read_rows(
    table: Table,
    fields: tuple[Field, ...],
    defaults: dict[str, str],
    progress: Callable[[int], None] = lambda done: None,
) -> None:
    """Read every row below the heading; a blank cell takes the default of its field, if any."""
    readers = {one.name: one.prepared() for one in fields}
    columns = [column for column in table.columns if column.field in readers]
    named: set[tuple[int, Any]] = set()
    for line in _lines(table):
        raw = {
            str(column.field): line.values[column.place]
            for column in columns
            if column.place < len(line.values)
        }
        if all(name in PLACES for name, value in raw.items() if not is_unknown(value)):
            table.skipped.append(
                {"row": line.number, "code": "skipped.place", "value": _first(line)}
            )
            continue
        row = Row(line.number, {}, raw)
        for name, read in readers.items():
            value = raw.get(name)
            if is_unknown(value):
                value = defaults.get(name)
                if value is not None:
                    row.raw[name] = value
            if not is_unknown(value):
                _read(table, row, name, read, value)
        if "id" in row.told:
            itself = (row.told["id"], row.told.get("proof"))  # two tables count for themselves
            if itself in named:
                table.fault(row, "id", "workbook.same_id_twice", {})
            named.add(itself)
        else:
            for one in fields:
                if one.required and one.name not in row.told and not _at_fault(table, row, one):
                    table.fault(row, one.name, "workbook.missing", {})
        table.rows.append(row)
        if len(table.rows) % EVERY == 0:
            progress(len(table.rows))


def _read(table: Table, row: Row, name: str, read: Reader, value: Any) -> None:
    try:
        meaning = read(value)
    except Fault as fault:
        more = {"candidates": fault.candidates} if fault.candidates is not None else {}
        table.fault(row, name, fault.code, fault.params, **more)
        return
    row.told[name] = table.guess(row, name, meaning) if isinstance(meaning, Guess) else meaning


def _at_fault(table: Table, row: Row, one: Field) -> bool:
    return row.faulty and any(
        fault["row"] == row.number and fault["field"] == one.name for fault in table.faults[-40:]
    )


def _lines(table: Table) -> Iterator[Line]:
    """The lines that hold rows: no numbering, no repeated heading, no section, no total."""
    columns = [column for column in table.columns if column.field not in (None, RUNNING)]
    headings = {column.place: column.heading for column in table.columns}
    for line in table.sheet.lines[table.first :]:
        told = [line.values[c.place] for c in columns if c.place < len(line.values)]
        told = [value for value in told if value is not None]
        why = _why_no_row(line, told, headings)
        if why:
            table.skipped.append({"row": line.number, "code": why, "value": _first(line)})
        elif told:
            yield line


def _why_no_row(line: Line, told: list[Any], headings: dict[int, str]) -> str:
    """Why a line is no row: its code; empty for a row."""
    values = [value for value in line.values if value is not None]
    first = shown(values[0])
    if len(values) > 2 and _NUMBERED.match(first):
        texts = [shown(value) for value in values]
        if all(map(_NUMBERED.match, texts)) and _counts_up(texts):
            return "skipped.numbering"
    if len(values) > 1 and all(
        headings.get(place, "").endswith(str(value))
        for place, value in enumerate(line.values)
        if value is not None
    ):
        return "skipped.heading"
    if first[:1] in "tTcC" and _TOTAL.match(nfc(first).lower().strip()):
        return "skipped.total"
    same = all(value == values[0] for value in values)
    if same and (len(values) > 2 or not told or _ROMAN.match(first)):
        return "skipped.section"
    if len(told) <= 1 and len(values) <= 2 and _ROMAN.match(f"{first} "):
        return "skipped.section"
    return ""


def _counts_up(texts: list[str]) -> bool:
    numbers = [int(text.strip("()")) for text in texts]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _first(line: Line) -> str:
    return shown(next(value for value in line.values if value is not None))[:200]
