"""Reports as PDF: the same print through HTML and WeasyPrint."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup
from weasyprint import HTML

from reports.models import AGENCY, BRIEF
from reports.rendering.context import Printed
from reports.rendering.drawings import bar_svg, line_svg

HERE = Path(__file__).resolve().parent


@cache
def _template() -> Template:
    told = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    return told.get_template("report.html")


def as_pdf(report: Printed) -> bytes:
    """The report as PDF: A4, page numbers on top from the second page, wide annexes lying."""
    kind = report.report.kind
    pictures: dict[str, Any] = {}
    if kind == BRIEF:
        # Both are drawn from counts, months and tints; no text of a user is in them.
        pictures = {"bar": Markup(bar_svg(report.stages)),
                    "line": Markup(line_svg(report.figures["trend"]))}  # fmt: skip
    html = _template().render(
        r=report, words=report.words, small=kind == BRIEF, gaps=kind == AGENCY, **pictures
    )
    # Nothing is fetched: the page is whole as it stands.
    made: bytes = HTML(string=html, url_fetcher=_refused).write_pdf()
    return made


def _refused(url: str, *_: Any, **__: Any) -> dict[str, Any]:
    raise ValueError(f"a report fetches nothing, not even {url}")
