"""The annexes of a report as one workbook: a sheet for each, numbers as numbers."""

from io import BytesIO

from core.tabular import Rows, write_book
from reports.rendering.context import Printed
from reports.wording import NUMERALS


def as_xlsx(report: Printed) -> bytes:
    """A sheet for each annex, and for the figures of the brief; nothing in it is a formula."""
    sheets = []
    for numeral, annex in zip(NUMERALS, report.figures["annexes"], strict=False):
        rows = Rows(annex["part"])
        rows.add(annex["rows"])
        rows.expect(column["name"] for column in annex["columns"])
        sheets.append((f"PL {numeral} {annex['title']}", rows))
    into = BytesIO()
    write_book(sheets, into, f"{report.title} {report.subtitle}", report.warning)
    return into.getvalue()
