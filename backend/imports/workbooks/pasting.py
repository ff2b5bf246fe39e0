"""A table of findings pasted from Word or Excel, or its lines after they were corrected."""

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
    """The lines of a pasted table; where it has no heading, columns are known by what they hold."""
    sheet = table_of(text_, "")
    table = understood(sheet, PART, FIELDS, mapping)
    if any(fault["code"] == "workbook.no_header" for fault in table.faults) and not mapping:
        table = Table(sheet, PART, header=0, first=0, columns=_by_content(sheet))
        if not any(column.field for column in table.columns):
            table.fault(1, None, "workbook.no_header", {})
    if not any(fault["code"] in ("workbook.no_header", "workbook.empty") for fault in table.faults):
        read_rows(table, FIELDS, {})
    return table


def _by_content(sheet: Sheet) -> list[Column]:
    width = max((len(line.values) for line in sheet.lines), default=0)
    readers = {one.name: one.prepared() for one in FIELDS}
    taken: dict[int, str] = {}
    cells = {
        place: [line.values[place] for line in sheet.lines
                if place < len(line.values) and line.values[place] is not None]
        for place in range(width)
    }  # fmt: skip
    for name in BY_CONTENT:
        for place, values in cells.items():
            told = [value for value in values if _means(name, readers[name], value)]
            if place not in taken and values and len(told) >= ENOUGH * len(values):
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


__all__ = ["FIELDS", "corrected", "pasted", "put_lines"]
