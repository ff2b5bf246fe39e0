"""Which row of a sheet is its heading, and which column is which field."""

import difflib
import re

from core.columns import heading_key, spelled
from imports.workbooks.opening import Sheet, shown
from imports.workbooks.understanding import RUNNING, Column, Field, Table

SEARCHED_LINES = 40
ALIKE = 0.88


def understood(
    sheet: Sheet, part: str, fields: tuple[Field, ...], mapping: dict[str, str | None]
) -> Table:
    """A sheet with its heading found and its columns named; rows are read by `read_rows`.

    `mapping` says what columns mean, by heading or letter; null leaves a column out.
    """
    table = Table(sheet, part)
    known = _headings(part, fields)
    at, depth = _header(sheet, known)
    if at is None:
        at, depth = _widest(sheet), 1
    if at is None:
        table.fault(1, None, "workbook.empty", {})
        return table
    table.header, table.first = sheet.lines[at].number, at + depth
    table.columns = _columns(sheet, at, depth, known, mapping)
    named = {column.field for column in table.columns}
    if not named - {None, RUNNING}:
        table.fault(table.header, None, "workbook.no_header", {})
    return table


def recognised(sheet: Sheet, part: str, fields: tuple[Field, ...]) -> int:
    """How many columns of a sheet are recognised: the sheet with most of them is meant."""
    at, depth = _header(sheet, _headings(part, fields))
    if at is None:
        return 0
    columns = _columns(sheet, at, depth, _headings(part, fields), {})
    return len({column.field for column in columns} - {None, RUNNING})


def _headings(part: str, fields: tuple[Field, ...]) -> dict[str, str]:
    """Each known heading to its field; what an earlier field is called, a later one is not."""
    known: dict[str, str] = {}
    first = [(spelled(part, one.name)[:1], one.name) for one in fields]
    rest = [(spelled(part, one.name)[1:], one.name) for one in fields]
    for texts, name in [*first, (spelled(part, RUNNING), RUNNING), *rest]:
        for text in texts:
            known.setdefault(text, name)
    return known


def _texts(sheet: Sheet, at: int, depth: int) -> list[tuple[str, list[str]]]:
    """For each column the heading as it stands and the keys under which it is looked up."""
    upper = sheet.lines[at].values
    lower = sheet.lines[at + 1].values if depth == 2 and at + 1 < len(sheet.lines) else ()
    found = []
    for place in range(max(len(upper), len(lower))):
        above = shown(upper[place]) if place < len(upper) else ""
        below = shown(lower[place]) if place < len(lower) else ""
        if depth == 1 or not below or below == above:
            found.append((above, [heading_key(above)]))
        else:
            whole = f"{above} {below}".strip()
            found.append((whole, [heading_key(whole), heading_key(below)]))
    return found


def _header(sheet: Sheet, known: dict[str, str]) -> tuple[int | None, int]:
    """The line, and how many, whose cells are most known headings; (None, 0) below two."""
    best = (1, False, 0, 0)  # fields known, two merged lines, few lines, then the first
    for at in range(min(SEARCHED_LINES, len(sheet.lines))):
        for depth in (1, 2):
            keys = [keys for _, keys in _texts(sheet, at, depth)]
            fields = {known[key] for some in keys for key in some if key in known}
            score = len(fields - {RUNNING})
            if score > 1:
                best = max(best, (score, depth == 2 and _merged(sheet, at), -depth, -at))
    _, _, depth, place = best
    return (-place, -depth) if depth else (None, 0)


def _merged(sheet: Sheet, at: int) -> bool:
    """Whether a line and the next have a text in common, as cells merged over both have."""
    if at + 1 >= len(sheet.lines):
        return False
    pairs = zip(sheet.lines[at].values, sheet.lines[at + 1].values, strict=False)
    return any(above is not None and above == below for above, below in pairs)


def _widest(sheet: Sheet) -> int | None:
    """The first line that holds at least two different texts: it may be the heading."""
    for at, line in enumerate(sheet.lines[:SEARCHED_LINES]):
        if len({value for value in line.values if isinstance(value, str)}) >= 2:
            return at
    return 0 if sheet.lines else None


def _columns(
    sheet: Sheet, at: int, depth: int, known: dict[str, str], mapping: dict[str, str | None]
) -> list[Column]:
    told = {heading_key(text): name for text, name in mapping.items()}
    columns: list[Column] = []
    taken = {name for name in mapping.values() if name}
    number = sheet.lines[at].number
    for place, (text, keys) in enumerate(_texts(sheet, at, depth)):
        if not text:
            continue
        cell = sheet.cell(number, place)
        letter = re.sub(r"\d", "", cell).lower()
        if letter in told or heading_key(text) in told:
            name = told.get(letter, told.get(heading_key(text)))
            columns.append(Column(place, cell, text, name or None))
            continue
        name = next((known[key] for key in keys if key in known and known[key] not in taken), None)
        if name:
            taken.add(name)
        columns.append(Column(place, cell, text, name))
    return [_alike(column, known, taken, mapping) for column in columns]


def _alike(
    column: Column, known: dict[str, str], taken: set[str], mapping: dict[str, str | None]
) -> Column:
    """A column whose heading is nearly one that is known, and that no other column has."""
    told = {heading_key(text) for text in mapping}
    key = heading_key(column.heading)
    letter = re.sub(r"\d", "", column.cell).lower()
    if column.field or key in told or letter in told or len(key) < 4:
        return column
    near = difflib.get_close_matches(key, known, n=1, cutoff=ALIKE)
    if not near or known[near[0]] in taken:
        return column
    taken.add(known[near[0]])
    return Column(column.place, column.cell, column.heading, known[near[0]], True)
