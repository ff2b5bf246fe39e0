"""Templates that are filled in offline: headings, help, drop-down lists, the rows on record."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from core.columns import column, heading, list_title
from core.days import PartialDate
from core.tabular import DAY, harmless
from imports.workbooks.kinds import Kind
from imports.workbooks.loading import ITSELF
from imports.workbooks.understanding import Field

HEAD_ROW = 3
EMPTY_ROWS = 500
# Codes that the offices write themselves; other lists show the words.
WRITTEN_AS_CODES = {"kind:documents", "edition"}
NEEDED, OPTIONAL, OURS = "FFFFE08A", "FFE8EEF4", "FFD9D9D9"
HINT = {
    "vi": "Cột nền vàng bắt buộc. Ngày ghi 03/02/2010; chỉ biết tháng 02/2010, chỉ biết năm 2010;"
    " chưa biết thì để trống. Không sửa hai cột xám; dòng mới để trống hai cột đó.",
    "en": "Yellow columns are required. Days as 03/02/2010, 02/2010 or 2010; blank if unknown."
    " Leave the grey columns as they are, and blank in new rows.",
}


def template(kind: Kind, rows: Sequence[dict[str, Any]], language: str = "vi") -> bytes:
    """A workbook to be filled in, with these rows of the record in it."""
    book = Workbook()
    sheet = book.active
    title = list_title(kind.part, language)
    sheet.title = title[:31]
    sheet["A1"] = title
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = HINT[language]
    sheet["A2"].font = Font(italic=True)
    fields = _in_order(kind.fields)
    lists = book.create_sheet("Lists")
    lists.sheet_state = "hidden"
    for place, one in enumerate(fields, start=1):
        _head(sheet, place, one, kind.part, language)
        if one.codes:
            _drop_down(sheet, lists, place, one, kind.part, len(rows))
    labels = {one.name: _shown_codes(one, kind.part) for one in fields if one.codes}
    for number, row in enumerate(rows, start=HEAD_ROW + 1):
        for place, one in enumerate(fields, start=1):
            value = labels.get(one.name, {}).get(row.get(one.name), row.get(one.name))
            _write(sheet.cell(number, place), value)
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _in_order(fields: tuple[Field, ...]) -> list[Field]:
    """What says which record a row is stands last."""
    return [one for one in fields if one not in ITSELF] + list(ITSELF)


def _head(sheet: Any, place: int, one: Field, part: str, language: str) -> None:
    cell = sheet.cell(HEAD_ROW, place, heading(part, one.name, language))
    colour = OURS if one in ITSELF else NEEDED if one.required else OPTIONAL
    cell.fill = PatternFill("solid", fgColor=colour)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    help_text = column(part, one.name).get("help") or column("common", one.name).get("help")
    if help_text:
        cell.comment = Comment(str(help_text), "ISO")
    width = max(12, min(len(str(cell.value)) + 2, 40))
    sheet.column_dimensions[get_column_letter(place)].width = width


def _shown_codes(one: Field, part: str) -> dict[Any, str]:
    """Each code as it stands in the sheet."""
    codes = one.codes() if one.codes else {}
    as_codes = one.name in WRITTEN_AS_CODES or f"{one.name}:{part}" in WRITTEN_AS_CODES
    return {code: code if as_codes else label for code, label in codes.items()}


def _drop_down(sheet: Any, lists: Any, place: int, one: Field, part: str, rows: int) -> None:
    """The values of a column as a list to choose from; another word may still be written."""
    shown = list(_shown_codes(one, part).values())
    if not shown:
        return
    letter = get_column_letter(place)
    for number, text in enumerate(shown, start=1):
        lists.cell(number, place, text)
    choice = DataValidation(
        "list", formula1=f"Lists!${letter}$1:${letter}${len(shown)}", allow_blank=True,
        showErrorMessage=False,
    )  # fmt: skip
    sheet.add_data_validation(choice)
    choice.add(f"{letter}{HEAD_ROW + 1}:{letter}{HEAD_ROW + rows + EMPTY_ROWS}")


def _write(cell: Any, value: Any) -> None:
    if isinstance(value, PartialDate):
        forms = {"day": value.start, "month": f"{value.start:%m/%Y}", "year": f"{value.start:%Y}"}
        value = forms[value.precision]
    if isinstance(value, str):
        value = harmless(value) or None
    cell.value = value
    if isinstance(value, date):
        cell.number_format = DAY
