"""Reports in Word: a form of the right shape, built once for each kind, filled by docxtpl."""

from functools import cache
from io import BytesIO
from typing import Any

from docx.shared import Cm, Pt
from docxtpl import DocxTemplate, InlineImage, RichText

from core.columns import heading, parts
from reports.models import AGENCY, BRIEF
from reports.rendering import paper as sheet
from reports.rendering.context import Printed, forms
from reports.rendering.drawings import bar_png, line_png
from reports.rendering.paper import CENTRE, JUSTIFIED, START, line_of

ALIGNED = {"count": CENTRE, "share": CENTRE, "change": CENTRE, "day": CENTRE}


def as_docx(report: Printed) -> bytes:
    """The report as a .docx that Word and LibreOffice open without repair."""
    kind = report.report.kind
    present = tuple(annex.part for annex in report.annexes)
    template = DocxTemplate(BytesIO(_form(kind, present)))
    context: dict[str, Any] = {"r": report, "words": report.words}
    if kind == BRIEF:
        context["bar"] = InlineImage(template, bar_png(report.stages), width=Cm(15.8))
        context["legend"] = _legend(report)
        context["line"] = InlineImage(template, line_png(report.figures["trend"]), width=Cm(15.8))
    template.render(context, autoescape=True)
    into = BytesIO()
    template.save(into)
    return into.getvalue()


def _legend(report: Printed) -> RichText:
    """The stages beside the tints that they have in the bar."""
    text = RichText()
    for place, one in enumerate(report.stages):
        light = one["tint"] == forms()["tints"]["no_data"]
        text.add("□ " if light else "■ ", color="000000" if light else one["tint"], size=20)
        end = "" if place == len(report.stages) - 1 else " · "
        text.add(f"{one['label']}: {one['count']}{end}", size=20)
    return text


@cache
def _form(kind: str, annexes: tuple[str, ...]) -> bytes:
    """The empty form of a kind of report with these annexes."""
    paper = sheet.new_paper()
    paper.core_properties.author = paper.core_properties.comments = ""
    paper.core_properties.title = "{{ r.form.type }}"
    _marks(paper.sections[0])
    _head(paper)
    small = kind == BRIEF
    _title(paper, small)
    _body(paper, 12 if small else 14, small)
    _signature(paper, small)
    for place, part in enumerate(annexes):
        _annex(paper, part, f"r.annexes[{place}]")
    if kind == AGENCY:
        _gaps(paper)
    into = BytesIO()
    paper.save(into)
    return into.getvalue()


def _marks(section: Any) -> None:
    """In the bottom margin of every page: when it was made, and that it holds illustrations."""
    for footer in (section.footer, section.first_page_footer):
        footer.paragraphs[0]._p.getparent().remove(footer.paragraphs[0]._p)
        sheet.control(footer, "if r.warning")
        line_of(footer, "{{ r.warning }}", size=9, bold=True)
        sheet.control(footer, "endif")
        line_of(footer, "{{ r.kept }}", size=8, italic=True)


def _head(paper: Any) -> None:
    """Issuing body on the left, the country's name and motto on the right, with real lines."""
    left, right = sheet.columns(paper, 6.6, 9.9)
    sheet.control(left, "if r.superior")
    line_of(left, "{{ r.superior }}", size=12)
    sheet.control(left, "endif")
    sheet.control(left, "for line in r.issuer")
    line_of(left, "{{ line }}", size=12, bold=True)
    sheet.control(left, "endfor")
    sheet.rule(left, width=2.2, of=6.2)
    line_of(left, "Số:          /{{ r.symbol }}", size=13, before=4)
    line_of(right, "{{ words.country }}", size=12, bold=True)
    line_of(right, "{{ words.motto }}", size=13, bold=True)
    sheet.rule(right, width=5.7, of=9.5)
    line_of(right, "{{ r.place }}", size=13, italic=True, before=4)


def _title(paper: Any, small: bool) -> None:
    sheet.control(paper, "if r.warning")
    line_of(paper, "{{ r.warning }}", size=10, bold=True, before=4)
    sheet.control(paper, "endif")
    line_of(paper, "{{ r.form.type }}", bold=True, before=4 if small else 14)
    line_of(paper, "{{ r.title }}", size=13 if small else 14, bold=True)
    line_of(paper, "{{ r.subtitle }}", size=13 if small else 14, bold=True)
    sheet.rule(paper, width=5, of=sheet.TEXT_WIDTH)
    sheet.control(paper, "for base in r.bases")
    line_of(paper, "{{ base }}", italic=True, align=JUSTIFIED, indent=1.27, before=6)
    sheet.control(paper, "endfor")


def _body(paper: Any, size: float, small: bool) -> None:
    gap = 2 if small else 6
    indent = 0.8 if small else 1.27
    if small:
        _drawing(paper, "{{ words.stages }}", "{{ bar }}")
        line_of(paper, "{{r legend }}", size=10, after=2)
        _drawing(paper, "{{ words.trend }}", "{{ line }}")
    sheet.control(paper, "for section in r.sections")
    sheet.control(paper, "if section.level == 1")
    line_of(
        paper, "{{ section.heading }}", size=size, bold=True, align=JUSTIFIED, before=gap,
        indent=indent, keep=True,
    )  # fmt: skip
    sheet.control(paper, "else")
    line_of(
        paper, "{{ section.heading }}", size=size, bold=True, align=JUSTIFIED, before=gap,
        indent=indent, keep=True,
    )  # fmt: skip
    sheet.control(paper, "endif")
    for name in ("lines", "texts"):
        sheet.control(paper, f"for text in section.{name}")
        line_of(paper, "{{ text }}", size=size, align=JUSTIFIED, before=gap, indent=indent)
        sheet.control(paper, "endfor")
    sheet.control(paper, "if section.empty")
    line_of(
        paper, "{{ words.to_write }}", size=size, italic=True, align=JUSTIFIED, before=gap,
        indent=indent,
    )  # fmt: skip
    sheet.control(paper, "endif")
    sheet.control(paper, "endfor")


def _drawing(paper: Any, title: str, picture: str) -> None:
    line_of(paper, title, size=12, bold=True, align=START, before=2, keep=True)
    line_of(paper, picture)


def _signature(paper: Any, small: bool) -> None:
    """Who gets it on the left, who signs on the right, with room for the signature."""
    space = paper.add_paragraph()
    space.paragraph_format.line_spacing = Pt(4 if small else 8)
    left, right = sheet.columns(paper, 8.25, 8.25)
    line_of(left, "{{ words.recipients }}", size=12, bold=True, italic=True, align=START)
    sheet.control(left, "for one in r.form.recipients")
    line_of(left, "- {{ one }}{% if loop.last %}.{% else %};{% endif %}", size=11, align=START)
    sheet.control(left, "endfor")
    sheet.control(right, "for one in r.signer")
    line_of(right, "{{ one }}", bold=True)
    sheet.control(right, "endfor")
    room = line_of(right, "{{ '' }}", before=4 if small else 56)
    room.paragraph_format.keep_with_next = False


def _annex(paper: Any, part: str, name: str) -> None:
    """An annex on a sheet of its own, lying where its table is wide."""
    form = forms()["annex"][part]
    wide = sheet.next_section(paper, landscape=form.get("landscape", False))
    line_of(paper, f"Phụ lục {{{{ {name}.numeral }}}}", bold=True)
    line_of(paper, f"{{{{ {name}.title.upper() }}}}", bold=True)
    line_of(paper, "{{ r.attached }}", italic=True, after=6)
    columns = [(one, entry) for one, entry in parts()[part].items() if one != "*"]
    whole = sum(form["widths"])
    sheet.control(paper, f"if {name}.rows")
    sheet.table_of(
        paper,
        [heading(part, column) for column, _ in columns],
        [f"{{{{ row[{place}] }}}}" for place in range(len(columns))],
        [ALIGNED.get(entry.get("form", ""), START) for _, entry in columns],
        [wide * width / whole for width in form["widths"]],
        f"{name}.rows",
    )
    sheet.control(paper, "else")
    line_of(paper, "{{ words.nothing }}", italic=True)
    sheet.control(paper, "endif")


def _gaps(paper: Any) -> None:
    """For the officer alone: what the report could not say."""
    sheet.next_section(paper, landscape=False)
    line_of(paper, "{{ words.gaps }}", bold=True)
    line_of(paper, "{{ words.gaps_note }}", size=13, italic=True, after=6)
    sheet.control(paper, "for gap in r.gaps")
    line_of(paper, "{{ loop.index }}. {{ gap }}", size=13, align=START, before=3)
    sheet.control(paper, "endfor")
