"""Workbooks as offices make them, built in memory."""

from io import BytesIO
from typing import Any

from openpyxl import Workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(rows: list[list[Any]], merges: tuple[str, ...] = (), title: str = "Danh mục") -> bytes:
    """A workbook of one sheet with these rows and merged ranges."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for merged in merges:
        sheet.merge_cells(merged)
    return saved(book)


def saved(book: Workbook) -> bytes:
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def upload(client, content: bytes, *, dry_run: bool = False, name: str = "bang.xlsx", **form: Any):
    """POST a workbook; `form` are the other fields."""
    file = BytesIO(content)
    file.name = name
    query = "?dry_run=true" if dry_run else ""
    return client.post(f"/api/v1/imports{query}", {"file": file, **form}, format="multipart")
