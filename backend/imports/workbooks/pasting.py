"""A table pasted from Word or Excel, or its lines after they were corrected."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from audits.models import Audit
from imports.workbooks.headings import understood
from imports.workbooks.kinds.findings import LINE, PART, RENAMED, raised, what_became
from imports.workbooks.kinds.one_by_one import each
from imports.workbooks.loading import Loading
from imports.workbooks.opening import Sheet, table_of
from imports.workbooks.understanding import Column, Field, Row, Table, read_rows
from imports.workbooks.values import Fault, text

FIELDS = (*LINE, Field("note", text(4000)))
# What a column without a heading is taken for, by what stands in most of its cells.
BY_CONTENT = ("grade", "clause", "due_on")
ENOUGH = 0.6
_CLAUSE_SIGNS = set("0123456789.")


def pasted(text_: str, mapping: dict[str, str | None]) -> Table:
    """The lines of a pasted table of findings, its columns by heading, else by what they hold."""
    return pasted_as(PART, FIELDS, text_, mapping)


def pasted_as(
    part: str, fields: Sequence[Field], text_: str, mapping: dict[str, str | None]
) -> Table:
    """The lines of a pasted table of this part of the catalogue.

    Without a heading the columns stand in the order of `fields`; those of findings, when that
    cannot be, are known by what they hold.
    """
    sheet, wanted = table_of(text_, ""), tuple(fields)
    table = understood(sheet, part, wanted, mapping)
    if any(fault["code"] == "workbook.no_header" for fault in table.faults) and not mapping:
        columns = _in_order(sheet, wanted)
        if part == PART and not _fits(sheet, columns):
            columns = _by_content(sheet)
        table = Table(sheet, part, header=0, first=0, columns=columns)
        if not any(column.field for column in table.columns):
            table.fault(1, None, "workbook.no_header", {})
    if not any(fault["code"] in ("workbook.no_header", "workbook.empty") for fault in table.faults):
        read_rows(table, wanted, {})
    return table


def _in_order(sheet: Sheet, fields: Sequence[Field]) -> list[Column]:
    """The columns as the fields stand; a first one that only numbers the lines is left out."""
    firsts = [str(line.values[0] or "").rstrip(".") for line in sheet.lines]
    numbered = len(firsts) > 1 and firsts == [str(n) for n in range(1, len(firsts) + 1)]
    number = sheet.lines[0].number if sheet.lines else 1
    return [
        Column(place, sheet.cell(number, place), "", one.name, True)
        for place, one in enumerate(fields, start=1 if numbered else 0)
    ]


def _fits(sheet: Sheet, columns: Sequence[Column]) -> bool:
    """Whether the columns that can be told by their content hold what they are taken for."""
    readers = {one.name: one.prepared() for one in FIELDS if one.name in BY_CONTENT}
    return all(
        _mostly(column.field, readers[column.field], values)
        for column in columns
        if column.field in readers and (values := _values(sheet, column.place))
    )


def _values(sheet: Sheet, place: int) -> list[Any]:
    """What stands in a column."""
    lines = [line.values for line in sheet.lines if place < len(line.values)]
    return [values[place] for values in lines if values[place] is not None]


def _mostly(name: str, read: Any, values: Sequence[Any]) -> bool:
    return sum(_means(name, read, value) for value in values) >= ENOUGH * len(values)


def _by_content(sheet: Sheet) -> list[Column]:
    width = max((len(line.values) for line in sheet.lines), default=0)
    readers = {one.name: one.prepared() for one in FIELDS}
    taken: dict[int, str] = {}
    cells = {place: _values(sheet, place) for place in range(width)}
    for name in BY_CONTENT:
        for place, values in cells.items():
            if place not in taken and values and _mostly(name, readers[name], values):
                taken[place] = name
                break
    lengths = Counter(
        {p: sum(len(str(v)) for v in values) for p, values in cells.items() if p not in taken}
    )
    if lengths:
        taken[lengths.most_common(1)[0][0]] = "description"
    number = sheet.lines[0].number if sheet.lines else 1
    return [
        Column(place, sheet.cell(number, place), "", taken.get(place), True)
        for place in range(width)
    ]


def _means(name: str, read: Any, value: Any) -> bool:
    if name == "clause":
        return set(str(value)) <= _CLAUSE_SIGNS and "." in str(value)
    if name == "grade" and str(value).strip().isdigit():
        return False  # a running number
    try:
        read(value)
    except Fault:
        return False
    return True


def corrected(rows: Sequence[dict[str, Any]]) -> Table:
    """The lines as they come back from the screen: already read, each fault at /rows/3/clause."""
    table = Table(Sheet(""), PART)
    table.columns = [Column(place, "", one.name, one.name) for place, one in enumerate(FIELDS)]
    for place, told in enumerate(rows):
        table.rows.append(Row(place, dict(told), {n: str(v) for n, v in told.items()}))
    return table


def put_lines(loading: Loading, audit: Audit) -> None:
    """Raise the findings of every line and record what became of them."""

    def put(loading: Loading, row: Row) -> None:
        what_became(loading, row, raised(loading, row, audit, loading.told), loading.told)

    each(loading, [row for row in loading.table.rows if "grade" in row.told], put, RENAMED)


__all__ = ["FIELDS", "corrected", "pasted", "pasted_as", "put_lines"]
