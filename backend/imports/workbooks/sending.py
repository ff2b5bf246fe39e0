"""What somebody sends to be loaded, and what is answered about it."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from core.columns import heading, labels_of
from core.days import PartialDate
from core.problems import Problem
from core.sentences import catalogue, sentence
from imports.workbooks.headings import recognised, understood
from imports.workbooks.loading import STOP, Loading
from imports.workbooks.opening import Sheet, sheets_of
from imports.workbooks.understanding import Field, Row, Table

PREVIEWED = 20
MOST_GUESSES = 500


@dataclass(frozen=True)
class Sent:
    """A workbook with what its sender says about it.

    `mapping`: heading or letter → field, null to leave a column out. `choices`: a name as it
    stands → code of the agency. `conflicts`: row → skip or update. `defaults`: field → value of
    all rows in which it is blank.
    """

    kind: str
    file_name: str
    content: bytes
    sheet: str = ""
    mapping: dict[str, str | None] = field(default_factory=dict)
    on_conflict: str = STOP
    conflicts: dict[str, str] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    source: str = ""
    job: UUID | None = None


def chosen_sheet(sent: Sent, part: str, fields: tuple[Field, ...]) -> tuple[Sheet, list[str]]:
    """The sheet that its sender names, else the one with most known headings; all their names."""
    sheets = list(sheets_of(sent.file_name, sent.content))
    names = [sheet.name for sheet in sheets]
    if not sheets:
        raise Problem(400, "workbook.no_sheet", {"name": sent.sheet[:80], "known": ""})
    if sent.sheet:
        named = next((sheet for sheet in sheets if sheet.name == sent.sheet), None)
        if named is None:
            known = ", ".join(names)[:300]
            raise Problem(400, "workbook.no_sheet", {"name": sent.sheet[:80], "known": known})
        return named, names
    if len(sheets) == 1:
        return sheets[0], names
    return max(sheets, key=lambda sheet: recognised(sheet, part, fields)), names


def table_of_sent(sent: Sent, part: str, fields: tuple[Field, ...]) -> tuple[Table, list[str]]:
    """The table that was sent, its columns understood and its rows not yet read."""
    known = {one.name for one in fields}
    strange = [name for name in sent.mapping.values() if name and name not in known]
    strange += [name for name in sent.defaults if name not in known]
    if strange:
        raise Problem(400, "workbook.unknown_field", {"name": strange[0][:60]})
    sheet, names = chosen_sheet(sent, part, fields)
    return understood(sheet, part, fields, sent.mapping), names


@dataclass
class Outcome:
    """What was understood of a workbook, what is wrong with it, and what was loaded."""

    sent: Sent
    loading: Loading
    fields: tuple[Field, ...]
    sheets: list[str]
    saved: Any = None

    @property
    def table(self) -> Table:
        return self.loading.table

    def as_row(self, language: str) -> dict[str, Any]:
        """As it travels, in the reader's language."""
        table, loading = self.table, self.loading
        return {
            "kind": self.sent.kind,
            "file_name": self.sent.file_name,
            "sheet": table.sheet.name,
            "sheets": self.sheets,
            "header_row": table.header,
            "columns": [column.as_row() for column in table.columns],
            "fields": self._fields(language),
            "rows": len(table.rows),
            "counts": dict(loading.counts),
            "errors": faults_of(table, language),
            "conflicts": [_conflict(conflict, language) for conflict in loading.conflicts],
            "warnings": loading.warnings,
            "guesses": guesses_of(table, language),
            "guess_count": len(table.guesses),
            "skipped": skipped_of(table, language),
            "questions": list(loading.names.asked.values()),
            "needs_reason": loading.needs_reason,
            "preview": [self._preview(row) for row in table.rows[:PREVIEWED]],
        }

    def _fields(self, language: str) -> list[dict[str, Any]]:
        """What the columns may be taken for: the choices of the mapping screen."""
        return [
            {
                "field": one.name,
                "label": heading(self.table.part, one.name, language),
                "required": one.required,
                "found": self.table.column_of(one.name) is not None,
            }
            for one in self.fields
        ]

    def _preview(self, row: Row) -> dict[str, Any]:
        told = {name: plain(value) for name, value in row.told.items()}
        return {"row": row.number, "faulty": row.faulty, "told": told}


def faults_of(table: Table, language: str) -> list[dict[str, Any]]:
    """Every cell at fault, in the order of the sheet."""
    faults = sorted(table.faults, key=lambda fault: (fault["row"], fault["cell"]))
    return [_fault(fault, language) for fault in faults]


def guesses_of(table: Table, language: str) -> list[dict[str, Any]]:
    """What cells were taken for, as many as can be looked through."""
    return [_guess(guess, language) for guess in table.guesses[:MOST_GUESSES]]


def skipped_of(table: Table, language: str) -> list[dict[str, Any]]:
    """The rows that are no records."""
    return [_skipped(line, language) for line in table.skipped]


def plain(value: Any) -> Any:
    """A value as it travels: a partial date as {"date", "precision"} unless it is a day."""
    if isinstance(value, PartialDate):
        if value.precision == "day":
            return value.start.isoformat()
        return {"date": value.start.isoformat(), "precision": value.precision}
    return value.isoformat() if hasattr(value, "isoformat") else value


def _fault(fault: dict[str, Any], language: str) -> dict[str, Any]:
    code, params = fault["code"], _named(fault["params"], language)
    group = "blocker" if fault.get("blocker") else "error"
    cures = catalogue().get("cure", {})
    cure = sentence("cure", code if code in cures else "workbook.any", language, params)
    row = {name: fault[name] for name in ("sheet", "cell", "row", "field", "heading", "value")}
    more = {"candidates": fault["candidates"]} if "candidates" in fault else {}
    return {
        **row,
        "code": code,
        "message": sentence(group, code, language, params),
        "cure": cure,
        **more,
    }


def _named(params: dict[str, Any], language: str) -> dict[str, Any]:
    """Particulars with acts and codes by their labels."""
    if "act" in params:
        acts = labels_of("acts", language)
        return {**params, "act": acts.get(params["act"], params["act"])}
    if "group" in params:
        labels = labels_of(params["group"], language)
        named = {"known": ", ".join(labels.get(code, code) for code in params.get("known", ()))}
        return {**params, **named, "code": labels.get(params.get("code", ""), "")}
    return params


def _conflict(conflict: dict[str, Any], language: str) -> dict[str, Any]:
    message = sentence("conflict", conflict["code"], language, conflict["params"])
    return {**conflict, "message": message}


def _guess(guess: dict[str, Any], language: str) -> dict[str, Any]:
    message = sentence("guess", guess["code"], language, _named(guess["params"], language))
    return {**guess, "message": message}


def _skipped(line: dict[str, Any], language: str) -> dict[str, Any]:
    return {**line, "message": sentence("skipped", line["code"], language)}
