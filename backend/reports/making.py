"""Making a report: first its figures as plain data, then its files from these alone."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.utils import timezone

from core.days import HOME
from evidence import store
from reports.figures import figures_of
from reports.models import Report
from reports.rendering.context import Printed, printed


class Watcher(Protocol):
    """Who is told how far the work is."""

    def total(self, rows: int) -> None:
        """So many steps there are."""

    def at(self, done: int) -> None:
        """So many of them are done."""


@dataclass(frozen=True)
class Made:
    """The figures of a report, when they were taken, and its files as the store keeps them."""

    figures: dict[str, Any]
    sha256: str
    at: datetime
    files: list[dict[str, Any]]


def canonical(figures: dict[str, Any]) -> bytes:
    """The figures as the one text that is hashed: keys in order, nothing between, UTF-8."""
    text = json.dumps(figures, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def hash_of(figures: dict[str, Any]) -> str:
    """SHA-256 of the canonical text."""
    return hashlib.sha256(canonical(figures)).hexdigest()


def makers() -> dict[str, Callable[[Printed], bytes]]:
    """Format → who makes it. Imported when the first report is made: they are large libraries."""
    from reports.rendering.docx import as_docx
    from reports.rendering.pdf import as_pdf
    from reports.rendering.xlsx import as_xlsx

    return {"docx": as_docx, "pdf": as_pdf, "xlsx": as_xlsx}


def made(report: Report, progress: Watcher | None = None) -> Made:
    """The figures of the report's day and its files; figures that were made before are kept.

    Files are written to the store of evidence, each under the hash of its content; a report that
    fails afterwards leaves files that no record names.
    """
    make = makers()
    if progress:
        progress.total(1 + len(make))
    at = report.made_at or timezone.now()
    figures = report.figures if report.sha256 else figures_of(report)
    sha256 = hash_of(figures)
    told = printed(report, figures, at.astimezone(HOME).date(), sha256)
    files = []
    for done, (wanted, write) in enumerate(make.items(), start=1):
        if progress:
            progress.at(done)
        if wanted == "xlsx" and not figures["annexes"]:
            continue
        content = write(told)
        kept = {"format": wanted, "sha256": store.keep_content(content), "size": len(content)}
        files.append(kept)
    if progress:
        progress.at(1 + len(make))
    return Made(figures, sha256, at, files)
